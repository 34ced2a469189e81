"""Sheets of the Excel file: names, rows of text, typed cells; no text ever becomes a formula or a link."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop_app.report import wording
from desktop_app.report.cells import cell_align, cell_text
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import Align, Layout
from desktop_app.report.lines import wrap
from desktop_app.report.model import Cell, CellKind, Charts, Report, Table
from desktop_app.report.wording import plain

HEADING_ROWS = 1
CHARTS_SHEET = "Biểu đồ"

_LONGEST_TEXT = 32_767  # of a cell, in UTF-16 units (Excel)
_LONGEST_NAME = 31  # of a sheet
_RESERVED_NAMES = ("history",)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_POINTS_PER_CHARACTER = 5.1  # a column's unit, seven pixels, less what the cell keeps free
_ROW_HEIGHT_EM = 1.3125  # of Times New Roman in Excel
_TALLEST_ROW_PT = 409.0  # in Excel
_EXACT_DIGITS = 15  # Excel rounds longer numbers
_FIRST_YEAR = 1900
_WHOLE, _ONE_DECIMAL, _DAY, _ORDINAL = "#,##0", "#,##0.0", "dd/mm/yyyy", "0"
_SIGNED = "+#,##0.0;-#,##0.0;0.0"
_LEAST_CHARACTERS = {
    CellKind.TEXT: 8,
    CellKind.ORDINAL: 6,
    CellKind.INTEGER: 10,
    CellKind.MONEY: 16,
    CellKind.DECIMAL: 14,
    CellKind.DATE: 12,
    CellKind.CHANGE: 14,
}


def sheet_names(titles: Sequence[str], taken: Sequence[str]) -> list[str]:
    """Return a legal name for each table's sheet: at most 31 characters, no two alike, case apart."""
    used = {name.casefold() for name in (*taken, *_RESERVED_NAMES)}
    names = []
    for title in titles:
        base = " ".join(_FORBIDDEN.sub(" ", wording.one_line(title)).split()).strip("' ") or "Bảng"
        name, count = _cut(base, ""), 1
        while name.casefold() in used:
            count += 1
            name = _cut(base, f" ({count})")
        used.add(name.casefold())
        names.append(name)
    return names


def _cut(base: str, tail: str) -> str:
    room = _LONGEST_NAME - len(tail)
    while len(base.encode("utf-16-le")) // 2 > room:
        base = base[:-1]
    return base.rstrip("' ") + tail


def _chunks(text: str) -> list[str]:
    """Split a text that no cell holds."""
    units = 1 if not text or max(text) <= "\uffff" else 2
    size = _LONGEST_TEXT // units
    return [text[start : start + size] for start in range(0, len(text), size)] or [""]


def rows_needed(cells: Sequence[Cell], kinds: Sequence[CellKind]) -> int:
    """Return how many rows of a sheet a row of a table takes: one, but for texts that no cell holds."""
    return max(
        (
            len(_chunks(cell_text(cell, kind)))
            for cell, kind in zip(cells, kinds, strict=True)
            if isinstance(cell, str) and len(cell) > _LONGEST_TEXT // 2
        ),
        default=1,
    )


