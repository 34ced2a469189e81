"""Beginning a new year in the same ledger: its plan, and what is carried over from the year before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain.plan_editing import changed
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.subunits import Subunit

_LONGEST_NOTE = (
    "Kế hoạch được chép từ năm {year}; hãy ghi lại số, ngày ban hành và trích yếu khi có kế hoạch mới."
)


@dataclass(frozen=True)
class NewYear:
    """What the officer chose.

    Attributes:
        plan: of the new year.
        carry_tasks: the tasks of the year before come along, their days moved, their states forgotten.
        reset_plans: the lower units have not yet issued their plans of the new year.
    """

    year: int
    plan: Plan
    carry_tasks: bool
    reset_plans: bool


def copied_plan(plan: Plan, old_year: int, year: int) -> Plan:
    """Return the plan of an old year for a new one: contents as they were, number and day of issue to be filled in."""
    return changed(
        plan,
        name=_in_year(plan.name, old_year, year),
        title=_in_year(plan.title, old_year, year),
        number=None,
        issued_on=None,
        years=(year,) if plan.years else None,
        notes=(_LONGEST_NOTE.format(year=old_year),),
    )


def without_plans(units: Iterable[Subunit]) -> list[Subunit]:
    """Return the lower units that had issued a plan, as those that have not yet."""
    return [
        replace(unit, plan_issued=False, plan_number="", plan_issued_on=None)
        for unit in units
        if unit.plan_issued or unit.plan_number or unit.plan_issued_on
    ]


def _in_year(text: str, old_year: int, year: int) -> str:
    return re.sub(rf"\bnăm {old_year}\b", f"năm {year}", text, flags=re.IGNORECASE)
