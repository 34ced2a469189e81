"""The officer's own plan: a shipped one, changed; what it must still satisfy."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from desktop_app.domain.labels.plans import PLACEHOLDERS
from desktop_app.domain.legal_bases import LegalBasis
from desktop_app.domain.plan_checks import first_fault
from desktop_app.domain.plan_parts import DueDate, PlanItem
from desktop_app.domain.plans import Plan
from desktop_app.errors import InvalidValueError

_DAY = re.compile(r"\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*", re.ASCII)
_LEAP_YEAR = 2024


class ItemDraft(NamedTuple):
    """A content as the officer edits it; `key` is "" for a new one."""

    key: str
    title: str
    content_codes: tuple[str, ...]


def changed(plan: Plan, **parts: Any) -> Plan:  # noqa: ANN401 - any part of a plan
    """Return the plan with some parts changed."""
    return msgspec.structs.replace(plan, **parts)


def items_of(plan: Plan, drafts: Sequence[ItemDraft]) -> tuple[PlanItem, ...]:
    """Return the items of a changed plan: known ones keep their key, so that activities stay with them."""
    taken = {draft.key for draft in drafts}
    built: list[PlanItem] = []
    for number, draft in enumerate(drafts, 1):
        known = plan.item(draft.key) if draft.key else None
        key = draft.key or _free_key(number, taken)
        taken.add(key)
        same = known if known is not None and known.title == draft.title else None
        text, wording = (same.text, same.local_wording) if same else (draft.title, ())
        built.append(PlanItem(key, number, draft.title, text, draft.content_codes, wording))
    return tuple(built)


def _free_key(number: int, taken: Iterable[str]) -> str:
    used = set(taken)
    while f"M{number}" in used:
        number += 1
    return f"M{number}"


def legal_basis_of(
    kind: str, number: str, issued_on: date | None, issuer: str, abstract: str, short: str = ""
) -> LegalBasis:
    """Return a legal basis; its short name is made from kind and number unless it is known."""
    return LegalBasis(kind, number, issuer, abstract, short or f"{kind} số {number}", issued_on)


def parse_day(text: str) -> tuple[int, int]:
    """Read a day of every year, "30/11", and return month and day.

    Raises:
        InvalidValueError: there is no such day.
    """
    match = _DAY.fullmatch(text)
    if match is None:
        raise InvalidValueError("Hãy ghi ngày/tháng, ví dụ 30/11.")
    day, month = int(match[1]), int(match[2])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError as error:
        raise InvalidValueError(f"Không có ngày {day}/{month}; hãy ghi ngày/tháng, ví dụ 30/11.") from error
    return month, day


def show_day(month: int, day: int) -> str:
    """Return "30/11"."""
    return f"{day:02d}/{month:02d}"


def due_date(text: str, *, inclusive: bool) -> DueDate | None:
    """Read a deadline; nothing typed means none.

    Raises:
        InvalidValueError: there is no such day.
    """
    if not text.strip():
        return None
    month, day = parse_day(text)
    return DueDate(month, day, inclusive)


def shown_template(text: str) -> str:
    """Return a text of a plan with Vietnamese placeholders: "UBND {cấp}"."""
    for name, word in PLACEHOLDERS.items():
        text = text.replace(f"{{{name}}}", f"{{{word}}}")
    return text


def stored_template(text: str) -> str:
    """Return a typed text with the placeholders that plans hold: "UBND {unit_type}"."""
    for name, word in PLACEHOLDERS.items():
        text = text.replace(f"{{{word}}}", f"{{{name}}}")
    return text


def plan_fault(plan: Plan) -> str:
    """Return what is wrong with a changed plan as a sentence, "" when it can be used."""
    templates = {"addressees": plan.addressees, "recipients": tuple(one.text for one in plan.recipients)}
    fault = first_fault(plan.items, plan.outline, templates, {})
    if fault is None:
        return ""
    return f"{fault.problem[0].upper()}{fault.problem[1:]}."
