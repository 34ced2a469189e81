"""Nhiệm vụ đến hạn: what is late or due soon, on the overview; each line leads to its record."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.due_items import DueItem, days_words
from ui.roles import Tone
from ui.widgets.card import Card
from ui.widgets.pill import Pill
from ui.widgets.problem_list import ProblemEntry, ProblemList

_MOST_HEIGHT = 140
"""Pixels of the list; more is scrolled."""


class DueCard(Card):
    """Hidden while nothing is late or due.

    Attributes:
        opened: (page, id) of the record that the user wants to see.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nhiệm vụ đến hạn", parent=parent)
        self._late = Pill(parent=self)
        self.list = ProblemList()
        self.list.setObjectName("due_items")
        self.list.setAccessibleName("Nhiệm vụ quá hạn và sắp đến hạn")
        self.add_to_head(self._late)
        self.content.addWidget(self.list, 1)

        self.list.opened.connect(self.opened)

    def show_items(self, items: Sequence[DueItem], today: date) -> None:
        """Show what is late or due soon."""
        late = sum(item.is_late for item in items)
        self._late.set(f"{late} quá hạn" if late else "", Tone.BAD)
        self.list.show_entries([_entry(item, today) for item in items])
        self.setVisible(bool(items))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more room than the lines need."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(max(needed, 1), _MOST_HEIGHT))


def _entry(item: DueItem, today: date) -> ProblemEntry:
    words = days_words(item, today)
    if not item.is_late:
        return ProblemEntry(False, item.sentence, item.place, item.record_id, words)
    return ProblemEntry(True, f"{item.sentence} ({words.lower()})", item.place, item.record_id, "Quá hạn")
