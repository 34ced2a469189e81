"""The colours of the window by their role, derived from the system's palette."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Tone(Enum):
    """What a pill or a message says by its colour; the words say it too."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    ACCENT = "accent"


@dataclass(frozen=True)
class Roles:
    """Every colour of the window; text on its ground is at least 4.5:1.

    Attributes:
        ground, card: behind the cards, and the cards.
        line, input_line, focus: around cards and between rows; around inputs; around what has the focus.
        muted: secondary text. hint: examples in empty fields. faint: icons at rest and disabled text (3:1).
        accent, on_accent: the main button. accent_ink: links. accent_tint: ground of what is chosen;
            on_tint, chosen_ink: plain and accented text on it.
        good, warning, bad, neutral: text of a state; their tints lie behind it.
    """

    ground: str
    card: str
    hover: str
    line: str
    input_line: str
    focus: str
    text: str
    muted: str
    hint: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_ink: str
    accent_tint: str
    on_tint: str
    chosen_ink: str
    good: str
    good_tint: str
    warning: str
    warning_tint: str
    bad: str
    bad_tint: str
    neutral: str
    neutral_tint: str
    dark: bool = False
    high_contrast: bool = False

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return the colours of text and ground for a tone."""
        return {
            Tone.NEUTRAL: (self.neutral, self.neutral_tint),
            Tone.GOOD: (self.good, self.good_tint),
            Tone.WARNING: (self.warning, self.warning_tint),
            Tone.BAD: (self.bad, self.bad_tint),
            Tone.ACCENT: (self.on_accent, self.accent),
        }[tone]


LIGHT = Roles(
    ground="#F3F4F6",
    card="#FFFFFF",
    hover="#F3F4F6",
    line="#E3E5EA",
    input_line="#CDD1D9",
    focus="#4B525D",
    text="#1F2329",
    muted="#5A616C",
    hint="#666D78",
    faint="#8A919C",
    accent="#A61C28",
    accent_hover="#8C1520",
    on_accent="#FFFFFF",
    accent_ink="#A61C28",
    accent_tint="#FBEAEB",
    on_tint="#1F2329",
    chosen_ink="#A61C28",
    good="#1C6B36",
    good_tint="#E4F4E9",
    warning="#855300",
    warning_tint="#FDF0D8",
    bad="#B3212D",
    bad_tint="#FDE7E8",
    neutral="#4B525D",
    neutral_tint="#ECEFF3",
)

DARK = Roles(
    ground="#15171B",
    card="#1E2126",
    hover="#292D34",
    line="#33373F",
    input_line="#4B515C",
    focus="#C3C9D2",
    text="#E9EBEE",
    muted="#AAB0BA",
    hint="#949BA6",
    faint="#7F8794",
    accent="#B92B38",
    accent_hover="#CB3A47",
    on_accent="#FFFFFF",
    accent_ink="#FF9BA2",
    accent_tint="#40242A",
    on_tint="#F4E9EA",
    chosen_ink="#FF9BA2",
    good="#8FD6A5",
    good_tint="#1D3627",
    warning="#F0C26B",
    warning_tint="#3D3019",
    bad="#FF9BA2",
    bad_tint="#47232A",
    neutral="#C3C9D2",
    neutral_tint="#30353D",
    dark=True,
)


def roles_of(palette: QPalette) -> Roles:
    """Return the roles for a palette: light, dark, or its own few colours when it is of high contrast.

    A high contrast palette has one colour behind the window and behind its inputs; no other has.
    """
    window = palette.color(QPalette.ColorRole.Window)
    if window == palette.color(QPalette.ColorRole.Base):
        return _high_contrast(palette)
    return DARK if window.lightness() < 128 else LIGHT


def current_roles() -> Roles:
    """Return the roles of the palette that the window has now."""
    return roles_of(QGuiApplication.palette())


def _high_contrast(palette: QPalette) -> Roles:
    role = QPalette.ColorRole
    ground, text = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    accent, on_accent = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    return Roles(
        ground=ground,
        card=ground,
        hover=ground,
        line=text,
        input_line=text,
        focus=accent,
        text=text,
        muted=text,
        hint=text,
        faint=palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name(),
        accent=accent,
        accent_hover=accent,
        on_accent=on_accent,
        accent_ink=palette.color(role.Link).name(),
        accent_tint=accent,
        on_tint=on_accent,
        chosen_ink=on_accent,
        good=text,
        good_tint=ground,
        warning=text,
        warning_tint=ground,
        bad=text,
        bad_tint=ground,
        neutral=text,
        neutral_tint=ground,
        dark=QColor(ground).lightness() < 128,
        high_contrast=True,
    )
