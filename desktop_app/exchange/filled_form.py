"""Read back the form that another body filled in, Excel or Word, by its hidden keys (product row B13)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.figure_form import (
    BODY,
    JOINT_NOTE,
    REPORT_NUMBER,
    FilledForm,
    FilledLine,
    FormCode,
    read_code,
)
from desktop_app.domain.indicators import indicator
from desktop_app.domain.rules import number_problem
from desktop_app.errors import InvalidValueError, SheetFileError
from desktop_app.exchange.spreadsheet.archive import MAX_FILE, suspicious
from desktop_app.exchange.spreadsheet.book import Cell, CellKind, Sheet, address
from desktop_app.exchange.spreadsheet.reading import read_book
from desktop_app.exchange.word_table import WordCell, is_word_file, read_word_tables
from desktop_app.vietnamese.numbers import parse_integer, parse_money
from desktop_app.vietnamese.text import clean, shorten

_KEY_COLUMN, _VALUE_COLUMN, _TEXT_COLUMN, _NOTE_COLUMN = 0, 4, 3, 1
_MOST_ROWS = 400
_TEXT_COLUMNS: Mapping[str, int] = {
    BODY: _TEXT_COLUMN,
    REPORT_NUMBER: _TEXT_COLUMN,
    JOINT_NOTE: _NOTE_COLUMN,
}
_NOT_OURS = (
    "Tệp “{name}” không phải là biểu do sổ này gửi đi, hoặc mã ẩn của biểu đã bị xóa. Hãy gửi lại biểu cho đơn vị, "
    "hoặc ghi số liệu bằng tay."
)


@dataclass
class _Found:
    """What a form holds, by the keys of its lines."""

    code: FormCode
    lines: dict[str, FilledLine]
    texts: dict[str, str]


def read_form(path: Path) -> FilledForm:
    """Return what a body wrote into a form.

    Raises:
        SheetFileError: the file cannot be read, or is no form of this program.
    """
    content = _content(path)
    found = _from_word(path, content) if is_word_file(content) else _from_sheet(path)
    return FilledForm(
        found.code,
        tuple(
            found.lines.get(code) or FilledLine(code, "", None, "dòng này đã bị xóa khỏi biểu")
            for code in found.code.indicators
        ),
        clean(found.texts.get(BODY, "")),
        clean(found.texts.get(REPORT_NUMBER, "")),
        clean(found.texts.get(JOINT_NOTE, ""), multiline=True),
    )


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SheetFileError(f"“{path}” là một thư mục; hãy chọn tệp biểu (.xlsx hoặc .docx).")
        if path.stat().st_size > MAX_FILE:
            raise suspicious(path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SheetFileError(f"Không tìm thấy tệp “{path}”. Hãy kiểm tra lại ổ đĩa hoặc thư mục.") from error
    except OSError as error:
        raise SheetFileError(
            f"Không mở được tệp “{path}”. Nếu tệp đang mở trong Word hoặc Excel, hãy đóng lại rồi thử lần nữa."
        ) from error


def _from_sheet(path: Path) -> _Found:
    for sheet in read_book(path).sheets:
        keys = {
            sheet.cell(row, _KEY_COLUMN).text.strip(): row for row in range(min(len(sheet.rows), _MOST_ROWS))
        }
        code = next((code for key in keys if (code := read_code(key)) is not None), None)
        if code is not None:
            return _of_keys(code, sheet, keys)
    raise SheetFileError(_NOT_OURS.format(name=path.name))


def _of_keys(code: FormCode, sheet: Sheet, keys: Mapping[str, int]) -> _Found:
    found = _Found(code, {}, {})
    for key, row in keys.items():
        if key in code.indicators:
            value, problem = _number(key, sheet.cell(row, _VALUE_COLUMN))
            found.lines[key] = FilledLine(key, address(row, _VALUE_COLUMN), value, problem)
        elif key in _TEXT_COLUMNS:
            found.texts[key] = _text(sheet.cell(row, _TEXT_COLUMNS[key]))
    return found


def _text(cell: Cell) -> str:
    if cell.kind is CellKind.NUMBER and isinstance(cell.value, float) and cell.value.is_integer():
        return str(int(cell.value))
    return cell.text if cell.kind is CellKind.TEXT else "" if cell.kind is CellKind.EMPTY else str(cell.value)


_BAD_KINDS: Mapping[CellKind, str] = {
    CellKind.DATE: "ô này chứa ngày tháng, không phải số",
    CellKind.TIME: "ô này chứa giờ, không phải số",
    CellKind.FLAG: "ô này chứa giá trị đúng/sai, không phải số",
    CellKind.ERROR: "công thức trong ô này bị lỗi",
    CellKind.UNCACHED: "công thức trong ô này chưa có kết quả; hãy mở tệp bằng Excel và lưu lại",
}


def _number(code: str, cell: Cell) -> tuple[int | None, str]:
    """Return the whole number of a cell, or why there is none."""
    if cell.kind is CellKind.EMPTY:
        return None, ""
    if cell.kind in _BAD_KINDS:
        return None, _BAD_KINDS[cell.kind]
    if cell.kind is CellKind.TEXT:
        return _parsed(code, cell.text)
    if not isinstance(cell.value, int | float) or cell.value != int(cell.value):
        shown = str(cell.value).replace(".", ",")
        return None, f"“{shown}” không phải là số nguyên"
    if cell.style.percent:
        return None, "ô này ghi tỷ lệ phần trăm; hãy ghi số lượng"
    return _within(int(cell.value))


def _parsed(code: str, text: str) -> tuple[int | None, str]:
    """Read a number that was typed as text: 1.234, 1 234, for money also 1,5 triệu."""
    text = clean(text)
    if text in ("", "-", "–"):
        return None, ""
    read: Callable[[str], int] = parse_money if indicator(code).value_kind == "money" else parse_integer
    try:
        return _within(read(text))
    except InvalidValueError:
        return None, f"“{shorten(text, 30)}” không phải là số nguyên từ 0 trở lên"


def _within(value: int) -> tuple[int | None, str]:
    problem = number_problem(value)
    return (None, problem[:1].lower() + problem[1:].rstrip(".")) if problem else (value, "")


def _from_word(path: Path, content: bytes) -> _Found:
    tables = read_word_tables(path, content)
    code = next((code for text in tables.hidden if (code := read_code(text)) is not None), None)
    if code is None:
        raise SheetFileError(_NOT_OURS.format(name=path.name))
    found = _Found(code, {}, {})
    for row in tables.rows:
        key = _key(row)
        text = row[-1].text.strip() if len(row) > 1 else ""
        if key in code.indicators:
            value, problem = _parsed(key, text)
            found.lines[key] = FilledLine(key, f"dòng {row[0].text.strip()}", value, problem)
        elif key in _TEXT_COLUMNS:
            found.texts[key] = text
    return found


def _key(row: list[WordCell]) -> str:
    hidden = row[0].hidden.strip() if row else ""
    return hidden[1:-1] if hidden.startswith("{") and hidden.endswith("}") else ""
