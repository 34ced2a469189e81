"""Tables of the Word file as markup: data tables with a repeated heading, and pairs of columns without lines."""

from collections.abc import Callable, Iterator, Sequence

from desktop_app.report.cells import cell_align, cell_text, group_title, kept_rows
from desktop_app.report.columns import column_widths
from desktop_app.report.docx.markup import paragraph, twips
from desktop_app.report.docx.styles import PART_END, TABLE_CENTER, TABLE_RIGHT, style_id
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import POINTS_PER_MM, Align, Layout
from desktop_app.report.model import Table
from desktop_app.report.wording import plain

_CELL_STYLES = {
    Align.LEFT: style_id("table_cell"),
    Align.JUSTIFY: style_id("table_cell"),
    Align.CENTER: TABLE_CENTER,
    Align.RIGHT: TABLE_RIGHT,
}
_FIXED = '<w:tblLayout w:type="fixed"/>'
_NO_MARGINS = (
    '<w:tblInd w:w="0" w:type="dxa"/>'
    + _FIXED
    + '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_MIDDLE = '<w:vAlign w:val="center"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _frame(widths: list[int], properties: str) -> str:
    """Return the opening of a table with fixed widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'


def _cell(width: int, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _row(cells: Iterator[str] | list[str], properties: str = "<w:cantSplit/>") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def pair_of_columns(
    left_pt: float, right_pt: float, rows: list[tuple[str, str]], between_pt: float = 0.0
) -> str:
    """Return a table without lines; each row holds the markup of two cells.

    Args:
        left_pt: width of the left column in points.
        right_pt: width of the right column in points.
        rows: paragraphs of the left and of the right cell.
        between_pt: free room between the columns in points.
    """
    widths, between = [twips(left_pt), twips(right_pt)], twips(between_pt)
    if between > 0:
        widths.insert(1, between)
    empty = [paragraph(PART_END)] * (len(widths) - 2)
    body = "".join(
        _row([_cell(width, content) for width, content in zip(widths, (left, *empty, right), strict=True)])
        for left, right in rows
    )
    return f"<w:tbl>{_frame(widths, _NO_MARGINS)}{body}</w:tbl>"


def row_of_columns(widths_pt: Sequence[float], cells: Sequence[str]) -> str:
    """Return a table of one row without lines, in the middle of the page; widths in points, cells as markup."""
    widths = [twips(width) for width in widths_pt]
    frame = _frame(widths, f'<w:jc w:val="center"/>{_FIXED}')
    body = _row([_cell(width, content) for width, content in zip(widths, cells, strict=True)])
    return f"<w:tbl>{frame}{body}</w:tbl>"


class DataTable:
    """One data table: its frame with the heading, and its rows."""

    def __init__(self, layout: Layout, fonts: FontSet, table: Table, width_pt: float) -> None:
        self._layout = layout
        self._table = table
        self._widths = [twips(width) for width in column_widths(layout, fonts, table, width_pt)]

    def frame(self) -> str:
        """Return the table with its heading, which Word repeats on every page."""
        profile = self._layout.table
        eighths = round(profile.rule_pt * 8)
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"/>' for side in _SIDES
        )
        x, y = twips(profile.padding_x_mm * POINTS_PER_MM), twips(profile.padding_y_mm * POINTS_PER_MM)
        margins = "".join(
            f'<w:{side} w:w="{margin}" w:type="dxa"/>'
            for side, margin in (("top", y), ("left", x), ("bottom", y), ("right", x))
        )
        properties = f"<w:tblBorders>{borders}</w:tblBorders>{_FIXED}<w:tblCellMar>{margins}</w:tblCellMar>"
        style = self._layout.styles.table_heading
        heading = _row(
            [
                _cell(width, paragraph(style_id("table_heading"), style.text(plain(column.title))), _MIDDLE)
                for width, column in zip(self._widths, self._table.columns, strict=True)
            ],
            "<w:cantSplit/><w:tblHeader/>",
        )
        return f"<w:tbl>{_frame(self._widths, properties)}{heading}</w:tbl>"

    def rows(self, on_row: Callable[[], None]) -> Iterator[str]:
        """Yield the rows as markup, calling `on_row` behind each."""
        tracks = [
            (width, column.kind, _CELL_STYLES[cell_align(column.kind)])
            for width, column in zip(self._widths, self._table.columns, strict=True)
        ]
        table = self._table
        for place, row in enumerate(table.rows):
            bold = place in table.bold_rows
            keep = "<w:keepNext/>" if kept_rows(table, place) else ""
            title = group_title(table, place)
            if title is not None:
                content = paragraph(TABLE_CENTER, title, properties=keep, bold=True)
                yield _row([_cell(sum(self._widths), content, f'<w:gridSpan w:val="{len(tracks)}"/>')])
                on_row()
                continue
            yield _row(
                [
                    _cell(width, paragraph(style, cell_text(cell, kind), properties=keep, bold=bold))
                    for cell, (width, kind, style) in zip(row, tracks, strict=True)
                ]
            )
            on_row()
