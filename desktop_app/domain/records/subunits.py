"""Đơn vị cấp dưới: one lower unit, whether it has a committee and has issued its plan (product row B4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class CommitteeStatus(StrEnum):
    """What a lower unit has (Bình Thuận III.2.18: committees are to be proposed where there is none)."""

    NONE = "none"
    PROPOSED = "proposed"
    SECTION = "section"
    COMMITTEE = "committee"


@dataclass(frozen=True, kw_only=True)
class Subunit(Record):
    """One lower unit; a unit that was merged away keeps its row with `valid_to`.

    Attributes:
        unit_code: official code, "" for a body that is in no table.
        established_on: from when it has a committee or a section in charge; None when that is not known.
        abolished_on: the first day without it.
        plan_issued: it has issued its own plan of the year.
    """

    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    unit_code: str = attribute(FieldKind.TEXT, max_length=20, half=True)
    committee_status: CommitteeStatus = attribute(
        FieldKind.CHOICE, choices=CommitteeStatus, default=CommitteeStatus.NONE, half=True
    )
    established_on: date | None = attribute(FieldKind.DATE, half=True)
    abolished_on: date | None = attribute(FieldKind.DATE, half=True)
    decision_number: str = attribute(FieldKind.TEXT, searched=True, half=True)
    head: str = attribute(FieldKind.TEXT, searched=True, half=True)
    plan_issued: bool = attribute(FieldKind.FLAG, half=True)
    plan_number: str = attribute(FieldKind.TEXT, searched=True, half=True)
    plan_issued_on: date | None = attribute(FieldKind.DATE, half=True)
    valid_from: date | None = attribute(FieldKind.DATE, half=True)
    valid_to: date | None = attribute(FieldKind.DATE, half=True)
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000)

    def exists_on(self, day: date) -> bool:
        """Tell whether the unit exists on a day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def has_committee_on(self, day: date) -> bool:
        """Tell whether the unit has a committee or a section in charge on a day."""
        if self.committee_status not in (CommitteeStatus.COMMITTEE, CommitteeStatus.SECTION):
            return False
        return self.exists_on(day) and (self.established_on or date.min) <= day < (
            self.abolished_on or date.max
        )

    def own_problems(self) -> Mapping[str, str]:
        """Return ends before beginnings."""
        found: dict[str, str] = {}
        for begin, end in (("established_on", "abolished_on"), ("valid_from", "valid_to")):
            first, last = getattr(self, begin), getattr(self, end)
            if first and last and last < first:
                found[end] = f"Kết thúc trước khi bắt đầu ({format_date(first)})."
        return found
