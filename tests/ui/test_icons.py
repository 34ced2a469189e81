import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from ui.app import make_application
from ui.icons import icon, program_icon
from ui.paths import ICONS
from ui.roles import current_roles

SOURCES = list(Path("ui").rglob("*.py"))


def test_every_icon_named_in_the_code_is_shipped() -> None:
    shipped = {path.stem for path in ICONS.glob("*.svg")}
    named = {
        name
        for path in SOURCES
        for name in re.findall(r'(?:icon_name(?::[^=]+)?=|\bicon\()\s*"([a-z0-9-]+)"', path.read_text())
    }
    assert named
    assert named <= shipped


@pytest.mark.parametrize("mode", [QIcon.Mode.Normal, QIcon.Mode.Disabled])
def test_icons_take_the_colour_of_their_role(mode: QIcon.Mode) -> None:
    image = icon("plus", "accent_ink").pixmap(QSize(16, 16), mode).toImage()
    roles = current_roles()
    wanted = QColor(roles.accent_ink if mode is QIcon.Mode.Normal else roles.faint)
    solid = [
        QColor(image.pixelColor(x, y))
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    assert solid
    assert all(abs(colour.red() - wanted.red()) < 40 for colour in solid)


@pytest.mark.parametrize("side", [16, 24, 32, 48, 256])
def test_the_sign_of_the_program_is_drawn_in_every_size(side: int) -> None:
    picture = program_icon().pixmap(QSize(side, side)).toImage()
    middle = picture.pixelColor(side // 2, side // 2)
    assert middle.alpha() == 255
    assert picture.pixelColor(int(side * 0.3), int(side * 0.2)).name() == "#a61c28"
    assert picture.pixelColor(0, 0).alpha() < 255


def test_windows_bear_the_sign(dressed: QApplication) -> None:
    made = make_application([])
    assert made is dressed
    assert made.windowIcon().cacheKey() == program_icon().cacheKey()
