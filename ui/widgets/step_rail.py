"""The steps of a wizard at its left: done, now, to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import paint_icon
from ui.roles import current_roles
from ui.theme import SMALL_SIZE, TEXT_SIZE, TITLE_SIZE, text_font

_WIDTH = 220
_LEFT = 24
_TOP = 92
_STEP = 44
_DOT = 24


class StepRail(QWidget):
    """A picture; the wizard's buttons do the walking."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._current = 0
        self.setFixedWidth(_WIDTH)
        self.show_current(0)

    def show_current(self, place: int) -> None:
        """Mark the step that is now."""
        self._current = place
        self.setAccessibleName(f"Bước {place + 1} trên {len(self._names)}: {self._names[place]}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name of the program and the steps."""
        roles = current_roles()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(TITLE_SIZE, strong=True))
        painter.setPen(QColor(roles.accent_ink))
        painter.drawText(_LEFT, 46, "Sổ Hàng Việt")
        for place, name in enumerate(self._names):
            self._paint_step(painter, place, name)

    def _paint_step(self, painter: QPainter, place: int, name: str) -> None:
        roles = current_roles()
        top = _TOP + place * _STEP
        is_now, is_done = place == self._current, place < self._current
        dot = QRectF(_LEFT, top, _DOT, _DOT)
        if place:
            painter.setPen(QPen(QColor(roles.input_line), 1))
            painter.drawLine(_LEFT + _DOT // 2, top - _STEP + _DOT + 4, _LEFT + _DOT // 2, top - 4)
        painter.setPen(QPen(QColor(roles.accent if is_now or is_done else roles.input_line), 1))
        painter.setBrush(QColor(roles.accent if is_now else roles.card))
        painter.drawEllipse(dot)
        if is_done:
            paint_icon(painter, "check", dot.adjusted(5, 5, -5, -5).toRect(), "accent_ink")
        else:
            painter.setFont(text_font(SMALL_SIZE, strong=True))
            painter.setPen(QColor(roles.on_accent if is_now else roles.muted))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.setFont(text_font(TEXT_SIZE, strong=is_now))
        painter.setPen(QColor(roles.text if is_now else roles.muted))
        words = QRectF(_LEFT + _DOT + 12, top, _WIDTH - _LEFT - _DOT - 20, _DOT)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
