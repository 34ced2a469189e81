"""How a cell of a table follows from others: told by the tables, written as a formula where the format has some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from itertools import groupby

Place = tuple[int, int]
"""Row and column of a cell within its table, from 0."""


class FormulaKind(Enum):
    """SUM adds all cells; SHARE is the first in percent of the second; CHANGE the growth from the second in percent."""

    SUM = "sum"
    SHARE = "share"
    CHANGE = "change"


@dataclass(frozen=True)
class Formula:
    """A rule for one cell.

    Attributes:
        cells: what it is counted from; a cell without a number counts as 0.
        decimals: to which halves are rounded up; None rounds nothing.
    """

    kind: FormulaKind
    cells: tuple[Place, ...]
    decimals: int | None = None


def column_sum(rows: Iterable[int], column: int) -> Formula:
    """Return the sum of some rows of a column."""
    return Formula(FormulaKind.SUM, tuple((row, column) for row in rows))


def result(formula: Formula, rows: Sequence[Sequence[object]]) -> float | None:
    """Return what the formula gives for a table's rows, None where it divides by 0."""
    numbers = [_number(rows[row][column]) for row, column in formula.cells]
    if formula.kind is FormulaKind.SUM:
        value = sum(numbers, Decimal(0))
    else:
        part, whole = numbers
        if not whole:
            return None
        value = (part - (whole if formula.kind is FormulaKind.CHANGE else 0)) * 100 / whole
    if formula.decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-formula.decimals), ROUND_HALF_UP)
    return float(value)


def holds(formula: Formula, rows: Sequence[Sequence[object]], cell: object) -> bool:
    """Tell whether the formula gives exactly what stands in the cell."""
    value = result(formula, rows)
    if value is None or isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    return abs(value - cell) <= 1e-9 * max(1.0, abs(value))


def spreadsheet_text(formula: Formula, sheet_rows: Sequence[int]) -> str:
    """Return the formula as Excel writes it.

    Args:
        formula: what to write.
        sheet_rows: the sheet's row, from 1, of each row of the table.
    """
    names = [f"{_letters(column)}{sheet_rows[row]}" for row, column in formula.cells]
    if formula.kind is FormulaKind.SUM:
        return f"=SUM({','.join(_ranges(formula.cells, sheet_rows))})"
    part, whole = names
    text = f"{part}*100/{whole}" if formula.kind is FormulaKind.SHARE else f"({part}-{whole})*100/{whole}"
    if formula.decimals is not None:
        text = f"ROUND({text},{formula.decimals})"
    return f'=IF({whole}=0,"",{text})'


def _ranges(cells: Iterable[Place], sheet_rows: Sequence[int]) -> list[str]:
    """Return the cells of a column as few ranges."""
    places = sorted((column, sheet_rows[row]) for row, column in cells)
    runs: list[str] = []
    for (column, _), run in groupby(enumerate(places), key=lambda one: (one[1][0], one[1][1] - one[0])):
        rows = [row for _, (_, row) in run]
        name = _letters(column)
        runs.append(f"{name}{rows[0]}" if len(rows) == 1 else f"{name}{rows[0]}:{name}{rows[-1]}")
    return runs


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def _number(cell: object) -> Decimal:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(str(cell))
    return Decimal(0)
