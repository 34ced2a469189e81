"""The administrative units of Vietnam before and since 1 July 2025, and which became which."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.resource_files import bad_file
from desktop_app.resources_path import resource
from desktop_app.vietnamese.folding import fold, search_terms

REORGANISED_ON = date(2025, 7, 1)
"""The one day on which units of the shipped table begin: since then there are no districts (Luật 72/2025/QH15)."""

COLUMNS = ("code", "name", "type", "level", "parent", "valid_from", "valid_to", "predecessors")
CODE_LENGTHS = {UnitLevel.PROVINCE: 2, UnitLevel.DISTRICT: 3, UnitLevel.COMMUNE: 5}


class UnitType(NamedTuple):
    """A kind of unit.

    Attributes:
        noun: before the name ("thành phố" of each of its three kinds).
        party_committee: the Party committee of a unit of this kind.
        level: that it belongs to.
    """

    noun: str
    party_committee: str
    level: UnitLevel


UNIT_TYPES = {
    "tỉnh": UnitType("tỉnh", "Tỉnh ủy", UnitLevel.PROVINCE),
    "thành phố trực thuộc trung ương": UnitType("thành phố", "Thành ủy", UnitLevel.PROVINCE),
    "huyện": UnitType("huyện", "Huyện ủy", UnitLevel.DISTRICT),
    "quận": UnitType("quận", "Quận ủy", UnitLevel.DISTRICT),
    "thị xã": UnitType("thị xã", "Thị ủy", UnitLevel.DISTRICT),
    "thành phố thuộc tỉnh": UnitType("thành phố", "Thành ủy", UnitLevel.DISTRICT),
    "thành phố thuộc thành phố trực thuộc trung ương": UnitType("thành phố", "Thành ủy", UnitLevel.DISTRICT),
    "xã": UnitType("xã", "Đảng ủy xã", UnitLevel.COMMUNE),
    "phường": UnitType("phường", "Đảng ủy phường", UnitLevel.COMMUNE),
    "thị trấn": UnitType("thị trấn", "Đảng ủy thị trấn", UnitLevel.COMMUNE),
    "đặc khu": UnitType("đặc khu", "Đảng ủy đặc khu", UnitLevel.COMMUNE),
}


class AdminUnit(Struct, frozen=True):
    """A unit during the days it exists; its key is (code, valid_from).

    Attributes:
        code: official: 2 digits for provinces, 3 for districts, 5 for communes.
        name: without its kind ("Hàm Thuận Bắc", "7").
        written_type: key of UNIT_TYPES, with a capital where the kind is written so ("Phường 7").
        parent: code of the unit above, "" for provinces.
        valid_from: None where the first day is not known. valid_to: None while it exists.
        predecessor_codes: units that went into it, whole or in part.
    """

    code: str
    name: str
    written_type: str
    level: UnitLevel
    parent: str
    valid_from: date | None
    valid_to: date | None
    predecessor_codes: tuple[str, ...]

    @property
    def type(self) -> str:
        """The kind in lower case, key of UNIT_TYPES."""
        return self.written_type.lower()

    @property
    def noun(self) -> str:
        """The kind as it stands before the name in lower case: "huyện", "thành phố"."""
        return UNIT_TYPES[self.type].noun

    @property
    def party_committee(self) -> str:
        """The Party committee: "Huyện ủy", "Đảng ủy xã"."""
        return UNIT_TYPES[self.type].party_committee

    @property
    def full_name(self) -> str:
        """The name in running text: "huyện Hàm Thuận Bắc", "Phường 7", "Thành phố Hồ Chí Minh"."""
        noun = self.noun if self.written_type[0].islower() else self.noun.capitalize()
        return f"{noun} {self.name}"

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on this day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


class UnitTable:
    """All units, in the order of the file: by first day, level, code."""

    def __init__(self, units: Iterable[AdminUnit]) -> None:
        self.units = tuple(units)

    def provinces(self, on: date) -> list[AdminUnit]:
        """Return the provinces of a day, by code."""
        return self.children("", on)

    def children(self, code: str, on: date) -> list[AdminUnit]:
        """Return the units right below one, on a day; before July 2025 a province has districts below it."""
        return [unit for unit in self._by_parent.get(code, ()) if unit.exists_on(on)]

    def get(self, code: str, on: date) -> AdminUnit | None:
        """Return the unit that has this code on a day."""
        return next((unit for unit in self._by_code.get(code, ()) if unit.exists_on(on)), None)

    def above(self, unit: AdminUnit, on: date) -> list[AdminUnit]:
        """Return the units above one on a day, the nearest first."""
        above: list[AdminUnit] = []
        parent = self.get(unit.parent, on) if unit.parent else None
        while parent is not None:
            above.append(parent)
            parent = self.get(parent.parent, on) if parent.parent else None
        return above

    def of_code(self, code: str) -> list[AdminUnit]:
        """Return every unit that ever had a code, the first one first."""
        return list(self._by_code.get(code, ()))

    def predecessors(self, unit: AdminUnit) -> list[AdminUnit]:
        """Return the units that a unit was made of, whole or in part; none for a unit before July 2025."""
        if unit.valid_from is None:
            return []
        day_before = unit.valid_from - timedelta(days=1)
        found = (self.get(code, day_before) for code in unit.predecessor_codes)
        return [one for one in found if one is not None]

    def successors(self, unit: AdminUnit) -> list[AdminUnit]:
        """Return the units that hold a unit's land since it ended; a district's are those of its communes."""
        if unit.valid_to is None:
            return []
        codes = {unit.code}
        if unit.level is UnitLevel.DISTRICT:
            codes.update(one.code for one in self.children(unit.code, unit.valid_to))
        next_day = unit.valid_to + timedelta(days=1)
        found = {
            one.code: one
            for code in codes
            for one in self._by_predecessor.get(code, ())
            if one.valid_from == next_day
        }
        return sorted(found.values(), key=lambda one: (len(one.code), one.code))

    def search(self, text: str, on: date | None = None, limit: int = 50) -> list[AdminUnit]:
        """Return the units whose name, or name and units above it, hold every word typed, best first.

        Args:
            text: words without marks, in any order, each may be the beginning only.
            on: only units of this day; all when None.
            limit: at most so many.
        """
        terms = search_terms(text)
        if not terms:
            return []
        found = [
            (_rank(own, own_words, terms, fold(text)), place, unit)
            for place, (unit, own, own_words, words) in enumerate(self._search_forms)
            if all(any(word.startswith(term) for word in words) for term in terms)
            and (on is None or unit.exists_on(on))
        ]
        return [unit for _, _, unit in sorted(found, key=lambda one: one[:2])[:limit]]

    @cached_property
    def _by_code(self) -> dict[str, list[AdminUnit]]:
        return _grouped(self.units, "code")

    @cached_property
    def _by_parent(self) -> dict[str, list[AdminUnit]]:
        return _grouped(self.units, "parent")

    @cached_property
    def _by_predecessor(self) -> dict[str, list[AdminUnit]]:
        groups: dict[str, list[AdminUnit]] = defaultdict(list)
        for unit in self.units:
            for code in unit.predecessor_codes:
                groups[code].append(unit)
        return groups

    @cached_property
    def _search_forms(self) -> list[tuple[AdminUnit, str, list[str], list[str]]]:
        """Return each unit with its folded name, the words of its full name, and those of the units above too."""
        words: dict[tuple[str, date | None], list[str]] = {}
        forms = []
        for unit in self.units:  # a unit stands after the one above it
            own_words = search_terms(unit.full_name)
            above = words.get((unit.parent, unit.valid_from))
            if above is None and (parent := self.get(unit.parent, unit.valid_from or date.min)):
                above = words.get((parent.code, parent.valid_from))
            every = [*own_words, *(above or ())]
            words[unit.code, unit.valid_from] = every
            forms.append((unit, fold(unit.name), own_words, every))
        return forms


def with_updates(table: UnitTable, updates: Iterable[AdminUnit]) -> UnitTable:
    """Return a table in which units of the same code and first day are replaced, and new ones added."""
    changed = {(unit.code, unit.valid_from): unit for unit in updates}
    if not changed:
        return table
    units = {(unit.code, unit.valid_from): unit for unit in table.units} | changed
    order = sorted(units.values(), key=lambda one: (one.valid_from or date.min, len(one.code), one.code))
    return UnitTable(order)


@cache
def load_units() -> UnitTable:
    """Return the shipped table.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    return read_units(resource("units", "units.csv"))


