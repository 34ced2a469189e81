"""The embedded typeface: the installed Times New Roman, else the shipped Liberation Serif; widths and gaps."""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop_app.errors import ResourceError
from desktop_app.report.layout import TextStyle
from desktop_app.resources_path import resource

_BOX = "\u25a1"
_NO_GLYPH = "\ufffd"  # drawn by the font itself as its mark for a missing glyph
_MOST_WORDS = 20_000
# A font that lacks one of these is no font for Vietnamese: old copies of Times New Roman have no ỹ.
_NEEDED = "ăâđêôơưạẵẫẹễịọỗỡụữỳỵỹĂÂĐÊÔƠƯẠẴẪẸỄỊỌỖỠỤỮỲỴỸ“”–…"


class FontFiles(NamedTuple):
    """The four styles of one typeface."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


_TIMES_NEW_ROMAN = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_SHIPPED = tuple(f"LiberationSerif-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic"))


def installed_times(environment: Mapping[str, str] = os.environ) -> FontFiles | None:
    """Find Times New Roman where Windows keeps fonts: for everybody, then for the current user."""
    folders = [
        Path(root).joinpath(*parts)
        for root, parts in (
            (environment.get("WINDIR"), ("Fonts",)),
            (environment.get("LOCALAPPDATA"), ("Microsoft", "Windows", "Fonts")),
        )
        if root
    ]
    for folder in folders:
        files = FontFiles(*(folder / name for name in _TIMES_NEW_ROMAN))
        if all(file.is_file() for file in files):
            return files
    return None


def shipped_times() -> FontFiles:
    """Return the shipped typeface, whose widths equal those of Times New Roman."""
    return FontFiles(*(resource("fonts", name) for name in _SHIPPED))


class _Drawn(dict[int, int]):
    """A table for `str.translate`: what is drawn for a character; learns each one when it is first met."""

    def __init__(self, glyphs: Mapping[int, int]) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._box = ord(_BOX if ord(_BOX) in glyphs else _NO_GLYPH)

    def has(self, code: int) -> bool:
        # reportlab's table back to Unicode has room for four hexadecimal digits only.
        return code in self._glyphs and code <= 0xFFFF

    def __missing__(self, code: int) -> int:
        self[code] = code if self.has(code) else self._box
        return self[code]


class Font:
    """One style of the typeface, ready for reportlab under `name`."""

    def __init__(self, name: str, path: Path) -> None:
        font = TTFont(name, str(path))
        self.name = name
        self._drawn = _Drawn(font.face.charToGlyph)
        self._widths: Mapping[int, float] = font.face.charWidths
        self._default_width: float = font.face.defaultWidth
        self._words: dict[str, tuple[str, float]] = {}
        self.space = self.width(" ", 1.0)
        pdfmetrics.registerFont(font)

    def missing(self, text: str) -> list[str]:
        """Return the characters of the text that the font lacks, each once, in order of appearance."""
        return [char for char in dict.fromkeys(text) if not self._drawn.has(ord(char))]

    def drawable(self, text: str) -> str:
        """Return the text with a box for each character that the font lacks."""
        return text.translate(self._drawn)

    def width(self, text: str, size: float) -> float:
        """Return the width of a drawable text in the unit of `size`."""
        widths, default = self._widths, self._default_width
        return sum([widths.get(ord(char), default) for char in text]) * size / 1000

    def em_width(self, text: str) -> float:
        """Return the width of any text in ems."""
        return self.width(self.drawable(text), 1.0)

    def word(self, word: str) -> tuple[str, float]:
        """Return a word as it is drawn, and its width in ems; remembered, for words come back often."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            drawn = self.drawable(word)
            known = self._words[word] = (drawn, self.width(drawn, 1.0))
        return known


class FontSet:
    """The four styles of the typeface in use."""

    def __init__(self, files: FontFiles) -> None:
        self.files = files
        self._fonts = {
            (False, False): Font("report-regular", files.regular),
            (True, False): Font("report-bold", files.bold),
            (False, True): Font("report-italic", files.italic),
            (True, True): Font("report-bold-italic", files.bold_italic),
        }

    def font(self, *, bold: bool = False, italic: bool = False) -> Font:
        """Return one style."""
        return self._fonts[bold, italic]

    def of(self, style: TextStyle) -> Font:
        """Return the font of a block."""
        return self.font(bold=style.bold, italic=style.italic)

    def missing(self, text: str) -> list[str]:
        """Return the characters of the text that a style prints as boxes, each once, in order of appearance."""
        lacking = {char for font in self._fonts.values() for char in font.missing(text)}
        return [char for char in dict.fromkeys(text) if char in lacking]


def _speaks_vietnamese(fonts: FontSet) -> bool:
    return not any(
        fonts.font(bold=bold, italic=italic).missing(_NEEDED)
        for bold in (False, True)
        for italic in (False, True)
    )


@lru_cache(maxsize=1)
def load_fonts() -> FontSet:
    """Load the typeface once for the life of the program.

    Raises:
        ResourceError: if the shipped fonts are gone or damaged.
    """
    installed = installed_times()
    if installed is not None:
        try:
            fonts = FontSet(installed)
        except (OSError, TTFError):
            pass  # a damaged system font is no reason not to print
        else:
            if _speaks_vietnamese(fonts):
                return fonts
    try:
        return FontSet(shipped_times())
    except (OSError, TTFError) as error:
        raise ResourceError(
            "Không đọc được phông chữ đi kèm (thư mục resources/fonts); hãy cài đặt lại chương trình."
        ) from error
