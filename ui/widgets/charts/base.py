"""What the charts share: bars that can be pointed at, walked over with the arrow keys and opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.roles import current_roles
from ui.widgets.speech import announce

_NONE = -1
_REST = 0.78


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        key: told when it is opened.
        label: short, beside the bar. name: whole, in the tooltip.
    """

    key: str
    label: str
    value: int
    name: str = ""


class Chart(QWidget):
    """A row or column of bars.

    Attributes:
        opened: key of the bar that the user wants to see the records of.
    """

    opened = Signal(str)

    def __init__(self, title: str, name: str, unit: str, parent: QWidget | None = None) -> None:
        """Build an empty chart.

        Args:
            title: what is shown, for the screen reader.
            name: the object name.
            unit: what is counted ("hoạt động").
            parent: the owner.
        """
        super().__init__(parent)
        self._title, self._unit = title, unit
        self._bars: tuple[Bar, ...] = ()
        self._pointed, self._walked = _NONE, _NONE
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def bars(self) -> tuple[Bar, ...]:
        """Return what is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self._bars = tuple(bars)
        self._pointed = self._walked = _NONE
        values = "; ".join(f"{bar.name or bar.label}: {bar.value}" for bar in bars)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(values)
        self.updateGeometry()
        self.update()

    def words(self, at: int) -> str:
        """Return what a bar says: its whole name and value."""
        bar = self._bars[at]
        return f"{bar.name or bar.label}: {bar.value} {self._unit}"

    def areas(self) -> list[QRectF]:
        """Return the area that belongs to each bar, its label included."""
        raise NotImplementedError

    def marked(self) -> int:
        """Return the place of the bar under the mouse or the keys, -1 without one."""
        return self._pointed if self._pointed != _NONE else self._walked

    def share(self, bar: Bar) -> float:
        """Return how much of the longest bar this one is."""
        most = max((one.value for one in self._bars), default=0)
        return bar.value / most if most else 0.0

    def ink(self, at: int) -> QColor:
        """Return the colour of a bar: softer than the accent, which a marked one has."""
        roles = current_roles()
        colour = QColor(roles.accent)
        if at != self.marked() and not roles.high_contrast:
            colour.setAlphaF(_REST)
        return colour

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the bar under the mouse."""
        self._point_at(self._bar_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark nothing."""
        super().leaveEvent(event)
        self._point_at(_NONE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the mouse."""
        self._open(self._bar_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the bars with the arrows; Enter or Space opens one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if step is not None and self._bars:
            self._walk_to(max(0, min(len(self._bars) - 1, self._walked + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._walked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first bar."""
        super().focusInEvent(event)
        if self._walked == _NONE and self._bars and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._walk_to(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark nothing."""
        super().focusOutEvent(event)
        self._walked = _NONE
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell the whole name of a bar."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._bar_at(QPointF(event.pos()))
            if at != _NONE:
                QToolTip.showText(event.globalPos(), self.words(at), self)
            return True
        return super().event(event)

    def _bar_at(self, point: QPointF) -> int:
        return next((at for at, area in enumerate(self.areas()) if area.contains(point)), _NONE)

    def _walk_to(self, at: int) -> None:
        self._walked = at
        announce(self, self.words(at))
        self.update()

    def _point_at(self, at: int) -> None:
        if at != self._pointed:
            self._pointed = at
            if at == _NONE:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._bars):
            self.opened.emit(self._bars[at].key)
