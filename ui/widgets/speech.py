"""Tells a screen reader what only the eye would notice: a message at the foot, the bar that the arrow keys came to."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QLineEdit, QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have words read out; without a screen reader nothing happens.

    Args:
        widget: that the words belong to.
        words: Vietnamese; "" says nothing.
        urgent: they interrupt what is being read.
    """
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def offer_clearing(line: QLineEdit) -> None:
    """Give a line the button that empties it; Qt's own has no name."""
    line.setClearButtonEnabled(True)
    for action in line.findChildren(QAction, "_q_qlineeditclearaction"):
        action.setText("Xóa chữ đã gõ")
        action.setToolTip("Xóa chữ đã gõ")
