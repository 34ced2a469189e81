"""Choosing a unit from the table of administrative units: by province, by typing without accents."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.office_setup import units_of_level
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.units import AdminUnit, UnitTable
from desktop_app.vietnamese.order import sort_key
from ui.widgets.card import label
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field

_MOST = 200
_LIST_HEIGHT = 168
_UNIT_ROLE = Qt.ItemDataRole.UserRole + 1
_PROVINCE = FieldWords("Tỉnh, thành phố")
_SEARCH = FieldWords("Tìm đơn vị", "Gõ không dấu cũng được.", "Gõ tên, không cần dấu: ham thuan bac")


class UnitPicker(QWidget):
    """A province, a search line, and the units that fit.

    Attributes:
        picked: another unit is chosen, or none any more.
        accepted: Enter on a unit: on to the next field.
    """

    picked = Signal()
    accepted = Signal()

    def __init__(self, table: UnitTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._level, self._day = UnitLevel.DISTRICT, date.min
        self._suggested: tuple[AdminUnit, ...] = ()
        self._province, self._search = ListedEditor(), TextEditor()
        self._units = _UnitList()
        self._units.setObjectName("units")
        self._units.setAccessibleName("Các đơn vị tìm thấy")
        self._units.setFixedHeight(_LIST_HEIGHT)
        self._units.setProperty("boxed", True)
        self._note = label("", tone="muted", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(make_field("province", _PROVINCE, self._province), 0, 0)
        grid.addWidget(make_field("unit_search", _SEARCH, self._search), 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self._units)
        layout.addWidget(self._note)

        self._province.edited.connect(self._show_units)
        self._province.advanced.connect(self._on_province_advanced)
        self._search.edited.connect(self._show_units)
        self._search.advanced.connect(self._on_search_advanced)
        self._units.currentItemChanged.connect(self._on_current_changed)
        self._units.itemDoubleClicked.connect(self._on_accepted)
        self._units.entered_here.connect(self._on_accepted)

    def set_scope(self, level: UnitLevel, day: date) -> None:
        """Offer the units of a level that exist on a day; the chosen one stays if it does."""
        if (level, day) == (self._level, self._day):
            return
        self._level, self._day = level, day
        provinces = sorted(self._table.provinces(day), key=lambda unit: sort_key(unit.name))
        self._province.set_choices([("", "Tất cả"), *((unit.code, unit.name) for unit in provinces)])
        self._show_units()

    def suggest(self, units: Sequence[AdminUnit]) -> None:
        """Show units while nothing is typed or chosen: those that the own unit became."""
        self._suggested = tuple(units)
        self._show_units()

    def unit(self) -> AdminUnit | None:
        """Return the chosen unit."""
        item = self._units.currentItem()
        chosen = item.data(_UNIT_ROLE) if item is not None else None
        return chosen if isinstance(chosen, AdminUnit) else None

    def province_code(self) -> str:
        """Return the code of the chosen province, "" without one."""
        return str(self._province.value())

    def take_focus(self) -> None:
        """Put the cursor into the search line."""
        self._search.setFocus(Qt.FocusReason.TabFocusReason)

    def set_state(self, state: str) -> None:
        """Colour the search line: "bad" or ""."""
        self._search.set_state(state)

    def _show_units(self) -> None:
        before = self.unit()
        found = self._found()
        self._units.blockSignals(True)
        self._units.clear()
        for unit in found[:_MOST]:
            item = QListWidgetItem(self._words(unit))
            item.setData(_UNIT_ROLE, unit)
            self._units.addItem(item)
        if before in found[:_MOST]:
            self._units.setCurrentRow(found.index(before))
        elif len(found) == 1 or (found and self._search.value().strip()):
            self._units.setCurrentRow(0)
        self._units.blockSignals(False)
        self._tell(len(found))
        self.picked.emit()

    def _found(self) -> list[AdminUnit]:
        typed, province = self._search.value().strip(), self.province_code()
        if typed:
            units = self._table.search(typed, on=self._day, limit=len(self._table.units))
            units = [unit for unit in units if unit.level is self._level]
        elif province or self._level is UnitLevel.PROVINCE:
            units = units_of_level(self._table, self._level, self._day)
            units.sort(key=lambda unit: sort_key(unit.name))
        else:
            return [
                unit for unit in self._suggested if unit.level is self._level and unit.exists_on(self._day)
            ]
        return [unit for unit in units if not province or self._province_of(unit) == province]

    def _province_of(self, unit: AdminUnit) -> str:
        above = self._table.above(unit, self._day)
        return above[-1].code if above else unit.code

    def _words(self, unit: AdminUnit) -> str:
        names = [unit.full_name, *(one.full_name for one in self._table.above(unit, self._day))]
        words = ", ".join(names)
        return words[0].upper() + words[1:]

    def _tell(self, count: int) -> None:
        if count > _MOST:
            text = f"Có {count} đơn vị; hãy gõ thêm tên để thu hẹp."
        elif count and not (self._search.value().strip() or self.province_code()):
            text = "Các đơn vị tiếp nhận đơn vị cũ; hoặc chọn tỉnh, gõ tên để tìm đơn vị khác."
        elif count:
            text = f"Có {count} đơn vị."
        elif self._search.value().strip() and self.province_code():
            text = "Không tìm thấy trong tỉnh đã chọn; hãy chọn “Tất cả” để tìm trong cả nước."
        elif self._search.value().strip():
            text = "Không tìm thấy đơn vị này trong danh mục của năm đã ghi."
        else:
            text = "Hãy chọn tỉnh hoặc gõ tên đơn vị."
        self._note.setText(text)

    def _on_province_advanced(self) -> None:
        self.take_focus()

    def _on_search_advanced(self) -> None:
        if self.unit() is not None:
            self.accepted.emit()
        elif self._units.count():
            self._units.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_current_changed(self) -> None:
        self.picked.emit()

    def _on_accepted(self) -> None:
        if self.unit() is not None:
            self.accepted.emit()


class _UnitList(QListWidget):
    """The list; Enter tells."""

    entered_here = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered_here.emit()
            return
        super().keyPressEvent(event)
