"""The parts of the Word file as markup: first page, running text, signature, heads of annexes."""

from collections.abc import Callable, Iterator
from itertools import pairwise, repeat
from typing import NamedTuple

from desktop_app.report import wording
from desktop_app.report.docx.markup import indents, paragraph, twips
from desktop_app.report.docx.styles import BODY, PART_END, RULE, style_id
from desktop_app.report.docx.tables import DataTable, pair_of_columns
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import POINTS_PER_MM, Layout, TextStyle
from desktop_app.report.measures import (
    FrontMeasures,
    annex_rule,
    baseline_drop,
    broken_title,
    fitting_recipients,
    front_measures,
)
from desktop_app.report.model import Annex, Report, Table
from desktop_app.report.word_anchors import CLOSING, anchored, section_anchor

_KEEP = "<w:keepNext/>"
_CENTERED = '<w:jc w:val="center"/>'


def _rule(length: float, width: float, properties: str = "") -> str:
    """Return a centred line; both lengths in points."""
    side = max(width - length, 0.0) / 2
    return paragraph(RULE, properties=properties + indents(side, side)) if length else ""


def _before(points: float) -> str:
    return f'<w:spacing w:before="{twips(points)}"/>'


def _after(points: float) -> str:
    return f'<w:spacing w:after="{twips(points)}"/>'


def _before_table(points: float) -> str:
    """Return a paragraph of that height: Word gives a table no room above itself."""
    height = f'<w:spacing w:line="{twips(max(points, 1))}" w:lineRule="exact"/>'
    return paragraph(PART_END, properties=_KEEP + height)


class _Line(NamedTuple):
    """A paragraph of the running text; `anchor` is the bookmark by which it is found again."""

    style: str
    text: str
    anchor: str = ""


