"""The figures of a period, counted by the rule that each indicator names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import Activity, FundGroup
from desktop_app.domain.records.awards import AwardNomination

Number = int | float | None


@dataclass(frozen=True)
class PeriodRecords:
    """The records that one report tells of, read in one go.

    Attributes:
        activities: those that begin in the period, oldest first, planned and cancelled ones too.
        nominations: those nominated in the period.
        decisions: awards decided in the period.
    """

    period: ReportPeriod
    activities: Sequence[Activity]
    nominations: Sequence[AwardNomination]
    decisions: Sequence[AwardNomination]

    @property
    def counted(self) -> list[Activity]:
        """The activities whose figures count."""
        return [activity for activity in self.activities if activity.is_counted]


@dataclass(frozen=True)
class Figures:
    """All totals of a period.

    Attributes:
        indicators: code -> total, for every indicator whose register exists; None where a percentage has no base.
        estimated: codes whose total holds an estimate ("ước").
        by_content: common code -> {indicator: total} of that content's own activities.
        funds: group -> whole đồng.
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


def compute(records: PeriodRecords, indicators: Sequence[Indicator]) -> Figures:
    """Count everything of a period."""
    counted = records.counted
    totals = activity_totals(counted, indicators)
    totals.update(_award_totals(records.decisions, indicators))
    contents = sorted({activity.content_code for activity in counted if activity.content_code})
    return Figures(
        activities=len(counted),
        activities_by_content=dict(
            sorted(Counter(activity.content_code for activity in counted if activity.content_code).items())
        ),
        without_plan_item=sum(not activity.plan_items for activity in counted),
        indicators=_in_order(_with_computed(totals, indicators), indicators),
        estimated=frozenset(
            code for activity in counted if activity.is_estimate for code in activity.figures
        ),
        by_content={
            content: present_totals([one for one in counted if one.content_code == content], indicators)
            for content in contents
        },
        funds=_fund_totals(counted),
        awards_by_status=dict(sorted(Counter(str(one.status) for one in records.nominations).items())),
        awards_by_type=dict(sorted(Counter(str(one.nominee_type) for one in records.nominations).items())),
    )


def activity_totals(activities: Sequence[Activity], indicators: Sequence[Indicator]) -> dict[str, Number]:
    """Return the total of every indicator that activities feed; 0 where none does."""
    held: dict[str, list[tuple[date, str, int]]] = {}
    for activity in activities:  # once over the activities, not once for each of 60 indicators
        for code, value in activity.figures.items():
            held.setdefault(code, []).append((activity.date_start or date.min, activity.id, value))
    totals: dict[str, Number] = {}
    for indicator in indicators:
        if indicator.is_typed:
            values = held.get(indicator.code, [])
            is_last = indicator.over_time == "last" and values
            totals[indicator.code] = max(values)[2] if is_last else sum(value for _, _, value in values)
    return totals


def present_totals(activities: Sequence[Activity], indicators: Sequence[Indicator]) -> dict[str, Number]:
    """Return the totals of some activities, only indicators that they hold a figure of."""
    present = {code for activity in activities for code in activity.figures}
    return {code: n for code, n in activity_totals(activities, indicators).items() if code in present}


def _award_totals(decisions: Sequence[AwardNomination], indicators: Sequence[Indicator]) -> dict[str, Number]:
    totals: dict[str, Number] = {}
    for indicator in indicators:
        if indicator.source != "awards":
            continue
        chosen = [
            award
            for award in decisions
            if all(str(getattr(award, field)) == value for field, value in indicator.where.items())
        ]
        totals[indicator.code] = (
            sum(getattr(award, indicator.measure) or 0 for award in chosen)
            if indicator.measure
            else len(chosen)
        )
    return totals


def _with_computed(totals: dict[str, Number], indicators: Sequence[Indicator]) -> dict[str, Number]:
    """Add the percentages whose two parts are counted; a percentage is never typed and never summed."""
    result = dict(totals)
    for indicator in indicators:
        if indicator.source != "computed":
            continue
        if indicator.numerator not in totals or indicator.denominator not in totals:
            continue
        part, whole = totals[indicator.numerator], totals[indicator.denominator]
        result[indicator.code] = _percent(part or 0, whole, indicator.decimals) if whole else None
    return result


def _percent(part: int | float, whole: int | float, decimals: int) -> float:
    """Divide as by hand: halves are rounded up (`round` would make 0.25 to 0.2)."""
    exact = Decimal(100) * Decimal(part) / Decimal(whole)
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def _in_order(totals: Mapping[str, Number], indicators: Sequence[Indicator]) -> dict[str, Number]:
    return {indicator.code: totals[indicator.code] for indicator in indicators if indicator.code in totals}


def _fund_totals(activities: Sequence[Activity]) -> dict[FundGroup, int]:
    totals = dict.fromkeys(FundGroup, 0)
    for activity in activities:
        for line in activity.funds:
            totals[line.group] += line.amount_vnd
    return totals
