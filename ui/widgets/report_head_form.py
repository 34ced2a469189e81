"""Number, date and signer of a report: what the clerk gives, outside the report's content."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.office import REPORT_HEAD
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.vietnamese.text import clean
from ui.widgets.card import label
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field, show_problems, show_usual, unread

_NOTE = (
    "Có thể để trống cả bốn ô: văn thư ghi số và ngày sau khi ký. Ghi hay sửa ở đây không làm đổi số lần báo cáo "
    "và mã kiểm tra."
)


class ReportHeadForm(QWidget):
    """The four fields.

    Attributes:
        edited: something was typed. left: a field was left.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self, today: Callable[[], date], year: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._loading = False
        editors = {
            "number": TextEditor(),
            "issued_on": DateEditor(today, year),
            "signer_name": TextEditor(),
            "signer_post": TextEditor(),
        }
        self._fields = {name: make_field(name, REPORT_HEAD[name], editor) for name, editor in editors.items()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for at, field in enumerate(self._fields.values()):
            grid.addWidget(field, at // 2, at % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label("Số, ngày, người ký", strong=True))
        layout.addWidget(label(_NOTE, tone="muted", wrap=True))
        layout.addLayout(grid)
        layout.addStretch()

        for editor in editors.values():
            editor.edited.connect(self._on_edited)
            editor.left.connect(self._on_left)

    def head(self) -> ReportHead | None:
        """Return what is typed, None while the date means nothing."""
        if unread(self._fields):
            return None
        values = {name: field.editor.value() for name, field in self._fields.items()}
        texts = {name: clean(values[name]) for name in ("number", "signer_name", "signer_post")}
        return ReportHead(issued_on=values["issued_on"], **texts)

    def show_head(self, head: ReportHead, usual_name: str, usual_post: str) -> None:
        """Show a head, and in empty fields the office's usual signer; a field with the cursor stays."""
        self._loading = True
        for name, field in self._fields.items():
            value = getattr(head, name)
            if not field.editor.focus_target().hasFocus() and field.editor.value() != value:
                field.editor.set_value(value)
        self._loading = False
        show_usual(self._fields["signer_name"], usual_name)
        show_usual(self._fields["signer_post"], usual_post)
        show_problems(self._fields, {})

    def focus_field(self, name: str = "number") -> None:
        """Put the cursor into a field."""
        self._fields[name].editor.setFocus()

    def _on_edited(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _on_left(self) -> None:
        show_problems(self._fields, unread(self._fields))
        self.left.emit()
