"""The writer of the Excel template: headings, formats, drop-down lists, a sheet of instructions."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from desktop_app.errors import ExportError
from desktop_app.report.template_model import Template, TemplateColumn, TemplateSheet, Value

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"text": 24, "long_text": 44, "date": 13, "integer": 15, "decimal": 12}
_NUMBER_FORMATS = {
    "text": "@",
    "long_text": "@",
    "date": "dd/mm/yyyy",
    "integer": "#,##0",
    "decimal": "General",
}
_LIST_ROWS = 5_000
"""Drop-down lists reach at least so far below the heading."""
_LONGEST_CELL = 32_767
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}


def write_xlsx_template(template: Template, path: Path) -> None:
    """Write the workbook.

    Raises:
        ExportError: a text is longer than a cell of Excel holds.
        OSError: the file cannot be written.
    """
    packed = BytesIO()
    workbook = Workbook(packed, {**_OPTIONS, "in_memory": True})
    workbook.set_properties({"title": template.title, "author": "Sổ Hàng Việt"})
    formats = _formats(workbook)
    _write_guide(workbook, template, formats)
    lists = _Lists(template.lists_name)
    for sheet in template.sheets:
        _SheetWriter(workbook.add_worksheet(sheet.name), sheet, formats, lists).write()
    lists.write(workbook)
    workbook.close()
    path.write_bytes(packed.getvalue())


def _formats(workbook: Workbook) -> dict[str, Any]:
    found = {
        kind: workbook.add_format({**_FONT, "num_format": code}) for kind, code in _NUMBER_FORMATS.items()
    }
    grey = {"font_color": "#6b7280", "italic": True}
    found |= {
        f"{kind} example": workbook.add_format({**_FONT, **grey, "num_format": code})
        for kind, code in _NUMBER_FORMATS.items()
    }
    heading = {**_FONT, "bold": True, "valign": "vcenter", "align": "center", "border": 1}
    found["heading"] = workbook.add_format({**heading, "bg_color": "#e5e7eb"})
    found["required"] = workbook.add_format({**heading, "bg_color": "#fde68a"})
    found["bold"] = workbook.add_format({**_FONT, "bold": True})
    return found


def _write_guide(workbook: Workbook, template: Template, formats: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(template.guide_name)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    for row, (heading, text) in enumerate(template.guide):
        sheet.write_string(row, 0, heading, formats["bold"])
        sheet.write_string(row, 1, text, formats["text"])


class _Lists:
    """The drop-down lists, one column each on a hidden sheet: words with commas cannot stand in a rule."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lists: list[tuple[str, ...]] = []

    def source(self, choices: tuple[str, ...]) -> str:
        """Return the range that holds these choices."""
        if choices not in self._lists:
            self._lists.append(choices)
        letters = xl_col_to_name(self._lists.index(choices), col_abs=True)
        return f"='{self._name}'!{letters}$1:{letters}${len(choices)}"

    def write(self, workbook: Workbook) -> None:
        """Write the hidden sheet."""
        sheet = workbook.add_worksheet(self._name)
        for column, choices in enumerate(self._lists):
            for row, choice in enumerate(choices):
                sheet.write_string(row, column, choice)
        sheet.hide()


class _SheetWriter:
    def __init__(self, worksheet: Any, sheet: TemplateSheet, formats: dict[str, Any], lists: _Lists) -> None:  # noqa: ANN401
        self._worksheet = worksheet
        self._sheet = sheet
        self._formats = formats
        self._lists = lists

    def write(self) -> None:
        for place, column in enumerate(self._sheet.columns):
            self._write_heading(place, column)
        rows = [
            *((row, " example") for row in self._sheet.examples),
            *((row, "") for row in self._sheet.rows),
        ]
        for number, (row, ending) in enumerate(rows, start=1):
            self._write_row(number, row, ending)
        self._worksheet.set_row(0, 48)
        self._worksheet.freeze_panes(1, 1)
        self._worksheet.autofilter(0, 0, max(1, len(rows)), len(self._sheet.columns) - 1)
        self._worksheet.set_landscape()
        self._worksheet.set_paper(9)
        self._worksheet.repeat_rows(0)

    def _write_heading(self, place: int, column: TemplateColumn) -> None:
        self._worksheet.set_column(place, place, _WIDTHS[column.kind], self._formats[column.kind])
        look = self._formats["required" if column.required else "heading"]
        self._worksheet.write_string(0, place, column.heading, look)
        if column.note:
            self._worksheet.write_comment(0, place, column.note, {"x_scale": 2})
        if column.choices:
            last = max(_LIST_ROWS, len(self._sheet.rows) + 500)
            self._worksheet.data_validation(
                1,
                place,
                last,
                place,
                {
                    "validate": "list",
                    "source": self._lists.source(column.choices),
                    "error_title": "Không có trong danh mục",
                    "error_message": "Hãy chọn một mục trong danh sách.",
                    "error_type": "warning",
                },
            )

    def _write_row(self, number: int, row: Sequence[Value], ending: str) -> None:
        for place, (column, value) in enumerate(zip(self._sheet.columns, row, strict=True)):
            look = self._formats[column.kind + ending]
            if isinstance(value, str):
                if len(value) > _LONGEST_CELL:
                    raise ExportError(
                        f"“{column.heading}” của một mục dài hơn {_LONGEST_CELL:,} ký tự, Excel không chứa được; "
                        "hãy rút gọn rồi ghi lại.".replace(",", ".", 1)
                    )
                if value:
                    self._worksheet.write_string(number, place, value, look)
            elif isinstance(value, date):
                self._worksheet.write_datetime(number, place, value, look)
            else:
                self._worksheet.write_number(number, place, value, look)
