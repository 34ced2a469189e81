"""Text that runs over pages: strips of a page, kept together where an official would keep them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from desktop_app.report.layout import POINTS_PER_MM, Align, TextStyle
from desktop_app.report.lines import Line
from desktop_app.report.measures import set_lines
from desktop_app.report.pdf.sheet import Sheet

Draw = Callable[[float], None]
"""Draws a strip whose upper edge is at the given height, in points."""


@dataclass(slots=True)
class Strip:
    """A horizontal strip of a page, never split.

    Attributes:
        height: in points.
        gap: free height above, left out at the top of a page.
        keep: the next strip stands on the same page.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False


def place(sheet: Sheet, strips: Iterable[Strip]) -> None:
    """Draw strips from the cursor downwards, turning pages; strips kept together stay so if a page holds them."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            _place_group(sheet, group)
            group = []
    if group:
        _place_group(sheet, group)


def _place_group(sheet: Sheet, group: list[Strip]) -> None:
    needed = total_height(group)
    if not sheet.at_top and not sheet.fits(group[0].gap + needed) and needed <= sheet.page_height:
        sheet.turn()
    for strip in group:
        gap = 0.0 if sheet.at_top else strip.gap
        if not sheet.fits(gap + strip.height) and not sheet.at_top:
            sheet.turn()
            gap = 0.0
        strip.draw(sheet.y - gap)
        sheet.y -= gap + strip.height


def total_height(strips: list[Strip]) -> float:
    """Return the height of strips below each other, without the first gap."""
    return sum(strip.height + strip.gap for strip in strips) - (strips[0].gap if strips else 0.0)


def keep_tail(strips: Iterable[Strip], count: int = 2) -> Iterator[Strip]:
    """Pass strips on; the last ones are kept with whatever follows them."""
    waiting: deque[Strip] = deque()
    for strip in strips:
        waiting.append(strip)
        if len(waiting) > count:
            yield waiting.popleft()
    for strip in waiting:
        strip.keep = True
        yield strip


def block(
    sheet: Sheet, text: str, style: TextStyle, *, left: float = 0.0, width: float | None = None
) -> list[Strip]:
    """Return the strips of one paragraph; neither its first nor its last line ever stands alone.

    Args:
        sheet: where it will be drawn.
        text: plain text without line breaks.
        style: its style.
        left: from the left margin, in points.
        width: of the lines, in points; the whole width of the page if None.
    """
    width = sheet.width - left if width is None else width
    indent = style.first_indent_mm * POINTS_PER_MM
    lines = set_lines(sheet.fonts, text, style, width, indent)
    height = sheet.layout.line_height_pt(style)
    last = len(lines) - 1
    strips = []
    for place_in, line in enumerate(lines):
        start = indent if place_in == 0 else 0.0
        drawn = partial(_draw_line, sheet, line, style, left + start, width - start, place_in == last)
        gap = style.space_before_pt if place_in == 0 else 0.0
        strips.append(Strip(height, drawn, gap, keep=place_in < last and place_in in (0, last - 1)))
    return strips


def _draw_line(
    sheet: Sheet, line: Line, style: TextStyle, left: float, width: float, is_last: bool, top: float
) -> None:
    text, length = line
    stretch = 0.0
    if style.align is Align.CENTER:
        left += (width - length) / 2
    elif style.align is Align.RIGHT:
        left += width - length
    elif style.align is Align.JUSTIFY and not is_last:
        spaces = text.count(" ")
        stretch = (width - length) / spaces if spaces else 0.0
    sheet.line(line, style, sheet.left + left, top, stretch=stretch)


def rule(sheet: Sheet, length: float, *, left: float = 0.0, width: float | None = None) -> Strip:
    """Return a thin line, centred below a block; lengths in points."""
    width = sheet.width - left if width is None else width
    profile = sheet.layout.rule

    def draw(top: float) -> None:
        x = sheet.left + left + (width - length) / 2
        sheet.rules([(x, top, x + length, top)], profile.width_pt)

    return Strip(profile.width_pt, draw, profile.gap_pt)


def kept(strips: list[Strip]) -> list[Strip]:
    """Keep all strips together, and with the next."""
    for strip in strips:
        strip.keep = True
    return strips


def lowered(strips: list[Strip], height: float) -> list[Strip]:
    """Return a column of a pair that begins so many points lower."""
    if not strips or height <= 0:
        return strips
    strips[0].gap = 0.0  # the gap of a first strip is that of the pair
    return [Strip(height, lambda _top: None), *strips]


def side_by_side(
    sheet: Sheet, left: list[Strip], right: list[Strip], gap: float = 0.0, room: float | None = None
) -> list[Strip]:
    """Join two columns into one strip; a column taller than a page goes on in further strips.

    Args:
        sheet: where they will be drawn.
        left: the left column.
        right: the right column.
        gap: free height above them, in points.
        room: greatest height of a strip in points; a whole page if None.
    """
    room = sheet.page_height if room is None else room
    pairs = zip_longest(_pieces(left, room), _pieces(right, room))
    strips = [_pair(first or [], second or []) for first, second in pairs]
    if strips:
        strips[0].gap = gap
    return strips


def _pieces(column: list[Strip], room: float) -> list[list[Strip]]:
    pieces: list[list[Strip]] = [[]]
    for strip in column:
        if pieces[-1] and total_height([*pieces[-1], strip]) > room:
            pieces.append([])
        pieces[-1].append(strip)
    return pieces


def _pair(left: list[Strip], right: list[Strip]) -> Strip:
    def draw(top: float) -> None:
        for column in (left, right):
            y = top
            for place_in, strip in enumerate(column):
                y -= strip.gap if place_in else 0.0
                strip.draw(y)
                y -= strip.height

    return Strip(max(total_height(left), total_height(right)), draw)
