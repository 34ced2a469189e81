"""Cards of one width side by side; in two rows where one row has no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP = 12


class CardRows(QWidget):
    """The cards, in their order."""

    def __init__(self, cards: Sequence[QWidget], least_width: int, parent: QWidget | None = None) -> None:
        """Put the cards into one row.

        Args:
            cards: in the order in which they are read.
            least_width: of a card, in pixels; with less, half of the cards go into a second row.
            parent: the owner.
        """
        super().__init__(parent)
        self._cards, self._least = tuple(cards), least_width
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._place(len(self._cards))

    def across(self) -> int:
        """Return how many cards stand in a row."""
        return self._across

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of two rows: cards in one row must not keep the page wide."""
        return QSize(self._width_of(self._half()), self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many rows as the width needs."""
        super().resizeEvent(event)
        fits = self.width() >= self._width_of(len(self._cards))
        self._place(len(self._cards) if fits else self._half())

    def _half(self) -> int:
        return (len(self._cards) + 1) // 2

    def _width_of(self, across: int) -> int:
        return across * self._least + (across - 1) * _GAP

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.updateGeometry()
