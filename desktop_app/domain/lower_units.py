"""The lower units of an office: taken from the table of units, counted, and which of them lack something."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.office_units import unit_on
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.subunits import Subunit
from desktop_app.domain.units import AdminUnit, UnitTable
from desktop_app.vietnamese.folding import fold

_KINDS = ("thi tran ", "phuong ", "xa ", "dac khu ", "thanh pho ", "thi xa ", "huien ", "quan ")


@dataclass(frozen=True)
class UnitCounts:
    """How far the lower units of a day are.

    Attributes:
        total: units that exist. with_committee: those with a committee or a section in charge.
        with_plan: those that issued their own plan. without_committee, without_plan: names of the others.
    """

    total: int
    with_committee: int
    with_plan: int
    without_committee: tuple[str, ...]
    without_plan: tuple[str, ...]


def count_units(units: Iterable[Subunit], day: date) -> UnitCounts:
    """Count the units of a day."""
    present = [one for one in units if one.exists_on(day)]
    without_committee = tuple(one.name for one in present if not one.has_committee_on(day))
    without_plan = tuple(one.name for one in present if not one.plan_issued)
    total = len(present)
    return UnitCounts(
        total, total - len(without_committee), total - len(without_plan), without_committee, without_plan
    )


def children_of(office: Office, table: UnitTable, day: date) -> list[AdminUnit]:
    """Return the units below an office on a day, by the official table; none where the table does not have it then."""
    unit = unit_on(table, office, day)
    return table.children(unit.code, day) if unit is not None else []


def missing_units(children: Sequence[AdminUnit], known: Iterable[Subunit], day: date) -> list[Subunit]:
    """Return records for the units that the register does not have on a day, by code, else by name."""
    present = [one for one in known if one.exists_on(day)]
    codes = {one.unit_code for one in present if one.unit_code}
    names = {_plain_name(one.name) for one in present}
    return [
        Subunit(
            name=_capital(unit.full_name),
            unit_code=unit.code,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
        )
        for unit in children
        if unit.code not in codes and _plain_name(unit.full_name) not in names
    ]


def _plain_name(name: str) -> str:
    """Return a name as two ways of writing it agree: "Xã Mỹ Quý", "Mỹ Quí".

    A town keeps its kind, for a commune beside it may have its name; so does a number, which is no name alone.
    """
    folded = fold(name).replace("y", "i")
    kind = next((one for one in _KINDS if folded.startswith(one)), "")
    rest = folded.removeprefix(kind)
    return folded if kind == "thi tran " or rest.isdecimal() else rest


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
