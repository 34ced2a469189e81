"""Read .xlsx, .xls and .ods: values by calamine, everything else from the file's own structure."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from desktop_app.errors import SheetFileError
from desktop_app.exchange.spreadsheet import biff, ods, xlsx
from desktop_app.exchange.spreadsheet.archive import (
    MAX_FILE,
    damaged,
    needs_password,
    read_parts,
    repack,
    suspicious,
)
from desktop_app.exchange.spreadsheet.book import Book, Merge, Raw, Sheet
from desktop_app.exchange.spreadsheet.look import BookLook, SheetLook

_ZIP = b"PK\x03\x04"
_NO_FONTS = (
    "Không đọc được phông chữ của tệp .xls này; chữ TCVN3 hoặc VNI, nếu có, chỉ được đoán theo mặt chữ. "
    "Hãy xem kỹ phần xem trước."
)


def read_book(path: Path) -> Book:
    """Read a spreadsheet file, whatever its name ends in.

    Raises:
        SheetFileError: missing, no spreadsheet, damaged, locked by a password, too large or hostile.
    """
    content = _content(path)
    if content.startswith(_ZIP):
        return _from_zip(path, content)
    if content.startswith(biff.SIGNATURE):
        return _from_xls(path, content)
    raise _no_spreadsheet(path, content)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SheetFileError(f"“{path}” là một thư mục; hãy chọn tệp bảng tính (.xlsx, .xls, .ods).")
        if path.stat().st_size > MAX_FILE:
            raise suspicious(path.name)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SheetFileError(
            f"Không tìm thấy tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error
    except OSError as error:
        raise SheetFileError(
            f"Không mở được tệp “{path}”. Nếu tệp đang mở trong Excel, hãy đóng lại rồi thử lần nữa."
        ) from error
    if not content:
        raise SheetFileError(f"Tệp “{path.name}” trống (0 byte); hãy xin lại tệp từ nơi gửi.")
    return content


def _no_spreadsheet(path: Path, content: bytes) -> SheetFileError:
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        what = "thực ra là trang web hoặc tệp XML mang tên bảng tính"
    elif start.startswith(b"%pdf"):
        what = "là tệp PDF"
    else:
        what = "không phải là bảng tính Excel hoặc LibreOffice"
    return SheetFileError(
        f"Tệp “{path.name}” {what}. Hãy mở tệp, lưu lại dạng “Excel Workbook (.xlsx)” rồi nhập tệp mới."
    )


def _from_zip(path: Path, content: bytes) -> Book:
    parts = read_parts(path, content)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise needs_password(path.name)
    try:
        if xlsx.WORKBOOK in parts:
            look = xlsx.look_at(parts, path.name)
        elif ods.CONTENT in parts and b"spreadsheet" in parts.get("mimetype", b""):
            look = ods.look_at(parts, path.name)
        else:
            raise _no_spreadsheet(path, b"")
    except (ValueError, KeyError) as error:  # a number that is none, a part that is missing
        raise damaged(path.name) from error
    with _reading(path), CalamineWorkbook.from_filelike(repack(parts)) as workbook:
        return _book(path, workbook, look, knows_fonts=True)


def _from_xls(path: Path, content: bytes) -> Book:
    notes: tuple[str, ...] = ()
    try:
        streams = biff.streams(content)
        if "WordDocument" in streams:
            raise SheetFileError(
                f"Tệp “{path.name}” là tệp Word kiểu cũ (.doc). Hãy mở bằng Word rồi lưu lại dạng .docx nếu là "
                "biểu số liệu, hoặc chép bảng sang một tệp Excel rồi nhập tệp đó."
            )
        if "EncryptedPackage" in streams:
            raise needs_password(path.name)
        look = biff.look_at(content)
    except biff.LockedError as error:
        raise needs_password(path.name) from error
    except biff.CutShortError as error:
        raise damaged(path.name) from error
    except biff.TooLargeError as error:
        raise suspicious(path.name) from error
    except biff.NotReadableError:
        look, notes = BookLook({}), (_NO_FONTS,)
    with _reading(path), CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
        return _book(path, workbook, look, knows_fonts=not notes, notes=notes)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what the reader of values raises into sentences."""
    try:
        yield
    except PasswordError as error:
        raise needs_password(path.name) from error
    except CalamineError as error:
        raise damaged(path.name) from error
    except BaseException as error:
        # A damaged .xls can make the Rust code panic; that exception has no name that can be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path.name) from error


def _book(
    path: Path, workbook: CalamineWorkbook, look: BookLook, *, knows_fonts: bool, notes: tuple[str, ...] = ()
) -> Book:
    sheets: list[Sheet] = []
    for index, metadata in enumerate(workbook.sheets_metadata):
        if metadata.name not in look.sheets and look.sheets:
            continue  # a chart or a dialog
        values = workbook.get_sheet_by_index(index)
        rows: list[list[Raw]] = values.to_python(skip_empty_area=False) if values.end else []
        one = look.sheets.get(metadata.name, SheetLook())
        merged = [Merge(*start, *end) for start, end in values.merged_cell_ranges or ()]
        sheets.append(
            Sheet(
                name=metadata.name,
                rows=rows,
                hidden=metadata.visible != SheetVisibleEnum.Visible,
                hidden_rows=frozenset(one.hidden_rows),
                hidden_columns=frozenset(one.hidden_columns),
                merged=tuple(merged or one.merged),
                errors=one.errors,
                uncached=frozenset(one.uncached),
                styles=one.styles,
                runs=look.runs,
                knows_fonts=knows_fonts,
            )
        )
    return Book(path.name, tuple(sheets), look.dates_from_1904, notes)
