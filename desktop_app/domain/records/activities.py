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


class InspectionKind(StrEnum):
    """What an inspection or supervision looks at (Bình Thuận II.2); NONE for any other activity."""

    NONE = ""
    CAMPAIGN = "campaign"
    SUPERVISION = "supervision"
    CONSUMER = "consumer"
    PROCUREMENT = "procurement"
    PRESCRIPTION = "prescription"
    MARKET = "market"
    COMPLAINTS = "complaints"


class Quarter(StrEnum):
    """The quarter that the plan of inspections names."""

    NONE = ""
    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"


class FollowUp(StrEnum):
    """What became of a recommendation, a complaint or a tip-off."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class CaseKind(StrEnum):
    """What citizens bring forward."""

    COMPLAINT = "complaint"
    TIP = "tip"


@dataclass(frozen=True, kw_only=True)
class InspectedUnit:
    """A unit that was inspected, and what was found there."""

    unit: str = attribute(FieldKind.TEXT, required=True)
    finding: str = attribute(FieldKind.TEXT, max_length=2_000)


@dataclass(frozen=True, kw_only=True)
class Recommendation:
    """A recommendation after an inspection, and its follow-up."""

    text: str = attribute(FieldKind.TEXT, required=True, max_length=2_000)
    unit: str = attribute(FieldKind.TEXT, half=True)
    due_on: date | None = attribute(FieldKind.DATE, half=True)
    status: FollowUp = attribute(FieldKind.CHOICE, choices=FollowUp, default=FollowUp.OPEN, half=True)
    done_on: date | None = attribute(FieldKind.DATE, half=True)
    outcome: str = attribute(FieldKind.TEXT, max_length=2_000)


@dataclass(frozen=True, kw_only=True)
class ConsumerCase:
    """A complaint of a consumer or a tip-off about counterfeit goods; no name of who brought it."""

    matter: str = attribute(FieldKind.TEXT, required=True, max_length=2_000)
    kind: CaseKind = attribute(FieldKind.CHOICE, choices=CaseKind, default=CaseKind.COMPLAINT, half=True)
    received_on: date | None = attribute(FieldKind.DATE, half=True)
    passed_to: str = attribute(FieldKind.TEXT, half=True)
    status: FollowUp = attribute(FieldKind.CHOICE, choices=FollowUp, default=FollowUp.OPEN, half=True)
    outcome: str = attribute(FieldKind.TEXT, max_length=2_000)


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """One activity; it belongs to the report period that holds `date_start`.

    Attributes:
        plan_items: keys of the year's plan; the first one is where the report tells the activity.
        content_code: common code C1–C8 used for totals, "" while unknown.
        figures: indicator code -> whole number (đồng for money).
        is_estimate: the figures are an estimate ("ước"); then a planned activity counts too.
        task: id of the plan's task that it carries out.
        inspection_kind: makes the activity an inspection or supervision; its figures stay those of the activity.
        inspected, recommendations, cases: what was found, what is to follow; told, never counted again.
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
    task: str = attribute(FieldKind.LINK, register="tasks", group="details")
    inspection_kind: InspectionKind = attribute(
        FieldKind.CHOICE,
        choices=InspectionKind,
        default=InspectionKind.NONE,
        group="inspection",
        half=True,
    )
    planned_quarter: Quarter = attribute(
        FieldKind.CHOICE, choices=Quarter, default=Quarter.NONE, group="inspection", half=True
    )
    inspected: tuple[InspectedUnit, ...] = attribute(FieldKind.ROWS, row=InspectedUnit, group="inspection")
    recommendations: tuple[Recommendation, ...] = attribute(
        FieldKind.ROWS, row=Recommendation, group="inspection"
    )
    cases: tuple[ConsumerCase, ...] = attribute(FieldKind.ROWS, row=ConsumerCase, group="inspection")

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
        """Return that a completed activity tells nothing, or that its figures do not match its rows."""
        if self.status is ActivityStatus.COMPLETED and not self.figures and not self.result:
            return {"figures": "Hoạt động đã hoàn thành nhưng chưa có số liệu hoặc kết quả."}
        unmatched = self._unmatched_figures() if self.is_counted else []
        found = {"figures": " ".join(unmatched)} if unmatched else {}
        if any(one.status is FollowUp.DONE and one.done_on is None for one in self.recommendations):
            found["recommendations"] = "Kiến nghị đã xong nhưng chưa ghi ngày xong."
        return found

    def _unmatched_figures(self) -> list[str]:
        """Return a sentence for each figure that says less, or other, than the rows of the inspection.

        The figures alone are counted; the rows only tell, so that nothing counts twice.
        """
        complaints = [one for one in self.cases if one.kind is CaseKind.COMPLAINT]
        resolved = [one for one in complaints if one.status is FollowUp.DONE]
        counted = self.figures.get
        found = []
        if self.inspected and counted("units_inspected") != len(self.inspected):
            found.append(
                f"Ghi {len(self.inspected)} đơn vị được kiểm tra nhưng số liệu “Đơn vị được kiểm tra” là "
                f"{counted('units_inspected', 'chưa có')}."
            )
        for code, word, rows in (
            ("recommendations", "kiến nghị", self.recommendations),
            ("complaints_received", "khiếu nại tiếp nhận", complaints),
            ("complaints_resolved", "khiếu nại đã giải quyết", resolved),
        ):
            if counted(code, 0) < len(rows):
                found.append(f"Ghi {len(rows)} {word} nhưng số liệu là {counted(code, 'chưa có')}.")
        return found
