"""The contact line at the foot of the first page, below a rule as wide as the text (NĐ 30/2020, Phụ lục I, ô 13)."""

from desktop_app.report import wording
from desktop_app.report.layout import POINTS_PER_MM
from desktop_app.report.measures import set_lines
from desktop_app.report.model import Report
from desktop_app.report.pdf.sheet import Sheet

RULE_GAP_PT = 2.0


def draw_contact_line(sheet: Sheet, report: Report) -> None:
    """Draw the line into the lower margin, as far from the edge as the page number is from the upper one."""
    text = wording.one_line(report.contact_line)
    if not text:
        return
    style, profile = sheet.layout.styles.contact_line, sheet.layout.rule
    lines = set_lines(sheet.fonts, text, style, sheet.width)
    height = sheet.layout.line_height_pt(style)
    top = sheet.layout.portrait.page_number_mm * POINTS_PER_MM + len(lines) * height
    rule = top + RULE_GAP_PT
    sheet.rules([(sheet.left, rule, sheet.left + sheet.width, rule)], profile.width_pt)
    for place, line in enumerate(lines):
        sheet.line(line, style, sheet.left + (sheet.width - line[1]) / 2, top - place * height)
