"""The office of a ledger in the table of units: which unit it is on a day, what it became, what it was made of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.unit_changes import Successor, predecessors_of, successors_of
from desktop_app.domain.units import AdminUnit, UnitTable
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.sentences import listed

_NAMES = ("level", "unit_code", "unit_name", "short_name", "province_name", "place_name")
_OWN_TEXTS = ("signer_post", "symbol")
_OWN_LINES = ("superior_lines", "issuer_lines", "addressees", "recipients")


class UnitState(StrEnum):
    """Whether the office's unit exists on a day."""

    EXISTS = "exists"
    ENDED = "ended"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class OfficeUnit:
    """The office's unit as the table knows it.

    Attributes:
        unit: None where the table does not have it (a member body, a free code and an unknown name).
        before: sentence of what it was made of, "" when that is not known.
        since: sentence of what it became, "" while it exists.
        successors: the units it became, the first in the order of the table.
    """

    state: UnitState
    unit: AdminUnit | None = None
    before: str = ""
    since: str = ""
    successors: tuple[AdminUnit, ...] = ()

    @property
    def warning(self) -> str:
        """What must be done before the year can be reported, "" when nothing."""
        unit = self.unit
        if unit is not None and self.state is UnitState.ENDED and unit.valid_to:
            return f"Đơn vị này kết thúc ngày {format_date(unit.valid_to)}; hãy chọn đơn vị mới."
        if unit is not None and self.state is UnitState.NOT_YET and unit.valid_from:
            return f"Đơn vị này có từ ngày {format_date(unit.valid_from)}; hãy chọn đơn vị cũ của năm này."
        return ""


def unit_on(table: UnitTable, office: Office, day: date) -> AdminUnit | None:
    """Return the office's unit as it is on a day; None where there is none of its code, name and province then.

    A code that the table does not have at all (free codes of samples and of older ledgers) is looked up by name,
    kind and province, and only if that is one single unit.
    """
    if office.level is UnitLevel.MEMBER_BODY:
        return None
    same = [one for one in _meant(table, office) if one.exists_on(day) and _is(table, office, one, day)]
    return same[0] if len(same) == 1 else None


def office_unit(table: UnitTable, office: Office, day: date) -> OfficeUnit:
    """Return what the table knows of the office's unit, seen from a day."""
    unit = unit_on(table, office, day)
    if unit is not None:
        return _told(table, unit, UnitState.EXISTS)
    if office.level is UnitLevel.MEMBER_BODY:
        return OfficeUnit(UnitState.UNKNOWN)
    others = [one for one in _meant(table, office) if _is(table, office, one, _a_day_of(one))]
    if len(others) != 1:
        return OfficeUnit(UnitState.UNKNOWN)
    ended = others[0].valid_to is not None and others[0].valid_to < day
    return _told(table, others[0], UnitState.ENDED if ended else UnitState.NOT_YET)


def moved_office(office: Office, unit: Office) -> Office:
    """Return an office as that of another unit: its names, and its own texts with the old names replaced.

    Args:
        office: as it was, with everything that was typed.
        unit: names of the new unit, as `office_of` makes them.
    """
    names = [(office.unit_name, unit.unit_name), (office.province_name, unit.province_name)]
    pairs = [pair for old, new in names if old for pair in ((old, new), (old.upper(), new.upper()))]
    values = {name: getattr(unit, name) for name in _NAMES}
    values |= {name: _renamed(getattr(office, name), pairs) for name in _OWN_TEXTS}
    values |= {name: tuple(_renamed(one, pairs) for one in getattr(office, name)) for name in _OWN_LINES}
    return replace(office, **values)


def successor_words(successors: Iterable[Successor], old: AdminUnit) -> list[str]:
    """Return what each successor of a unit is called: "phường Bình Thuận (xã Hàm Hiệp và đơn vị khác)"."""
    words = []
    for one in successors:
        parts = [part.full_name for part in one.parts if part != old]
        beside = listed([*parts, "đơn vị khác"]) if parts else "cùng đơn vị khác"
        words.append(f"{one.unit.full_name} ({beside})" if one.has_others else one.unit.full_name)
    return words


def _told(table: UnitTable, unit: AdminUnit, state: UnitState) -> OfficeUnit:
    successors = successors_of(table, unit.code, unit.valid_to) if unit.valid_to else []
    since = ""
    if unit.valid_to and successors:
        since = f"Từ {format_date(unit.valid_to + timedelta(days=1))}: {', '.join(successor_words(successors, unit))}."
    return OfficeUnit(state, unit, _before(table, unit), since, tuple(one.unit for one in successors))


def _before(table: UnitTable, unit: AdminUnit) -> str:
    if unit.valid_from is None:
        return ""
    day = unit.valid_from - timedelta(days=1)
    words = [
        f"{'một phần ' if one.is_partial else ''}{_with_parent(table, one.unit, day)}"
        for one in predecessors_of(table, unit.code, unit.valid_from)
    ]
    return f"Trước {format_date(unit.valid_from)}: {', '.join(words)}." if words else ""


def _with_parent(table: UnitTable, unit: AdminUnit, day: date) -> str:
    above = table.above(unit, day)
    return f"{unit.full_name} ({above[0].full_name})" if above else unit.full_name


def _meant(table: UnitTable, office: Office) -> list[AdminUnit]:
    """Return the units that an office can be, of any day: those of its code, else those of its name."""
    of_code = table.of_code(office.unit_code)
    if of_code:
        return of_code
    return [
        one
        for one in table.units
        if one.level is office.level and one.full_name.casefold() == office.unit_name.casefold()
    ]


def _is(table: UnitTable, office: Office, unit: AdminUnit, day: date) -> bool:
    """Tell whether a unit bears the office's name in its province; a code alone may have passed to another unit."""
    if unit.full_name.casefold() != office.unit_name.casefold():
        return False
    above = table.above(unit, day)
    province = above[-1] if above else unit
    return not office.province_name or province.full_name.casefold() == office.province_name.casefold()


def _a_day_of(unit: AdminUnit) -> date:
    return unit.valid_to or unit.valid_from or date.min


def _renamed(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text
