"""Hoạt động: one activity of the campaign (product row B1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class ActivityStatus(StrEnum):
    """How far an activity is; cancelled and merely planned ones are not counted."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Channel(StrEnum):
    """Form and channel, the ones the three plans name."""

    CONFERENCE = "conference"
    REPORTER_CONFERENCE = "reporter_conference"
    PARTY_CELL = "party_cell"
    UNION_MEETING = "union_meeting"
    TRAINING = "training"
    LOUDSPEAKER = "loudspeaker"
    RADIO_TV = "radio_tv"
    PRESS = "press"
    WEBSITE = "website"
    SOCIAL_MEDIA = "social_media"
    INTERNAL_BULLETIN = "internal_bulletin"
    VISUAL = "visual"
    CONTEST = "contest"
    AFTER_SCHOOL = "after_school"
    FAIR = "fair"
    MOBILE_SALE = "mobile_sale"
    FIELD_VISIT = "field_visit"
    OTHER = "other"


class Area(StrEnum):
    """Kinds of area that the plans single out (Bình Thuận II.6, Thanh Hóa (4))."""

    RURAL = "rural"
    MOUNTAIN = "mountain"
    ISLAND = "island"
    ETHNIC_MINORITY = "ethnic_minority"
    REMOTE = "remote"


class FundGroup(StrEnum):
    """The three groups of sources of funds."""

    STATE_BUDGET = "state_budget"
    SOCIALISED = "socialised"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class FundLine:
    """Money or goods spent on an activity from one source.

    Attributes:
        amount_vnd: whole đồng; goods at their value.
        in_kind: given as goods.
    """

    source: str
    group: FundGroup
    amount_vnd: int
    in_kind: bool = False


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """One activity; it belongs to the report period that holds `date_start`.

    Attributes:
        plan_items: keys of the year's plan; the first one is where the report tells the activity.
        content_code: common code C1–C8 used for totals, "" while unknown.
        figures: indicator code -> whole number (đồng for money).
        is_estimate: the figures are an estimate ("ước"); then a planned activity counts too.
    """

    title: str = attribute(FieldKind.TEXT, required=True, searched=True)
    date_start: date | None = attribute(FieldKind.DATE, required=True, half=True)
    date_end: date | None = attribute(FieldKind.DATE, half=True)
    plan_items: tuple[str, ...] = attribute(FieldKind.PLAN_ITEMS)
    content_code: str = attribute(FieldKind.CONTENT, expected=True)
    organizer: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    place: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    partners: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, searched=True)
    status: ActivityStatus = attribute(
        FieldKind.CHOICE, choices=ActivityStatus, default=ActivityStatus.COMPLETED, half=True
    )
    is_estimate: bool = attribute(FieldKind.FLAG, half=True)
    result: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, searched=True)
    figures: Mapping[str, int] = attribute(FieldKind.FIGURES, group="figures")
    funds: tuple[FundLine, ...] = attribute(FieldKind.FUNDS, group="funds")
    channels: tuple[Channel, ...] = attribute(FieldKind.CHOICES, choices=Channel, group="details")
    areas: tuple[Area, ...] = attribute(FieldKind.CHOICES, choices=Area, group="details")
    audience: str = attribute(FieldKind.TEXT, suggest=True, searched=True, group="details")
    programmes: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, group="details")
    difficulties: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, group="details")
    proposals: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, group="details")
    evidence: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, group="details")

    @property
    def is_counted(self) -> bool:
        """Tell whether the figures count: the activity took place, or is told as an estimate."""
        if self.status is ActivityStatus.PLANNED:
            return self.is_estimate
        return self.status is not ActivityStatus.CANCELLED

    def own_problems(self) -> Mapping[str, str]:
        """Return an end before the beginning."""
        if self.date_start and self.date_end and self.date_end < self.date_start:
            return {"date_end": f"Kết thúc trước khi bắt đầu ({format_date(self.date_start)})."}
        return {}

    def own_gaps(self) -> Mapping[str, str]:
        """Return that a completed activity tells nothing."""
        if self.status is ActivityStatus.COMPLETED and not self.figures and not self.result:
            return {"figures": "Hoạt động đã hoàn thành nhưng chưa có số liệu hoặc kết quả."}
        return {}
