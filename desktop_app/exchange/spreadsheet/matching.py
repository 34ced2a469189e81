"""Find the heading row of a sheet and say which column holds which field of which register."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from desktop_app.domain.fields import FieldKind
from desktop_app.domain.import_preview import ColumnMatch, SheetChoice, SheetMatch
from desktop_app.domain.registers import REGISTERS
from desktop_app.exchange.spreadsheet.book import HEADING_WITHIN, CellKind, Merge, Sheet, column_letters
from desktop_app.exchange.spreadsheet.columns import Column, columns_of
from desktop_app.exchange.spreadsheet.headings import (
    IGNORED,
    is_unit_line,
    meaning,
    money_unit,
    normal,
)
from desktop_app.exchange.spreadsheet.office_words import names_register
from desktop_app.exchange.spreadsheet.table_rows import other_tables
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import clean

_MOST_COLUMNS = 300
_TITLES_WITHIN = 12
_TITLE = re.compile(r"(?:danh sach|bang|bieu|phu luc|so (?:theo doi|van ban|cong van)|tong hop|thong ke) ")
"""How the title of a table begins; the name of the office above it, “BAN CHỈ ĐẠO …”, does not count."""
_FEWEST_MATCHES = 2
_FEWEST_BESIDE = 3
_DEEPEST = 4


def match_sheet(
    sheet: Sheet, choice: SheetChoice, remembered: Mapping[str, Mapping[str, str]] | None = None
) -> SheetMatch:
    """Return how a sheet is read: register and heading row with the most columns known.

    Args:
        sheet: the sheet.
        choice: what the user said of it.
        remembered: register -> folded heading -> key of a column, chosen before.
    """
    own = {name: {**(remembered or {}).get(name, {}), **choice.columns} for name in REGISTERS}
    best: tuple[int, ...] | None = None
    candidates = [
        (row, depth, list(_headings(sheet, row, depth))) for row, depth in _candidates(sheet, choice)
    ]
    names = [choice.register] if choice.register else list(REGISTERS)
    found = (-1, "", 0)
    for name in names:
        bonus = _bonus(sheet, name)
        for row, depth, headings in candidates:
            keys = {key for _, _, key in _keys(headings, name, own[name]) if key not in ("", IGNORED)}
            known = len(keys)
            naming = int(REGISTERS[name].naming_field in keys)
            missing = sum(spec.required and key not in keys for key, spec in REGISTERS[name].specs.items())
            score = (known + bonus + 2 * naming, naming, -missing, -depth, -row)
            if known >= _FEWEST_MATCHES and (best is None or score > best):
                best, found = score, (row, name, depth)
    if best is None and candidates and choice.heading_row and choice.register:
        found = (choice.heading_row - 1, choice.register, 1)
    row, name, depth = found
    if row < 0:
        return SheetMatch("", -1, ())
    return _matched(sheet, name, row, depth, own[name])


def _bonus(sheet: Sheet, name: str) -> int:
    """Return what the name of the sheet and the title above its table say for a register."""
    if fold(REGISTERS[name].words.page)[:31] == fold(sheet.name):
        return 3
    return 2 * any(names_register(name, text) for text in titles_of(sheet))


def titles_of(sheet: Sheet) -> list[str]:
    """Return the name of a sheet and the titles of its table."""
    titles = [
        sheet.cell(row, place).text
        for row, line in enumerate(sheet.rows[:_TITLES_WITHIN])
        for place, value in enumerate(line)
        if isinstance(value, str) and value
    ]
    return [sheet.name, *(text for text in titles if _TITLE.match(fold(text)))]


def _candidates(sheet: Sheet, choice: SheetChoice) -> Iterator[tuple[int, int]]:
    if choice.heading_row:
        row = choice.heading_row - 1
        if row < len(sheet.rows):
            yield row, 1
            if row:
                yield row, 2
        return
    for row in range(min(len(sheet.rows), HEADING_WITHIN)):
        if _goes_on_below(sheet, row):
            continue
        if sum(isinstance(value, str) and bool(value) for value in sheet.rows[row]) >= 1:
            yield row, 1
            if row:
                yield row, 2


def _goes_on_below(sheet: Sheet, row: int) -> bool:
    """Tell whether a heading beginning here or above reaches into the next row: then that row is heading too."""
    return any(
        one.top <= row < one.bottom and one.bottom - one.top < _DEEPEST and _anchored(sheet, one)
        for one in sheet.merged_near_top
    )


def _anchored(sheet: Sheet, merge: Merge) -> bool:
    """Tell whether a merged block is a heading: a text, and texts beside it where it begins."""
    if sheet.cell(merge.top, merge.left).kind is not CellKind.TEXT:
        return False
    return sum(isinstance(value, str) and bool(value) for value in sheet.rows[merge.top]) >= _FEWEST_BESIDE


def _keys(
    headings: Iterable[tuple[int, list[str]]], name: str, chosen: Mapping[str, str]
) -> Iterator[tuple[int, str, str]]:
    """Yield place, heading and key of each column that has a heading; a key is given out once."""
    taken: set[str] = set()
    for place, texts in headings:
        key = ""
        for text in texts:
            key = meaning(name, text, chosen)
            if key and key not in taken:
                break
            key = ""
        if key != IGNORED:
            taken.add(key)
        yield place, texts[0], key


def _headings(sheet: Sheet, row: int, depth: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the texts that may be a column's heading, the fullest first."""
    width = min(max(len(sheet.rows[row]), len(sheet.rows[row - 1]) if depth > 1 else 0), _MOST_COLUMNS)
    for place in range(width):
        bottom = _text(sheet, row, place)
        top = _text(sheet, *_anchor(sheet, row - 1, place)) if depth > 1 else ""
        if bottom and top:
            yield place, [f"{top} {bottom}", bottom]
        elif bottom or top:
            yield place, [bottom or top]


