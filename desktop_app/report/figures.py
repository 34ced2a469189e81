"""The figures of a period, counted by the rule that each indicator names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from desktop_app.domain.award_rules import AwardContext
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import Activity, FundGroup
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.records.documents import Direction
from desktop_app.domain.records.ocop_products import ProductKind
from desktop_app.domain.records.tasks import Task
from desktop_app.report.counting import (
    Number,
    activity_totals,
    present_totals,
    register_totals,
    reported_totals,
    with_computed,
    with_reported,
)
from desktop_app.report.funds import fund_totals, planned_lines, spent_lines


@dataclass(frozen=True)
class PeriodRecords:
    """The records that one report tells of, read in one go.

    Attributes:
        activities: those that begin in the period, oldest first, planned and cancelled ones too.
        nominations: those nominated in the period.
        decisions: awards decided in the period.
        others: name of every other register -> its records whose date lies in the period, or, of a register that
            stands over the years, all of them.
        award_context: what the nominations are compared with.
        upcoming: tasks of the plan that are due in the time after the period.
    """

    period: ReportPeriod
    activities: Sequence[Activity]
    nominations: Sequence[AwardNomination]
    decisions: Sequence[AwardNomination]
    others: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    upcoming: Sequence[Task] = ()
    award_context: AwardContext = field(default_factory=AwardContext)

    def of(self, register: str) -> Sequence[Any]:
        """Return the records of a register; for awards the decided ones."""
        own: Mapping[str, Sequence[Any]] = {"activities": self.activities, "awards": self.decisions}
        return own[register] if register in own else self.others.get(register, ())

    @cached_property
    def counted(self) -> list[Activity]:
        """The activities whose figures count; asked for by every section of the report."""
        return [activity for activity in self.activities if activity.is_counted]


@dataclass(frozen=True)
class Figures:
    """All totals of a period.

    Attributes:
        indicators: code -> total, for every indicator whose register exists; None where a percentage has no base.
        estimated: codes whose total holds an estimate ("ước").
        by_content: common code -> {indicator: total} of that content's own activities.
        reported: what other bodies reported and is part of `indicators`: code -> total.
        funds: group -> whole đồng spent. funds_planned: group -> whole đồng planned.
        ocop_by_stars: "3" -> OCOP products whose recognition holds at the end of the period.
        points_of_sale_active: those open at the end of the period.
        documents_registered: documents sent and received in the period.
        subunits: lower units that exist at the end of the period.
    """

    activities: int
    activities_by_content: Mapping[str, int]
    without_plan_item: int
    indicators: Mapping[str, Number]
    estimated: frozenset[str]
    by_content: Mapping[str, Mapping[str, Number]]
    funds: Mapping[FundGroup, int]
    awards_by_status: Mapping[str, int]
    awards_by_type: Mapping[str, int]
    reported: Mapping[str, int] = field(default_factory=dict)
    funds_planned: Mapping[FundGroup, int] = field(default_factory=dict)
    ocop_by_stars: Mapping[str, int] = field(default_factory=dict)
    points_of_sale_active: int = 0
    documents_registered: int = 0
    subunits: int = 0


def compute(records: PeriodRecords, indicators: Sequence[Indicator]) -> Figures:
    """Count everything of a period."""
    counted = records.counted
    reported = reported_totals(records.of("reported_figures"), indicators)
    totals = with_reported(activity_totals(counted, indicators), reported)
    totals.update(register_totals(records.of, records.period, indicators))
    contents = sorted({activity.content_code for activity in counted if activity.content_code})
    last = records.period.data_to
    return Figures(
        activities=len(counted),
        activities_by_content=_tally(one.content_code for one in counted if one.content_code),
        without_plan_item=sum(not activity.plan_items for activity in counted),
        indicators=with_computed(totals, indicators),
        estimated=frozenset(
            code for activity in counted if activity.is_estimate for code in activity.figures
        ),
        by_content={
            content: present_totals([one for one in counted if one.content_code == content], indicators)
            for content in contents
        },
        funds=fund_totals(spent_lines(counted, records.of, records.period)),
        awards_by_status=_tally(str(one.status) for one in records.nominations),
        awards_by_type=_tally(str(one.nominee_type) for one in records.nominations),
        reported=reported,
        funds_planned=fund_totals(planned_lines(records.of("funds"))),
        ocop_by_stars=_tally(
            str(one.stars)
            for one in records.of("ocop_products")
            if one.stars and one.kind is ProductKind.OCOP and one.is_valid_on(last)
        ),
        points_of_sale_active=sum(one.is_active_on(last) for one in records.of("points_of_sale")),
        documents_registered=sum(one.direction is not Direction.BASIS for one in records.of("documents")),
        subunits=sum(one.exists_on(last) for one in records.of("subunits")),
    )


def _tally(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
