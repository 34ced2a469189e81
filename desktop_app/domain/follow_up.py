"""What inspections left to be done: recommendations and consumers' cases of all of them, the most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.records.activities import Activity, ActivityStatus, CaseKind, FollowUp, Quarter
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import quarter_end


@dataclass(frozen=True, kw_only=True)
class FollowUpRow(Record):
    """One recommendation or case as a line of a list; it is read, never saved.

    Attributes:
        id: of the inspection and the place in it, apart from all others.
        activity: id of the inspection. source: its title.
        text: what is to be done, or what the case is about.
        unit: who is to do it, or to whom the case was passed.
        day: until when, or when the case was brought.
        kind: of a case; None for a recommendation.
    """

    activity: str
    source: str
    text: str
    unit: str
    day: date | None
    status: FollowUp
    outcome: str
    kind: CaseKind | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status is not FollowUp.DONE

    def is_late_on(self, day: date) -> bool:
        """Tell whether a recommendation should be carried out and is not; a case has no day of its own."""
        return self.kind is None and self.is_open and self.day is not None and self.day < day


def recommendation_rows(activities: Iterable[Activity], today: date) -> list[FollowUpRow]:
    """Return the recommendations: late ones first, then the open ones by their days, then those carried out."""
    rows = [
        FollowUpRow(
            id=f"{one.id}/{place}",
            activity=one.id,
            source=one.title,
            text=row.text,
            unit=row.unit,
            day=row.due_on,
            status=row.status,
            outcome=row.outcome,
        )
        for one in activities
        for place, row in enumerate(one.recommendations)
    ]
    return sorted(
        rows, key=lambda row: (not row.is_late_on(today), not row.is_open, row.day or date.max, row.id)
    )


def case_rows(activities: Iterable[Activity]) -> list[FollowUpRow]:
    """Return complaints and tip-offs: the open ones first, the oldest of them on top."""
    rows = [
        FollowUpRow(
            id=f"{one.id}/{place}",
            activity=one.id,
            source=one.title,
            text=row.matter,
            unit=row.passed_to,
            day=row.received_on or one.date_start,
            status=row.status,
            outcome=row.outcome,
            kind=row.kind,
        )
        for one in activities
        for place, row in enumerate(one.cases)
    ]
    return sorted(rows, key=lambda row: (not row.is_open, row.day or date.max, row.id))


def done_of(activity: Activity) -> tuple[int, int]:
    """Return how many recommendations of an inspection are carried out, and how many there are."""
    done = sum(one.status is FollowUp.DONE for one in activity.recommendations)
    return done, len(activity.recommendations)


def has_open_ends(activity: Activity) -> bool:
    """Tell whether a recommendation or a case of an inspection is still to be followed up."""
    states = [one.status for one in activity.recommendations] + [one.status for one in activity.cases]
    return any(state is not FollowUp.DONE for state in states)


def planned_until(activity: Activity) -> date | None:
    """Return the last day of the quarter in which a planned inspection should take place, None for others."""
    is_planned = activity.inspection_kind and activity.status is ActivityStatus.PLANNED
    if not is_planned or activity.date_start is None:
        return None
    if activity.planned_quarter is Quarter.NONE:
        return activity.date_end or activity.date_start
    return quarter_end(activity.date_start.year, int(activity.planned_quarter))
