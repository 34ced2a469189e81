"""The report files of former units that are added up, and the reason where they do not fit wholly."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop_app.domain.labels.previous import PREVIOUS
from desktop_app.domain.previous_choice import UnitFigures
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.editors.choice import FlagEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field

_HELP = (
    "Chọn gói báo cáo (.zip) hoặc SoLieu.xlsx kỳ trước của từng đơn vị cũ. Chỉ đơn vị nhập toàn bộ vào đơn vị "
    "này mới được cộng; tỷ lệ phần trăm được tính lại từ tổng."
)


class FormerUnits(QWidget):
    """A list of files, with buttons, a switch and a reason.

    Attributes:
        add_requested: the user wants to choose files.
        edited: files, switch or reason changed.
    """

    add_requested = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("see_through", True)
        self._units: tuple[UnitFigures, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("former_units")
        self.list.setAccessibleName("Báo cáo của các đơn vị cũ")
        self.list.setProperty("popup", True)
        self.add_button = make_button("Thêm tệp…", "add_file_button", icon_name="plus")
        self.remove_button = make_button("Bỏ tệp", "remove_file_button", icon_name="trash-2")
        self.allows_parts, self.note = FlagEditor(), TextEditor()
        self._allow_field = make_field("allows_parts", PREVIOUS["allows_parts"], self.allows_parts)
        self._note_field = make_field("note", PREVIOUS["note"], self.note)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(_HELP, tone="muted", wrap=True))
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._allow_field)
        layout.addWidget(self._note_field)
        self._follow()

        self.add_button.clicked.connect(self.add_requested)
        self.remove_button.clicked.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._follow)
        self.allows_parts.edited.connect(self._on_edited)
        self.note.edited.connect(self.edited)

    def units(self) -> tuple[UnitFigures, ...]:
        """Return what the files told."""
        return self._units

    def show_units(self, units: Sequence[UnitFigures]) -> None:
        """Show the files."""
        self._units = tuple(units)
        self.list.clear()
        self.list.addItems([_words(one) for one in units])
        self._follow()

    def show_reason(self, allows: bool, note: str) -> None:
        """Show switch and reason."""
        self.allows_parts.set_value(allows)
        self.note.set_value(note)
        self._follow()

    def offer_reason(self, offered: bool) -> None:
        """Let the user allow what does not fit wholly."""
        self._allow_field.setVisible(offered)
        self._follow()

    def _follow(self) -> None:
        self.remove_button.setEnabled(self.list.currentRow() >= 0)
        offered = not self._allow_field.isHidden()
        self._note_field.setVisible(offered and bool(self.allows_parts.value()))

    def _on_remove(self) -> None:
        place = self.list.currentRow()
        self.show_units([one for index, one in enumerate(self._units) if index != place])
        self.edited.emit()

    def _on_edited(self) -> None:
        self._follow()
        self.edited.emit()


def _words(one: UnitFigures) -> str:
    unit = one.unit_name or "chưa rõ đơn vị"
    place = f", {one.province_name}" if one.province_name else ""
    year = f", năm {one.year}" if one.year else ""
    return f"{unit[:1].upper()}{unit[1:]}{place}{year} – {one.file}"
