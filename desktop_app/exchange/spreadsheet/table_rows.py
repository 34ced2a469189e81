"""Which rows below a heading are data: numbering, section titles, totals and signatures are passed over, and said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.domain.import_preview import SheetMatch
from desktop_app.exchange.spreadsheet.book import Cell, CellKind, Sheet
from desktop_app.exchange.spreadsheet.columns import EXAMPLE_MARK, ID_KEY
from desktop_app.exchange.spreadsheet.headings import IGNORED
from desktop_app.vietnamese.folding import fold

_TOTAL = re.compile(r"(?:tong(?: cong| so| cong chung)?|cong(?: chung)?|tong cong \(.*\))[ :.]*(?:\d.*)?")
# A day alone is a value; with its place before it, or its numbers left blank, it belongs to a signature.
_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|tong hop|ky)|thu truong|tm\.|kt\.|t/m|tl\.|noi nhan|xac nhan|ke toan|truong ban|chu tich"
    r"|pho chu tich|ghi chu ?:|.{1,60}, ?ngay[\d. …]*thang[\d. …]*nam|ngay[ .…]*thang)"
)
_MOST_MERGED = 200_000
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
    below_signature = False
    for row in range(match.heading_row + 1, len(sheet.rows)):
        cells = _filled_cells(sheet, row, places)
        filled = bool(cells)
        if not filled and not any(value != "" for value in sheet.rows[row]):
            continue
        merged = _fill_from_blocks(sheet, row, places, cells, blocks) if blocks else {}
        complete = all(key in cells for key in required)
        reason = _reason(sheet, row, cells, complete=complete)
        is_loose = not reason and not complete and not _is_counted(sheet, row, counting)
        if is_loose and (below_signature or _is_signature(sheet, row, cells, required)):
            below_signature = True
            reason = "Dòng chân bảng (người lập, chữ ký), không phải dữ liệu."
        if not reason and row in sheet.hidden_rows and not with_hidden:
            reason = "Dòng đang ẩn trong bảng tính nên không nhập; hãy bỏ ẩn nếu cần."
        if not reason and not filled:
            reason = "Các cột đã nhận biết đều trống ở dòng này."
        yield DataRow(row, cells, reason, merged)


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
