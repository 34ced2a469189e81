"""The file of a newer table of units: rows out of CSV or a spreadsheet, and a sample to fill."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from desktop_app.domain.unit_updates import Cells
from desktop_app.domain.units import COLUMNS, AdminUnit, row_of_unit
from desktop_app.errors import SheetFileError
from desktop_app.exchange.spreadsheet.reading import read_book

_SHEETS = (".xlsx", ".xls", ".ods")
_MOST_BYTES = 20_000_000
"""The whole country takes 0.8 MB."""


def read_unit_rows(path: Path) -> list[Cells]:
    """Return the rows of a file, the heading first; a spreadsheet gives its first sheet.

    Raises:
        SheetFileError: the file cannot be read.
    """
    if path.suffix.lower() in _SHEETS:
        seen = [sheet for sheet in read_book(path).sheets if not sheet.hidden]
        return list(seen[0].rows) if seen else []
    return list(_csv_rows(path))


def sample_file(units: Iterable[AdminUnit]) -> bytes:
    """Return a CSV with heading and some units, as Excel opens it without asking (UTF-8 with a mark)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(row_of_unit, units))
    return buffer.getvalue().encode("utf-8-sig")


def _csv_rows(path: Path) -> list[list[str]]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SheetFileError(f"Tệp “{path.name}” quá lớn; bảng đơn vị cả nước chỉ khoảng 1 MB.")
        text = path.read_bytes().decode("utf-8-sig")
        heading = text.partition("\n")[0]
        # Excel writes semicolons where the comma is the decimal sign, as in Vietnam.
        delimiter = ";" if heading.count(";") > heading.count(",") else ","
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except OSError as error:
        raise SheetFileError(
            f"Không đọc được tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error
    except UnicodeDecodeError as error:
        raise SheetFileError(
            f"Tệp “{path.name}” không phải chữ UTF-8. Trong Excel hãy lưu dạng “CSV UTF-8” hoặc .xlsx rồi chọn lại."
        ) from error
    except csv.Error as error:
        raise SheetFileError(f"Tệp “{path.name}” không phải là tệp CSV ({error}).") from error
