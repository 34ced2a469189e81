"""The form for other bodies' figures as a Word file: one page, a table with empty cells, its code hidden."""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from desktop_app.domain.figure_form import BODY, JOINT_NOTE, REPORT_NUMBER, FigureForm, code_text
from desktop_app.report import figure_form_wording as words

_FONT = "Times New Roman"
_CENTER, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
_TABLE_WIDTHS = (12, 88, 32, 38)
_PAIR_WIDTHS = (70, 100)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIZES = ((26, 12.0), (38, 10.0))
_SMALLEST = 9.0
"""(lines, size): more lines take a smaller size, so that the form stays on one page."""


def write_form_docx(form: FigureForm, path: Path) -> None:
    """Write a form; hidden text in the first cell of each line is the key by which it is read back.

    Raises:
        OSError: the file cannot be written.
    """
    document = Document()
    _set_up(document, form)
    size = next((size for most, size in _SIZES if len(form.lines) <= most), _SMALLEST)
    for line in filter(None, form.asking_lines):
        _write(document.add_paragraph(), line, bold=True, size=11)
    _write(document.add_paragraph(), words.TITLE, bold=True, size=14, align=_CENTER, before=6)
    _write(document.add_paragraph(), words.campaign_line(form), bold=True, align=_CENTER)
    _write(document.add_paragraph(), words.period_line(form), italic=True, align=_CENTER, after=6)
    _inputs(document, form)
    _figures(document, form, size)
    joint = _pair_table(document, [(JOINT_NOTE, f"{words.JOINT_LABEL}:", "")], before=4)
    joint.rows[0].height = Mm(14)
    _write(document.add_paragraph(), words.reply_line(form), bold=True, before=4)
    _write(document.add_paragraph(), words.NOTE_WORD, italic=True, size=10)
    _signers(document)
    _hide(_write(document.add_paragraph(), code_text(form.code), size=2))
    packed = BytesIO()
    document.save(packed)
    path.write_bytes(packed.getvalue())


def _set_up(document: WordDocument, form: FigureForm) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(13)
    section.left_margin, section.right_margin = Mm(22), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(12)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    properties = document.core_properties
    properties.title, properties.author, properties.comments = words.TITLE, form.asker, ""
    properties.last_modified_by, properties.language = form.asker, "vi-VN"
    properties.created = properties.modified = datetime.combine(form.code.period_to, time())


def _inputs(document: WordDocument, form: FigureForm) -> None:
    rows = [(BODY, f"{words.BODY_LABEL}:", form.body), (REPORT_NUMBER, f"{words.NUMBER_LABEL}:", "")]
    _pair_table(document, rows)
    _write(document.add_paragraph(), "", size=4)


def _pair_table(document: WordDocument, rows: list[tuple[str, str, str]], before: float = 0) -> Table:
    """Return a table of (key, label, value)."""
    if before:
        _write(document.add_paragraph(), "", size=before)
    table = _table(document, len(rows), _PAIR_WIDTHS)
    for row, (key, title, value) in zip(table.rows, rows, strict=True):
        _fill(row.cells[0], title, key=key)
        _fill(row.cells[1], value)
    return table


def _figures(document: WordDocument, form: FigureForm, size: float) -> None:
    table = _table(document, len(form.lines) + 1, _TABLE_WIDTHS)
    for cell, title in zip(table.rows[0].cells, words.HEADINGS, strict=True):
        _fill(cell, title, bold=True, align=_CENTER, size=size)
    for number, one in enumerate(form.lines, 1):
        cells = table.rows[number].cells
        _fill(cells[0], str(number), align=_CENTER, size=size, key=one.code)
        _fill(cells[1], one.label, size=size)
        _fill(cells[2], one.unit, align=_CENTER, size=size)
        _fill(cells[3], "", align=WD_ALIGN_PARAGRAPH.RIGHT, size=size)


def _signers(document: WordDocument) -> None:
    _write(document.add_paragraph(), "", size=4)
    table = document.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, title in zip(table.rows[0].cells, words.SIGNERS, strict=True):
        _fill(cell, title, bold=True, align=_CENTER)
    for cell in table.rows[1].cells:
        _fill(cell, words.SIGNER_HINT, italic=True, align=_CENTER)


def _table(document: WordDocument, rows: int, widths_mm: tuple[int, ...]) -> Table:
    table: Table = document.add_table(rows=rows, cols=len(widths_mm))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    borders = OxmlElement("w:tblBorders")
    for side in _SIDES:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _fill(
    cell: _Cell,
    text: str,
    *,
    key: str = "",
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = _LEFT,
    size: float = 12,
) -> None:
    paragraph = _write(cell.paragraphs[0], text, bold=bold, italic=italic, align=align, size=size)
    if key:
        run = paragraph.add_run(f"{{{key}}}")
        run.font.hidden = True
        run.font.size = Pt(2)


def _write(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = _LEFT,
    size: float = 12,
    before: float = 0,
    after: float = 0,
) -> Paragraph:
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size, run.font.name = bold, italic, Pt(size), _FONT
    paragraph.alignment = align
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    if not text:
        paragraph.paragraph_format.line_spacing = Pt(size + 1)
    return paragraph


def _hide(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.hidden = True
