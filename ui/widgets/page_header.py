"""The band on top of a page: its title, a count, its main buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import GRID, HEADER_HEIGHT, MARGIN
from ui.widgets.buttons import PRIMARY
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
        self._shortened: dict[QPushButton, str] = {}
        # Buttons become shorter before they keep the page wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        outer.addLayout(self._row, 1)
        outer.addWidget(rule())

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self._fit()

    def count(self) -> str:
        """Return the words of the pill."""
        return self._count.text()

    def set_count(self, text: str) -> None:
        """Show a few words in a pill beside the title; empty hides it."""
        self._count.set(text)
        self._fit()

    def add(self, widget: QWidget, before: QWidget | None = None) -> None:
        """Put a button or a choice at the right end, after those already there or before one of them."""
        place = self._row.count() if before is None else self._row.indexOf(before)
        self._row.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the main button its words; the others lose theirs, from the left, where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for button, words in self._shortened.items():
            button.setText(words)
        self._shortened.clear()
        self._row.invalidate()
        for button in self._with_icons():
            if self._row.minimumSize().width() <= self.width():
                return
            self._shortened[button] = button.text()
            button.setText("")
            button.setToolTip(button.toolTip() or button.accessibleName())
            self._row.invalidate()

    def _with_icons(self) -> list[QPushButton]:
        """Return the buttons that can be told by their icon, in their order."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [
            one
            for one in widgets
            if isinstance(one, QPushButton)
            and one.isVisibleTo(self)
            and not one.icon().isNull()
            and one.property("kind") != PRIMARY
        ]
