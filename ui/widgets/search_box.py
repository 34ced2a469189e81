"""The search box of a page: it searches while one types, and Esc empties it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon
from ui.widgets.speech import offer_clearing

_PAUSE_MS = 120
_SHORTER = ("Tìm không dấu…", "Tìm…")
_EDGES = 82
"""What glass, edges and the button that empties the box take."""


class SearchBox(QLineEdit):
    """A line with a magnifying glass.

    Attributes:
        searched: what is to be found, a moment after the last key.
        passed: Down or Enter was pressed: on to the table.
    """

    searched = Signal(str)
    passed = Signal()

    def __init__(self, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_box")
        self.setAccessibleName("Tìm kiếm")
        self._example = example
        self.setPlaceholderText(example)
        self.setAccessibleDescription(example)
        self.setToolTip("Gõ có dấu hoặc không dấu đều được (Ctrl+F).")
        offer_clearing(self)
        glass = self.addAction(icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText("Tìm kiếm")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)

        self.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._on_pause)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the example whole, or shorter words."""
        super().resizeEvent(event)
        room = self.width() - _EDGES
        fitting = (
            one for one in (self._example, *_SHORTER) if self.fontMetrics().horizontalAdvance(one) <= room
        )
        self.setPlaceholderText(next(fitting, _SHORTER[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the box on Esc; search at once and go to the table on Enter or Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self._timer.isActive():
                self._on_pause()
            self.passed.emit()
            return
        super().keyPressEvent(event)

    def _on_pause(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())
