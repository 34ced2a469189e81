"""The running text: lead, numbered sections, closing, and Nơi nhận beside the signature."""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from desktop_app.report import wording
from desktop_app.report.layout import POINTS_PER_MM, TextStyle
from desktop_app.report.measures import baseline_drop, endorsement_reserve
from desktop_app.report.model import Report, Section, Table
from desktop_app.report.pdf.flow import Draw, Strip, block, keep_tail, kept, lowered, side_by_side
from desktop_app.report.pdf.sheet import Sheet
from desktop_app.report.pdf.table import TableWriter

_HEAD_AND_ROW = 5
"""Lines of a table that stay together on a page."""


def body_strips(sheet: Sheet, report: Report, on_section: Callable[[], None]) -> Iterator[Strip]:
    """Yield everything below Kính gửi; the signature never stands without the last lines of the text."""
    yield from keep_tail(_text(sheet, report, on_section))
    yield from _endorsement(sheet, report)


def _text(sheet: Sheet, report: Report, on_section: Callable[[], None]) -> Iterator[Strip]:
    body = sheet.layout.styles.body
    for text in wording.basis_lines(report):
        yield from block(sheet, text, sheet.layout.styles.basis)
    for text in wording.paragraphs(*report.lead):
        yield from block(sheet, text, body)
    for section in report.walk():
        yield from _section(sheet, section)
        on_section()
    for text in wording.closing_paragraphs(report):
        yield from block(sheet, text, body)


def _section(sheet: Sheet, section: Section) -> Iterator[Strip]:
    heading, texts = wording.section_text(section)
    if heading:
        strips = kept(block(sheet, heading, sheet.layout.styles.heading(section.level)))
        strips[0].draw = partial(_draw_marked, sheet, heading, section.level - 1, strips[0].draw)
        yield from strips
    strips = [strip for text in texts for strip in block(sheet, text, sheet.layout.styles.body)]
    if section.table is not None:
        kept(strips[-1:])  # the sentence that announces the table
        strips.append(_table_strip(sheet, section.table))
    yield from strips


def _table_strip(sheet: Sheet, table: Table) -> Strip:
    """Return a strip as high as a table's heading and first row; the table itself runs on over the pages."""
    height = _HEAD_AND_ROW * sheet.layout.line_height_pt(sheet.layout.styles.table_cell)

    def draw(_top: float) -> None:
        sheet.y -= 0.0 if sheet.at_top else sheet.layout.table.space_before_pt
        TableWriter(sheet, table).draw(lambda: None)
        sheet.y += height  # the table has moved the cursor itself; whoever places strips moves it once more

    return Strip(height, draw)


def _draw_marked(sheet: Sheet, title: str, level: int, draw: Draw, top: float) -> None:
    """Draw the first line of a heading and enter it in the outline."""
    sheet.bookmark(title, level, top)
    draw(top)


def _endorsement(sheet: Sheet, report: Report) -> list[Strip]:
    """Set Nơi nhận on the left, post and name of the signer on the right, at the same height."""
    profile = sheet.layout.signature
    left = profile.left_mm * POINTS_PER_MM
    width = profile.right_mm * POINTS_PER_MM
    styles = sheet.layout.styles
    names, signature = _recipients(sheet, report, left), _signature(sheet, report, width)
    names = lowered(names, baseline_drop(sheet.layout, styles.recipients_title, styles.authority))
    signature = lowered(signature, baseline_drop(sheet.layout, styles.authority, styles.recipients_title))
    room = sheet.page_height - endorsement_reserve(sheet.layout)
    return side_by_side(sheet, names, signature, profile.space_before_pt, room)


def _recipients(sheet: Sheet, report: Report, width: float) -> list[Strip]:
    lines = wording.recipient_lines(report)
    if not lines:
        return []
    styles = sheet.layout.styles
    strips = block(sheet, wording.RECIPIENTS_LABEL, styles.recipients_title, width=width)
    for line in lines:
        strips.extend(block(sheet, line, styles.recipients, width=width))
    return strips


def _signature(sheet: Sheet, report: Report, width: float) -> list[Strip]:
    styles, signature = sheet.layout.styles, report.signature
    gap = sheet.layout.signature.name_gap_mm * POINTS_PER_MM
    blocks: list[tuple[str, TextStyle]] = [
        (line, styles.authority) for line in wording.paragraphs(*signature.authority_lines)
    ]
    # A blank name leaves its line for the hand.
    names = [(wording.one_line(signature.name), styles.signer_name)]
    posts = [(line, styles.signer_post) for line in wording.paragraphs(signature.post)]
    (first, style), *rest = [*posts, *names] if signature.post_above else [*names, *posts]
    blocks += [(first, replace(style, space_before_pt=gap)), *rest]
    left = sheet.width - width
    return [strip for text, style in blocks for strip in block(sheet, text, style, left=left, width=width)]