class PartWriter:
    """Writes the blocks of one report."""

    def __init__(self, layout: Layout, fonts: FontSet, report: Report) -> None:
        self._layout = layout
        self._fonts = fonts
        self._report = report
        self._width = layout.portrait.text_width_mm * POINTS_PER_MM

    def _block(self, field: str, text: str, properties: str = "") -> str:
        return paragraph(style_id(field), self._style(field).text(text), properties=properties)

    def _title(self, field: str, text: str, width: float, properties: str = "") -> str:
        """Return a centred block, broken into lines at the same places as in the PDF."""
        lines = broken_title(self._fonts, text, self._style(field), width)
        return paragraph(style_id(field), "\n".join(lines), properties=properties)

    def _drop(self, field: str, other: str) -> float:
        return baseline_drop(self._layout, self._style(field), self._style(other))

    def _level(self, field: str, other: str) -> str:
        """Return what brings number and date to one height; nothing where their styles do so."""
        gap = self._style("number_line").space_before_pt + self._drop(field, other)
        return "" if gap == self._style(field).space_before_pt else _before(gap)

    def _style(self, field: str) -> TextStyle:
        style: TextStyle = getattr(self._layout.styles, field)
        return style

    def front(self) -> Iterator[str]:
        """Yield the blocks down to Kính gửi."""
        report, measures = self._report, front_measures(self._layout, self._fonts, self._report)
        yield self.heads(measures)
        yield self._title("kind_name", wording.one_line(report.kind_name), self._width)
        for line in wording.title_lines(report):
            yield self._title("subject", line, self._width)
        yield _rule(measures.subject_rule, self._width)
        yield from self._addressees(measures)

    def letter_front(self) -> Iterator[str]:
        """Yield the front of a công văn: the subject stands under the number, no kind above Kính gửi."""
        measures = front_measures(self._layout, self._fonts, self._report)
        subject = wording.letter_subject(self._report)
        left = self._layout.header.left_mm * POINTS_PER_MM
        yield self.heads(measures, self._title("letter_subject", subject, left) if subject else "")
        yield from self._addressees(measures, self._layout.styles.kind_name.space_before_pt)

    def heads(self, measures: FrontMeasures, below_number: str = "") -> str:
        """Return the issuing body beside the Quốc hiệu, and the lines of number and date.

        Args:
            measures: of the first page.
            below_number: markup of the paragraphs under the number.
        """
        report, header = self._report, self._layout.header
        left, right = header.left_mm * POINTS_PER_MM, header.right_mm * POINTS_PER_MM
        issuing = [
            *(self._title("superior", line, left) for line in wording.paragraphs(*report.superior_lines)),
            *(self._title("issuer", line, left) for line in wording.paragraphs(*report.issuer_lines)),
            _rule(measures.issuer_rule, left),
        ]
        national = [
            self._title("national_name", wording.NATIONAL_NAME, right),
            self._title("motto", wording.MOTTO, right),
            _rule(measures.motto_rule, right),
        ]
        number = self._block(
            "number_line", wording.number_line(report), self._level("number_line", "date_line")
        )
        date = self._block("date_line", wording.date_line(report), self._level("date_line", "number_line"))
        return pair_of_columns(
            left,
            right,
            [("".join(issuing) or paragraph(PART_END), "".join(national)), (number + below_number, date)],
            self._width - left - right,
        )

    def _addressees(self, measures: FrontMeasures, gap: float | None = None) -> Iterator[str]:
        """Yield Kính gửi; `gap` in points above it, the style's own if None."""
        label, names = wording.ADDRESSEE_LABEL, wording.addressee_lines(self._report)
        top = "" if gap is None else _before(gap)
        if len(names) == 1:
            place = (
                _CENTERED
                if measures.addressee_centred
                else indents(left=measures.beside, hanging=measures.beside - measures.label)
            )
            yield self._block("addressee", f"{label} {names[0]}", top + place)
        elif names:
            yield self._block("addressee", label, _KEEP + top + indents(left=measures.label))
            for name in names:
                yield self._block("addressee", name, _before(0) + indents(left=measures.below))

    def text(self, on_section: Callable[[], None]) -> Iterator[str | DataTable]:
        """Yield bases, lead, sections and closing; the last paragraph is kept with the signature."""
        blocks = [*self._blocks(on_section)]
        closing = enumerate(wording.closing_paragraphs(self._report))
        blocks += [_Line(BODY, text, "" if place else CLOSING) for place, text in closing]
        for number, (block, following) in enumerate(pairwise([*blocks, None])):
            if isinstance(block, Table):
                yield _before_table(self._layout.table.space_before_pt)
                yield DataTable(self._layout, self._fonts, block, self._width)
            elif block is not None:
                is_kept = following is None or isinstance(following, Table)
                made = paragraph(block.style, block.text, properties=_KEEP if is_kept else "")
                yield anchored(made, block.anchor, number) if block.anchor else made

    def _blocks(self, on_section: Callable[[], None]) -> Iterator["_Line | Table"]:
        report = self._report
        yield from (_Line(style_id("basis"), text) for text in wording.basis_lines(report))
        yield from (_Line(BODY, text) for text in wording.paragraphs(*report.lead))
        for section in report.walk():
            heading, texts = wording.section_text(section)
            level, anchor = min(max(section.level, 1), 3), section_anchor(section.key)
            if heading:
                title = self._layout.styles.heading(level).text(heading)
                yield _Line(style_id(f"heading_{level}"), title, anchor)
            first = "" if heading else anchor
            yield from (_Line(BODY, text, "" if place else first) for place, text in enumerate(texts))
            if section.table is not None:
                yield section.table
            on_section()

    def endorsement(self) -> str:
        """Return Nơi nhận beside the signature."""
        profile = self._layout.signature
        left, right = profile.left_mm * POINTS_PER_MM, profile.right_mm * POINTS_PER_MM
        lines = wording.recipient_lines(self._report)
        count = fitting_recipients(self._layout, self._fonts, lines)
        rows = [(self._recipients(lines[:count]), self._signature(right))]
        if lines[count:]:  # a row that no page holds would leave the text alone
            rest = "".join(self._block("recipients", line) for line in lines[count:])
            rows.append((rest, paragraph(PART_END)))
        return pair_of_columns(left, right, rows, self._width - left - right)

    def _recipients(self, lines: list[str]) -> str:
        if not lines:
            return paragraph(PART_END)
        drop = self._drop("recipients_title", "authority")
        top = _before(self._layout.signature.space_before_pt + drop)
        label = self._block("recipients_title", wording.RECIPIENTS_LABEL, top)
        return label + "".join(self._block("recipients", line) for line in lines)

    def _signature(self, width: float) -> str:
        signature, profile = self._report.signature, self._layout.signature
        authority = wording.paragraphs(*signature.authority_lines)
        top = _before(profile.space_before_pt + self._drop("authority", "recipients_title"))
        gap, posts = _before(profile.name_gap_mm * POINTS_PER_MM), wording.paragraphs(signature.post)
        above, below = (posts, []) if signature.post_above else ([], posts)
        gaps = [gap, *repeat("", len(above))]
        return "".join(
            [
                *(self._title("authority", line, width, top) for line in authority[:1]),
                *(self._title("authority", line, width) for line in authority[1:]),
                *(self._title("signer_post", line, width, gaps.pop(0)) for line in above),
                # A blank name leaves its line for the hand.
                self._block("signer_name", wording.one_line(signature.name), gaps.pop(0)),
                *(self._title("signer_post", line, width) for line in below),
            ]
        )

    def annex_head(self, annex: Annex) -> Iterator[str]:
        """Yield what stands above an annex's table."""
        width = self._layout.page(landscape=annex.landscape).text_width_mm * POINTS_PER_MM
        gap = _after(self._layout.table.space_before_pt)
        note = wording.one_line(annex.unit_note)
        yield self._title("annex_number", wording.annex_label(annex), width)
        for line in wording.paragraphs(annex.title):
            yield self._title("annex_title", line, width)
        yield self._title("annex_reference", wording.annex_reference(self._report), width)
        length = annex_rule(self._layout, self._fonts, self._report, annex)
        yield _rule(length, width, "" if note else gap)
        if note:
            yield self._block("unit_note", note, gap)
