"""Which rows below a heading are data: numbering, section titles, totals and signatures are passed over, and said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.domain.import_preview import SheetMatch
from desktop_app.exchange.spreadsheet.book import Cell, CellKind, Sheet
from desktop_app.exchange.spreadsheet.columns import EXAMPLE_MARK, ID_KEY
from desktop_app.exchange.spreadsheet.headings import IGNORED, meaning, normal
from desktop_app.vietnamese.folding import fold

_TOTAL = re.compile(
    r"(?:tong(?: cong| so| cong chung)?|cong(?: chung)?|tong cong \(.*\))[ :.]*(?:\d.*)?"
    r"|cong (?:don|muc|nhom|[ivx]+\b).{0,40}|luy ke.{0,40}"
)
# A day alone is a value; with its place before it, or its numbers left blank, it belongs to a signature.
_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|tong hop|ky)|thu truong|tm\.|kt\.|t/m|tl\.|noi nhan|xac nhan|ke toan|truong ban|chu tich"
    r"|pho chu tich|ghi chu ?:|.{1,60}, ?ngay[\d. …]*thang[\d. …]*nam|ngay[ .…]*thang|bang chu ?:)"
)
_SECTION = re.compile(r"(?:[ivx]{1,6}|[a-h])[.)]?")
_MOST_MERGED = 200_000
_FEWEST_HEADINGS = 3
_LONGEST_STT = 14
_PARTS_OF_SECTION = 2
_ADVICE = "không nhập; hãy chép bảng đó sang tờ riêng rồi nhập."
_LONGEST_NUMBER = len("(12)")


class DataRow(NamedTuple):
    """One row below the heading.

    Attributes:
        row: from 0. cells: key -> cell that is not empty, of the columns that are known.
        skipped: why the row is passed over, "" for data.
        merged: keys whose cell is a part of a block merged over several rows -> address of the block's value.
    """

    row: int
    cells: Mapping[str, Cell]
    skipped: str = ""
    merged: Mapping[str, str] = {}


def data_rows(
    sheet: Sheet, match: SheetMatch, required: Sequence[str], *, with_hidden: bool
) -> Iterator[DataRow]:
    """Yield every row below the heading that holds anything.

    Args:
        sheet: the sheet.
        match: its columns.
        required: keys of the columns without which there is no record; a row that has them is data.
        with_hidden: hidden rows are data too.
    """
    places = {one.key: one.place for one in match.columns if one.key not in ("", IGNORED)}
    blocks = _blocks(sheet, match.heading_row)
    counting = [one.place for one in match.columns if one.key == IGNORED]
    other_table = ""
    below_signature = False
    for row in range(match.heading_row + 1, len(sheet.rows)):
        cells = _filled_cells(sheet, row, places)
        filled = bool(cells)
        if not filled and not any(value != "" for value in sheet.rows[row]):
            continue
        merged = _fill_from_blocks(sheet, row, places, cells, blocks) if blocks else {}
        # A name alone does not tell “Tổng cộng” or “Người lập biểu” from a record.
        complete = len(required) > 1 and all(key in cells for key in required)
        if _heads_table(sheet, row):
            repeated = _is_repeated(match, cells)
            other_table = "" if repeated else f"Bảng khác trong cùng tờ, bắt đầu ở dòng {row + 1}: {_ADVICE}"
            yield DataRow(row, cells, other_table or "Dòng tiêu đề được lặp lại.")
            continue
        reason = (
            other_table or _section(sheet, row, counting) or _reason(sheet, row, cells, complete=complete)
        )
        is_loose = not reason and not complete and not _is_counted(sheet, row, counting)
        if is_loose and (below_signature or _is_signature(sheet, row, cells, required)):
            below_signature = True
            reason = "Dòng chân bảng (người lập, chữ ký), không phải dữ liệu."
        if not reason and row in sheet.hidden_rows and not with_hidden:
            reason = "Dòng đang ẩn trong bảng tính nên không nhập; hãy bỏ ẩn nếu cần."
        if not reason and not filled:
            reason = "Các cột đã nhận biết đều trống ở dòng này."
        yield DataRow(row, cells, reason, merged)


def other_tables(sheet: Sheet, match: SheetMatch) -> list[int]:
    """Return the numbers of the rows, from 1, that are the headings of further tables in the sheet."""
    places = {one.key: one.place for one in match.columns if one.key not in ("", IGNORED)}
    return [
        row + 1
        for row in range(match.heading_row + 1, len(sheet.rows))
        if _heads_table(sheet, row) and not _is_repeated(match, _filled_cells(sheet, row, places))
    ]


def _heads_table(sheet: Sheet, row: int) -> bool:
    """Tell whether a row has “STT” among at least three texts and no number."""
    line = sheet.rows[row]
    texts = [value for value in line if isinstance(value, str) and value]
    if len(texts) < _FEWEST_HEADINGS or any(value != "" and not isinstance(value, str) for value in line):
        return False
    return any(len(text) < _LONGEST_STT and meaning("", text) == IGNORED for text in texts)


def _is_repeated(match: SheetMatch, cells: Mapping[str, Cell]) -> bool:
    """Tell whether a row repeats the heading, as on each printed page."""
    known = [one for one in match.columns if one.key in cells]
    return bool(known) and all(normal(cells[one.key].text) in one.folded for one in known)


def _section(sheet: Sheet, row: int, counting: Sequence[int]) -> str:
    """Return why a row “II | Kết nối cung cầu” is no data, "" when it is none such."""
    line = sheet.rows[row]
    filled = [place for place, value in enumerate(line) if value != ""]
    if len(filled) != _PARTS_OF_SECTION or filled[0] not in counting:
        return ""
    mark = line[filled[0]]
    is_section = isinstance(mark, str) and _SECTION.fullmatch(fold(mark)) is not None
    return "Dòng tiêu đề mục, không phải dữ liệu." if is_section else ""


def _filled_cells(sheet: Sheet, row: int, places: Mapping[str, int]) -> dict[str, Cell]:
    """Return the cells that hold anything; most of a wide sheet's are empty."""
    line = sheet.rows[row]
    width = len(line)
    found: dict[str, Cell] = {}
    for key, place in places.items():
        if (
            (place < width and line[place] != "")
            or (row, place) in sheet.errors
            or (row, place) in sheet.uncached
        ):
            cell = sheet.cell(row, place)
            if cell.kind is not CellKind.EMPTY:
                found[key] = cell
    return found


