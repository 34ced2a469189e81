"""Ban Chỉ đạo, Tổ giúp việc: one member with decision, validity and change (product row B4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class CommitteeBody(StrEnum):
    """Which body the member belongs to."""

    COMMITTEE = "committee"
    SUPPORT_TEAM = "support_team"


class CommitteeRole(StrEnum):
    """The role in the body, the head first."""

    HEAD = "head"
    STANDING_DEPUTY = "standing_deputy"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"


class MemberChange(StrEnum):
    """How the member came in."""

    NONE = ""
    ADDITION = "addition"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, kw_only=True)
class CommitteeMember(Record):
    """One member, from one decision to the next; who leaves keeps the row with `valid_to`.

    Attributes:
        place: order in the list.
        position: post and agency, as the list of members prints them.
        valid_from, valid_to: days of membership, both included; None is open.
        replaces: whom the member stands in for.
    """

    full_name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    honorific: Honorific = attribute(FieldKind.CHOICE, choices=Honorific, default=Honorific.NONE, half=True)
    place: int | None = attribute(FieldKind.INTEGER, most=999, half=True)
    role: CommitteeRole = attribute(FieldKind.CHOICE, choices=CommitteeRole, default=CommitteeRole.MEMBER)
    position: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True)
    body: CommitteeBody = attribute(FieldKind.CHOICE, choices=CommitteeBody, default=CommitteeBody.COMMITTEE)
    duty: str = attribute(FieldKind.LONG_TEXT, max_length=5_000)
    decision_number: str = attribute(FieldKind.TEXT, suggest=True, searched=True, group="decision", half=True)
    decision_date: date | None = attribute(FieldKind.DATE, group="decision", half=True)
    decided_by: str = attribute(FieldKind.TEXT, suggest=True, group="decision")
    valid_from: date | None = attribute(FieldKind.DATE, expected=True, group="decision", half=True)
    valid_to: date | None = attribute(FieldKind.DATE, group="decision", half=True)
    change: MemberChange = attribute(
        FieldKind.CHOICE, choices=MemberChange, default=MemberChange.NONE, group="decision", half=True
    )
    replaces: str = attribute(FieldKind.TEXT, searched=True, group="decision", half=True)
    phone: str = attribute(FieldKind.TEXT, max_length=20, personal=True, group="personal", half=True)
    email: str = attribute(FieldKind.TEXT, max_length=100, personal=True, group="personal", half=True)

    @property
    def names_person(self) -> bool:
        """A member sorts by given name."""
        return True

    def is_member_on(self, day: date) -> bool:
        """Tell whether the membership holds on a day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def own_problems(self) -> Mapping[str, str]:
        """Return an end before the beginning."""
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            return {"valid_to": f"Kết thúc trước khi bắt đầu ({format_date(self.valid_from)})."}
        return {}

    def own_gaps(self) -> Mapping[str, str]:
        """Return a replacement that does not say whom."""
        if self.change is MemberChange.REPLACEMENT and not self.replaces:
            return {"replaces": "Chưa ghi thay cho ai."}
        return {}
