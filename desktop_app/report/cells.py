"""How a cell of a table is printed, and on which side it stands."""

from datetime import date
from math import isfinite

from desktop_app.report.layout import Align
from desktop_app.report.model import Cell, CellKind
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
_UNGROUPED = (CellKind.ORDINAL, CellKind.TEXT)


def cell_align(kind: CellKind) -> Align:
    """Return the side on which the cells of a column stand."""
    return _ALIGN[kind]


def cell_text(cell: Cell, kind: CellKind) -> str:
    """Return a cell as it is printed: 1.234.567; 82,4; +12,5; 09/01/2023; nothing for None.

    A whole number has no decimals, any other has one; years and ordinals have no points.
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
        if kind is CellKind.CHANGE:
            return f"{'+' if cell > 0 else ''}{format_decimal(cell)}"
        if kind is CellKind.DECIMAL or not cell.is_integer():
            return format_decimal(cell)
        cell = int(cell)
    return str(cell) if kind in _UNGROUPED else format_integer(cell)