def read_units(path: Path) -> UnitTable:
    """Return the table of a CSV file.

    Raises:
        ResourceError: the sentence names file, line and fault.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise bad_file(path.name, "", "không đọc được tệp CSV (UTF-8)") from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise bad_file(path.name, "dòng 1", f"phải có đúng các cột {', '.join(COLUMNS)}")
    units: dict[tuple[str, date | None], AdminUnit] = {}
    days: dict[str, date | None] = {"": None}
    for line, row in enumerate(rows[1:], start=2):
        try:
            unit = unit_of_row(row, days)
        except (KeyError, ValueError) as error:
            raise bad_file(path.name, f"dòng {line}", "có ô sai hoặc thiếu") from error
        if (unit.code, unit.valid_from) in units:
            raise bad_file(path.name, f"dòng {line}", f"mã “{unit.code}” bị lặp lại cho cùng ngày bắt đầu")
        units[unit.code, unit.valid_from] = unit
    return UnitTable(units.values())


def unit_of_row(row: Sequence[str], days: dict[str, date | None]) -> AdminUnit:
    """Return the unit of a row with the texts of `COLUMNS`; a bad one raises KeyError or ValueError.

    Args:
        row: one text for each column.
        days: remembers the few dates that occur; begins as {"": None}.
    """
    code, name, written_type, level_name, parent, first, last, before = row
    for day in (first, last):
        if day not in days:
            days[day] = date.fromisoformat(day)
    level = UnitLevel(level_name)
    if not name or len(code) != CODE_LENGTHS[level] or written_type.lower() not in UNIT_TYPES:
        raise ValueError(code)
    codes = tuple(before.split(";")) if before else ()
    return AdminUnit(code, name, written_type, level, parent, days[first], days[last], codes)


def row_of_unit(unit: AdminUnit) -> tuple[str, ...]:
    """Return the texts of `COLUMNS` that stand for a unit, as `unit_of_row` reads them."""
    first, last = (day.isoformat() if day else "" for day in (unit.valid_from, unit.valid_to))
    before = ";".join(unit.predecessor_codes)
    return unit.code, unit.name, unit.written_type, str(unit.level), unit.parent, first, last, before


def _grouped(units: Iterable[AdminUnit], field: str) -> dict[str, list[AdminUnit]]:
    groups: dict[str, list[AdminUnit]] = defaultdict(list)
    for unit in units:
        groups[getattr(unit, field)].append(unit)
    return groups


def _rank(own: str, own_words: list[str], terms: list[str], query: str) -> int:
    """Return how near a hit is: the very name, its beginning, words of it, words of the units above."""
    if own == query:
        return 0
    if own.startswith(query):
        return 1
    if all(any(word.startswith(term) for word in own_words) for term in terms):
        return 2
    return 3
