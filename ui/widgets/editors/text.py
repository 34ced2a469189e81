"""Editors for one line of text, for long text, and for several entries in a line."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.domain.labels.words import FieldWords
from ui.widgets.editors.base import Editor, LineInput, has_left
from ui.widgets.editors.completion import SEPARATOR, Suggest, attach
from ui.widgets.tooltip import as_tip


class TextEditor(Editor):
    """One line of text, with suggestions if the field has some."""

    def __init__(
        self, suggest: Suggest | None = None, *, parted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = LineInput()
        self._fill(self._line)
        self._loading = False
        self._help = ""
        self._completer = attach(self._line, suggest, parted=parted)

        self._line.textChanged.connect(self._on_text_changed)
        self._line.left.connect(self.left)
        self._line.advanced.connect(self.advanced)

    def bind(self, name: str, words: FieldWords) -> None:
        """Show the example in the empty line."""
        super().bind(name, words)
        self._help = words.help
        self._line.setPlaceholderText(words.example)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the text as typed; the ledger cleans it."""
        return self._line.text()

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show a text from its beginning."""
        self.set_raw(value)

    def raw(self) -> object:
        """Return the text."""
        return self._line.text()

    def set_raw(self, raw: object) -> None:
        """Show the text."""
        self._loading = True
        self._line.setText(str(raw))
        self._line.setCursorPosition(0)
        self._loading = False
        self._tell_whole()

    def _on_text_changed(self) -> None:
        if not self._loading:
            self._tell_whole()
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in the tooltip what has no more room."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Show a text or an example that is longer than the line in the tooltip."""
        text = self._line.text() or self._line.placeholderText()
        fits = self._line.fontMetrics().horizontalAdvance(text) < self._line.width() - 20
        self._line.setToolTip(self._help if fits else as_tip(text))


class TextListEditor(TextEditor):
    """Several short texts in one line, parted by semicolons."""

    def __init__(self, suggest: Suggest | None = None, parent: QWidget | None = None) -> None:
        super().__init__(suggest, parted=True, parent=parent)

    def value(self) -> tuple[str, ...]:
        """Return the entries."""
        return tuple(entry for entry in map(str.strip, self._line.text().split(";")) if entry)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show the entries in one line."""
        self.set_raw(SEPARATOR.join(value))

    def filled(self) -> int:
        """Count the entries."""
        return len(self.value())


class _LongInput(QPlainTextEdit):
    """Long text in which Tab leaves the field and Ctrl+Enter goes on to the next."""

    left = Signal()
    advanced = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if has_left(event):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.advanced.emit()
            return
        super().keyPressEvent(event)


class LongTextEditor(Editor):
    """Text of several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = _LongInput()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(92)
        self._fill(self._text)
        self._loading = False

        self._text.textChanged.connect(self._on_text_changed)
        self._text.left.connect(self.left)
        self._text.advanced.connect(self.advanced)

    def bind(self, name: str, words: FieldWords) -> None:
        """Show the example in the empty field."""
        super().bind(name, words)
        self._text.setPlaceholderText(words.example)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the text as typed."""
        return self._text.toPlainText()

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show a text."""
        self.set_raw(value)

    def go_to_end(self) -> None:
        """Put the cursor behind the text, where one goes on writing."""
        self._text.moveCursor(QTextCursor.MoveOperation.End)

    def raw(self) -> object:
        """Return the text."""
        return self._text.toPlainText()

    def set_raw(self, raw: object) -> None:
        """Show the text."""
        self._loading = True
        self._text.setPlainText(str(raw))
        self._loading = False

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.edited.emit()
