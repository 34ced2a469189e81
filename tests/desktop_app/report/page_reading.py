"""Measure pages as another program (PDFium) sees them: lines of text with font, size and place, and drawn rules."""

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw


class Line(NamedTuple):
    """One drawn line of text; lengths in points from the lower left corner of the paper.

    Attributes:
        left, right: where its first character begins and its last one ends.
        y: its baseline.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    italic: bool

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A drawn straight line; lengths in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float

    @property
    def length(self) -> float:
        return abs(self.x2 - self.x1) + abs(self.y2 - self.y1)

    @property
    def middle(self) -> float:
        return (self.x1 + self.x2) / 2

    @property
    def is_level(self) -> bool:
        return self.y1 == self.y2


class Page(NamedTuple):
    """A page: its paper in points, its lines in drawing order, its rules."""

    width: float
    height: float
    lines: list[Line]
    rules: list[Rule]

    def line(self, start: str) -> Line:
        """Return the first line that begins so."""
        return next(line for line in self.lines if line.text.startswith(start))

    def where(self, wanted: Callable[[Line], bool]) -> list[Line]:
        """Return the lines for which the question is answered by yes."""
        return [line for line in self.lines if wanted(line)]

    def rule_below(self, line: Line) -> Rule:
        """Return the nearest level rule under a line."""
        level = (rule for rule in self.rules if rule.is_level and rule.y1 < line.y)
        return max(level, key=lambda rule: (round(rule.y1, 1), -abs(rule.middle - line.middle)))

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


class _Char(NamedTuple):
    text: str
    owner: int | None
    left: float
    right: float
    y: float
    size: float
    name: str


class Paper:
    """A written file; each page is measured when it is first asked for."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path)
        self._pages: dict[int, Page] = {}
        self._texts = [self._text(place) for place in range(len(self._document))]

    def __len__(self) -> int:
        return len(self._document)

    def page(self, place: int) -> Page:
        """Return a page, counted from 0."""
        if place not in self._pages:
            self._pages[place] = _page(self._document[place])
        return self._pages[place]

    def index(self, words: str, *, whole_line: bool = False) -> int:
        """Return the place of the first page with these words, as a whole line if wanted."""
        wanted = f"\n{words}" if whole_line else words
        return next(place for place, text in enumerate(self._texts) if wanted in text)

    def find(self, words: str, *, whole_line: bool = False) -> Page:
        """Return the first page with these words."""
        return self.page(self.index(words, whole_line=whole_line))

    def text(self, place: int) -> str:
        """Return the text of a page as PDFium reads it, lines parted by line feeds."""
        return self._texts[place]

    def close(self) -> None:
        self._document.close()

    def _text(self, place: int) -> str:
        page = self._document[place].get_textpage()
        text = page.get_text_range().replace("\r\n", "\n")
        page.close()
        return text


def _page(page: pypdfium2.PdfPage) -> Page:
    text_page = page.get_textpage()
    groups: dict[tuple[int | None, float], list[_Char]] = {}
    for char in _chars(text_page.raw, text_page.count_chars()):
        groups.setdefault((char.owner, round(char.y, 2)), []).append(char)
    text_page.close()
    lines = [_line(chars) for chars in groups.values() if any(char.text.strip() for char in chars)]
    rules = [
        rule for item in page.get_objects() if item.type == raw.FPDF_PAGEOBJ_PATH for rule in _rules(item)
    ]
    return Page(*page.get_size(), lines, rules)


def _chars(page: object, count: int) -> Iterator[_Char]:
    x, y, flags = ctypes.c_double(), ctypes.c_double(), ctypes.c_int()
    box, name = raw.FS_RECTF(), ctypes.create_string_buffer(200)
    for place in range(count):
        if raw.FPDFText_IsGenerated(page, place):
            continue
        raw.FPDFText_GetCharOrigin(page, place, x, y)
        raw.FPDFText_GetLooseCharBox(page, place, box)
        raw.FPDFText_GetFontInfo(page, place, name, len(name), flags)
        owner = ctypes.cast(raw.FPDFText_GetTextObject(page, place), ctypes.c_void_p).value
        size = raw.FPDFText_GetFontSize(page, place)
        char = chr(raw.FPDFText_GetUnicode(page, place))
        yield _Char(char, owner, x.value, box.right, y.value, size, name.value.decode())


def _line(chars: list[_Char]) -> Line:
    first, name = chars[0], chars[0].name
    assert {char.name for char in chars} == {name}
    inked = [char for char in chars if char.text != " "]
    return Line(
        "".join(char.text for char in chars).strip(),
        inked[0].left,
        inked[-1].right,
        first.y,
        first.size,
        "Bold" in name,
        "Italic" in name,
    )


def _rules(path: pypdfium2.PdfObject) -> Iterator[Rule]:
    thickness, x, y = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(path.raw, thickness)
    points: list[tuple[float, float]] = []
    for place in range(raw.FPDFPath_CountSegments(path.raw)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            points = []
        points.append((x.value, y.value))
        if len(points) > 1:
            yield Rule(*points[-2], *points[-1], thickness.value)
