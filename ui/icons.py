"""Line icons from SVG files, drawn in the colours of the palette at the moment they are painted."""

from functools import cache
from typing import Self

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.paths import ICONS
from ui.roles import current_roles

ICON_SIZE = QSize(16, 16)
_SMALL = 24
"""Pixels up to which the program's sign is drawn from its small drawing."""


@cache
def icon(name: str, role: str = "muted", *, on_role: str = "accent_ink") -> QIcon:
    """Return the icon of that file in the colour of a role.

    Args:
        name: file in resources/icons without ".svg".
        role: attribute of `Roles`; disabled icons are faint.
        on_role: the role when the button that carries it is checked.
    """
    return QIcon(_PaletteIcon(name, role, on_role))


@cache
def program_icon() -> QIcon:
    """Return the sign of the program, for its windows and the taskbar; it is the same on light and dark."""
    return QIcon(_ProgramIcon())


def paint_icon(painter: QPainter, name: str, rect: QRect, role: str) -> None:
    """Draw an icon within a delegate."""
    _renderer(name, getattr(current_roles(), role)).render(painter, QRectF(rect))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    drawn = source.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(drawn.encode()))


class _DrawnIcon(QIconEngine):
    """Draws itself anew in every size."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        finally:  # a picture that goes while it is painted takes the program with it
            painter.end()
        return pixmap


class _ProgramIcon(_DrawnIcon):
    """The sign of the program, with a drawing of its own for the small sizes."""

    def clone(self) -> Self:
        return type(self)()

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        name = "program_small" if rect.width() <= _SMALL else "program"
        QSvgRenderer(str(ICONS / "app" / f"{name}.svg")).render(painter, QRectF(rect))


class _PaletteIcon(_DrawnIcon):
    """Asks for the colour when it paints, so that a change of palette needs no new icons."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name, self._role, self._on_role = name, role, on_role

    def clone(self) -> Self:
        return type(self)(self._name, self._role, self._on_role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._on_role if state is QIcon.State.On else self._role
        if mode is QIcon.Mode.Disabled:
            role = "faint"
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        paint_icon(painter, self._name, square, role)
