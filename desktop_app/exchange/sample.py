"""The shipped sample years: two invented districts, in the ledger's own shape."""

import json
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan, load_plan
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.records.office import Office
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

DISTRICTS = ("ham_thuan_bac", "thap_muoi")


@dataclass(frozen=True)
class SampleYear:
    """A whole year of a district."""

    office: Office
    plan: Plan
    period: ReportPeriod
    narrative: dict[str, str]
    activities: list[Activity]
    awards: list[AwardNomination]


def load_sample(district: str = DISTRICTS[0]) -> SampleYear:
    """Return a shipped sample year.

    Raises:
        ResourceError: there is no sample of this name.
    """
    if district not in DISTRICTS:
        raise ResourceError(f"Không có dữ liệu mẫu “{district}”; hãy chọn một trong: {', '.join(DISTRICTS)}.")
    raw: dict[str, Any] = json.loads(resource("sample", f"{district}.json").read_text(encoding="utf-8"))
    days = raw["period"]
    return SampleYear(
        office=msgspec.convert(raw["office"], Office),
        plan=load_plan(raw["plan"]),
        period=msgspec.convert({"year": raw["year"], "code": "", **days}, ReportPeriod),
        narrative=raw["narrative"],
        activities=msgspec.convert(raw["activities"], list[Activity]),
        awards=msgspec.convert(raw["awards"], list[AwardNomination]),
    )