def _text(sheet: Sheet, row: int, place: int) -> str:
    cell = sheet.cell(row, place)
    return " ".join(clean(cell.text).split()) if cell.kind is CellKind.TEXT and len(cell.text) < 300 else ""


def _anchor(sheet: Sheet, row: int, place: int) -> tuple[int, int]:
    """Return where the text of a cell stands: at the first cell of the block it is merged into."""
    for merge in sheet.merged_near_top:
        if merge.top <= row <= merge.bottom and merge.left <= place <= merge.right:
            return merge.top, merge.left
    return row, place


def _matched(sheet: Sheet, name: str, row: int, depth: int, chosen: Mapping[str, str]) -> SheetMatch:
    kinds: dict[str, Column] = {column.key: column for column in columns_of(name)}
    above, notes = _unit_above(sheet, row)
    columns: list[ColumnMatch] = []
    for place, heading, key in _keys(_headings(sheet, row, depth), name, chosen):
        unit = 1
        if key in kinds and kinds[key].spec.kind in (FieldKind.MONEY, FieldKind.FUNDS):
            unit = _unit(heading, above)
        letters = column_letters(place)
        columns.append(
            ColumnMatch(place, letters, heading, key, normal(heading), unit, _sample(sheet, row, place))
        )
        if unit > 1:
            notes.append(
                f"Cột {letters} “{heading}”: số không ghi đơn vị được nhân với {unit:,}.".replace(",", ".")
            )
    if bare := _without_heading(sheet, row, {one.place for one in columns}):
        notes.append(f"Cột không có tiêu đề nhưng có dữ liệu, sẽ không nhập: {', '.join(bare)}.")
    match = SheetMatch(name, row, tuple(columns))
    if others := other_tables(sheet, match):
        listed = ", ".join(map(str, others[:5]))
        notes.append(
            f"Tờ còn bảng khác, tiêu đề ở dòng {listed}; hãy chép mỗi bảng sang một tờ riêng rồi nhập."
        )
    return dataclasses.replace(match, notes=tuple(notes))


def _without_heading(sheet: Sheet, row: int, known: Collection[int]) -> list[str]:
    """Return the letters of the columns that have values soon below the heading, but no heading."""
    found = {
        place
        for line in sheet.rows[row + 1 : row + 30]
        if sum(value != "" for value in line) > _FEWEST_MATCHES
        for place, value in enumerate(line[:_MOST_COLUMNS])
        if value != "" and place not in known
    }
    return [column_letters(place) for place in sorted(found)]


def _unit(heading: str, above: int) -> int:
    own = money_unit(heading)
    return own if own > 1 or "dong" in fold(heading).split() else above


def _unit_above(sheet: Sheet, row: int) -> tuple[int, list[str]]:
    for line in range(row - 1, max(-1, row - 6), -1):
        for place, value in enumerate(sheet.rows[line]):
            text = _text(sheet, line, place) if isinstance(value, str) and value else ""
            if text and is_unit_line(text):
                return money_unit(text), [
                    f"Phía trên bảng ghi “{text}”; các cột tiền được hiểu theo đơn vị đó."
                ]
    return 1, []


def _sample(sheet: Sheet, row: int, place: int) -> tuple[str, ...]:
    found: list[str] = []
    for line in range(row + 1, min(len(sheet.rows), row + 30)):
        cell = sheet.cell(line, place)
        if cell.kind is not CellKind.EMPTY and len(found) < 3:
            found.append(clean(cell.text or _plain(cell.value))[:60])
    return tuple(found)


def _plain(value: object) -> str:
    """Return a number as a sheet shows it: 1200, not 1200.0; a day as people write it."""
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return format_date(value) if isinstance(value, date) else str(value)