def _reason(sheet: Sheet, row: int, cells: Mapping[str, Cell], *, complete: bool) -> str:
    """Return why a row is no data, by what stands in it."""
    mark = cells.get(ID_KEY)
    if mark is not None and fold(str(mark.value)).startswith(fold(EXAMPLE_MARK)):
        return "Dòng ví dụ của biểu mẫu."
    values = [(place, value) for place, value in enumerate(sheet.rows[row]) if value not in ("", None)]
    if complete and any(len(str(value)) > _LONGEST_NUMBER for _, value in values):
        return ""
    texts = [(place, fold(str(value))) for place, value in values]
    if _is_numbering([text for _, text in texts]):
        return "Dòng đánh số cột."
    if complete or not texts:
        return ""
    if _TOTAL.fullmatch(texts[0][1]) or (len(texts) > 1 and _TOTAL.fullmatch(texts[1][1])):
        return "Dòng tổng cộng, không phải dữ liệu."
    if len(texts) == 1 and _spans_columns(sheet, row, texts[0][0]):
        return "Dòng tiêu đề mục (ô gộp ngang), không phải dữ liệu."
    return ""


def _is_numbering(texts: Sequence[str]) -> bool:
    """Tell whether a row only counts the columns: (1) (2) (3), 1 2 3, perhaps with letters before (A B 1 2)."""
    bare = [text.removesuffix(".0").strip("()") for text in texts]
    numbers = [int(text) for text in bare if text.isascii() and text.isdigit() and len(text) < 3]
    if len(numbers) < 3 or any(later != one + 1 for one, later in pairwise(numbers)):
        return False
    return all(len(text) == 1 for text in bare if not text.isdigit())


def _is_signature(sheet: Sheet, row: int, cells: Mapping[str, Cell], required: Sequence[str]) -> bool:
    """Tell whether a row belongs to the signatures below a table.

    A title in the column of positions beside a name is data: “Nguyễn Văn A | Chủ tịch”.
    """
    signed = {place for place, value in enumerate(sheet.rows[row]) if _signs(value)}
    named = any(key in cells and cells[key].column not in signed for key in required)
    beside = {cell.column for key, cell in cells.items() if key not in required}
    return bool(signed - beside if named else signed)


def _signs(value: object) -> bool:
    return isinstance(value, str) and bool(value) and _SIGNATURE.match(fold(value)) is not None


def _is_counted(sheet: Sheet, row: int, counting: Sequence[int]) -> bool:
    """Tell whether a row has a number in the column STT: then it is a line of the table."""
    line = sheet.rows[row]
    texts = [str(line[place]).removesuffix(".0").strip(" .") for place in counting if place < len(line)]
    return any(text.isascii() and text.isdigit() for text in texts)


def _spans_columns(sheet: Sheet, row: int, place: int) -> bool:
    return any(
        one.top == row and one.left <= place <= one.right and one.right > one.left for one in sheet.merged
    )


def _blocks(sheet: Sheet, heading_row: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the cells of blocks merged over several rows below the heading -> where the block's value stands."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for one in sheet.merged:
        if one.top <= heading_row or one.bottom == one.top:
            continue
        bottom = min(one.bottom, len(sheet.rows) - 1)
        for row in range(one.top, bottom + 1):
            if len(found) > _MOST_MERGED:
                return found
            found.update(
                ((row, column), (one.top, one.left)) for column in range(one.left, min(one.right, 300) + 1)
            )
    return found


def _fill_from_blocks(
    sheet: Sheet,
    row: int,
    places: Mapping[str, int],
    cells: dict[str, Cell],
    blocks: Mapping[tuple[int, int], tuple[int, int]],
) -> dict[str, str]:
    merged: dict[str, str] = {}
    for key, place in places.items():
        anchor = blocks.get((row, place))
        if anchor is not None and anchor[1] == place:
            cell = sheet.cell(*anchor)
            if cell.kind is not CellKind.EMPTY:
                cells[key] = cell
                merged[key] = cell.address
    return merged
