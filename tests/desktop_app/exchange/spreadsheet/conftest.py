"""Sheets made for one test each, and what a preview says of their rows."""

from datetime import date, datetime

import pytest
import xlsxwriter

from desktop_app.exchange.spreadsheet.preview import read_import

DAY = "dd/mm/yyyy"


class SheetMaker:
    """Writes rows into an .xlsx; a cell is a value or (value, format properties)."""

    def __init__(self, folder):
        self._folder = folder
        self._made = 0

    def __call__(self, *rows, name="Sheet1", file="", merge=(), hidden_rows=(), options=None, change=None):
        self._made += 1
        path = self._folder / (file or f"bảng {self._made}.xlsx")
        workbook = xlsxwriter.Workbook(path, {"strings_to_formulas": False, **(options or {})})
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                self._write(workbook, sheet, number, place, value)
        for block, text in merge:
            sheet.merge_range(block, text)
        for number in hidden_rows:
            sheet.set_row(number, None, None, {"hidden": True})
        if change:
            change(workbook, sheet)
        workbook.close()
        return path

    def _write(self, workbook, sheet, row, place, value):
        value, look = value if isinstance(value, tuple) else (value, None)
        if isinstance(value, (date, datetime)):
            look = look or {"num_format": DAY}
        look = workbook.add_format(look) if look else None
        if value is None:
            return
        if isinstance(value, (date, datetime)):
            sheet.write_datetime(row, place, value, look)
        elif isinstance(value, str):
            sheet.write_string(row, place, value, look)
        else:
            sheet.write(row, place, value, look)


@pytest.fixture
def make(tmp_path):
    return SheetMaker(tmp_path)


@pytest.fixture
def rows_of(ledger):
    """Preview a file against the empty ledger; return its rows."""

    def _rows(path, choices=None):
        return read_import(ledger, path, choices).rows

    return _rows
