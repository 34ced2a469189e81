"""The Excel writer: identity, running text and one sheet of typed cells for each table."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from desktop_app.report import wording
from desktop_app.report.fonts import load_fonts
from desktop_app.report.formulas import holds, spreadsheet_text
from desktop_app.report.layout import Layout, PageSize
from desktop_app.report.model import Annex, CellKind, Charts, Progress, Report, Table
from desktop_app.report.sheets import (
    CHARTS_SHEET,
    HEADING_ROWS,
    CellFormats,
    Sheet,
    info_rows,
    narrative_rows,
    rows_needed,
    sheet_names,
)
from desktop_app.report.steps import Steps
from desktop_app.report.xlsx_charts import write_charts

INFO_SHEET, NARRATIVE_SHEET, DEFINITIONS_SHEET = "Thông tin", "Nội dung", "Giải thích chỉ tiêu"
_A4 = 9
_MM_PER_INCH = 25.4
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MANY_ROWS = 5_000
_INFO_WIDTHS = (30, 90)
_NARRATIVE_HEADINGS = ("Mục", "Tiêu đề", "Nội dung")
_NARRATIVE_WIDTHS = (8, 32, 90)
_LONGEST_HEADER = 255  # of a printed page, in UTF-16 units (Excel)
_HEADER_MM = 10
_HEADER_ROOM_MM = 12
"""How much lower a sheet begins in print for the lines that name its annex."""
# Widths in characters for a whole sheet, as much as fits a page in print.
_PORTRAIT_CHARACTERS, _LANDSCAPE_CHARACTERS = 95, 150


def write_xlsx(report: Report, path: Path, layout: Layout, progress: Progress | None = None) -> None:
    """Write the report as an Excel file; the same report gives the same bytes."""
    steps = Steps(report, progress)
    # XlsxWriter keeps many rows in files of its own; they must be gone, and closed, whatever happens.
    with TemporaryDirectory(prefix="so_hang_viet_", ignore_cleanup_errors=True) as scratch:
        packed = BytesIO()
        workbook = Workbook(packed, {**_OPTIONS, **_keeping(report), "tmpdir": scratch})
        try:
            _fill(workbook, report, layout, steps)
            workbook.close()
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error
        finally:
            for sheet in workbook.worksheets():
                if sheet.row_data_fh is not None:
                    sheet.row_data_fh.close()
    path.write_bytes(packed.getvalue())
    steps.finish()


def _keeping(report: Report) -> dict[str, bool]:
    """Return where rows wait until they are written: in memory, which is quicker, as long as they are not many."""
    rows = sum(len(table.rows) for _, table in report.tables())
    return {"constant_memory": True} if rows > _MANY_ROWS else {"in_memory": True}


def _fill(workbook: Workbook, report: Report, layout: Layout, steps: Steps) -> None:
    formats = CellFormats(workbook, layout)
    names = sheet_names([table.title for _, table in report.tables()], _OWN_SHEETS)
    created = datetime.combine(report.issued_on or date(report.identity.year, 1, 1), time())
    workbook.set_properties({**wording.properties(report)._asdict(), "created": created})
    info = _sheet(workbook, formats, INFO_SHEET, _INFO_WIDTHS, layout.portrait)
    for label_and_value in info_rows(report, names):
        info.write_texts(label_and_value, bold_first=True)
    narrative = _sheet(workbook, formats, NARRATIVE_SHEET, _NARRATIVE_WIDTHS, layout.portrait)
    narrative.write_heading(_NARRATIVE_HEADINGS)
    for row in narrative_rows(report):
        narrative.write_texts(row)
        steps.step()
    for (annex, table), name in zip(report.tables(), names, strict=True):
        sheet = _table_sheet(workbook, formats, report, annex, table, name, layout)
        _write_table(sheet, table, steps)
    for annex in report.annexes:
        if isinstance(annex.content, Charts):
            worksheet = write_charts(workbook, formats, annex.content, layout)
            _set_page(worksheet, layout.portrait, _annex_header(report, annex, layout))
            steps.step()
    if report.definitions is not None:
        widths = formats.column_widths(report.definitions, _LANDSCAPE_CHARACTERS)
        sheet = _sheet(workbook, formats, DEFINITIONS_SHEET, widths, layout.landscape)
        _write_table(sheet, report.definitions, steps)


_OWN_SHEETS = (INFO_SHEET, NARRATIVE_SHEET, CHARTS_SHEET, DEFINITIONS_SHEET)


def _sheet(
    workbook: Workbook,
    formats: CellFormats,
    name: str,
    widths: tuple[int, ...],
    page: PageSize,
    header: str = "",
) -> Sheet:
    """Add a sheet that prints on A4 with its heading on every page; `header` are its lines on top in print."""
    worksheet = workbook.add_worksheet(name)
    _set_page(worksheet, page, header)
    for place, width in enumerate(widths):
        worksheet.set_column(place, place, width)
    if name != INFO_SHEET:
        worksheet.freeze_panes(HEADING_ROWS, 0)
        worksheet.repeat_rows(0, HEADING_ROWS - 1)
    return Sheet(worksheet, formats, widths, load_fonts())


def _set_page(worksheet: Worksheet, page: PageSize, header: str) -> None:
    worksheet.set_paper(_A4)
    if page.width_mm > page.height_mm:
        worksheet.set_landscape()
    top = page.top_mm + (_HEADER_ROOM_MM if header else 0)
    worksheet.set_margins(*(mm / _MM_PER_INCH for mm in (page.left_mm, page.right_mm, top, page.bottom_mm)))
    worksheet.fit_to_pages(1, 0)
    worksheet.set_header(header or "&C&A", {"margin": _HEADER_MM / _MM_PER_INCH})
    worksheet.set_footer("&C&P/&N")


def _annex_header(report: Report, annex: Annex, layout: Layout) -> str:
    """Return the printed lines above an annex's sheet, "" when they are longer than Excel takes."""
    title, reference = (
        text.replace("&", "&&") for text in (wording.annex_heading(annex), wording.annex_reference(report))
    )
    font = layout.font_family.replace('"', "")
    header = f'&C&"{font},Bold"&12{title}\n&"{font},Italic"&11{reference}'
    return header if len(header.encode("utf-16-le")) // 2 <= _LONGEST_HEADER else ""


