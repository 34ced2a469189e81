"""What a unit became and what it was made of: whole or in part, over one reorganisation or several.

Units are told apart by code and first day, never by name: a new unit may lie across old borders or bear the name of
an old one that it is not (domain research §5.1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.units import AdminUnit, UnitTable


class Successor(NamedTuple):
    """A unit that holds land of a unit that ended.

    Attributes:
        parts: what of the old unit went into it: communes of a district, else the old unit itself.
        has_others: land of other units went into it, too.
    """

    unit: AdminUnit
    parts: tuple[AdminUnit, ...]
    has_others: bool


class Predecessor(NamedTuple):
    """A unit of which a unit was made.

    Attributes:
        is_partial: a part of it went to another unit.
    """

    unit: AdminUnit
    is_partial: bool


@dataclass(frozen=True)
class UnitDifference:
    """How two lists of units differ.

    Attributes:
        kept: in both, alike. changed: (old, new) of one code and first day whose other data differ.
        ended: only in the old list. begun: only in the new one.
    """

    kept: tuple[AdminUnit, ...]
    changed: tuple[tuple[AdminUnit, AdminUnit], ...]
    ended: tuple[AdminUnit, ...]
    begun: tuple[AdminUnit, ...]


def successors_of(table: UnitTable, code: str, day: date) -> list[Successor]:
    """Return what the unit that has a code on a day became when it ended; none while it exists."""
    old = table.get(code, day)
    if old is None or old.valid_to is None:
        return []
    own = {one.code: one for one in _pieces(table, old)}
    return [
        Successor(
            one,
            tuple(own[code] for code in one.predecessor_codes if code in own),
            any(code not in own for code in one.predecessor_codes),
        )
        for one in table.successors(old)
    ]


def predecessors_of(table: UnitTable, code: str, day: date) -> list[Predecessor]:
    """Return what the unit that has a code on a day was made of; none when that is not known."""
    new = table.get(code, day)
    if new is None:
        return []
    return [Predecessor(one, is_partial(table, one, new)) for one in table.predecessors(new)]


def is_partial(table: UnitTable, old: AdminUnit, new: AdminUnit) -> bool:
    """Tell whether land of an old unit lies outside a new one, so that its figures are not those of a part of it."""
    if old == new:
        return False
    day = new.valid_from or date.min
    heirs = heirs_on(table, old, day)
    return not heirs or any(not _lies_in(table, one, new, day) for one in heirs)


def covers(table: UnitTable, olds: Sequence[AdminUnit], new: AdminUnit, day: date) -> bool:
    """Tell whether units of a day together hold all the land of a later unit, as far as the table knows."""
    roots = origins_on(table, new, day)
    held = {_key(one) for one in olds}
    return bool(roots) and all(_is_held(table, one, held, day) for one in roots)


def repeated(table: UnitTable, units: Sequence[AdminUnit], day: date) -> AdminUnit | None:
    """Return the first unit that stands twice in a list, by itself or within a unit above it; None when none does."""
    seen: set[tuple[str, date | None]] = set()
    for one in sorted(units, key=lambda unit: len(unit.code)):
        if _key(one) in seen or any(_key(above) in seen for above in table.above(one, day)):
            return one
        seen.add(_key(one))
    return None


def heirs_on(table: UnitTable, unit: AdminUnit, day: date) -> list[AdminUnit]:
    """Return the units of a later day that hold a unit's land, over as many reorganisations as lie between."""
    if unit.exists_on(day) or unit.valid_to is None:
        return [unit] if unit.exists_on(day) else []
    return _distinct(heir for one in table.successors(unit) for heir in heirs_on(table, one, day))


def origins_on(table: UnitTable, unit: AdminUnit, day: date) -> list[AdminUnit]:
    """Return the units of an earlier day whose land a unit holds, over as many reorganisations as lie between."""
    if unit.exists_on(day) or unit.valid_from is None:
        return [unit] if unit.exists_on(day) else []
    return _distinct(root for one in table.predecessors(unit) for root in origins_on(table, one, day))


def compare(old_units: Iterable[AdminUnit], new_units: Iterable[AdminUnit]) -> UnitDifference:
    """Return how two lists of units differ; a unit is known by code and first day."""
    old = {_key(one): one for one in old_units}
    new = {_key(one): one for one in new_units}
    both = [(one, new[key]) for key, one in old.items() if key in new]
    return UnitDifference(
        kept=tuple(one for one, other in both if one == other),
        changed=tuple((one, other) for one, other in both if one != other),
        ended=tuple(one for key, one in old.items() if key not in new),
        begun=tuple(one for key, one in new.items() if key not in old),
    )


def _pieces(table: UnitTable, unit: AdminUnit) -> list[AdminUnit]:
    """Return a unit and, of a district, its communes: the codes that predecessors are written by."""
    if unit.level is not UnitLevel.DISTRICT or unit.valid_to is None:
        return [unit]
    return [unit, *table.children(unit.code, unit.valid_to)]


def _lies_in(table: UnitTable, unit: AdminUnit, whole: AdminUnit, day: date) -> bool:
    return unit == whole or whole in table.above(unit, day)


def _is_held(table: UnitTable, unit: AdminUnit, held: set[tuple[str, date | None]], day: date) -> bool:
    if _key(unit) in held or any(_key(one) in held for one in table.above(unit, day)):
        return True
    parts = table.children(unit.code, day)
    return bool(parts) and all(_is_held(table, one, held, day) for one in parts)


def _distinct(units: Iterable[AdminUnit]) -> list[AdminUnit]:
    return list({_key(one): one for one in units}.values())


def _key(unit: AdminUnit) -> tuple[str, date | None]:
    return unit.code, unit.valid_from
