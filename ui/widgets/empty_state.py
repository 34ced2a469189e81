"""What stands where there is nothing yet: why, and the first step."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.widgets.card import label

_ICON = QSize(32, 32)


class EmptyState(QWidget):
    """An icon, a sentence, and buttons."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, "faint").pixmap(_ICON))
        self._text = label(text, tone="muted", wrap=True)
        self._text.setMaximumWidth(440)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        text_row = QHBoxLayout()
        text_row.addStretch(1)
        text_row.addWidget(self._text, 10)
        text_row.addStretch(1)
        layout.addLayout(text_row)
        buttons_row = QHBoxLayout()
        buttons_row.addStretch()
        buttons_row.addLayout(self._buttons)
        buttons_row.addStretch()
        layout.addLayout(buttons_row)
        layout.addStretch(3)

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._text.setText(text)

    def add(self, button: QPushButton) -> None:
        """Put a button below the sentence."""
        self._buttons.addWidget(button)
