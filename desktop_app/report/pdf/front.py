"""The first page down to Kính gửi: Quốc hiệu, issuing body, number, date, title, addressees."""

from collections.abc import Iterator

from msgspec.structs import replace

from desktop_app.report import wording
from desktop_app.report.layout import POINTS_PER_MM, Align, TextStyle
from desktop_app.report.measures import FrontMeasures, baseline_drop, front_measures
from desktop_app.report.model import Report
from desktop_app.report.pdf.flow import Strip, block, kept, lowered, rule, side_by_side
from desktop_app.report.pdf.sheet import Sheet


def front_strips(sheet: Sheet, report: Report) -> Iterator[Strip]:
    """Yield the blocks above the running text."""
    measures = front_measures(sheet.layout, sheet.fonts, report)
    yield from _heads(sheet, report, measures)
    yield from _title(sheet, report, measures)
    yield from _addressees(sheet, report, measures)


def _column(
    sheet: Sheet, texts: list[str], style: TextStyle, left: float = 0.0, width: float | None = None
) -> list[Strip]:
    return [strip for text in texts for strip in block(sheet, text, style, left=left, width=width)]


def _heads(sheet: Sheet, report: Report, measures: FrontMeasures) -> list[Strip]:
    """Set issuer and Quốc hiệu side by side; below, at the same height, the number and the date."""
    header, styles = sheet.layout.header, sheet.layout.styles
    narrow, wide = header.left_mm * POINTS_PER_MM, header.right_mm * POINTS_PER_MM
    right = sheet.width - wide
    issuing = [
        *_column(sheet, wording.paragraphs(*report.superior_lines), styles.superior, 0.0, narrow),
        *_column(sheet, wording.paragraphs(*report.issuer_lines), styles.issuer, 0.0, narrow),
        rule(sheet, measures.issuer_rule, width=narrow),
    ]
    national = [
        *_column(sheet, [wording.NATIONAL_NAME], styles.national_name, right, wide),
        *_column(sheet, [wording.MOTTO], styles.motto, right, wide),
        rule(sheet, measures.motto_rule, left=right, width=wide),
    ]
    number = _column(sheet, [wording.number_line(report)], styles.number_line, 0.0, narrow)
    date = _column(sheet, [wording.date_line(report)], styles.date_line, right, wide)
    number = lowered(number, baseline_drop(sheet.layout, styles.number_line, styles.date_line))
    date = lowered(date, baseline_drop(sheet.layout, styles.date_line, styles.number_line))
    return [
        *kept(side_by_side(sheet, issuing, national)),
        *side_by_side(sheet, number, date, styles.number_line.space_before_pt),
    ]


def _title(sheet: Sheet, report: Report, measures: FrontMeasures) -> list[Strip]:
    styles = sheet.layout.styles
    strips = [
        *_column(sheet, [wording.one_line(report.kind_name)], styles.kind_name),
        *_column(sheet, wording.title_lines(report), styles.subject),
    ]
    if measures.subject_rule:
        strips.append(rule(sheet, measures.subject_rule))
    return kept(strips)


def _addressees(sheet: Sheet, report: Report, measures: FrontMeasures) -> list[Strip]:
    """Set Kính gửi: one short line centred, else the label with a name beside it or the names below."""
    style, names = sheet.layout.styles.addressee, wording.addressee_lines(report)
    label = wording.ADDRESSEE_LABEL
    if not names:
        return []
    if measures.addressee_centred:
        return block(sheet, f"{label} {names[0]}", replace(style, align=Align.CENTER))
    labels = block(sheet, label, style, left=measures.label)
    if len(names) == 1:
        name = block(sheet, names[0], style, left=measures.beside)
        return side_by_side(sheet, labels, name, style.space_before_pt)
    return [*kept(labels), *_column(sheet, names, replace(style, space_before_pt=0), measures.below)]
