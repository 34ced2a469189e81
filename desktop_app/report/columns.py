"""Widths of a table's columns: shares of the page, but no number, date or usual word is broken, no room is idle."""

from itertools import islice
from math import ceil

from desktop_app.report.cells import cell_text
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import POINTS_PER_MM, Layout
from desktop_app.report.model import CellKind, Table
from desktop_app.report.wording import plain

_LOOKED_AT = 200  # rows; more would read a long table twice
_LAST = 20  # rows at the end: the widest numbers stand there, the highest ordinal and the sums
_SLACK_PT = 0.5  # Word measures a little differently
# Of the table's width: a hostile number or word may not take all.
_MOST_FLOOR = 0.5
_MOST_WORD = 0.25
_MOST_FIT = 0.9  # of the cells: a few long ones may be broken before a column keeps idle room for them
_KEPT = 0.6  # of a column's share, however little stands in it: hands write in empty columns


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
    widths = [width - excess * (width - floor) / slack for width, floor in zip(widths, floors, strict=True)]
    return _without_idle_room(widths, floors, _wishes(layout, fonts, table, widths))


def _without_idle_room(widths: list[float], floors: list[float], wishes: list[float]) -> list[float]:
    """Move what columns do not need to those whose cells are broken, as far as these lack it."""
    spare = [
        max(width - max(wish, floor, _KEPT * width), 0.0)
        for width, floor, wish in zip(widths, floors, wishes, strict=True)
    ]
    lack = [max(wish - width, 0.0) for width, wish in zip(widths, wishes, strict=True)]
    moved = min(sum(spare), sum(lack))
    if moved <= 0:
        return widths
    given, taken = moved / sum(spare), moved / sum(lack)
    return [
        width - given * more + taken * less for width, more, less in zip(widths, spare, lack, strict=True)
    ]


def _wishes(layout: Layout, fonts: FontSet, table: Table, widths: list[float]) -> list[float]:
    """Return with which width most cells of each column of texts stand on one line, in points; others stay."""
    style = layout.styles.table_cell
    font = fonts.of(style)
    padding = 2 * layout.table.padding_x_mm * POINTS_PER_MM + _SLACK_PT
    rows = [row for place, row in enumerate(islice(table.rows, _LOOKED_AT)) if place not in table.bold_rows]
    wishes = []
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        if column.kind is not CellKind.TEXT or not rows:
            wishes.append(width)
            continue
        texts = (cell_text(row[place], column.kind) for row in rows)
        lengths = sorted(max(map(font.em_width, text.split("\n"))) * style.size_pt for text in texts)
        wishes.append(lengths[ceil(len(lengths) * _MOST_FIT) - 1] + padding)
    return wishes


def _floors(layout: Layout, fonts: FontSet, table: Table, total: float) -> list[float]:
    """Return what each column needs: its longest word, its widest number or date, in points."""
    styles = layout.styles
    plain_font = fonts.of(styles.table_cell)
    heading, bold = fonts.of(styles.table_heading), fonts.font(bold=True, italic=styles.table_cell.italic)
    padding = 2 * layout.table.padding_x_mm * POINTS_PER_MM + _SLACK_PT
    count = len(table.rows)
    last = (table.rows[place] for place in range(max(_LOOKED_AT, count - _LAST), count))
    rows = [*islice(table.rows, _LOOKED_AT), *last]
    floors = []
    for place, column in enumerate(table.columns):
        title = styles.table_heading.text(plain(column.title))
        widest = max((heading.word(word)[1] for word in title.split()), default=0.0)
        widest = min(widest * styles.table_heading.size_pt, total * _MOST_WORD)
        if column.kind is CellKind.TEXT:
            words = (word for row in rows for word in cell_text(row[place], column.kind).split())
            longest = max((plain_font.word(word)[1] for word in words), default=0.0)
            widest = max(widest, min(longest * styles.table_cell.size_pt, total * _MOST_WORD))
        else:
            cells = (cell_text(row[place], column.kind) for row in rows if not isinstance(row[place], str))
            widest = max(widest, max(map(bold.em_width, cells), default=0.0) * styles.table_cell.size_pt)
        floors.append(max(widest + padding, layout.table.min_column_mm * POINTS_PER_MM))
    return floors
