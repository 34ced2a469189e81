"""The plans of the campaign as data: contents, legal bases, deadlines, recipients, outline of the report."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop_app.domain.legal_bases import LegalBasis, cite, legal_library
from desktop_app.domain.plan_checks import first_fault
from desktop_app.domain.plan_parts import Deadlines, PlanItem, Recipient, Section, StandingEvent
from desktop_app.domain.resource_files import Text, bad_file, checked, read_json
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """A plan that reports answer to.

    Texts of `addressees`, `recipients`, `outline`, `purposes`, `requirements` and `organisation` hold placeholders,
    see `fill`.

    Attributes:
        code: ASCII; names the file.
        name: in lists of plans.
        title: trích yếu.
        number, issued_on: None where not known; the report's lead then leaves them out.
        years: None for a plan without fixed years.
        scope: for a unit of the administration, or for one office alone.
        province_code: None for a plan of the whole country.
        email: where the report is sent too.
        purposes, requirements, organisation: what the office's own plan says of them at first, a point each.
        notes: what the officer must know or complete.
    """

    code: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{1,20}$")]
    name: Text
    kind: Text
    title: Text
    issuer: Text
    scope: Literal["district", "office"]
    items: Annotated[tuple[PlanItem, ...], Meta(min_length=1)]
    legal_bases: tuple[LegalBasis, ...]
    deadlines: Deadlines
    addressees: Annotated[tuple[Text, ...], Meta(min_length=1)]
    recipients: Annotated[tuple[Recipient, ...], Meta(min_length=1)]
    standing_events: tuple[StandingEvent, ...]
    outline: Annotated[tuple[Section, ...], Meta(min_length=1)]
    number: str | None = None
    issued_on: date | None = None
    years: tuple[int, ...] | None = None
    province_code: str | None = None
    province: str | None = None
    email: str | None = None
    notes: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        """How the lead of the report names the plan."""
        abstract = f"về {self.title[0].lower()}{self.title[1:]}"
        return cite(self.kind, self.number, self.issued_on, self.issuer, abstract)

    def item(self, key: str) -> PlanItem | None:
        """Return the item with this key, None when the plan has no such item."""
        return next((one for one in self.items if one.key == key), None)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return a text of a plan with its placeholders filled.

    Args:
        template: may hold {province} "tỉnh Bình Thuận", {unit} "huyện Hàm Thuận Bắc", {unit_type} "huyện",
            {party_committee} "Huyện ủy", {year}, {next_year}, {archive} (who keeps the copy, may be empty).
        values: placeholder -> text.
    """
    return template.format_map(values).rstrip(" ,")


def usual_points(name: str) -> tuple[str, ...]:
    """Return the purposes, requirements or organisation of a plan that was stored before plans said them."""
    defaults = read_json(resource("plan_defaults.json"))
    return tuple(defaults[name]) if isinstance(defaults, dict) else ()


def load_plan(code: str) -> Plan:
    """Return a shipped plan.

    Raises:
        ResourceError: there is none of this code, or its file is damaged.
    """
    plan = next((one for one in available_plans() if one.code == code), None)
    if plan is None:
        raise ResourceError(f"Không có kế hoạch mã “{code}”. Hãy chọn một kế hoạch trong danh sách.")
    return plan


@cache
def available_plans() -> tuple[Plan, ...]:
    """Return all shipped plans, ordered by code.

    Raises:
        ResourceError: a file does not fit its schema.
    """
    return tuple(read_plan(path) for path in sorted(resource("plans").glob("*.json")))


def read_plan(path: Path) -> Plan:
    """Return the plan of a file, after all checks; the file is named after its code.

    Raises:
        ResourceError: the sentence names file, place and fault.
    """
    plan = check_plan(read_json(path), path.name)
    if plan.code != path.stem:
        raise bad_file(path.name, "“code”", f"mã “{plan.code}” phải trùng với tên tệp")
    return plan


def check_plan(raw: object, name: str) -> Plan:
    """Return a plan read from a file, its defaults filled in, after all checks."""
    plan = checked(_completed(raw, name), Plan, name)
    templates = {
        "addressees": plan.addressees,
        "recipients": tuple(one.text for one in plan.recipients),
        "purposes": plan.purposes,
        "requirements": plan.requirements,
        "organisation": plan.organisation,
    }
    fault = first_fault(plan.items, plan.outline, templates, _yearly_days(plan))
    if fault:
        raise bad_file(name, fault.place, fault.problem)
    return plan


def _yearly_days(plan: Plan) -> dict[str, tuple[int, int]]:
    due = {
        "annual": plan.deadlines.annual,
        "half_year": plan.deadlines.half_year,
        "awards": plan.deadlines.awards,
    }
    days = {f"“deadlines”, “{key}”": (day.month, day.day) for key, day in due.items() if day}
    for index, event in enumerate(plan.standing_events):
        days[f"“standing_events”, mục thứ {index + 1}"] = (event.month, event.day)
    return days


def _completed(raw: object, name: str) -> object:
    """Fill in what most plans share, and the documents of the library that the plan names by number."""
    if not isinstance(raw, dict):
        return raw
    bases = raw.get("legal_bases")
    if isinstance(bases, list):
        bases = [_legal_basis(one, index, name) for index, one in enumerate(bases)]
        raw = {**raw, "legal_bases": bases}
    defaults = read_json(resource("plan_defaults.json"))
    return {**defaults, **raw} if isinstance(defaults, dict) else raw


def _legal_basis(one: object, index: int, name: str) -> object:
    if not isinstance(one, str):
        return one
    basis = legal_library().get(one)
    if basis is None:
        place = f"“legal_bases”, mục thứ {index + 1}"
        raise bad_file(
            name, place, f"văn bản “{one}” không có trong danh mục; hãy ghi đủ các mục của văn bản"
        )
    return {field: getattr(basis, field) for field in basis.__struct_fields__}