def _table_sheet(
    workbook: Workbook,
    formats: CellFormats,
    report: Report,
    annex: Annex,
    table: Table,
    name: str,
    layout: Layout,
) -> Sheet:
    room = _LANDSCAPE_CHARACTERS if annex.landscape else _PORTRAIT_CHARACTERS
    widths = formats.column_widths(table, room)
    header = _annex_header(report, annex, layout)
    return _sheet(workbook, formats, name, widths, layout.page(landscape=annex.landscape), header)


def _write_table(sheet: Sheet, table: Table, steps: Steps) -> None:
    sheet.write_heading(
        tuple(f"{one.title} ({one.unit})" if one.unit else one.title for one in table.columns)
    )
    kinds = [column.kind for column in table.columns]
    formulas = _formulas(table, kinds)
    for place, row in enumerate(table.rows):
        sheet.write_cells(row, kinds, bold=place in table.bold_rows, formulas=formulas.get(place))
        steps.step()


def _formulas(table: Table, kinds: Sequence[CellKind]) -> dict[int, dict[int, str]]:
    """Return the formulas of each row by column; what a formula would change stays a plain number."""
    found: dict[int, dict[int, str]] = {}
    if not table.formulas:
        return found
    needed = (rows_needed(row, kinds) for row in table.rows)
    sheet_rows = list(accumulate(needed, initial=HEADING_ROWS + 1))
    for (row, column), formula in table.formulas.items():
        if holds(formula, table.rows, table.rows[row][column]):
            found.setdefault(row, {})[column] = spreadsheet_text(formula, sheet_rows)
    return found
