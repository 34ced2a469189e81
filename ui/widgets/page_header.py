"""The band on top of a page: its title, a count, its main buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GRID, HEADER_HEIGHT, MARGIN
from ui.widgets.card import label, rule
from ui.widgets.pill import Pill


class PageHeader(QFrame):
    """Title and buttons of a page."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setFixedHeight(HEADER_HEIGHT)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._row.setSpacing(GRID)
        self._title = label(title, size="title")
        self._count = Pill("", parent=self)
        # Aligned items do not bound the height of the row.
        self._row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addSpacing(4)
        self._row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch()
        outer.addLayout(self._row, 1)
        outer.addWidget(rule())

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def count(self) -> str:
        """Return the words of the pill."""
        return self._count.text()

    def set_count(self, text: str) -> None:
        """Show a few words in a pill beside the title; empty hides it."""
        self._count.set(text)

    def add(self, widget: QWidget, before: QWidget | None = None) -> None:
        """Put a button or a choice at the right end, after those already there or before one of them."""
        place = self._row.count() if before is None else self._row.indexOf(before)
        self._row.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignVCenter)
