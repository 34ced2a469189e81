"""Typing as a person types, Vietnamese letters and Unikey's backspaces included."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_unknown, text: str = "") -> None:
    """Press and release one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text letter by letter; QTest knows only Latin letters."""
    for letter in text:
        press(widget, text=letter)


def type_like_unikey(widget: QWidget, word: str, plain: str) -> None:
    """Type the plain letters, then let Unikey take them back and put the word there."""
    type_text(widget, plain)
    for _ in plain:
        press(widget, Qt.Key.Key_Backspace)
    type_text(widget, word)
