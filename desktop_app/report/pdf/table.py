"""Tables drawn row by row: own word wrap, heading on every page, rows split only when taller than a page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop_app.report.cells import cell_align, cell_text
from desktop_app.report.columns import column_widths
from desktop_app.report.fonts import Font
from desktop_app.report.layout import POINTS_PER_MM, Align, TextStyle
from desktop_app.report.lines import Line, wrap
from desktop_app.report.model import Cell, CellKind, Table
from desktop_app.report.pdf.sheet import DESCENT_EM, Sheet
from desktop_app.report.wording import plain

Cells = list[list[Line]]
"""The lines of each cell of a row."""

_LEAST_LINES = 2  # of a split row, at the foot of a page


class _Track(NamedTuple):
    """A column on paper: left end and width of its text in points."""

    kind: CellKind
    align: Align
    left: float
    width: float


class _Hand(NamedTuple):
    """How a row is written; sizes in points, `align` overrides that of the columns."""

    font: Font
    size: float
    leading: float
    align: Align | None = None


class TableWriter:
    """Draws one table from the sheet's cursor downwards."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet = sheet
        self._table = table
        profile, styles = sheet.layout.table, sheet.layout.styles
        self._pad_y = profile.padding_y_mm * POINTS_PER_MM
        self._rule = profile.rule_pt
        self._edges, self._tracks = self._measure()
        cell = styles.table_cell
        self._plain = self._hand(cell, bold=cell.bold)
        self._bold = self._hand(cell, bold=True)
        self._heading_hand = self._hand(
            styles.table_heading, bold=styles.table_heading.bold, align=styles.table_heading.align
        )
        self._least_height = self._plain.leading + 2 * self._pad_y
        titles = [styles.table_heading.text(plain(column.title)) for column in table.columns]
        self._heading = [
            self._wrapped(self._heading_hand, title, track.width)
            for title, track in zip(titles, self._tracks, strict=True)
        ]
        height = self._height(self._heading, self._heading_hand)
        # A heading that fills the page would leave no room for rows: it is printed once, as a row.
        self._repeats = height <= sheet.page_height / 2
        self._page_room = sheet.page_height - (height if self._repeats else 0.0)
        self._levels: list[float] = []
        self._last_hand: _Hand | None = None
        self._start_segment()

    def draw(self, on_row: Callable[[], None]) -> None:
        """Draw heading and rows, calling `on_row` behind each row."""
        first_row = (
            self._least_height if self._table.rows else 0.0
        )  # a heading never stands alone at the foot
        heading = self._height(self._heading, self._heading_hand)
        if not self._sheet.fits(heading + first_row) and not self._sheet.at_top:
            self._sheet.turn()
            self._start_segment()
        self._draw_cells(self._heading, self._heading_hand)
        bold_rows = self._table.bold_rows
        last = len(self._table.rows) - 1
        for place, row in enumerate(self._table.rows):
            if place in bold_rows:
                # A heading within the table stays with the row below it.
                follower = self._least_height if place < last else 0.0
                self._draw_cells(self._cells(row, self._bold), self._bold, follower)
            else:
                # The sum is never the only row of a page: the row above goes with it.
                follower = self._sum_height(row) if place == last - 1 else 0.0
                self._draw_cells(self._cells(row, self._plain), self._plain, follower)
            on_row()
        self._end_segment()

    def _sum_height(self, row: Sequence[Cell]) -> float:
        """Return the height of the sum in the last row, 0 where there is none or no page holds both rows."""
        place = len(self._table.rows) - 1
        if place not in self._table.bold_rows:
            return 0.0
        height = self._height(self._cells(self._table.rows[place], self._bold), self._bold)
        both = height + self._height(self._cells(row, self._plain), self._plain)
        return height if both <= self._page_room else 0.0

    def _measure(self) -> tuple[list[float], list[_Track]]:
        """Return the x of the vertical rules, and the columns."""
        layout, columns = self._sheet.layout, self._table.columns
        pad = layout.table.padding_x_mm * POINTS_PER_MM
        edges, tracks = [self._sheet.left], []
        widths = column_widths(layout, self._sheet.fonts, self._table, self._sheet.width)
        for column, width in zip(columns, widths, strict=True):
            tracks.append(_Track(column.kind, cell_align(column.kind), edges[-1] + pad, width - 2 * pad))
            edges.append(edges[-1] + width)
        return edges, tracks

    def _hand(self, style: TextStyle, *, bold: bool, align: Align | None = None) -> _Hand:
        font = self._sheet.fonts.font(bold=bold, italic=style.italic)
        return _Hand(font, style.size_pt, self._sheet.layout.line_height_pt(style), align)

    def _wrapped(self, hand: _Hand, text: str, width: float) -> list[Line]:
        if "\n" not in text:
            return wrap(hand.font, hand.size, text, width)
        return [line for part in text.split("\n") for line in wrap(hand.font, hand.size, part, width)]

    def _cells(self, row: Sequence[Cell], hand: _Hand) -> Cells:
        return [
            self._wrapped(hand, cell_text(cell, track.kind), track.width)
            for cell, track in zip(row, self._tracks, strict=True)
        ]

    def _height(self, cells: Cells, hand: _Hand) -> float:
        return max(map(len, cells), default=1) * hand.leading + 2 * self._pad_y

    def _draw_cells(self, cells: Cells, hand: _Hand, follower: float = 0.0) -> None:
        """Draw a row; `follower` is the height in points that must be left below it."""
        height = self._height(cells, hand)
        if not self._sheet.fits(height + follower):
            if height > self._page_room:
                self._draw_split(cells, hand)
                return
            self._next_page()
        self._write(cells, hand, height)

    def _draw_split(self, cells: Cells, hand: _Hand) -> None:
        """Draw a row that no page holds: as many lines as fit, the rest on the next pages."""
        rest = max(map(len, cells))
        while rest > 0:
            count = int((self._sheet.room - 2 * self._pad_y) / hand.leading)
            if count < min(_LEAST_LINES, rest) and self._sheet.room < self._page_room - hand.leading:
                self._next_page()
                continue
            count = max(count, 1)
            part = [lines[:count] for lines in cells]
            self._write(part, hand, self._height(part, hand))
            cells = [lines[count:] for lines in cells]
            rest -= count
            if rest > 0:
                self._next_page()

    def _write(self, cells: Cells, hand: _Hand, height: float) -> None:
        """Write the text of a row at the cursor and move below it."""
        writing = self._writing
        if hand is not self._last_hand:
            writing.setFont(hand.font.name, hand.size, hand.leading)
            self._last_hand = hand
        first = self._sheet.y - self._pad_y - hand.leading + DESCENT_EM * hand.size
        for lines, track in zip(cells, self._tracks, strict=True):
            align, top = hand.align or track.align, first
            if hand.align is not None:  # headings stand in the middle of their cell
                top -= (height - 2 * self._pad_y - len(lines) * hand.leading) / 2
            if align is Align.LEFT:
                writing.setTextOrigin(track.left, top)
                for text, _ in lines:
                    writing.textLine(text)
                continue
            share = 0.5 if align is Align.CENTER else 1.0
            for place, (text, width) in enumerate(lines):
                writing.setTextOrigin(track.left + (track.width - width) * share, top - place * hand.leading)
                writing.textOut(text)
        self._sheet.y -= height
        self._levels.append(self._sheet.y)

    def _start_segment(self) -> None:
        """Begin the part of the table on this page."""
        self._levels = [self._sheet.y]
        self._writing = self._sheet.writing(self._plain.font, self._plain.size)
        self._last_hand = None

    def _end_segment(self) -> None:
        """Draw what the rows of this page have in common: their text and the rules around them."""
        self._sheet.write(self._writing)
        left, right = self._edges[0], self._edges[-1]
        top, bottom = self._levels[0], self._levels[-1]
        rules = [(left, y, right, y) for y in self._levels]
        rules += [(x, top, x, bottom) for x in self._edges]
        self._sheet.rules(rules, self._rule)

    def _next_page(self) -> None:
        self._end_segment()
        self._sheet.turn()
        self._start_segment()
        if self._repeats:
            self._write(self._heading, self._heading_hand, self._height(self._heading, self._heading_hand))
