"""A tinted line with a sentence and a few buttons, above what it speaks of."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.icons import icon
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import label

_ICON = QSize(16, 16)


class NoticeBar(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, icon_name: str = "clock", band: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", band)
        self._picture = QLabel()
        role = {"notice": "warning", "warning": "warning", "bad": "bad"}.get(band, "muted")
        self._picture.setPixmap(icon(icon_name, role).pixmap(_ICON))
        self._text = label("", size="small", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 5, 6, 5)
        self._row.setSpacing(6)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def add(self, text: str, name: str) -> QPushButton:
        """Add a button and return it."""
        button = make_button(text, name, kind=LINK)
        self._row.addWidget(button)
        return button

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self._text.setText(text)
        self.setVisible(bool(text))
