"""What a new ledger starts from: the office of a unit of the table, the plan that fits it, the name of the file."""

import re
from collections.abc import Iterable
from datetime import date

from desktop_app.domain.office_wording import placeholders
from desktop_app.domain.plans import Plan, fill
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.units import AdminUnit, UnitTable
from desktop_app.vietnamese.folding import fold

_ARCHIVE = re.compile(r"(?P<label>[\s-]*Lưu\b\s*:?)(?P<kept>[^()]*)(?P<copies>\([^()]*\))?", re.IGNORECASE)
LAST_DISTRICT_YEAR = 2024
"""The last year whose yearly report came from a district (none exists since 1 July 2025)."""


def report_day(year: int) -> date:
    """Return the day of the yearly report; the units that exist on it are those that report."""
    return date(year, 11, 30)


def usual_level(year: int) -> UnitLevel:
    """Return the kind of unit that reports to a province in a year."""
    return UnitLevel.DISTRICT if year <= LAST_DISTRICT_YEAR else UnitLevel.COMMUNE


def units_of_level(table: UnitTable, level: UnitLevel, day: date) -> list[AdminUnit]:
    """Return all units of a level on a day, in the order of the table."""
    return [unit for unit in table.units if unit.level is level and unit.exists_on(day)]


def office_of(unit: AdminUnit, table: UnitTable, day: date) -> Office:
    """Return the office of a unit, with the names that follow from the table."""
    above = table.above(unit, day)
    province = above[-1] if above else unit
    return Office(
        level=unit.level,
        unit_code=unit.code,
        unit_name=unit.full_name,
        short_name=_heading_name(unit),
        province_name=province.full_name,
        place_name=_heading_name(unit),
    )


def _heading_name(unit: AdminUnit) -> str:
    """Return the name for headings: a number never stands without its kind (NĐ 30/2020, Phụ lục I)."""
    if unit.name.isdigit():
        return f"{unit.noun.capitalize()} {unit.name}"
    return unit.name


def suggested_plan(plans: Iterable[Plan], year: int, province_code: str, level: UnitLevel) -> Plan:
    """Return the plan that fits best: of the province and year, of the province, else of the whole country.

    A plan for one office alone is never suggested to a unit of the administration.
    """
    body = level is UnitLevel.MEMBER_BODY

    def rank(plan: Plan) -> tuple[bool, bool, bool]:
        own = bool(province_code) and plan.province_code == province_code
        foreign = plan.province_code is not None and not own
        wrong_scope = plan.scope == "office" and not body
        wrong_year = plan.years is not None and year not in plan.years
        return foreign or wrong_scope or (wrong_year and not own), not own, wrong_year

    return min(plans, key=rank)


def plan_addressees(plan: Plan, office: Office, year: int) -> tuple[str, ...]:
    """Return the plan's Kính gửi for an office."""
    values = placeholders(office, year)
    return tuple(fill(one, values) for one in plan.addressees)


def plan_recipients(plan: Plan, office: Office, year: int) -> tuple[str, ...]:
    """Return the plan's Nơi nhận for an office."""
    values = placeholders(office, year)
    lines = []
    for one in plan.recipients:
        if office.has_committee or not one.only_with_committee:
            text = fill(one.text, values)
            lines.append(f"{text} ({one.note})" if one.note else text)
    return tuple(lines)


def report_recipients(plan: Plan, office: Office, year: int) -> tuple[str, ...]:
    """Return Nơi nhận as it is printed: the office's own or the plan's, with who drafted the paper (ô 12)."""
    return with_drafter(office.recipients or plan_recipients(plan, office, year), office.drafter_mark)


def with_drafter(recipients: tuple[str, ...], mark: str) -> tuple[str, ...]:
    """Put the drafter's mark where it usually stands, behind those who keep a copy.

    >>> with_drafter(("Như trên", "Lưu: VT, BTT (05 bản)"), "NVA")
    ('Như trên', 'Lưu: VT, BTT, NVA (05 bản)')
    """
    mark = mark.strip(" ,.;")
    if not mark:
        return recipients
    for place in reversed(range(len(recipients))):
        found = _ARCHIVE.fullmatch(recipients[place].rstrip(" .;"))
        if found:
            kept = ", ".join(filter(None, (found["kept"].strip(" ,.;"), mark)))
            line = f"{found['label'].rstrip()} {kept} {found['copies'] or ''}".rstrip()
            return (*recipients[:place], line, *recipients[place + 1 :])
    return (*recipients, f"Lưu: VT, {mark}")


def usual_file_name(office: Office, year: int) -> str:
    """Return the ASCII name of a ledger's file without its ending: "So_Ham_Thuan_Bac_2023"."""
    words = "".join(
        letter if letter.isalnum() else " " for letter in fold(office.short_name or office.unit_name)
    )
    ascii_words = [word.capitalize() for word in words.split() if word.isascii()]
    return "_".join(["So", *ascii_words[:8], str(year)])
