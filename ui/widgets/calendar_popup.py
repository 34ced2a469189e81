"""A calendar over a date field; Esc closes it, Enter or a click chooses."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon


class CalendarPopup(QWidget):
    """One month at a time, weeks from Monday.

    Attributes:
        chosen: the day that was taken.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("popup", True)
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("calendar")
        self._calendar.setAccessibleName("Lịch chọn ngày")
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setMinimumSize(296, 232)
        self._draw_calmly()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._calendar)

        self._calendar.clicked.connect(self._on_taken)
        self._calendar.activated.connect(self._on_taken)

    def open_at(self, field: QWidget, day: date) -> None:
        """Show the month of a day below a field, or above where the screen ends."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        limits = field.screen().availableGeometry()
        corner.setX(max(limits.left(), min(corner.x(), limits.right() - self.width())))
        if corner.y() + self.height() > limits.bottom():
            corner.setY(field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close without choosing on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _draw_calmly(self) -> None:
        """Take our own arrows, and no red weekends: red is for what is wrong."""
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        for name, arrow, tip in (
            ("qt_calendar_prevmonth", "chevron-left", "Tháng trước"),
            ("qt_calendar_nextmonth", "chevron-right", "Tháng sau"),
        ):
            button = self._calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(arrow))
                button.setToolTip(tip)
                button.setAccessibleName(tip)

    def _on_taken(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
