"""What every editor of a form can do, whatever it edits."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.labels.words import FieldWords
from ui.theme import mark

_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def has_left(event: QFocusEvent) -> bool:
    """Say whether the field was left; a popup or another window over it does not count."""
    return event.reason() not in _NOT_LEFT


class Editor(QWidget):
    """One editor of a form. Whoever builds it wires its signals.

    Attributes:
        edited: the user changed what stands here.
        left: the focus went elsewhere.
        advanced: Enter was pressed: on to the next field.
    """

    edited = Signal()
    left = Signal()
    advanced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main: QWidget = self

    def value(self) -> Any:  # noqa: ANN401 - the type of the record's attribute
        """Return the value for the record; the empty one while the text means nothing."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - the type of the record's attribute
        """Show a value; this is no edit."""
        raise NotImplementedError

    def raw(self) -> object:
        """Return what is typed, finished or not, as plain JSON data."""
        raise NotImplementedError

    def set_raw(self, raw: object) -> None:
        """Show again what `raw` returned; this is no edit."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why what is typed means nothing, "" when it does."""
        return ""

    def filled(self) -> int:
        """Return how many entries stand here, for the count on the tab."""
        return 1 if self.value() else 0

    def bind(self, name: str, words: FieldWords) -> None:
        """Give the main input the name of the attribute and the words of the field."""
        self._main.setObjectName(name)
        self._main.setAccessibleName(words.label)
        self._main.setAccessibleDescription(words.help)
        self._main.setToolTip(words.help)

    def focus_target(self) -> QWidget:
        """Return the widget that takes the focus of this editor."""
        return self._main

    def set_state(self, state: str) -> None:
        """Colour the main input: "bad" or ""."""
        if (self._main.property("state") or "") != state:
            mark(self._main, state=state)

    def _fill(self, main: QWidget) -> None:
        """Take one input as the whole editor."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(main)
        self._main = main
        self.setFocusProxy(main)


_MOST_LETTERS = 1_000_000
"""Qt cuts pasted text at 32,767 letters without a word; the record says what is too long."""


class LineInput(QLineEdit):
    """A line that says when it is left and when Enter is pressed.

    Attributes:
        left, advanced: as in `Editor`.
    """

    left = Signal()
    advanced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MOST_LETTERS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if has_left(event):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the wish for the next field."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.advanced.emit()
