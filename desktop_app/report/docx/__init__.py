"""The Word writer: real styles, sections and repeated headings, built as markup and packed by python-docx."""

from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from desktop_app.report import wording
from desktop_app.report.docx.markup import paragraph
from desktop_app.report.docx.parts import PartWriter
from desktop_app.report.docx.pictures import PictureWriter
from desktop_app.report.docx.styles import PART_END
from desktop_app.report.docx.tables import DataTable
from desktop_app.report.docx.word_file import (
    add_contact_line,
    add_page_number,
    append,
    append_table,
    element,
    prepare,
    save,
    section,
)
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, Layout
from desktop_app.report.model import Progress, Report, Table
from desktop_app.report.steps import Steps


def write_docx(report: Report, path: Path, layout: Layout, progress: Progress | None = None) -> None:
    """Write the report as a Word file; the same report gives the same bytes."""
    steps = Steps(report, progress)
    save(build_docx(report, layout, steps.step), path)
    steps.finish()


def build_docx(report: Report, layout: Layout, step: Callable[[], None]) -> WordDocument:
    """Return the report as a document that is not saved yet; `step` is called behind each section and row."""
    fonts = load_fonts()
    document = Document()
    prepare(document, report, layout)
    header = add_page_number(document)
    end = document.element.body.sectPr
    parts, pictures = PartWriter(layout, fonts, report), PictureWriter(document, fonts)
    for block in (*parts.front(), *parts.text(step), parts.endorsement()):
        if isinstance(block, DataTable):
            append_table(end, block)
        else:
            append(end, block)
    foot = add_contact_line(document, wording.one_line(report.contact_line))
    properties = section(layout.portrait, header, hide_first=True, first_footer=foot)
    for annex in report.annexes:
        append(end, paragraph(PART_END, properties=properties))
        properties = section(layout.page(landscape=annex.landscape), header)
        for markup in parts.annex_head(annex):
            append(end, markup)
        width = layout.page(landscape=annex.landscape).text_width_mm * POINTS_PER_MM
        if isinstance(annex.content, Table):
            append_table(end, DataTable(layout, fonts, annex.content, width), step)
        else:
            for markup in pictures.annex(annex.content, width):
                append(end, markup)
            step()
    last = report.annexes[-1].landscape if report.annexes else False
    code = pictures.code(report, layout.page(landscape=last))
    append(end, paragraph(PART_END).replace("</w:p>", f"{code}</w:p>"))
    document.element.body.replace(end, element(properties))
    return document
