"""A short word on a tinted ground: a state, a code, a count."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.roles import Tone, current_roles
from ui.theme import text_font

_FONT_SIZE = 11
_HEIGHT = 20
_PADDING = 8


def pill_width(text: str) -> int:
    """Return how wide the pill of a text is."""
    return QFontMetrics(text_font(_FONT_SIZE)).horizontalAdvance(text) + 2 * _PADDING


def paint_pill(painter: QPainter, area: QRect, text: str, tone: Tone) -> None:
    """Draw a pill at the left of an area, in the middle of its height; a long text is cut with “…”."""
    roles = current_roles()
    ink, ground = roles.tone(tone)
    font = text_font(_FONT_SIZE)
    width = min(pill_width(text), area.width())
    top = area.top() + (area.height() - _HEIGHT) / 2
    box = QRectF(area.left() + 0.5, top + 0.5, width - 1, _HEIGHT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink)) if roles.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, _HEIGHT / 2, _HEIGHT / 2)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * _PADDING + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Pill(QWidget):
    """A pill that stands by itself."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def text(self) -> str:
        """Return the word."""
        return self._text

    def set(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show another word; an empty one hides the pill."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        if not text:
            self.hide()
        elif self.parent() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the word with its ground."""
        return QSize(pill_width(self._text) if self._text else 0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        if self._text:
            painter = QPainter(self)
            paint_pill(painter, self.rect(), self._text, self._tone)
