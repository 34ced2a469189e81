"""Editors for the items of the plan that an activity carries out, and for the common content it counts in."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.contents import load_contents
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.plans import Plan
from ui.widgets.buttons import ICON, make_button
from ui.widgets.editors.base import Editor
from ui.widgets.editors.combo import SHORT_ROLE, ComboInput
from ui.widgets.tooltip import as_tip

_NONE = "Chưa chọn nội dung"


class _ItemRow(QWidget):
    """A list of the plan's items with a button behind it."""

    def __init__(self, number: int, button: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = button
        self.combo = ComboInput()
        self.combo.setObjectName(f"plan_items_{number}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.combo, 1)
        layout.addWidget(button)

    def key(self) -> str:
        """Return the key of the chosen item, "" without one."""
        return str(self.combo.currentData() or "")

    def fill(self, plan: Plan, key: str) -> None:
        """Offer the items of a plan and choose one; this is no edit."""
        self.combo.blockSignals(True)
        self.combo.clear()
        self.combo.addItem(_NONE, "")
        for item in plan.items:
            self.combo.addItem(f"{item.key} – {item.title}", item.key)
            self.combo.setItemData(self.combo.count() - 1, as_tip(item.title), Qt.ItemDataRole.ToolTipRole)
        if key and self.combo.findData(key) < 0:
            self.combo.addItem(f"{key} – không có trong kế hoạch năm này", key)
        self.combo.setCurrentIndex(self.combo.findData(key))
        self.combo.blockSignals(False)


class PlanItemsEditor(Editor):
    """Items of the year's plan; the report tells the activity under the first.

    Attributes:
        codes_offered: the common contents that the first item allows; empty without one.
    """

    codes_offered = Signal(tuple)

    def __init__(self, plan: Callable[[], Plan], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._words = FieldWords("")
        self._rows: list[_ItemRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._add = make_button("Thêm nội dung khác", "add_plan_item", kind=ICON, icon_name="plus")
        self._main = self._add_row(self._add).combo
        self.setFocusProxy(self._main)

        self._add.clicked.connect(self._on_add)

    def bind(self, name: str, words: FieldWords) -> None:
        """Name the first list like the attribute, the others after it."""
        super().bind(name, words)
        self._words = words

    def value(self) -> tuple[str, ...]:
        """Return the keys of the chosen items, the main one first."""
        return tuple(dict.fromkeys(row.key() for row in self._rows if row.key()))

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show one list for each item."""
        keys = list(value) or [""]
        while len(self._rows) > len(keys):
            self._drop(self._rows[-1])
        while len(self._rows) < len(keys):
            self._add_extra_row()
        for row, key in zip(self._rows, keys, strict=True):
            row.fill(self._plan(), key)
        self._tell()

    def raw(self) -> object:
        """Return the keys."""
        return list(self.value())

    def set_raw(self, raw: object) -> None:
        """Show the keys."""
        self.set_value(tuple(map(str, raw)) if isinstance(raw, list) else ())

    def reload(self) -> None:
        """Offer the items of the plan as it is now."""
        self.set_value(self.value())

    def _add_row(self, button: QPushButton) -> _ItemRow:
        row = _ItemRow(len(self._rows) + 1, button, self)
        row.combo.setAccessibleName(self._words.label)
        row.fill(self._plan(), "")
        self._rows.append(row)
        self._lines.addWidget(row)
        row.combo.currentIndexChanged.connect(self._on_chosen)
        row.combo.left.connect(self.left)
        row.combo.advanced.connect(self.advanced)
        return row

    def _add_extra_row(self) -> _ItemRow:
        remove = make_button("Bỏ nội dung này", "remove_plan_item", kind=ICON, icon_name="x")
        row = self._add_row(remove)
        QWidget.setTabOrder(self._rows[-2].button, row.combo)
        QWidget.setTabOrder(row.combo, remove)
        remove.clicked.connect(self._on_remove)
        return row

    def _drop(self, row: _ItemRow) -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        self._add_extra_row().combo.setFocus()

    def _on_remove(self) -> None:
        self._drop(next(row for row in self._rows if row.button is self.sender()))
        self._main.setFocus()
        self.edited.emit()

    def _on_chosen(self) -> None:
        self._tell()
        self.edited.emit()
        self.left.emit()

    def _tell(self) -> None:
        keys = self.value()
        item = self._plan().item(keys[0]) if keys else None
        self.codes_offered.emit(item.content_codes if item else ())


class ContentEditor(Editor):
    """The common content C1–C8: set by the plan's item where that has a single one, else chosen.

    Attributes:
        code_changed: the content that now stands here.
    """

    code_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = ComboInput()
        self._fill(self._combo)
        self._loading = False
        self._offered: tuple[str, ...] = ()
        self._show("")

        self._combo.currentIndexChanged.connect(self._on_chosen)
        self._combo.left.connect(self.left)
        self._combo.advanced.connect(self.advanced)

    def offer(self, codes: tuple[str, ...]) -> None:
        """Offer these contents only, all when there are none; take a single one at once."""
        self._offered = codes
        current = self.value()
        if len(codes) == 1:
            current = codes[0]
        elif codes and current not in codes:
            current = ""
        changed = current != self.value()
        self._show(current)
        if changed:
            self.code_changed.emit(current)
            self.edited.emit()

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the code, "" while unknown."""
        return str(self._combo.currentData() or "")

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show a content."""
        self._show(str(value))
        self.code_changed.emit(self.value())

    def raw(self) -> object:
        """Return the code."""
        return self.value()

    def set_raw(self, raw: object) -> None:
        """Show the content of that code."""
        self.set_value(raw)

    def _show(self, code: str) -> None:
        self._loading = True
        self._combo.clear()
        self._combo.addItem("Chọn…", "")
        for content in load_contents():
            if not self._offered or content.code in self._offered or content.code == code:
                self._combo.addItem(f"{content.code} – {content.short_name}", content.code)
                row = self._combo.count() - 1
                self._combo.setItemData(row, content.code, SHORT_ROLE)
                self._combo.setItemData(row, as_tip(content.name), Qt.ItemDataRole.ToolTipRole)
        self._combo.setCurrentIndex(max(0, self._combo.findData(code)))
        self._loading = False

    def _on_chosen(self) -> None:
        if not self._loading:
            self.code_changed.emit(self.value())
            self.edited.emit()
            self.left.emit()