def info_rows(report: Report, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield label and value of everything that stands around the running text.

    Args:
        report: the report.
        names: the sheet of each annex with a table.
    """
    identity, signature = report.identity, report.signature
    yield "Tên loại văn bản", wording.one_line(report.kind_name)
    yield "Trích yếu nội dung", "\n".join(wording.title_lines(report))
    yield "Cơ quan chủ quản", "\n".join(wording.paragraphs(*report.superior_lines))
    yield "Cơ quan ban hành", "\n".join(wording.paragraphs(*report.issuer_lines))
    yield "Số, ký hiệu", wording.number_line(report)
    yield "Địa danh, ngày tháng", wording.date_line(report)
    yield "Kính gửi", "\n".join(wording.addressee_lines(report))
    yield "Nơi nhận", "\n".join(wording.recipient_lines(report))
    yield "Quyền hạn, chức vụ người ký", "\n".join(wording.paragraphs(*signature.authority_lines))
    yield "Người ký", wording.one_line(signature.name)
    yield "Chức vụ khác của người ký", "\n".join(wording.paragraphs(signature.post))
    yield "Đơn vị báo cáo", wording.one_line(identity.unit_name)
    yield "Mã đơn vị", wording.one_line(identity.unit_code)
    yield "Năm báo cáo", str(identity.year)
    yield "Kỳ báo cáo", wording.one_line(identity.period) or "Cả năm"
    yield "Lần báo cáo", str(identity.revision)
    yield "Mã kiểm tra", wording.one_line(identity.check)
    for (annex, _), name in zip(report.tables(), names, strict=True):
        note = wording.one_line(annex.unit_note)
        yield f"Trang tính “{name}”", "\n".join(filter(None, (wording.annex_heading(annex), note)))
    for annex in report.annexes:
        if isinstance(annex.content, Charts):
            yield f"Trang tính “{CHARTS_SHEET}”", wording.annex_heading(annex)


def narrative_rows(report: Report) -> Iterator[tuple[str, str, str]]:
    """Yield place in the outline, heading and text; a section of many paragraphs takes many rows."""
    for text in wording.paragraphs(*report.lead):
        yield "", "", text
    for place, section in wording.section_places(report):
        heading, texts = wording.section_text(section)
        for line, text in enumerate(texts or [""]):
            yield place, "" if line else heading, text
    for text in wording.closing_paragraphs(report):
        yield "", "", text


class CellFormats:
    """The formats of cells, made once each."""

    def __init__(self, workbook: Workbook, layout: Layout) -> None:
        self._workbook = workbook
        self.size_pt = layout.styles.table_cell.size_pt
        self._font = {"font_name": layout.font_family, "font_size": self.size_pt}
        self._known: dict[tuple[str, Align, bool], Format] = {}
        self.heading = workbook.add_format(
            {
                **self._font, "bold": True, "border": 1, "text_wrap": True, "align": "center",
                "valign": "vcenter", "bg_color": "#EDEDED",
            }
        )  # fmt: skip

    def of(self, number_format: str, align: Align, *, bold: bool = False) -> Format:
        """Return a format; the number format is empty for texts."""
        key = (number_format, align, bold)
        if key not in self._known:
            properties = {**self._font, "border": 1, "text_wrap": True, "valign": "top", "bold": bold}
            properties |= {"align": align.value, "num_format": number_format or "@"}
            self._known[key] = self._workbook.add_format(properties)
        return self._known[key]

    def column_widths(self, table: Table, room: int) -> tuple[int, ...]:
        """Return the widths of a table's columns in characters; about `room` together."""
        whole = sum(max(column.width, 0.0) for column in table.columns) or 1.0
        return tuple(
            max(round(room * max(column.width, 0.0) / whole), _LEAST_CHARACTERS[column.kind])
            for column in table.columns
        )


class Sheet:
    """Rows written one below the other.

    Rows of several lines get their height here: not every program finds it when it opens the file.
    """

    def __init__(
        self, worksheet: Worksheet, formats: CellFormats, widths: Sequence[int], fonts: FontSet
    ) -> None:
        self._worksheet = worksheet
        self._formats = formats
        self._widths = [width * _POINTS_PER_CHARACTER for width in widths]
        self._font = fonts.font(bold=True)  # the wider one
        self._row = 0

    def write_heading(self, titles: Sequence[str]) -> None:
        """Write the heading of the columns."""
        self._write([plain(title) for title in titles], [self._formats.heading] * len(titles))

    def write_texts(self, texts: Sequence[str], *, bold_first: bool = False) -> None:
        """Write a row of texts."""
        styles = [
            self._formats.of("", Align.LEFT, bold=bold_first and not place) for place in range(len(texts))
        ]
        self._write(texts, styles)

    def write_cells(
        self,
        cells: Sequence[Cell],
        kinds: Sequence[CellKind],
        *,
        bold: bool,
        formulas: Mapping[int, str] | None = None,
    ) -> None:
        """Write a row of typed cells; `formulas` are those of its columns, whose results stand in the cells."""
        values: list[str | int | float | date] = []
        styles = []
        for cell, kind in zip(cells, kinds, strict=True):
            number_format = _number_format(cell, kind)
            styles.append(self._formats.of(number_format, cell_align(kind), bold=bold))
            values.append(cell_text(cell, kind) if cell is None or not number_format else cell)
        self._write(values, styles, formulas or {})

    def _write(
        self,
        values: Sequence[str | int | float | date],
        styles: Sequence[Format],
        formulas: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """Write a row; a text too long for a cell goes on in the rows below."""
        columns = [_chunks(value) if isinstance(value, str) else [value] for value in values]
        for line in range(max(map(len, columns), default=1)):
            for place, (column, style) in enumerate(zip(columns, styles, strict=True)):
                if line < len(column) and place in formulas:
                    self._worksheet.write_formula(self._row, place, formulas[place], style, column[line])
                elif line < len(column):
                    self._write_cell(place, column[line], style)
            self._set_height([str(column[line]) if line < len(column) else "" for column in columns])
            self._row += 1

    def _set_height(self, texts: Sequence[str]) -> None:
        size = self._formats.size_pt
        lines = max(
            (self._count_lines(text, width, size) for text, width in zip(texts, self._widths, strict=True)),
            default=1,
        )
        if lines > 1:
            height = min(lines * size * _ROW_HEIGHT_EM, _TALLEST_ROW_PT)
            self._worksheet.set_row(self._row, height)

    def _count_lines(self, text: str, width: float, size: float) -> int:
        if len(text) * size < width:  # no character is wider than an em
            return 1 + text.count("\n")
        return sum(len(wrap(self._font, size, part, width)) for part in text.split("\n"))

    def _write_cell(self, place: int, value: str | int | float | date, style: Format) -> None:
        worksheet = self._worksheet
        if isinstance(value, str):
            worksheet.write_string(self._row, place, _harmless(value), style)
        elif isinstance(value, date):
            worksheet.write_datetime(self._row, place, value, style)
        else:
            worksheet.write_number(self._row, place, value, style)


def _number_format(cell: Cell, kind: CellKind) -> str:
    """Return the number format of a cell, empty if it is written as text."""
    if isinstance(cell, date):
        return _DAY if cell.year >= _FIRST_YEAR else ""
    if cell is None or isinstance(cell, str):
        return ""
    if not abs(cell) < 10**_EXACT_DIGITS:  # not a number is no smaller either
        return ""
    if kind in (CellKind.ORDINAL, CellKind.TEXT) and cell == int(cell):
        return _ORDINAL
    if kind is CellKind.CHANGE:
        return _SIGNED
    return _ONE_DECIMAL if isinstance(cell, float) and _has_decimals(cell, kind) else _WHOLE


def _has_decimals(cell: float, kind: CellKind) -> bool:
    return kind is CellKind.DECIMAL or not cell.is_integer()


def _harmless(text: str) -> str:
    """Return the text so that XlsxWriter does not take it for markup of its own, written unescaped."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
