"""How the total of an indicator is counted: from activities, from a register by its rule, from its two parts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.reported_figures import ReportedFigures

Number = int | float | None


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


def register_totals(
    of: Callable[[str], Sequence[Any]], period: ReportPeriod, indicators: Sequence[Indicator]
) -> dict[str, Number]:
    """Return the total of every indicator that a register feeds.

    Args:
        of: name of a register -> its records, as `PeriodRecords.of`.
        period: whose last day standing registers are asked about.
        indicators: their `where`, `on`, `state` and `measure` are the rule.
    """
    totals: dict[str, Number] = {}
    for indicator in indicators:
        if indicator.is_typed or indicator.source == "computed":
            continue
        chosen = [one for one in of(indicator.source) if _is_counted(indicator, one, period)]
        measure = indicator.measure
        totals[indicator.code] = sum(getattr(one, measure) or 0 for one in chosen) if measure else len(chosen)
    return totals


def _is_counted(indicator: Indicator, record: object, period: ReportPeriod) -> bool:
    if any(not _is(record, field, value) for field, value in indicator.where.items()):
        return False
    if any(_is(record, field, value) for field, value in indicator.where_not.items()):
        return False
    if indicator.on:
        day = getattr(record, indicator.on)
        if day is None or not period.data_from <= day <= period.data_to:
            return False
    return not indicator.state or bool(getattr(record, indicator.state)(period.data_to))


def _is(record: object, field: str, value: str) -> bool:
    return str(getattr(record, field)).casefold() == value.casefold()


def reported_totals(reported: Sequence[ReportedFigures], indicators: Sequence[Indicator]) -> dict[str, int]:
    """Return what other bodies reported, of indicators that officers type and units add up: code -> sum."""
    totals: dict[str, int] = {}
    for indicator in indicators:
        if not indicator.is_typed or indicator.over_units != "sum":
            continue
        values = [
            one.figures[indicator.code]
            for one in reported
            if one.is_counted and indicator.code in one.figures
        ]
        if values:
            totals[indicator.code] = sum(values)
    return totals


def with_reported(totals: Mapping[str, Number], reported: Mapping[str, int]) -> dict[str, Number]:
    """Return the own totals with those of other bodies added."""
    return {code: (value or 0) + reported.get(code, 0) for code, value in totals.items()}


def with_computed(totals: dict[str, Number], indicators: Sequence[Indicator]) -> dict[str, Number]:
    """Add the percentages whose two parts are counted; a percentage is never typed and never summed."""
    result = dict(totals)
    for indicator in indicators:
        if indicator.source != "computed":
            continue
        if indicator.numerator not in totals or indicator.denominator not in totals:
            continue
        part, whole = totals[indicator.numerator], totals[indicator.denominator]
        result[indicator.code] = _percent(part or 0, whole, indicator.decimals) if whole else None
    return _in_order(result, indicators)


def _percent(part: int | float, whole: int | float, decimals: int) -> float:
    """Divide as by hand: halves are rounded up (`round` would make 0.25 to 0.2)."""
    exact = Decimal(100) * Decimal(part) / Decimal(whole)
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def _in_order(totals: Mapping[str, Number], indicators: Sequence[Indicator]) -> dict[str, Number]:
    return {indicator.code: totals[indicator.code] for indicator in indicators if indicator.code in totals}
