"""The editor for the contents of a plan: title, common contents, order."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop_app.domain.contents import load_contents
from desktop_app.domain.plan_editing import ItemDraft
from ui.widgets.buttons import CHIP, ICON, make_button
from ui.widgets.editors.plan_rows import LinesRow, make_line
from ui.widgets.editors.rows import EntryRow, RowsEditor


class ItemRow(LinesRow):
    """A content of the plan: its title and the common contents it counts in.

    Attributes:
        moved: one place up (-1) or down (1).
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__({"title": make_line("item_title", "Tên nội dung")}, "Bỏ nội dung này", "remove_item")
        self._key = ""
        self._chips: dict[str, QPushButton] = {}
        self.up_button = make_button("Đưa lên trên", "up_button", kind=ICON, icon_name="arrow-up")
        self.down_button = make_button("Đưa xuống dưới", "down_button", kind=ICON, icon_name="arrow-down")
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for content in load_contents():
            chip = make_button(content.code, f"chip_{content.code}", kind=CHIP, help_text=content.name)
            chip.setAccessibleName(f"{content.code}: {content.name}")
            chip.setCheckable(True)
            chips.addWidget(chip)
            self._chips[content.code] = chip
            chip.clicked.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.lines["title"], 1)
        row.addLayout(chips)
        for button in (self.up_button, self.down_button, self.remove_button):
            row.addWidget(button)

        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)

    def value(self) -> ItemDraft:
        """Return the content."""
        return ItemDraft(self._key, self.text("title"), self._codes())

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a content."""
        self.set_raw({"key": value.key, "title": value.title, "codes": list(value.content_codes)})

    def raw(self) -> dict[str, object]:
        """Return what is typed and chosen."""
        return {**super().raw(), "key": self._key, "codes": list(self._codes())}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed and chosen."""
        super().set_raw(raw)
        self._key = str(raw.get("key", ""))
        chosen = raw.get("codes")
        for code, chip in self._chips.items():
            chip.setChecked(isinstance(chosen, list) and code in chosen)

    def problem(self) -> str:
        """Return what is missing."""
        if not self.text("title"):
            return "Mỗi nội dung cần có tên."
        return "" if self._codes() else f"Hãy chọn ít nhất một nhóm C1–C8 cho “{self.text('title')}”."

    def set_state(self) -> None:
        """Colour an empty title."""
        self.lines["title"].setProperty("state", "bad" if not self.text("title") else "")

    def _codes(self) -> tuple[str, ...]:
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def _on_up(self) -> None:
        self.moved.emit(-1)

    def _on_down(self) -> None:
        self.moved.emit(1)


class ItemsEditor(RowsEditor):
    """The contents of a plan in their order."""

    def __init__(self) -> None:
        super().__init__("Thêm nội dung", "add_item")

    def make_row(self) -> EntryRow:
        """Return an empty row."""
        row = ItemRow()
        row.moved.connect(self._on_moved)
        return row

    def _on_moved(self, by: int) -> None:
        rows = list(self._entries)
        here = next(at for at, row in enumerate(rows) if row is self.sender())
        there = here + by
        if not 0 <= there < len(rows):
            return
        first, second = rows[here].raw(), rows[there].raw()
        rows[here].set_raw(second)
        rows[there].set_raw(first)
        moved = rows[there]
        if isinstance(moved, ItemRow):
            (moved.up_button if by < 0 else moved.down_button).setFocus()
        self.edited.emit()
