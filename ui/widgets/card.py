"""A white card with a thin line around it, the ground of everything on a page."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import GRID, mark


def rule() -> QFrame:
    """Return a thin line from side to side."""
    line = QFrame()
    line.setProperty("rule", True)
    return line


_LONG_WORD = re.compile(r"\S{20}(?=[^\s\u0300-\u036f\u200d\ufe0f])")
"""No Vietnamese word is so long: a path, an address, or something typed without blanks."""


class BreakingLabel(QLabel):
    """Breaks words that are too long: one of them would make everything around it as wide as itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""

    def setText(self, text: str) -> None:
        """Show a text."""
        self._text = text
        shown = _LONG_WORD.sub("\\g<0>\u200b", text)
        super().setText(shown)
        # A reader would stumble over the places where words may break.
        self.setAccessibleName(text if shown != text else "")

    def text(self) -> str:
        """Return the text as it was given."""
        return self._text


def label(text: str, *, tone: str = "", size: str = "", strong: bool = False, wrap: bool = False) -> QLabel:
    """Return a label in the words of the style sheet (tone="muted", size="small"); it shows text, never markup."""
    made = BreakingLabel() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    mark(made, tone=tone, size=size, strong=strong)
    made.setWordWrap(wrap)
    return made


def bare_layout(widget: QWidget) -> QVBoxLayout:
    """Give a widget a layout without margins."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


class Card(QFrame):
    """A card; a title and widgets beside it are optional.

    Attributes:
        content: the layout to fill.
    """

    def __init__(self, title: str = "", *, margin: int = 2 * GRID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(margin, margin, margin, margin)
        self.content.setSpacing(GRID)
        self._head: QHBoxLayout | None = None
        if title:
            self.set_title(title)

    def set_title(self, title: str) -> None:
        """Put a title on top."""
        self._head = QHBoxLayout()
        self._head.addWidget(label(title, strong=True))
        self._head.addStretch()
        self.content.insertLayout(0, self._head)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a pill or a link at the right of the title."""
        if self._head is None:
            self.set_title("")
        if self._head is not None:
            self._head.addWidget(widget)
