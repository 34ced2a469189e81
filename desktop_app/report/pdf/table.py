"""Tables drawn row by row: own word wrap, heading on every page, rows split only when taller than a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.report.cells import cell_align, cell_text, group_title, kept_rows
from desktop_app.report.columns import column_widths
from desktop_app.report.fonts import Font
from desktop_app.report.layout import POINTS_PER_MM, Align, TextStyle
from desktop_app.report.lines import Line, wrap
from desktop_app.report.measures import DESCENT_EM
from desktop_app.report.model import CellKind, Table
from desktop_app.report.pdf.sheet import Sheet
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


@dataclass(frozen=True, slots=True)
class _Row:
    """A row ready to be drawn.

    Attributes:
        spans: one cell over the whole table; the lines between the columns stop here.
    """

    cells: Cells
    hand: _Hand
    tracks: Sequence[_Track]
    height: float
    spans: bool = False

    def part(self, cells: Cells, height: float) -> "_Row":
        """Return some lines of this row."""
        return _Row(cells, self.hand, self.tracks, height, self.spans)


class TableWriter:
    """Draws one table from the sheet's cursor downwards."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet = sheet
        self._table = table
        profile, styles = sheet.layout.table, sheet.layout.styles
        self._pad_x = profile.padding_x_mm * POINTS_PER_MM
        self._pad_y = profile.padding_y_mm * POINTS_PER_MM
        self._rule = profile.rule_pt
        self._edges, self._tracks = self._measure()
        whole = _Track(
            CellKind.TEXT,
            Align.CENTER,
            self._edges[0] + self._pad_x,
            self._edges[-1] - self._edges[0] - 2 * self._pad_x,
        )
        self._whole = (whole,)
        cell, heading = styles.table_cell, styles.table_heading
        self._plain = self._hand(cell, bold=cell.bold)
        self._bold = self._hand(cell, bold=True)
        self._group = self._hand(cell, bold=True, align=Align.CENTER)
        titles = [heading.text(plain(column.title)) for column in table.columns]
        self._heading = self._row(
            titles, self._hand(heading, bold=heading.bold, align=heading.align), self._tracks
        )
        # A heading that fills the page would leave no room for rows: it is printed once, as a row.
        self._repeats = self._heading.height <= sheet.page_height / 2
        self._page_room = sheet.page_height - (self._heading.height if self._repeats else 0.0)
        self._levels: list[float] = []
        self._spans: list[tuple[float, float]] = []
        self._last_hand: _Hand | None = None
        self._start_segment()

    def draw(self, on_row: Callable[[], None]) -> None:
        """Draw heading and rows, calling `on_row` behind each row."""
        if not self._sheet.fits(self._heading.height + self._needed(0)) and not self._sheet.at_top:
            self._sheet.turn()  # a heading never stands alone at the foot
            self._start_segment()
        self._draw_row(self._heading)
        for place in range(len(self._table.rows)):
            follower = self._needed(place + 1) if kept_rows(self._table, place) else 0.0
            self._draw_row(self._made(place), follower)
            on_row()
        self._end_segment()

    def _needed(self, place: int) -> float:
        """Return the height to be left for a row and those kept with it; little if no page holds them."""
        least = _LEAST_LINES * self._plain.leading + 2 * self._pad_y
        needed, last = 0.0, len(self._table.rows) - 1
        while place <= last:
            needed += self._made(place).height
            if needed > self._page_room:
                return least
            if not kept_rows(self._table, place):
                break
            place += 1
        return needed

    def _made(self, place: int) -> _Row:
        """Return a row of the table."""
        title = group_title(self._table, place)
        if title is not None:
            return self._row([title], self._group, self._whole, spans=True)
        hand = self._bold if place in self._table.bold_rows else self._plain
        row = self._table.rows[place]
        texts = [cell_text(cell, track.kind) for cell, track in zip(row, self._tracks, strict=True)]
        return self._row(texts, hand, self._tracks)

    def _row(
        self, texts: Sequence[str], hand: _Hand, tracks: Sequence[_Track], *, spans: bool = False
    ) -> _Row:
        cells = [self._wrapped(hand, text, track.width) for text, track in zip(texts, tracks, strict=True)]
        return _Row(cells, hand, tracks, self._height(cells, hand), spans)

    def _measure(self) -> tuple[list[float], list[_Track]]:
        """Return the x of the vertical rules, and the columns."""
        layout, columns = self._sheet.layout, self._table.columns
        edges, tracks = [self._sheet.left], []
        widths = column_widths(layout, self._sheet.fonts, self._table, self._sheet.width)
        for column, width in zip(columns, widths, strict=True):
            left = edges[-1] + self._pad_x
            tracks.append(_Track(column.kind, cell_align(column.kind), left, width - 2 * self._pad_x))
            edges.append(edges[-1] + width)
        return edges, tracks

    def _hand(self, style: TextStyle, *, bold: bool, align: Align | None = None) -> _Hand:
        font = self._sheet.fonts.font(bold=bold, italic=style.italic)
        return _Hand(font, style.size_pt, self._sheet.layout.line_height_pt(style), align)

    def _wrapped(self, hand: _Hand, text: str, width: float) -> list[Line]:
        if "\n" not in text:
            return wrap(hand.font, hand.size, text, width)
        return [line for part in text.split("\n") for line in wrap(hand.font, hand.size, part, width)]

    def _height(self, cells: Cells, hand: _Hand) -> float:
        return max(map(len, cells), default=1) * hand.leading + 2 * self._pad_y

    def _draw_row(self, row: _Row, follower: float = 0.0) -> None:
        """Draw a row; `follower` is the height in points that must be left below it."""
        if not self._sheet.fits(row.height + follower):
            if row.height > self._page_room:
                self._draw_split(row)
                return
            self._next_page()
        self._write(row)

    def _draw_split(self, row: _Row) -> None:
        """Draw a row that no page holds: as many lines as fit, the rest on the next pages."""
        cells, leading = row.cells, row.hand.leading
        rest = max(map(len, cells))
        while rest > 0:
            count = int((self._sheet.room - 2 * self._pad_y) / leading)
            if count < min(_LEAST_LINES, rest) and self._sheet.room < self._page_room - leading:
                self._next_page()
                continue
            count = max(count, 1)
            part = [lines[:count] for lines in cells]
            self._write(row.part(part, self._height(part, row.hand)))
            cells = [lines[count:] for lines in cells]
            rest -= count
            if rest > 0:
                self._next_page()

    def _write(self, row: _Row) -> None:
        """Write the text of a row at the cursor and move below it."""
        writing, hand = self._writing, row.hand
        if hand is not self._last_hand:
            writing.setFont(hand.font.name, hand.size, hand.leading)
            self._last_hand = hand
        first = self._sheet.y - self._pad_y - hand.leading + DESCENT_EM * hand.size
        for lines, track in zip(row.cells, row.tracks, strict=True):
            align, top = hand.align or track.align, first
            if hand.align is not None:  # headings stand in the middle of their cell
                top -= (row.height - 2 * self._pad_y - len(lines) * hand.leading) / 2
            if align is Align.LEFT:
                writing.setTextOrigin(track.left, top)
                for text, _ in lines:
                    writing.textLine(text)
                continue
            share = 0.5 if align is Align.CENTER else 1.0
            for place, (text, width) in enumerate(lines):
                writing.setTextOrigin(track.left + (track.width - width) * share, top - place * hand.leading)
                writing.textOut(text)
        if row.spans:
            self._spans.append((self._sheet.y, self._sheet.y - row.height))
        self._sheet.y -= row.height
        self._levels.append(self._sheet.y)

    def _start_segment(self) -> None:
        """Begin the part of the table on this page."""
        self._levels, self._spans = [self._sheet.y], []
        self._writing = self._sheet.writing(self._plain.font, self._plain.size)
        self._last_hand = None

    def _end_segment(self) -> None:
        """Draw what the rows of this page have in common: their text and the rules around them."""
        self._sheet.write(self._writing)
        left, right = self._edges[0], self._edges[-1]
        top, bottom = self._levels[0], self._levels[-1]
        rules = [(left, y, right, y) for y in self._levels]
        rules += [(x, top, x, bottom) for x in (left, right)]
        for upper, lower in self._between_spans(top, bottom):
            rules += [(x, upper, x, lower) for x in self._edges[1:-1]]
        self._sheet.rules(rules, self._rule)

    def _between_spans(self, top: float, bottom: float) -> Iterator[tuple[float, float]]:
        """Yield the heights at which the columns are parted, from the top down."""
        for upper, lower in self._spans:
            if upper < top:
                yield top, upper
            top = lower
        if bottom < top:
            yield top, bottom

    def _next_page(self) -> None:
        self._end_segment()
        self._sheet.turn()
        self._start_segment()
        if self._repeats:
            self._write(self._heading)
