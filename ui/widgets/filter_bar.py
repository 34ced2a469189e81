"""The row above a table: search box, filters, and how many rows were found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import TOGGLE, make_button
from ui.widgets.card import label
from ui.widgets.editors.combo import ComboInput
from ui.widgets.search_box import SearchBox

_SEARCH_WIDTH = 300
_SEARCH_LEAST = 168
_FILTER_WIDTH = 168
_FILTER_LEAST = 112
_FEW_FILTERS = 3
_CROWDED_LEAST = 84
_ROOM_FOR_WORDS = 880
_ROOM_FOR_ONE_MORE = 140
_GAPS = "Cần xem lại"
MONTH = "month"
"""Name of the filter by month, which is no attribute of a record."""


@dataclass(frozen=True)
class Filter:
    """One list of choices.

    Attributes:
        name: attribute of the records; MONTH is that of their date, and may also be "all" for every year.
        label: for the screen reader.
        choices: (value, word); the first one does not filter.
    """

    name: str
    label: str
    choices: Sequence[tuple[str, str]]


class FilterBar(QWidget):
    """Search and filters.

    Attributes:
        changed: something else is to be shown.
        passed: Down or Enter in the search box: on to the table.
    """

    changed = Signal()
    passed = Signal()

    def __init__(
        self,
        search_example: str,
        filters: Sequence[Filter],
        parent: QWidget | None = None,
        *,
        with_gaps: bool = True,
    ) -> None:
        """Build the row; `with_gaps` offers to show only rows with something missing."""
        super().__init__(parent)
        self.search_box = SearchBox(search_example)
        self.search_box.setMinimumWidth(_SEARCH_LEAST)
        self.search_box.setMaximumWidth(_SEARCH_WIDTH)
        self._combos: dict[str, ComboInput] = {}
        self._gaps = make_button(
            _GAPS,
            "gaps_button",
            kind=TOGGLE,
            icon_name="triangle-alert",
            help_text=f"{_GAPS}: chỉ hiện những dòng còn thiếu thông tin.",
        )
        self._gaps.setCheckable(True)
        self._found = label("", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search_box, 8)
        for one in filters:
            self._combos[one.name] = combo = ComboInput()
            combo.setObjectName(f"{one.name}_filter")
            combo.setAccessibleName(one.label)
            self.set_choices(one)
            combo.setMinimumWidth(_FILTER_LEAST if len(filters) <= _FEW_FILTERS else _CROWDED_LEAST)
            combo.setMaximumWidth(_FILTER_WIDTH)
            row.addWidget(combo)
        row.addWidget(self._gaps)
        self._gaps.setVisible(with_gaps)
        row.addStretch(1)
        row.addWidget(self._found)

        self.search_box.searched.connect(self._on_changed)
        self.search_box.passed.connect(self.passed)
        self._gaps.toggled.connect(self._on_changed)
        for combo in self._combos.values():
            combo.currentIndexChanged.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the search box room: a narrow row shows the last filter as an icon."""
        super().resizeEvent(event)
        room = _ROOM_FOR_WORDS + max(0, len(self._combos) - _FEW_FILTERS) * _ROOM_FOR_ONE_MORE
        self._gaps.setText(f" {_GAPS}" if self.width() >= room else "")

    def set_choices(self, one: Filter) -> None:
        """Offer other choices, keeping the chosen value if it is still there."""
        combo = self._combos[one.name]
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        for value, word in one.choices:
            combo.addItem(word, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)

    def text(self) -> str:
        """Return what is searched for."""
        return self.search_box.text().strip()

    def value(self, name: str) -> str:
        """Return the chosen value of a filter."""
        return str(self._combos[name].currentData() or "") if name in self._combos else ""

    def values(self) -> dict[str, str]:
        """Return the chosen values that are attributes of the records, without those that do not filter."""
        return {name: value for name in self._combos if name != MONTH and (value := self.value(name))}

    def gaps_only(self) -> bool:
        """Say whether only rows with something missing are wanted."""
        return self._gaps.isChecked()

    def is_active(self) -> bool:
        """Say whether anything is filtered out."""
        return bool(self.text() or self.gaps_only() or any(map(self.value, self._combos)))

    def choose(self, name: str, value: str) -> None:
        """Filter by one value alone."""
        self._reset()
        combo = self._combos[name]
        combo.blockSignals(True)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.blockSignals(False)
        self.changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self._reset()
        self.changed.emit()

    def _reset(self) -> None:
        for widget in (self.search_box, self._gaps, *self._combos.values()):
            widget.blockSignals(True)
        self.search_box.clear()
        self._gaps.setChecked(False)
        for combo in self._combos.values():
            combo.setCurrentIndex(0)
        for widget in (self.search_box, self._gaps, *self._combos.values()):
            widget.blockSignals(False)

    def show_found(self, text: str) -> None:
        """Say how many rows there are."""
        self._found.setText(text)

    def _on_changed(self) -> None:
        self.changed.emit()
