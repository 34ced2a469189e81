"""How the window looks: measures, fonts, palette and style sheet, all in one place."""

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.paths import ICONS, RESOURCES
from ui.roles import Roles, current_roles, roles_of

GRID = 8
MARGIN = 20
ROW_HEIGHT = 34
HEADER_HEIGHT = 56
STATUS_HEIGHT = 32
NAVIGATION_WIDTH = 196
NAVIGATION_NARROW_WIDTH = 56
FORM_WIDTH = 428
TEXT_SIZE = 13
SMALL_SIZE = 12
TITLE_SIZE = 18
FIGURE_SIZE = 24

_FAMILIES = ("Segoe UI", "Noto Sans")
# Windows gives these a font of their own (that of icon titles, menus, tips), which the application's does not replace.
_WITH_OWN_FONT = ("QAbstractItemView", "QMenu", "QMenuBar", "QMessageBox", "QStatusBar", "QTipLabel")
# Every widget has a property "size" of its own, its extent.
_PROPERTIES = {"size": "text_size"}


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set the properties that the style sheet knows (kind="primary", tone="muted", size="small") and show them."""
    for name, value in properties.items():
        widget.setProperty(_PROPERTIES.get(name, name), value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def text_font(size: int = TEXT_SIZE, *, strong: bool = False) -> QFont:
    """Return the font of the window in a size of the scale above."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def stylesheet(roles: Roles) -> str:
    """Return the style sheet with the colours of the roles."""
    files = ("theme.qss", "theme_contrast.qss") if roles.high_contrast else ("theme.qss",)
    template = Template("\n".join((RESOURCES / name).read_text(encoding="utf-8") for name in files))
    values = {name: getattr(roles, name) for name in Roles.__dataclass_fields__}
    drawn = (ICONS / "drawn").as_posix()
    light_tick = QColor(roles.on_accent).lightness() > 128
    return template.substitute(
        values,
        chevron=f"{drawn}/chevron_{'light' if roles.dark else 'dark'}.svg",
        sort_up=f"{drawn}/sort_up_{'light' if roles.dark else 'dark'}.svg",
        sort_down=f"{drawn}/sort_down_{'light' if roles.dark else 'dark'}.svg",
        tick=f"{drawn}/tick_{'light' if light_tick else 'dark'}.svg",
    )


def palette_for(roles: Roles) -> QPalette:
    """Return the palette in which Qt's own parts (menus, calendar, dialogs) match the roles."""
    palette = QPalette(QColor(roles.card), QColor(roles.ground))
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for target, colour in (
        (role.Window, roles.ground),
        (role.Base, roles.card),
        (role.AlternateBase, roles.hover),
        (role.Button, roles.card),
        (role.ToolTipBase, roles.card),
        (role.WindowText, roles.text),
        (role.Text, roles.text),
        (role.ButtonText, roles.text),
        (role.ToolTipText, roles.text),
        (role.BrightText, roles.bad),
        (role.PlaceholderText, roles.hint),
        (role.Highlight, roles.accent),
        (role.HighlightedText, roles.on_accent),
        (role.Accent, roles.accent),
        (role.Link, roles.accent_ink),
        (role.LinkVisited, roles.accent_ink),
        (role.Mid, roles.line),
        (role.Light, roles.hover),
        (role.Dark, roles.input_line),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(disabled, target, QColor(roles.faint))
    return palette


class Theme(QObject):
    """Keeps the application in the colours of the system's palette, also when it changes.

    The palette that Qt gives before ours is set is the system's; setting an empty one brings it back.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        # Kept: PySide drops the accessibility hints together with a style hints object nobody holds.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        application.setStyle("Fusion")
        self._font = _base_font()
        application.setFont(self._font)
        self.apply()

        self._hints.colorSchemeChanged.connect(self.apply)
        self._accessibility.contrastPreferenceChanged.connect(self.apply)

    def apply(self) -> None:
        """Read the system's palette anew and colour everything by it, in one font."""
        self._application.setPalette(QPalette())
        system = QGuiApplication.palette()
        if self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast:
            system.setColor(QPalette.ColorRole.Base, system.color(QPalette.ColorRole.Window))
        self._application.setPalette(palette_for(roles_of(system)))
        self._application.setStyleSheet(stylesheet(current_roles()))
        # Last: a palette that is set anew brings the system's fonts of single classes back.
        for name in _WITH_OWN_FONT:
            # PySide's types ask for bytes, the call itself takes text only.
            QApplication.setFont(self._font, name)  # type: ignore[arg-type]


def _base_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    known = set(QFontDatabase.families())
    font.setFamilies([*(name for name in _FAMILIES if name in known), font.family()])
    font.setPixelSize(TEXT_SIZE)
    return font
