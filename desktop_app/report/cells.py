"""How a cell of a table is printed, on which side it stands, and which rows are names of groups."""

from datetime import date
from math import isfinite

from desktop_app.report.layout import Align
from desktop_app.report.model import Cell, CellKind, Table
from desktop_app.report.wording import plain
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_decimal, format_integer

_ALIGN = {
    CellKind.TEXT: Align.LEFT,
    CellKind.ORDINAL: Align.CENTER,
    CellKind.INTEGER: Align.RIGHT,
    CellKind.MONEY: Align.RIGHT,
    CellKind.DECIMAL: Align.RIGHT,
    CellKind.DATE: Align.CENTER,
    CellKind.CHANGE: Align.RIGHT,
}
_LEAST_COLUMNS = 2  # a table of one column has nothing to span
_UNGROUPED = (CellKind.ORDINAL, CellKind.TEXT)


def cell_align(kind: CellKind) -> Align:
    """Return the side on which the cells of a column stand."""
    return _ALIGN[kind]


def cell_text(cell: Cell, kind: CellKind) -> str:
    """Return a cell as it is printed: 1.234.567; 82,4; +12,5; 09/01/2023; nothing for None.

    A whole number has no decimals, any other has one; years and ordinals have no points; nothing is 0, never 0,0.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return plain(cell)
    if isinstance(cell, date):
        return format_date(cell)
    if isinstance(cell, float):
        if not isfinite(cell):
            return ""
        if cell == 0:
            return "0"
        if kind is CellKind.CHANGE:
            return f"{'+' if cell > 0 else ''}{format_decimal(cell)}"
        if kind is CellKind.DECIMAL or not cell.is_integer():
            return format_decimal(cell)
        cell = int(cell)
    return str(cell) if kind in _UNGROUPED else format_integer(cell)


def group_title(table: Table, place: int) -> str | None:
    """Return the name of the group that begins with a row, which spans the table; None for any other row.

    Such a row is bold and holds one text alone; the last row is a sum, if anything.
    """
    if place not in table.bold_rows or place >= len(table.rows) - 1 or len(table.columns) < _LEAST_COLUMNS:
        return None
    cells = [cell for cell in table.rows[place] if not _is_empty(cell)]
    return plain(cells[0]) if len(cells) == 1 and isinstance(cells[0], str) else None


def kept_rows(table: Table, place: int) -> bool:
    """Tell whether a row stands on the page of the next one: names of groups do, and the row above the last sum."""
    last = len(table.rows) - 1
    return place < last and (place in table.bold_rows or (place == last - 1 and last in table.bold_rows))


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
