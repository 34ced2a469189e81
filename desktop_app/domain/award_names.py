"""How award papers name authorities and days, and what they rest on."""

from datetime import date

from desktop_app.domain import office_wording
from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.award_laws import laws_on
from desktop_app.domain.award_terms import AwardLevel
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.records.office import Office

DOTS = "……………"
SHORT_DOTS = "………"
"""Room for the hand within a sentence."""

_IN_FULL = (("UBND", "Ủy ban nhân dân"), ("UBMTTQ", "Ủy ban MTTQ"))


def authority_name(authority: str, level: AwardLevel, office: Office) -> str:
    """Return an authority in full: "Chủ tịch Ủy ban nhân dân tỉnh Bình Thuận".

    Only what the office itself says is added: its province, or its own unit.
    """
    unit = {AwardLevel.PROVINCE: office.province_name, office_level(office): office.unit_name}.get(level, "")
    name = authority
    kinds = load_awards().types.get(level, ())
    for kind in kinds:
        if unit.startswith(f"{kind} ") and authority.endswith(f" {kind}"):
            name = f"{authority.removesuffix(kind)}{unit}"
    for short, full in _IN_FULL:
        name = name.replace(short, full)
    return name


def addressee(authority: str, level: AwardLevel, office: Office) -> str:
    """Return to whom a Tờ trình goes: letters to a Front committee go to its standing board."""
    name = authority_name(authority, level, office)
    entries = load_awards().authorities_named(authority, level)
    is_front = any(one.code.startswith("FRONT_") for one in entries)
    return f"Ban Thường trực {name}" if is_front else name


def office_level(office: Office) -> AwardLevel:
    """Return the level on which the office's own authorities decide."""
    levels = {one.value: one for one in AwardLevel}
    return levels.get(office.level.value, AwardLevel.DISTRICT)


def usual_bases(folder: AwardFolder, plan: Plan, office: Office) -> tuple[str, ...]:
    """Return the laws of the day, the campaign's plan, and the minutes of the meeting.

    Without a date of issue the last day of the year chooses the laws.
    """
    day = folder.issued_on or date(folder.year, 12, 31)
    meeting = cited_day(folder.meeting.held_on, folder.year)
    issuer = office_wording.issuer_name(office)
    return (
        *(law.citation for law in laws_on(day)),
        plan.citation,
        f"Biên bản họp xét khen thưởng {meeting} của {issuer}",
    )


def cited_day(day: date | None, year: int) -> str:
    """Return "ngày 20 tháng 10 năm 2023", with dots where the day is not known."""
    if day is None:
        return f"ngày {SHORT_DOTS} tháng {SHORT_DOTS} năm {year}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
