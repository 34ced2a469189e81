"""The Word writer for official documents that are no reports: Tờ trình, công văn, lists, minutes."""

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from docx import Document

from desktop_app.report import wording
from desktop_app.report.docx.markup import indents, paragraph, twips
from desktop_app.report.docx.parts import PartWriter
from desktop_app.report.docx.styles import BODY, PART_END, RULE, style_id
from desktop_app.report.docx.tables import DataTable, pair_of_columns
from desktop_app.report.docx.word_file import (
    add_page_number,
    append,
    append_table,
    element,
    prepare,
    save,
    section,
)
from desktop_app.report.fonts import FontSet, load_fonts
from desktop_app.report.layout import POINTS_PER_MM, Layout, TextStyle
from desktop_app.report.measures import broken_title, front_measures, longest_line
from desktop_app.report.model import Table
from desktop_app.report.official import Blank, Head, OfficialDocument, SignPlace, Text, TextKind

_KEEP = "<w:keepNext/>"
_KEPT_WITH_SIGNATURES = 2
_STYLES = {
    TextKind.BASIS: style_id("basis"),
    TextKind.BODY: BODY,
    TextKind.HEADING: style_id("heading_2"),
    TextKind.DATE: style_id("place_date"),
}


def write_official(document: OfficialDocument, path: Path, layout: Layout) -> None:
    """Write the document as a Word file; the same document gives the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    fonts, word = load_fonts(), Document()
    prepare(word, document.front, layout)
    header = add_page_number(word)
    end = word.element.body.sectPr
    parts = _OfficialParts(layout, fonts, document)
    for block in parts.all():
        if isinstance(block, Table):
            append_table(end, DataTable(layout, fonts, block, parts.width))
        else:
            append(end, block)
    append(end, paragraph(PART_END))
    page = layout.page(landscape=document.landscape)
    word.element.body.replace(end, element(section(page, header, hide_first=True)))
    save(word, path)


class _OfficialParts:
    """The blocks of one document as markup, and its tables."""

    def __init__(self, layout: Layout, fonts: FontSet, document: OfficialDocument) -> None:
        self._layout, self._fonts, self._document = layout, fonts, document
        self._front = document.front
        self._writer = PartWriter(layout, fonts, document.front)
        self.width = layout.page(landscape=document.landscape).text_width_mm * POINTS_PER_MM

    def all(self) -> Iterator[str | Table]:
        """Yield everything from the head to the signatures."""
        yield from self._head()
        blocks = self._document.blocks
        for place, block in enumerate(blocks):
            # Signatures never stand alone on a page: the last two blocks go with them.
            last = self._document.right is not None and place >= len(blocks) - _KEPT_WITH_SIGNATURES
            if isinstance(block, Table):
                yield paragraph(PART_END)
                yield block
            elif isinstance(block, Blank):
                yield from self._blank(block, keep=last)
            else:
                yield self._text(block, keep=last or block.keep)
        yield from self._signatures()

    def _head(self) -> Iterator[str]:
        head = self._document.head
        if head is Head.OFFICE:
            yield from self._writer.front()
            return
        if head is Head.LETTER:
            yield from self._writer.letter_front()
            return
        if head is not Head.LIST:
            yield from self._own_heads(with_number=head is Head.UNDATED)
        yield self._title("kind_name", self._front.kind_name)
        lines = wording.title_lines(self._front)
        for line in lines:
            yield self._title("subject", line)
        if self._document.reference:
            yield self._title("annex_reference", self._document.reference)
        share = self._layout.rule.subject_share
        gap = twips(self._layout.table.space_before_pt) if head is Head.LIST else 0
        after = f'<w:spacing w:after="{gap}"/>' if gap else ""
        yield self._rule(share * self._longest("subject", lines, self.width), self.width, after)

    def _own_heads(self, *, with_number: bool) -> Iterator[str]:
        """Return the names on top: of minutes, or of the nominee who reports."""
        measures = front_measures(self._layout, self._fonts, self._front)
        left = self._layout.header.left_mm * POINTS_PER_MM
        # All that is left: a page lies on its side here, and a rule leaves room by the width of its column.
        right = self.width - left
        above, issuer = wording.paragraphs(*self._front.superior_lines), self._issuer_lines()
        if not above and not issuer:
            yield from self._national(self.width, measures.motto_rule)
            return
        issuing = [
            *(self._title("superior", line, left) for line in above),
            *(self._title("issuer", line, left) for line in issuer),
            self._rule(measures.issuer_rule, left),
        ]
        rows = [("".join(issuing), "".join(self._national(right, measures.motto_rule)))]
        if with_number:
            number = paragraph(style_id("number_line"), wording.number_line(self._front))
            rows.append((number, paragraph(PART_END)))
        yield pair_of_columns(left, right, rows)

    def _issuer_lines(self) -> list[str]:
        return wording.paragraphs(*self._front.issuer_lines)

    def _national(self, width: float, rule: float) -> list[str]:
        return [
            self._title("national_name", wording.NATIONAL_NAME, width),
            self._title("motto", wording.MOTTO, width),
            self._rule(rule, width),
        ]

    def _text(self, block: Text, *, keep: bool) -> str:
        style = _STYLES[block.kind]
        text = wording.one_line(block.text)
        kept = _KEEP if keep or block.kind is TextKind.HEADING else ""
        return paragraph(style, text, properties=kept)

    def _blank(self, block: Blank, *, keep: bool) -> Iterator[str]:
        """Yield lines that end in dots at the right margin: a tab with a leader, never typed dots."""
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(self.width)}"/></w:tabs>'
        run = "<w:r><w:tab/></w:r></w:p>"
        for line in range(block.lines):
            label = wording.one_line(block.label) if line == 0 else ""
            indent = "" if label else '<w:ind w:firstLine="0"/>'
            properties = (_KEEP if keep else "") + tab + indent
            yield paragraph(BODY, f"{label} " if label else "", properties=properties).replace("</w:p>", run)

    def _signatures(self) -> Iterator[str]:
        left, right = self._document.left, self._document.right
        if right is None:
            return
        right_width = min(self._layout.signature.right_mm * POINTS_PER_MM, self.width / 2)
        left_width = self.width - right_width
        recipients = list(self._recipients())
        beside = self._place(left, left_width) if left else "".join(recipients) or paragraph(PART_END)
        yield paragraph(PART_END, properties=_KEEP)
        yield pair_of_columns(left_width, right_width, [(beside, self._place(right, right_width))])
        if left:
            yield from recipients

    def _place(self, place: SignPlace, width: float) -> str:
        profile = self._layout.signature
        top = f'<w:spacing w:before="{twips(profile.space_before_pt)}"/>'
        gap = f'<w:spacing w:before="{twips(profile.name_gap_mm * POINTS_PER_MM)}"/>'
        caption = paragraph(style_id("caption"), place.caption, properties=_KEEP) if place.caption else ""
        posts = wording.paragraphs(place.post)
        above, below = (posts, []) if place.post_above else ([], posts)
        gaps = [gap, *repeat("", len(above))]
        return "".join(
            [
                *(self._title("authority", line, width, top) for line in place.lines[:1]),
                *(self._title("authority", line, width) for line in place.lines[1:]),
                caption,
                *(self._title("signer_post", line, width, gaps.pop(0)) for line in above),
                paragraph(style_id("signer_name"), wording.one_line(place.name), properties=gaps.pop(0)),
                *(self._title("signer_post", line, width) for line in below),
            ]
        )

    def _recipients(self) -> Iterator[str]:
        lines = wording.recipient_lines(self._front)
        if not lines:
            return
        top = f'<w:spacing w:before="{twips(self._layout.signature.space_before_pt)}"/>'
        yield paragraph(style_id("recipients_title"), wording.RECIPIENTS_LABEL, properties=top)
        for line in lines:
            yield paragraph(style_id("recipients"), line)

    def _title(self, field: str, text: str, width: float = 0.0, properties: str = "") -> str:
        """Return a centred block, broken into lines by sense."""
        style: TextStyle = getattr(self._layout.styles, field)
        lines = broken_title(self._fonts, wording.one_line(text), style, width or self.width)
        return paragraph(style_id(field), "\n".join(lines), properties=properties)

    def _longest(self, field: str, lines: list[str], width: float) -> float:
        return longest_line(self._fonts, lines, getattr(self._layout.styles, field), width)

    def _rule(self, length: float, width: float, spacing: str = "") -> str:
        side = max(width - length, 0.0) / 2
        return paragraph(RULE, properties=spacing + indents(side, side)) if length else ""
