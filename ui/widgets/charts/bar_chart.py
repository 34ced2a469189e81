"""Lying bars with a label before and the number behind each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_app.vietnamese.numbers import format_integer
from ui.roles import current_roles
from ui.theme import TEXT_SIZE, text_font
from ui.widgets.charts.base import Chart

_ROW = 26
_BAR = 14
_GAP = 12
_NUMBER_ROOM = 48


class BarChart(Chart):
    """As high as it has bars."""

    def sizeHint(self) -> QSize:
        """Return the height of all bars."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return QSize(320, _ROW * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the labels can be read."""
        return QSize(240, _ROW * len(self._bars))

    def areas(self) -> list[QRectF]:
        """Return the line of each bar."""
        return [QRectF(0, at * _ROW, self.width(), _ROW) for at in range(len(self._bars))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw labels, bars and numbers."""
        roles = current_roles()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, strong = text_font(TEXT_SIZE), text_font(TEXT_SIZE, strong=True)
        metrics = QFontMetrics(font)
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0)
        label_room = min(widest + 4, self.width() // 2)
        longest = self.width() - label_room - _GAP - _NUMBER_ROOM
        middle = Qt.AlignmentFlag.AlignVCenter
        for at, (bar, area) in enumerate(zip(self._bars, self.areas(), strict=True)):
            marked = at == self.marked()
            if marked and self.hasFocus():
                painter.setPen(QColor(roles.accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
            painter.setFont(font)
            painter.setPen(QColor(roles.text))
            label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, label_room)
            painter.drawText(area.adjusted(2, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, label)
            length = max(self.share(bar) * longest, 3.0 if bar.value else 0.0)
            box = QRectF(label_room + _GAP, area.top() + (_ROW - _BAR) / 2, length, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ink(at))
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(strong)
            painter.setPen(QColor(roles.text if bar.value else roles.muted))
            number = QRectF(box.right() + (8 if bar.value else 0), area.top(), _NUMBER_ROOM, _ROW)
            painter.drawText(number, middle | Qt.AlignmentFlag.AlignLeft, format_integer(bar.value))
