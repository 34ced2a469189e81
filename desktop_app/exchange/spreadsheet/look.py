"""What a file says of its cells beside their values; every format's reader gives the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.exchange.spreadsheet.book import CellStyle, Merge, Place, Run
from desktop_app.vietnamese.legacy_fonts import encoding_of_font

MAX_CELLS = 4_000_000
"""The reader holds the whole used area of a sheet, empty cells included."""

_ZEROS = re.compile(r"0{2,}")


@dataclass
class SheetLook:
    """What one sheet says; fields as in `Sheet`."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncached: set[Place] = field(default_factory=set)
    styles: dict[Place, CellStyle] = field(default_factory=dict)
    merged: list[Merge] = field(default_factory=list)


@dataclass(frozen=True)
class BookLook:
    """What the file says; `sheets` by the name of the sheet."""

    sheets: Mapping[str, SheetLook]
    runs: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)
    dates_from_1904: bool = False


def style_of(font: str, number_format: str) -> CellStyle:
    """Return what a font and a number format say of a value."""
    positive = number_format.split(";")[0]
    return CellStyle(
        encoding_of_font(font), len(positive) if _ZEROS.fullmatch(positive) else 0, "%" in positive
    )
