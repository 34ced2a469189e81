"""A newer table of units from a file: what is wrong in it, line by line, and what it would add or change."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.unit_changes import compare
from desktop_app.domain.units import CODE_LENGTHS, COLUMNS, UNIT_TYPES, AdminUnit, UnitTable, with_updates
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import clean

Cells = Sequence[object]
"""A row as the file holds it: texts, numbers, dates, "" or None."""

_LEVEL_WORDS = {
    UnitLevel.PROVINCE: ("province", "tỉnh", "cấp tỉnh"),
    UnitLevel.DISTRICT: ("district", "huyện", "cấp huyện"),
    UnitLevel.COMMUNE: ("commune", "xã", "cấp xã"),
}
_LEVEL_NAMES = {UnitLevel.PROVINCE: "tỉnh", UnitLevel.DISTRICT: "huyện", UnitLevel.COMMUNE: "xã"}
_RANKS = tuple(CODE_LENGTHS)
_LONGEST_NAME = 100
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class UnitProblem(NamedTuple):
    """What is wrong in a row.

    Attributes:
        line: of the file, the heading is line 1; 0 for the whole file.
        column: name of the column, "" for the whole row.
    """

    line: int
    column: str
    sentence: str

    @property
    def text(self) -> str:
        """The place and the sentence: "Dòng 5, cột “parent”: …"."""
        if not self.line:
            return self.sentence
        column = f", cột “{self.column}”" if self.column else ""
        return f"Dòng {self.line}{column}: {self.sentence}"


@dataclass(frozen=True)
class UnitPreview:
    """What a file would do to the table.

    Attributes:
        problems: with any of them nothing is taken.
        added: units that the table does not have. changed: (as it is, as it would be). same: how many are alike.
    """

    problems: tuple[UnitProblem, ...] = ()
    added: tuple[AdminUnit, ...] = ()
    changed: tuple[tuple[AdminUnit, AdminUnit], ...] = ()
    same: int = 0

    @property
    def units(self) -> tuple[AdminUnit, ...]:
        """The units to be kept."""
        return (*self.added, *(new for _, new in self.changed))


def preview(table: UnitTable, rows: Sequence[Cells]) -> UnitPreview:
    """Return what the rows of a file would do to a table.

    Args:
        table: in force now.
        rows: of the file, the first one is the heading; the columns may stand in any order.
    """
    reader = _Reader()
    heading = [clean(str(cell)).casefold() for cell in rows[0]] if rows else []
    missing = [name for name in COLUMNS if name not in heading]
    if missing:
        sentence = f"Thiếu cột {', '.join(missing)}; dòng đầu phải có đủ các cột {', '.join(COLUMNS)}."
        return UnitPreview((UnitProblem(1, "", sentence),))
    places = [heading.index(name) for name in COLUMNS]
    for line, row in enumerate(rows[1:], start=2):
        if any(cell not in ("", None) for cell in row):
            reader.read(line, [row[place] if place < len(row) else "" for place in places])
    if not reader.units and not reader.problems:
        return UnitPreview((UnitProblem(0, "", "Tệp không có đơn vị nào dưới dòng tiêu đề."),))
    if not reader.problems:
        units = list(reader.units.values())
        reader.problems += _table_problems(with_updates(table, units), units, reader.lines)
    if reader.problems:
        return UnitPreview(tuple(sorted(reader.problems)))
    known = {(one.code, one.valid_from): one for one in table.units}
    found = compare([known[key] for key in reader.units if key in known], reader.units.values())
    return UnitPreview((), found.begun, found.changed, len(found.kept))


@dataclass
class _Reader:
    """Reads row by row and remembers what it found."""

    units: dict[tuple[str, date | None], AdminUnit] = field(default_factory=dict)
    lines: dict[tuple[str, date | None], int] = field(default_factory=dict)
    problems: list[UnitProblem] = field(default_factory=list)

    def read(self, line: int, cells: Cells) -> None:
        """Read one row whose cells stand in the order of `COLUMNS`."""
        texts = dict(zip(COLUMNS, map(_text, cells), strict=True))
        before = len(self.problems)

        def refuse(column: str, sentence: str) -> None:
            self.problems.append(UnitProblem(line, column, sentence))

        level = _level(texts, refuse)
        code = texts["code"]
        if level:
            _check_code(code, level, refuse)
        _check_names(texts, level, refuse)
        first, last = (_day(texts[name], name, refuse) for name in ("valid_from", "valid_to"))
        if first and last and last < first:
            refuse("valid_to", f"ngày kết thúc đứng trước ngày bắt đầu ({format_date(first)}).")
        codes = _codes(texts["predecessors"], refuse)
        if codes and not texts["valid_from"]:
            refuse("predecessors", "có đơn vị cũ thì phải ghi ngày bắt đầu ở cột valid_from.")
        if (code, first) in self.units:
            refuse("code", f"mã {code} đã có ở dòng {self.lines[code, first]} với cùng ngày bắt đầu.")
        if len(self.problems) > before or level is None:
            return
        unit = AdminUnit(code, texts["name"], texts["type"], level, texts["parent"], first, last, codes)
        self.units[code, first] = unit
        self.lines[code, first] = line


Refuse = Callable[[str, str], None]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else clean(str(cell))


def _level(texts: dict[str, str], refuse: Refuse) -> UnitLevel | None:
    typed = texts["level"].casefold()
    found = next((level for level, words in _LEVEL_WORDS.items() if typed in words), None)
    if found is None:
        refuse("level", f"“{texts['level']}” không phải là một cấp; hãy ghi province, district hoặc commune.")
    return found


def _check_code(code: str, level: UnitLevel, refuse: Refuse) -> None:
    length = CODE_LENGTHS[level]
    if not (code.isascii() and code.isdigit()) or len(code) != length:
        # Zeros that a spreadsheet took away are not put back: "2309" can be a slip of the pen as well.
        refuse(
            "code",
            f"mã “{code}” phải có đúng {length} chữ số đối với cấp {_LEVEL_NAMES[level]}; nếu Excel đã bỏ "
            "số 0 ở đầu, hãy định dạng cột là Văn bản rồi gõ lại.",
        )


def _check_names(texts: dict[str, str], level: UnitLevel | None, refuse: Refuse) -> None:
    if not texts["name"]:
        refuse("name", "chưa có tên đơn vị.")
    elif len(texts["name"]) > _LONGEST_NAME:
        refuse("name", f"tên dài quá {_LONGEST_NAME} chữ.")
    kind = texts["type"].lower()
    if kind not in UNIT_TYPES:
        refuse(
            "type", f"“{texts['type']}” không phải là một loại đơn vị; hãy ghi như xã, phường, đặc khu, tỉnh."
        )
    elif level and UNIT_TYPES[kind].level is not level:
        refuse("type", f"“{texts['type']}” không thuộc cấp {_LEVEL_NAMES[level]} đã ghi ở cột level.")


def _day(text: str, column: str, refuse: Refuse) -> date | None:
    if not text:
        return None
    parts = _DAY.fullmatch(text)
    try:
        return date(int(parts[3]), int(parts[2]), int(parts[1])) if parts else date.fromisoformat(text)
    except ValueError:
        refuse(column, f"không hiểu ngày “{text}”; hãy ghi như 01/07/2025 hoặc 2025-07-01.")
        return None


def _codes(text: str, refuse: Refuse) -> tuple[str, ...]:
    codes = tuple(code for code in (part.strip() for part in re.split(r"[;,]", text)) if code)
    for code in codes:
        if not (code.isascii() and code.isdigit()) or len(code) not in CODE_LENGTHS.values():
            refuse("predecessors", f"“{code}” không phải là mã đơn vị; các mã cách nhau bằng dấu chấm phẩy.")
    return codes


def _table_problems(
    table: UnitTable, units: Sequence[AdminUnit], lines: dict[tuple[str, date | None], int]
) -> Iterator[UnitProblem]:
    for unit in units:
        line = lines[unit.code, unit.valid_from]
        for column, sentence in (
            *_overlap(table, unit),
            *_parent_problem(table, unit),
            *_predecessor_problems(table, unit),
            *_orphans(table, unit),
        ):
            yield UnitProblem(line, column, sentence)


def _overlap(table: UnitTable, unit: AdminUnit) -> Iterator[tuple[str, str]]:
    first, last = unit.valid_from or date.min, unit.valid_to or date.max
    for other in table.of_code(unit.code):
        if other.valid_from == unit.valid_from:
            continue
        if first <= (other.valid_to or date.max) and (other.valid_from or date.min) <= last:
            until = format_date(other.valid_to) if other.valid_to else "nay"
            since = format_date(other.valid_from) if other.valid_from else "trước"
            yield (
                "valid_from",
                (
                    f"trùng thời gian với {other.full_name} cùng mã (từ {since} đến {until}); "
                    "hãy thêm dòng ghi ngày kết thúc của đơn vị đó."
                ),
            )


def _parent_problem(table: UnitTable, unit: AdminUnit) -> Iterator[tuple[str, str]]:
    if unit.level is UnitLevel.PROVINCE:
        if unit.parent:
            yield "parent", "đơn vị cấp tỉnh không có đơn vị cấp trên; hãy để trống."
        return
    day = unit.valid_from or unit.valid_to or date.max
    parent = table.get(unit.parent, day) if unit.parent else None
    if parent is None:
        yield "parent", f"không có đơn vị mã “{unit.parent}” vào ngày {format_date(day)}."
    elif _RANKS.index(parent.level) >= _RANKS.index(unit.level):
        yield "parent", f"{parent.full_name} không ở cấp trên của đơn vị này (vòng lặp hoặc cùng cấp)."
    elif _skips_district(table, unit, parent, day):
        yield "parent", f"ngày {format_date(day)} còn cấp huyện; hãy ghi mã 3 chữ số của huyện."


def _skips_district(table: UnitTable, unit: AdminUnit, parent: AdminUnit, day: date) -> bool:
    """Tell whether a commune stands right below a province that has districts: "012" may have lost its zero."""
    if unit.level is not UnitLevel.COMMUNE or parent.level is not UnitLevel.PROVINCE:
        return False
    return any(one.level is UnitLevel.DISTRICT for one in table.children(parent.code, day))


def _predecessor_problems(table: UnitTable, unit: AdminUnit) -> Iterator[tuple[str, str]]:
    if unit.valid_from is None:
        return
    day_before = unit.valid_from - timedelta(days=1)
    for code in unit.predecessor_codes:
        old = table.get(code, day_before)
        if old is None:
            yield "predecessors", f"không có đơn vị mã “{code}” vào ngày {format_date(day_before)}."
        elif (old.code, old.valid_from) == (unit.code, unit.valid_from):
            yield "predecessors", "đơn vị không thể là đơn vị cũ của chính mình."
        elif old.level is not unit.level and table.children(code, day_before):
            # "00101" that lost its zeros in a spreadsheet would be a district.
            yield "predecessors", f"mã “{code}” là của {old.full_name}, không cùng cấp với đơn vị này."


def _orphans(table: UnitTable, unit: AdminUnit) -> Iterator[tuple[str, str]]:
    if unit.valid_to is None:
        return
    next_day = unit.valid_to + timedelta(days=1)
    left = table.children(unit.code, next_day)
    if left and table.get(unit.code, next_day) is None:
        yield (
            "valid_to",
            (
                f"sau ngày {format_date(unit.valid_to)} vẫn còn {len(left)} đơn vị trực thuộc "
                f"(ví dụ {left[0].full_name}); hãy ghi cả ngày kết thúc của các đơn vị đó."
            ),
        )
