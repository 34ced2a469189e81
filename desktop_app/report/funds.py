"""Money spent and planned, line by line, each sum once.

Money of an activity stands in the activity. Support of a point of sale or of an enterprise is a line of its own only
where no activity tells of it (TT 91/2012/TT-BTC, TT 89/2018/TT-BTC: one expense, one voucher).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import Activity, FundGroup
from desktop_app.domain.records.enterprises import Enterprise
from desktop_app.domain.records.funds import FundEntry, FundKind
from desktop_app.domain.records.points_of_sale import PointOfSale


@dataclass(frozen=True)
class SpentLine:
    """One sum from one source.

    Attributes:
        amount_vnd: whole đồng; goods at their value.
        register, record_id: where it is written.
        content_code: common content, "" where none is known.
    """

    source: str
    group: FundGroup
    amount_vnd: int
    in_kind: bool
    register: str
    record_id: str
    content_code: str = ""


def spent_lines(
    activities: Sequence[Activity], of: Callable[[str], Sequence[Any]], period: ReportPeriod
) -> list[SpentLine]:
    """Return all money spent in a period, each sum once.

    Args:
        activities: those that count.
        of: name of a register -> its records.
        period: holds the days of support.
    """
    return [
        *_of_activities(activities),
        *_of_entries(of("funds"), FundKind.SPENT),
        *_of_points_of_sale(of("points_of_sale"), period),
        *_of_enterprises(of("enterprises"), period),
    ]


def planned_lines(entries: Sequence[FundEntry]) -> list[SpentLine]:
    """Return all money planned."""
    return list(_of_entries(entries, FundKind.PLANNED))


def fund_totals(lines: Iterable[SpentLine]) -> dict[FundGroup, int]:
    """Return the sum of each group of sources, 0 where there is none."""
    totals = dict.fromkeys(FundGroup, 0)
    for line in lines:
        totals[line.group] += line.amount_vnd
    return totals


def _of_activities(activities: Sequence[Activity]) -> Iterator[SpentLine]:
    for one in activities:
        for fund in one.funds:
            yield SpentLine(
                fund.source,
                fund.group,
                fund.amount_vnd,
                fund.in_kind,
                "activities",
                one.id,
                one.content_code,
            )


def _of_entries(entries: Sequence[FundEntry], kind: FundKind) -> Iterator[SpentLine]:
    for one in entries:
        if one.kind is kind and one.amount_vnd:
            yield SpentLine(
                one.source, one.fund_group, one.amount_vnd, one.in_kind, "funds", one.id, one.content_code
            )


def _of_points_of_sale(points: Sequence[PointOfSale], period: ReportPeriod) -> Iterator[SpentLine]:
    for one in points:
        day = one.supported_on or one.opened_on
        if one.support_vnd and not one.support_activity and _holds(period, day):
            yield SpentLine(
                one.support_source,
                one.support_group,
                one.support_vnd,
                one.support_in_kind,
                "points_of_sale",
                one.id,
            )


def _of_enterprises(enterprises: Sequence[Enterprise], period: ReportPeriod) -> Iterator[SpentLine]:
    for one in enterprises:
        for support in one.supports:
            if support.amount_vnd and not support.activity and _holds(period, support.given_on):
                yield SpentLine(
                    support.source,
                    support.group,
                    support.amount_vnd,
                    support.in_kind,
                    "enterprises",
                    one.id,
                )


def _holds(period: ReportPeriod, day: date | None) -> bool:
    return day is not None and period.data_from <= day <= period.data_to
