"""The text of one part of a document: it tells typing from being filled, and when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.editors.base import has_left

_MARGIN = 8


class PartText(QPlainTextEdit):
    """A plain text.

    Attributes:
        edited: the user typed. left: the text was left.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)

        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show another text; this is no edit."""
        self._loading = True
        self.setPlainText(text)
        self._loading = False

    def replace_text(self, text: str) -> None:
        """Put another text in place of the one shown; Ctrl+Z brings the old one back. This is no edit."""
        self._loading = True
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._loading = False
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the text."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the text is really left, not when a menu or another window covers it."""
        super().focusOutEvent(event)
        if has_left(event):
            self.left.emit()

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.edited.emit()
