"""Lengths that depend on the type: rules under a block, the place of the addressees, baselines."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.report import wording
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import POINTS_PER_MM, Align, Layout, TextStyle
from desktop_app.report.lines import Line, wrap
from desktop_app.report.model import Annex, Report
from desktop_app.report.titles import wrap_title

_LINES_ABOVE_SIGNATURE = 3
DESCENT_EM = 0.22  # of Times New Roman, below the baseline


class FrontMeasures(NamedTuple):
    """Measures of the first page, in points.

    Attributes:
        issuer_rule: length of the line under the issuing body.
        motto_rule: length of the line under the Tiêu ngữ, as long as its text.
        subject_rule: length of the line under the trích yếu.
        addressee_centred: "Kính gửi: …" is one short line.
        label: from the left margin to "Kính gửi:", when it is not centred.
        beside: from the left margin to a name beside the label.
        below: from the left margin to the dashes of several names, which stand under the colon.
    """

    issuer_rule: float
    motto_rule: float
    subject_rule: float
    addressee_centred: bool
    label: float
    beside: float
    below: float


def baseline_drop(layout: Layout, style: TextStyle, other: TextStyle) -> float:
    """Return by how many points a block must be lowered so that its first line stands level with that of the other."""
    heights = [layout.line_height_pt(one) - DESCENT_EM * one.size_pt for one in (other, style)]
    return max(heights[0] - heights[1], 0.0)


def endorsement_reserve(layout: Layout) -> float:
    """Return the height in points that stays free above Nơi nhận: the last lines of the text stand with it."""
    return (
        _LINES_ABOVE_SIGNATURE * layout.line_height_pt(layout.styles.body) + layout.signature.space_before_pt
    )


def fitting_recipients(layout: Layout, fonts: FontSet, lines: list[str]) -> int:
    """Return how many lines of Nơi nhận stand on the page of the signature; all but for a very long list."""
    styles = layout.styles
    height = layout.portrait.height_mm - layout.portrait.top_mm - layout.portrait.bottom_mm
    room = (
        height * POINTS_PER_MM - endorsement_reserve(layout) - layout.line_height_pt(styles.recipients_title)
    )
    width, step = layout.signature.left_mm * POINTS_PER_MM, layout.line_height_pt(styles.recipients)
    for place, line in enumerate(lines):
        gap = styles.recipients.space_before_pt
        room -= gap + step * len(set_lines(fonts, line, styles.recipients, width))
        if room < 0:
            return place
    return len(lines)


def set_lines(fonts: FontSet, text: str, style: TextStyle, width: float, indent: float = 0.0) -> list[Line]:
    """Break a paragraph into lines as its style asks; all lengths in points."""
    font, drawn = fonts.of(style), style.text(text)
    if style.align is Align.CENTER:
        return wrap_title(font, style.size_pt, drawn, width)
    return wrap(font, style.size_pt, drawn, width, indent)


def broken_title(fonts: FontSet, text: str, style: TextStyle, width: float) -> list[str]:
    """Return the lines of a centred title as they are typed, not as they are drawn (no boxes)."""
    typed = style.text(text)
    lines, start = [], 0
    for drawn, _ in set_lines(fonts, text, style, width):
        lines.append(typed[start : start + len(drawn)])
        start += len(drawn)
        start += typed.startswith(" ", start)
    return lines


def longest_line(fonts: FontSet, texts: Iterable[str], style: TextStyle, width: float) -> float:
    """Return the width of the longest line that the texts make, in points like `width`."""
    return max((line[1] for text in texts for line in set_lines(fonts, text, style, width)), default=0.0)


def front_measures(layout: Layout, fonts: FontSet, report: Report) -> FrontMeasures:
    """Measure the first page (lengths of rules: NĐ 30/2020/NĐ-CP, Phụ lục I)."""
    styles, rules = layout.styles, layout.rule
    left, right = layout.header.left_mm * POINTS_PER_MM, layout.header.right_mm * POINTS_PER_MM
    whole = layout.portrait.text_width_mm * POINTS_PER_MM
    issuer = longest_line(fonts, wording.paragraphs(*report.issuer_lines), styles.issuer, left)
    motto = longest_line(fonts, [wording.MOTTO], styles.motto, right)
    subject = longest_line(fonts, wording.title_lines(report), styles.subject, whole)
    label = layout.addressee.label_left_mm * POINTS_PER_MM
    font, size = fonts.of(styles.addressee), styles.addressee.size_pt
    names = wording.addressee_lines(report)
    line = f"{wording.ADDRESSEE_LABEL} {''.join(names)}"
    return FrontMeasures(
        issuer_rule=issuer * rules.issuer_share,
        motto_rule=motto,
        subject_rule=subject * rules.subject_share,
        addressee_centred=len(names) == 1 and font.width(font.drawable(line), size) <= whole,
        label=label,
        beside=label + font.width(f"{wording.ADDRESSEE_LABEL} ", size),
        below=label + font.width(wording.ADDRESSEE_LABEL.rstrip(":"), size),
    )


def annex_rule(layout: Layout, fonts: FontSet, report: Report, annex: Annex) -> float:
    """Return the length of the line under the head of an annex, in points."""
    width = layout.page(landscape=annex.landscape).text_width_mm * POINTS_PER_MM
    reference = [wording.annex_reference(report)]
    return longest_line(fonts, reference, layout.styles.annex_reference, width) * layout.rule.annex_share
