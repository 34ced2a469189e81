"""The way of a paper as a line of states: behind it, now, to come; it goes on in the next line where it must."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.roles import Tone, current_roles
from ui.theme import TEXT_SIZE, text_font

_DOT = 16
_LINE = 30
_GAP = 6
_ARROW = 24
_USUAL_WIDTH = 640


class Passed(Enum):
    """Where a state lies."""

    DONE = "đã qua"
    NOW = "hiện nay"
    LATER = "chưa tới"


class StateLine(QWidget):
    """A picture; what moves the paper on stands below it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Build an empty line.

        Args:
            title: what the states are of, for the screen reader.
            parent: the owner.
        """
        super().__init__(parent)
        self._title = title
        self._states: list[tuple[str, Passed]] = []
        self._tone = Tone.ACCENT
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def states(self) -> list[tuple[str, Passed]]:
        """Return what is shown."""
        return list(self._states)

    def show_states(self, states: Sequence[tuple[str, Passed]], tone: Tone = Tone.ACCENT) -> None:
        """Show other states.

        Args:
            states: (name, where it lies), in their order.
            tone: of the state that is now.
        """
        self._states, self._tone = list(states), tone
        words = ", ".join(f"{name} ({passed.value})" for name, passed in states)
        self.setAccessibleName(f"{self._title}: {words}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        """Return the size in a usual window."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the longest state."""
        widest = max((place.width() for place in self._places(_USUAL_WIDTH)), default=0)
        return QSize(widest, _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the states and the arrows between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, place in enumerate(self._places(self.width())):
            if at:
                self._paint_arrow(painter, place)
            self._paint_state(painter, place, *self._states[at])

    def _places(self, width: int) -> list[QRect]:
        """Return where each state stands; the arrow to it stands before it, also at the start of a line."""
        places: list[QRect] = []
        left, top = 0, 0
        for at, (name, passed) in enumerate(self._states):
            before = _ARROW if at else 0
            own = _DOT + _GAP + self._words_width(name, passed)
            if left and left + before + own > width:
                left, top = 0, top + _LINE
            places.append(QRect(left + before, top, own, _LINE))
            left += before + own
        return places

    def _words_width(self, name: str, passed: Passed) -> int:
        return QFontMetrics(_font(passed)).horizontalAdvance(name) + 2

    def _paint_arrow(self, painter: QPainter, place: QRect) -> None:
        box = QRect(place.left() - _ARROW + 6, place.top() + (_LINE - 12) // 2, 12, 12)
        paint_icon(painter, "chevron-right", box, "faint")

    def _paint_state(self, painter: QPainter, place: QRect, name: str, passed: Passed) -> None:
        roles = current_roles()
        ink, ground = roles.tone(self._tone)
        dot = QRectF(place.left() + 0.5, place.top() + (_LINE - _DOT) / 2, _DOT - 1, _DOT - 1)
        edge, fill, words = {
            Passed.DONE: (roles.good, roles.good_tint, roles.text),
            Passed.NOW: (ink if self._tone is not Tone.ACCENT else ground, ground, roles.text),
            Passed.LATER: (roles.input_line, roles.card, roles.muted),
        }[passed]
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(dot)
        if passed is Passed.DONE:
            paint_icon(painter, "check", dot.adjusted(2, 2, -2, -2).toRect(), "good")
        elif passed is Passed.NOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(dot.adjusted(5, 5, -5, -5))
        painter.setFont(_font(passed))
        painter.setPen(QColor(words))
        text = place.adjusted(_DOT + _GAP, 0, 2, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _font(passed: Passed) -> QFont:
    return text_font(TEXT_SIZE, strong=passed is Passed.NOW)
