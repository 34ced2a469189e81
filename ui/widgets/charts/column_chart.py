"""Standing bars with the number above and a label below each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop_app.vietnamese.numbers import format_integer
from ui.roles import current_roles
from ui.theme import SMALL_SIZE, text_font
from ui.widgets.charts.base import Chart

_NUMBER, _LABEL = 20, 22
_WIDEST = 32


class ColumnChart(Chart):
    """As wide as its room."""

    def sizeHint(self) -> QSize:
        """Return a calm height."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        return QSize(320, 132)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which it can be read."""
        return QSize(240, 104)

    def areas(self) -> list[QRectF]:
        """Return the strip of each bar."""
        width = self.width() / max(1, len(self._bars))
        return [QRectF(at * width, 0, width, self.height()) for at in range(len(self._bars))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars, numbers, labels and the ground line."""
        roles = current_roles()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - _LABEL
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.drawLine(0, ground, self.width(), ground)
        highest = ground - _NUMBER
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for at, (bar, area) in enumerate(zip(self._bars, self.areas(), strict=True)):
            marked = at == self.marked()
            if marked and self.hasFocus():
                painter.setPen(QColor(roles.accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(1.5, 0.5, -1.5, -0.5), 4, 4)
            width = min(_WIDEST, area.width() * 0.6)
            height = max(self.share(bar) * highest, 2.0) if bar.value else 0.0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ink(at))
            box = QRectF(area.center().x() - width / 2, ground - height, width, height)
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(text_font(SMALL_SIZE, strong=bool(bar.value)))
            painter.setPen(QColor(roles.text if bar.value else roles.muted))
            above = QRectF(area.left(), ground - height - _NUMBER, area.width(), _NUMBER)
            painter.drawText(above, centre, format_integer(bar.value))
            painter.setFont(text_font(SMALL_SIZE))
            painter.setPen(QColor(roles.muted))
            painter.drawText(QRectF(area.left(), ground, area.width(), _LABEL), centre, bar.label)
