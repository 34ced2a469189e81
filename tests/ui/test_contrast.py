"""Contrast as it is on the screen: texts in their states 4.5:1, what shows the focus 3:1, in every palette."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.test_theme import contrast
from ui.roles import DARK, LIGHT, Roles, roles_of
from ui.theme import Theme, palette_for, stylesheet
from ui.widgets.buttons import CHIP, DANGER, LINK, PRIMARY, QUIET, TOGGLE, make_button
from ui.widgets.card import label


def forced(ground: str, text: str, accent: str, on_accent: str, link: str, disabled: str) -> Roles:
    """The roles of one of the contrast themes of Windows."""
    palette = QPalette(QColor(ground), QColor(ground))
    role = QPalette.ColorRole
    for target, colour in (
        (role.WindowText, text),
        (role.Highlight, accent),
        (role.HighlightedText, on_accent),
        (role.Link, link),
    ):
        palette.setColor(target, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, QColor(disabled))
    return roles_of(palette)


PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "night sky": forced("#000000", "#ffffff", "#d6b4fd", "#2b2b2b", "#8080ff", "#a6a6a6"),
    "desert": forced("#fffaef", "#3d3d3d", "#903909", "#fff5e3", "#1c5e75", "#676767"),
}
_FINE = 4
"""Drawn so much larger that strokes are thicker than the blur of their edges."""


@pytest.fixture(params=PALETTES, ids=str)
def card(request, qtbot, qapp: QApplication) -> Iterator[QFrame]:
    """A shown card in the colours of a palette, which the whole program has meanwhile."""
    made = QFrame()
    made.setProperty("card", True)
    made.setLayout(QVBoxLayout())
    roles = PALETTES[request.param]
    qapp.setPalette(palette_for(roles))
    qapp.setStyleSheet(stylesheet(roles))
    qtbot.addWidget(made)
    yield made
    qapp.findChild(Theme).apply()


def put(card: QFrame, *widgets: QWidget) -> None:
    rest = QPushButton("Nghỉ")  # has the focus when nothing else is to have it
    rest.setObjectName("rest")
    for widget in (*widgets, rest):
        card.layout().addWidget(widget)
    card.show()
    card.activateWindow()
    rest.setFocus()
    QApplication.processEvents()


def picture(widget: QWidget) -> QImage:
    """Draw a widget with what lies behind it."""
    image = QImage(widget.size() * _FINE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_FINE)
    card = widget.window()
    painter = QPainter(image)
    card.render(painter, -widget.pos())
    painter.end()
    return image


def colours(image: QImage) -> Counter[str]:
    edge = _FINE * 4
    inner = image.copy(image.rect().adjusted(edge, edge, -edge, -edge))
    pixels = Counter(memoryview(inner.constBits()).cast("I"))
    return Counter({QColor(pixel).name(): count for pixel, count in pixels.items()})


def text_contrast(widget: QWidget) -> float:
    """Return the contrast of the text with its ground, the commonest colour; a blurred edge counts for nothing."""
    found = colours(picture(widget)).most_common(40)
    ground, often = found[0]
    return max(contrast(ground, one) for one, count in found if count > often / 2000)


def states() -> dict[str, QWidget]:
    empty, chosen, area, checked = (
        QLineEdit(),
        QLineEdit("Phiên chợ hàng Việt"),
        QPlainTextEdit(),
        QCheckBox("Ước"),
    )
    empty.setPlaceholderText("Tìm không dấu")
    chosen.selectAll()
    area.setPlaceholderText("Kết quả nổi bật")
    checked.setChecked(True)
    radio = QRadioButton("Huyện")
    radio.setAutoExclusive(False)
    radio.setChecked(True)
    combo = QComboBox()
    combo.addItem("Hoàn thành")
    made = {
        "example": empty,
        "marked text": chosen,
        "long example": area,
        "ticked": checked,
        "choice": combo,
        "not ticked": QCheckBox("Số liệu ước"),
        "radio": QRadioButton("Xã"),
        "radio chosen": radio,
        "label": QLabel("Nội dung"),
        "list": _list(),
    }
    made |= {
        kind or "plain": make_button("Lưu báo cáo", "a", kind=kind)
        for kind in ("", PRIMARY, DANGER, LINK, QUIET)
    }
    for kind in (CHIP, TOGGLE):
        made[f"{kind} chosen"] = button = make_button("Nội dung", "b", kind=kind)
        button.setCheckable(True)
        button.setChecked(True)
    return made | {
        tone: label("Đã lưu hoạt động", tone=tone) for tone in ("muted", "bad", "warning", "good", "accent")
    }


def _list() -> QListWidget:
    made = QListWidget()
    made.setProperty("boxed", True)
    made.addItem("Ban Chỉ đạo huyện")
    made.setCurrentRow(0)
    made.setFixedHeight(40)
    return made


def test_every_text_can_be_read_in_every_state(card: QFrame) -> None:
    widgets = states()
    put(card, *widgets.values())
    measured = {name: round(text_contrast(one), 2) for name, one in widgets.items()}
    assert {name: one for name, one in measured.items() if one < 4.5} == {}


def test_the_focus_can_be_seen_on_every_control(card: QFrame) -> None:
    widgets = {
        name: one
        for name, one in states().items()
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and name not in ("marked text",)
    }
    put(card, *widgets.values())
    measured = {}
    for name, one in widgets.items():
        before = picture(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = picture(one)
        card.findChild(QPushButton, "rest").setFocus()
        measured[name] = round(_change(before, after), 2)
    assert {name: one for name, one in measured.items() if one < 3} == {}


def _change(before: QImage, after: QImage) -> float:
    """Return the contrast between what a place shows with and without the focus, where it changes most."""
    pairs = {
        (before.pixel(x, y), after.pixel(x, y))
        for x in range(0, before.width(), 2)
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    return max((contrast(QColor(one).name(), QColor(other).name()) for one, other in pairs), default=1.0)
