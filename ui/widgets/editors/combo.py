"""A drop-down list as forms use it: wide list, elided text, not changed by the wheel in passing."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from ui.widgets.editors.base import has_left
from ui.widgets.tooltip import as_tip

SHORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""A shorter text for the closed box."""

_ARROW_ROOM = 40
_WIDEST_LIST = 560


class ComboInput(QComboBox):
    """A list to choose from.

    Attributes:
        left, advanced: as in `Editor`.
    """

    left = Signal()
    advanced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        # The delegate of Qt's own drop-down lists takes no style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: a long choice is elided."""
        return QSize(56, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if has_left(event):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the wish for the next field; F4 and Alt+Down open the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.advanced.emit()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Let the list be as wide as its words."""
        view = self.view()
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        width = max(self.width(), min(view.sizeHintForColumn(0) + _ARROW_ROOM, _WIDEST_LIST))
        view.setMinimumWidth(width)
        popup = view.parentWidget()
        if popup is not None:
            popup.setMaximumWidth(width + 2)
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a choice that has no room, rather than the help."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut():
            QToolTip.showText(event.globalPos(), as_tip(self.currentText()), self)
            return True
        return super().event(event)

    def is_cut(self) -> bool:
        """Say whether the closed box shows less than the chosen words."""
        return not self.isEditable() and self.shown_words() != self.currentText()

    def shown_words(self) -> str:
        """Return what the closed box has room for: the chosen words, short, whole or elided."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        words = self.currentData(SHORT_ROLE) or self.currentText()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, field.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen words, short or elided."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_words()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
