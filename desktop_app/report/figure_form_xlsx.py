"""The form for other bodies' figures as an Excel file: one sheet, one page, only whole numbers can be typed."""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop_app.domain.figure_form import BODY, JOINT_NOTE, REPORT_NUMBER, FigureForm, code_text
from desktop_app.report import figure_form_wording as words

SHEET = "Biểu số liệu"
_FONT = "Times New Roman"
_KEY, _ORDINAL, _LABEL, _UNIT, _VALUE = range(5)
_WIDTHS = (2, 6, 52, 16, 22)
_A4 = 9
_MOST_ON_A_PAGE = 48
_INPUT_COLOUR = "#FFF9E5"
_MOST = 999_999_999_999_999


def write_form_xlsx(form: FigureForm, path: Path) -> None:
    """Write a form; the same form gives the same bytes.

    Column A is hidden: it holds the code of the form and the key of each line, by which it is read back.

    Raises:
        OSError: the file cannot be written.
    """
    packed = BytesIO()
    workbook = Workbook(packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties(
        {"title": words.TITLE, "author": form.asker, "created": datetime.combine(form.code.period_to, time())}
    )
    _Page(workbook, form).fill()
    workbook.close()
    path.write_bytes(packed.getvalue())


class _Page:
    """The one sheet, written from the top down."""

    def __init__(self, workbook: Workbook, form: FigureForm) -> None:
        self._workbook, self._form = workbook, form
        self._sheet: Worksheet = workbook.add_worksheet(SHEET)
        self._row = 0

    def fill(self) -> None:
        """Write everything."""
        self._set_up()
        self._heads()
        self._inputs()
        first = self._table()
        self._foot()
        self._sheet.print_area(0, _ORDINAL, self._row, _VALUE)
        self._sheet.freeze_panes(first, 0)
        self._sheet.set_selection(first, _VALUE, first, _VALUE)

    def _set_up(self) -> None:
        for column, width in enumerate(_WIDTHS):
            options = {"hidden": True} if column == _KEY else {}
            self._sheet.set_column(column, column, width, None, options)
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.8, right=0.6, top=0.6, bottom=0.6)
        self._sheet.fit_to_pages(1, 1 if len(self._form.code.indicators) <= _MOST_ON_A_PAGE else 0)
        self._sheet.center_horizontally()
        self._sheet.hide_gridlines(2)
        # Without a password: it only keeps the lines in their places.
        self._sheet.protect("", {"format_columns": True, "format_rows": True})

    def _heads(self) -> None:
        self._key(code_text(self._form.code))
        for line in self._form.asking_lines:
            if line:
                self._across(line, self._format(bold=True))
        self._row += 1
        self._across(words.TITLE, self._format(bold=True, size=14, align="center"))
        self._across(words.campaign_line(self._form), self._format(bold=True, align="center"))
        self._across(words.period_line(self._form), self._format(italic=True, align="center"))
        self._row += 1

    def _inputs(self) -> None:
        for key, title, value in (
            (BODY, words.BODY_LABEL, self._form.body),
            (REPORT_NUMBER, words.NUMBER_LABEL, ""),
        ):
            self._key(key)
            self._sheet.merge_range(self._row, _ORDINAL, self._row, _LABEL, f"{title}:", self._format())
            self._sheet.merge_range(self._row, _UNIT, self._row, _VALUE, value, self._input(wrap=True))
            self._sheet.set_row(self._row, 32 if len(value) > 34 else 18)
            self._row += 1
        self._row += 1

    def _table(self) -> int:
        """Write headings and lines; return the row of the first line."""
        heading = self._format(bold=True, align="center", border=True, wrap=True)
        for column, title in enumerate(words.HEADINGS, _ORDINAL):
            self._sheet.write_string(self._row, column, title, heading)
        self._row += 1
        first = self._row
        for number, one in enumerate(self._form.lines, 1):
            self._key(one.code)
            self._sheet.write_number(self._row, _ORDINAL, number, self._format(align="center", border=True))
            self._sheet.write_string(self._row, _LABEL, one.label, self._format(border=True, wrap=True))
            self._sheet.write_string(self._row, _UNIT, one.unit, self._format(align="center", border=True))
            self._sheet.write_blank(self._row, _VALUE, None, self._input(number=True))
            self._row += 1
        if self._form.lines:
            self._only_whole_numbers(first, self._row - 1)
        return first

    def _only_whole_numbers(self, first: int, last: int) -> None:
        rule = {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": _MOST,
            "ignore_blank": True,
            "error_title": "Số liệu chưa đúng",
            "error_message": "Chỉ ghi số nguyên từ 0 trở lên, không kèm chữ hoặc đơn vị tính.",
        }
        self._sheet.data_validation(first, _VALUE, last, _VALUE, rule)

    def _foot(self) -> None:
        self._row += 1
        self._across(f"{words.JOINT_LABEL}:", self._format(wrap=True), height=32)
        self._key(JOINT_NOTE)
        self._sheet.merge_range(self._row, _ORDINAL, self._row, _VALUE, "", self._input(wrap=True))
        self._sheet.set_row(self._row, 48)
        self._row += 1
        self._across(words.reply_line(self._form), self._format(bold=True, wrap=True), height=32)
        self._across(words.NOTE_EXCEL, self._format(italic=True, wrap=True, size=11), height=30)
        self._row += 1
        left, right = words.SIGNERS
        for (one, other), form in (
            ((left, right), self._format(bold=True, align="center")),
            ((words.SIGNER_HINT, words.SIGNER_HINT), self._format(italic=True, align="center")),
        ):
            self._sheet.merge_range(self._row, _ORDINAL, self._row, _LABEL, one, form)
            self._sheet.merge_range(self._row, _UNIT, self._row, _VALUE, other, form)
            self._row += 1
        self._row += 3

    def _key(self, text: str) -> None:
        self._sheet.write_string(self._row, _KEY, text)

    def _across(self, text: str, style: Format, height: int = 0) -> None:
        self._sheet.merge_range(self._row, _ORDINAL, self._row, _VALUE, text, style)
        if height:
            self._sheet.set_row(self._row, height)
        self._row += 1

    def _format(
        self,
        *,
        bold: bool = False,
        italic: bool = False,
        size: int = 12,
        align: str = "left",
        border: bool = False,
        wrap: bool = False,
    ) -> Format:
        return self._workbook.add_format(
            {
                "font_name": _FONT, "font_size": size, "bold": bold, "italic": italic, "align": align,
                "valign": "vcenter", "border": int(border), "text_wrap": wrap,
            }
        )  # fmt: skip

    def _input(self, *, number: bool = False, wrap: bool = False) -> Format:
        """Return the look of a cell to fill in; only these can be changed."""
        return self._workbook.add_format(
            {
                "font_name": _FONT, "font_size": 12, "border": 1, "locked": False, "valign": "vcenter",
                "bg_color": _INPUT_COLOUR, "text_wrap": wrap,
                "align": "right" if number else "left", "num_format": "#,##0" if number else "@",
            }
        )  # fmt: skip
