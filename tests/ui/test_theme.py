from string import Template

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.roles import DARK, LIGHT, Roles, Tone, roles_of
from ui.theme import Theme, palette_for, stylesheet


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(roles: Roles) -> None:
    pairs = [roles.tone(tone) for tone in Tone]
    pairs += [(ink, ground) for ink in (roles.text, roles.muted) for ground in (roles.card, roles.ground)]
    pairs += [(ink, roles.card) for ink in (roles.accent_ink, roles.bad, roles.warning, roles.good)]
    pairs += [(ink, roles.accent_tint) for ink in (roles.on_tint, roles.chosen_ink)]
    too_faint = [pair for pair in pairs if contrast(*pair) < 4.5]
    assert too_faint == []


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
def test_roles_are_found_again_in_their_palette(roles: Roles) -> None:
    assert roles_of(palette_for(roles)) is roles


def test_high_contrast_palette_lends_its_own_colours() -> None:
    palette = QPalette(QColor("black"), QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("white"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#1aebff"))
    roles = roles_of(palette)
    assert (roles.high_contrast, roles.text, roles.card, roles.accent) == (
        True,
        "#ffffff",
        "#000000",
        "#1aebff",
    )


def test_style_sheet_has_no_open_places() -> None:
    assert not Template.pattern.search(stylesheet(LIGHT).replace("*/", ""))


@pytest.mark.parametrize("kind", ["QAbstractItemView", "QMenu", "QMessageBox", "QTipLabel"])
def test_lists_menus_and_tips_have_the_font_of_the_window(qapp: QApplication, kind: str) -> None:
    QApplication.setFont(QFont("Courier", 20), kind)  # as Windows does
    qapp.findChild(Theme).apply()
    assert QApplication.font(kind).families() == QApplication.font().families()
    assert QApplication.font(kind).pixelSize() == QApplication.font().pixelSize()
