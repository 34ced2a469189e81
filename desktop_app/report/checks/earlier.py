"""Totals that have changed much since the period before: far more, far less, nothing after many, many after nothing.

Compared only between the same land, and only where the difference is large in itself (`change_floor`): from 1 to 4
is no news. Less than before is told once the period is nearly over; until then it is only not yet done.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.registers import ACTIVITIES
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.remarks import REPORT, Remark
from desktop_app.report.comparison import PreviousFigures
from desktop_app.vietnamese.numbers import format_integer, format_money_short, format_number

FACTOR = 3
"""Three times as much, or a third: beyond what a good or a bad year explains."""
NEARLY_OVER_DAYS = 21
"""Three weeks before the end (30/11) most figures of a year are in the ledger."""
FIGURES = "figures"
"""Field of a total that no record holds: the step of the checks itself."""


def earlier_remarks(source: ReportSource, today: date) -> Iterator[Remark]:
    """Yield the totals that a reader would ask about."""
    previous = source.previous
    if previous is None or not previous.is_complete:
        return
    is_nearly_over = today >= source.records.period.data_to - timedelta(days=NEARLY_OVER_DAYS)
    for indicator in source.indicators:
        now, before = source.figures.indicators.get(indicator.code), previous.value(indicator.code)
        if now is None or before is None:
            continue
        if now < before and not is_nearly_over:
            continue
        if _is_striking(indicator, now, before):
            yield _remark(source, indicator, now, before, previous)


def _is_striking(indicator: Indicator, now: float, before: float) -> bool:
    difference = abs(now - before)
    if difference < indicator.change_floor:
        return False
    if indicator.value_kind == "percent":
        return True  # points: a percentage of a percentage says nothing
    return max(now, before) >= FACTOR * min(now, before)


def _remark(
    source: ReportSource, indicator: Indicator, now: float, before: float, previous: PreviousFigures
) -> Remark:
    told, earlier = _told(indicator, now), _told(indicator, before)
    if not now:
        change = f"kỳ này không có, {previous.title} là {earlier}"
    elif not before:
        change = f"kỳ này {told}, {previous.title} không có"
    else:
        word = "tăng" if now > before else "giảm"
        change = f"kỳ này {told}, {word} nhiều so với {earlier} của {previous.title}"
    register, record_id = _where(source, indicator)
    return Remark(
        f"“{indicator.label}”: {change}; hãy kiểm tra lại số liệu hoặc ghi lý do.",
        register,
        record_id,
        FIGURES,
        f"earlier:{indicator.code}",
        ProblemKind.UNUSUAL,
    )


def _told(indicator: Indicator, value: float) -> str:
    if indicator.value_kind == "percent":
        return f"{format_number(value)}%"
    if indicator.value_kind == "money":
        return format_money_short(int(value))
    return f"{format_integer(int(value))} {indicator.unit}"


def _where(source: ReportSource, indicator: Indicator) -> tuple[str, str]:
    """Return where the figure comes from: its register, and the activity that holds most of it."""
    if not indicator.is_typed:
        return (REPORT if indicator.source == "computed" else indicator.source), ""
    counted = source.records.counted
    most = max(counted, key=lambda one: one.figures.get(indicator.code, 0), default=None)
    if most is None or not most.figures.get(indicator.code):
        return ACTIVITIES.name, ""
    return ACTIVITIES.name, most.id
