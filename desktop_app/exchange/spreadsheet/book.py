"""What was read from a spreadsheet file: sheets whose cells know address, value, kind and font encoding."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from desktop_app.vietnamese.legacy_fonts import LegacyEncoding, to_unicode

Raw = int | float | str | bool | date | datetime | time | timedelta
Place = tuple[int, int]
"""Row and column, both from 0."""
HEADING_WITHIN = 40
"""The heading of a table stands in the first rows."""


class CellKind(Enum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    FLAG = "flag"
    ERROR = "error"
    UNCACHED = "uncached"


class CellStyle(NamedTuple):
    """What the look of a cell says of its value.

    Attributes:
        encoding: of its font; None for a Unicode font.
        zeros: a number is shown with at least this many digits (format "00"), 0 for no such format.
        percent: the number is shown times 100.
    """

    encoding: LegacyEncoding | None = None
    zeros: int = 0
    percent: bool = False


class Run(NamedTuple):
    """A piece of a text with fonts of its own; `has_font` is False where the cell's font holds."""

    text: str
    has_font: bool
    encoding: LegacyEncoding | None


class Cell(NamedTuple):
    """One cell.

    Attributes:
        value: as the file holds it; for ERROR the sign of the error.
        text: of TEXT, in Unicode; else "".
        converted: the text was converted from a legacy encoding.
    """

    row: int
    column: int
    kind: CellKind
    value: Raw
    text: str = ""
    converted: bool = False
    style: CellStyle = CellStyle()

    @property
    def address(self) -> str:
        """The address as a spreadsheet shows it: "B7"."""
        return address(self.row, self.column)


class Merge(NamedTuple):
    """A block of merged cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """One sheet.

    Attributes:
        rows: values from A1 on; "" is an empty cell.
        hidden: the whole sheet is.
        errors: cells with an error value. uncached: formulas without a result in the file.
        runs: texts whose parts have fonts of their own.
        knows_fonts: the file told the fonts; else legacy text can only be guessed.
        assumed: encoding of all texts without a legacy font, when the user has said so.
    """

    name: str
    rows: list[list[Raw]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merge, ...] = ()
    errors: Mapping[Place, str] = field(default_factory=dict)
    uncached: frozenset[Place] = frozenset()
    styles: Mapping[Place, CellStyle] = field(default_factory=dict)
    runs: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)
    knows_fonts: bool = False
    assumed: LegacyEncoding | None = None

    @cached_property
    def merged_near_top(self) -> tuple[Merge, ...]:
        """The merged blocks among which a heading can lie."""
        return tuple(one for one in self.merged if one.top <= HEADING_WITHIN)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; one outside the used area is empty."""
        place = (row, column)
        style = self.styles.get(place, _PLAIN)
        if place in self.errors:
            return Cell(row, column, CellKind.ERROR, self.errors[place])
        if place in self.uncached:
            return Cell(row, column, CellKind.UNCACHED, "")
        line = self.rows[row] if row < len(self.rows) else ()
        value = line[column] if column < len(line) else ""
        if isinstance(value, str):
            return self._text_cell(row, column, value, style)
        return Cell(row, column, _KINDS[type(value)], value, style=style)

    def _text_cell(self, row: int, column: int, value: str, style: CellStyle) -> Cell:
        if not value or value.isspace():
            return Cell(row, column, CellKind.EMPTY, "")
        if value[0] in "#E" and _ERROR.fullmatch(value):
            return Cell(row, column, CellKind.ERROR, value)
        text = self._unicode(value, style.encoding or self.assumed)
        return Cell(row, column, CellKind.TEXT, value, text, text != value, style)

    def _unicode(self, value: str, encoding: LegacyEncoding | None) -> str:
        runs = self.runs.get(value)
        if runs is None:
            return to_unicode(value, encoding) if encoding else value
        parts = [(run.text, run.encoding if run.has_font else encoding) for run in runs]
        return "".join(to_unicode(text, one) if one else text for text, one in parts)


@dataclass(frozen=True)
class Book:
    """A spreadsheet file.

    Attributes:
        dates_from_1904: numbers of days begin at 1 January 1904 (old Macintosh files).
        notes: Vietnamese sentences on what could not be read from the file.
    """

    name: str
    sheets: tuple[Sheet, ...]
    dates_from_1904: bool = False
    notes: tuple[str, ...] = ()


_PLAIN = CellStyle()
_KINDS: Mapping[type, CellKind] = {
    bool: CellKind.FLAG,
    int: CellKind.NUMBER,
    float: CellKind.NUMBER,
    date: CellKind.DATE,
    datetime: CellKind.DATE,
    time: CellKind.TIME,
    timedelta: CellKind.TIME,
}
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:\d{3}")


def column_letters(column: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the place of a column from its letters: A is 0."""
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def address(row: int, column: int) -> str:
    """Return the address of a cell: (6, 1) is "B7"."""
    return f"{column_letters(column)}{row + 1}"
