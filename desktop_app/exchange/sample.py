"""The shipped sample years: two invented districts, in the ledger's own shape."""

import json
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan, load_plan
from desktop_app.domain.records.base import Record
from desktop_app.domain.records.office import Office
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

DISTRICTS = ("ham_thuan_bac", "thap_muoi")


@dataclass(frozen=True)
class SampleYear:
    """A whole year of a district; `records` by the names of the registers."""

    office: Office
    plan: Plan
    period: ReportPeriod
    narrative: dict[str, str]
    records: dict[str, list[Record]]


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
        records={
            name: msgspec.convert(raw.get(name, []), list[register.record])  # type: ignore[name-defined]
            for name, register in REGISTERS.items()
        },
    )
