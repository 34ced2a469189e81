"""The PDF writer: draws the report on a reportlab canvas, all words as plain text."""

from pathlib import Path

from desktop_app.report import wording
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import Layout
from desktop_app.report.measures import annex_rule
from desktop_app.report.model import Annex, Progress, Report, Table
from desktop_app.report.pdf.body import body_strips
from desktop_app.report.pdf.flow import Strip, block, place, rule
from desktop_app.report.pdf.foot import draw_contact_line
from desktop_app.report.pdf.front import front_strips
from desktop_app.report.pdf.pictures import draw_code, picture_strips
from desktop_app.report.pdf.sheet import Sheet
from desktop_app.report.pdf.table import TableWriter
from desktop_app.report.steps import Steps


def write_pdf(report: Report, path: Path, layout: Layout, progress: Progress | None = None) -> None:
    """Write the report as PDF; the same report gives the same bytes on the same machine."""
    steps = Steps(report, progress)
    sheet = Sheet(layout, load_fonts(), wording.properties(report))
    sheet.begin(layout.portrait, hide_first=True)
    draw_contact_line(sheet, report)
    place(sheet, front_strips(sheet, report))
    place(sheet, body_strips(sheet, report, steps.step))
    for annex in report.annexes:
        _draw_annex(sheet, report, annex, steps)
    draw_code(sheet, report)
    path.write_bytes(sheet.finish())
    steps.finish()


def _draw_annex(sheet: Sheet, report: Report, annex: Annex, steps: Steps) -> None:
    """Draw an annex on pages of its own, numbered from 1."""
    layout = sheet.layout
    sheet.begin(layout.page(landscape=annex.landscape))
    sheet.bookmark(wording.annex_heading(annex), 0, sheet.y)
    place(sheet, _annex_head(sheet, report, annex))
    sheet.y -= layout.table.space_before_pt
    if isinstance(annex.content, Table):
        TableWriter(sheet, annex.content).draw(steps.step)
    else:
        place(sheet, picture_strips(sheet, annex.content))
        steps.step()


def _annex_head(sheet: Sheet, report: Report, annex: Annex) -> list[Strip]:
    styles = sheet.layout.styles
    texts = [
        (wording.annex_label(annex), styles.annex_number),
        *((line, styles.annex_title) for line in wording.paragraphs(annex.title)),
        (wording.annex_reference(report), styles.annex_reference),
    ]
    strips = [strip for text, style in texts for strip in block(sheet, text, style)]
    length = annex_rule(sheet.layout, sheet.fonts, report, annex)
    if length:
        strips.append(rule(sheet, length))
    note = wording.one_line(annex.unit_note)
    return strips + (block(sheet, note, styles.unit_note) if note else [])
