"""Widths of a table's columns: shares of the page, but no number, date or heading word is broken."""

from itertools import islice

from desktop_app.report.cells import cell_text
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import POINTS_PER_MM, Layout
from desktop_app.report.model import CellKind, Table
from desktop_app.report.wording import plain

_LOOKED_AT = 200  # rows; more would read a long table twice
_SLACK_PT = 0.5  # Word measures a little differently
# Of the table's width: a hostile number or heading may not take all.
_MOST_FLOOR = 0.5
_MOST_HEADING = 0.2


def column_widths(layout: Layout, fonts: FontSet, table: Table, total: float) -> list[float]:
    """Return the widths of the columns, which fill the table.

    Args:
        layout: gives sizes and paddings.
        fonts: give the widths of words.
        table: its columns' shares count by their ratio; 0 and less count as nothing.
        total: width of the table in points.
    """
    if not table.columns:
        return []
    floors = _floors(layout, fonts, table, total)
    floors = [min(floor, total * _MOST_FLOOR) for floor in floors]
    whole_floor = sum(floors)
    if whole_floor >= total:
        return [floor * total / whole_floor for floor in floors]
    shares = [max(column.width, 0.0) for column in table.columns]
    whole = sum(shares) or 1.0
    widths = [max(share / whole * total, floor) for share, floor in zip(shares, floors, strict=True)]
    excess = sum(widths) - total
    slack = sum(widths) - whole_floor
    if slack <= 0:
        return [floor * total / whole_floor for floor in floors]
    return [width - excess * (width - floor) / slack for width, floor in zip(widths, floors, strict=True)]


def _floors(layout: Layout, fonts: FontSet, table: Table, total: float) -> list[float]:
    """Return what each column needs: its longest heading word, its widest number or date, in points."""
    styles = layout.styles
    heading, bold = fonts.of(styles.table_heading), fonts.font(bold=True, italic=styles.table_cell.italic)
    padding = 2 * layout.table.padding_x_mm * POINTS_PER_MM + _SLACK_PT
    rows = list(islice(table.rows, _LOOKED_AT))
    floors = []
    for place, column in enumerate(table.columns):
        title = styles.table_heading.text(plain(column.title))
        widest = max((heading.word(word)[1] for word in title.split()), default=0.0)
        widest = min(widest * styles.table_heading.size_pt, total * _MOST_HEADING)
        if column.kind is not CellKind.TEXT:
            cells = (cell_text(row[place], column.kind) for row in rows if not isinstance(row[place], str))
            widest = max(widest, max(map(bold.em_width, cells), default=0.0) * styles.table_cell.size_pt)
        floors.append(max(widest + padding, layout.table.min_column_mm * POINTS_PER_MM))
    return floors
