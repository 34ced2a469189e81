"""The editor for faults of form: where, what stands there, what ought to stand there."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.report_issue import Fault
from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import ICON, make_button
from ui.widgets.editors.rows import EntryRow, RowsEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field

_WORDS = {
    "place": FieldWords("Chỗ sai", "Trang, mục, dòng.", "Trang 2, mục II.1, dòng 5"),
    "wrong": FieldWords("Đã ghi là"),
    "right": FieldWords("Nay sửa là"),
}


class FaultRow(EntryRow):
    """One fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {name: make_field(name, words, TextEditor()) for name, words in _WORDS.items()}
        self._remove = make_button("Bỏ lỗi này", "remove_row", kind=ICON, icon_name="x")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._fields["place"], 0, 0, 1, 2)
        grid.addWidget(self._remove, 0, 2)
        grid.addWidget(self._fields["wrong"], 1, 0)
        grid.addWidget(self._fields["right"], 1, 1)
        self.setFocusProxy(self._fields["place"].editor)

        editors = [field.editor for field in self._fields.values()]
        for editor, following in zip(editors, [*editors[1:], None], strict=True):
            editor.edited.connect(self.edited)
            editor.left.connect(self.left)
            editor.advanced.connect(self.advanced if following is None else following.setFocus)
        self._remove.clicked.connect(self.removed)

    def value(self) -> Fault:
        """Return the fault."""
        return Fault(**{name: clean(str(text)) for name, text in self.raw().items()})

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a fault."""
        self.set_raw({name: getattr(value, name) for name in self._fields})

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        return {name: field.editor.raw() for name, field in self._fields.items()}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        for name, text in raw.items():
            if name in self._fields:
                self._fields[name].editor.set_raw(text)

    def is_empty(self) -> bool:
        """Say whether nothing is typed here."""
        return not any(str(text).strip() for text in self.raw().values())

    def problem(self) -> str:
        """Return what a begun fault lacks."""
        missing = [_WORDS[name].label for name, text in self.raw().items() if not str(text).strip()]
        return f"Hãy ghi “{missing[0]}” của từng lỗi." if missing else ""

    def inputs(self) -> list[QWidget]:
        """Return what Tab visits."""
        return [*(field.editor for field in self._fields.values()), self._remove]


class FaultsEditor(RowsEditor):
    """The faults, and a button for one more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Thêm lỗi", "add_fault_button", parent)
        self._append()

    def make_row(self) -> EntryRow:
        """Return an empty fault."""
        return FaultRow()

    def focus_first(self) -> None:
        """Put the cursor into the first fault."""
        if self._entries:
            self._entries[0].setFocus()
