"""Money that may be counted twice or not at all: supports, activities and entries held against each other.

One expense is told once (TT 91/2012/TT-BTC, TT 89/2018/TT-BTC): in its activity, or where no activity tells of it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.funds import FundKind
from desktop_app.domain.registers import ENTERPRISES, FUNDS, POINTS_OF_SALE
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_money
from desktop_app.vietnamese.text import shorten

NEAR_DAYS = 31
"""Voucher and event of one expense lie at most a month apart."""


@dataclass(frozen=True)
class Given:
    """A sum that may stand in an activity, too.

    Attributes:
        activity: id of the activity that the officer named, "" without one.
    """

    name: str
    register: str
    record_id: str
    field: str
    day: date
    amount_vnd: int
    source: str
    activity: str


def fund_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield every sum of the period that may be counted twice, or that its activity does not hold."""
    supports = list(_supports(records))
    counted = records.counted
    for given in (*(one for one in supports if not one.activity), *_entries(records)):
        twin = _twin(given, counted)
        if twin is not None:
            yield _twice(given, twin)
    yield from _not_held([one for one in supports if one.activity], records)


def is_similar_source(one: str, other: str) -> bool:
    """Say whether two names may mean the same source: all words of the shorter stand in the longer.

    A source that is not written may be any.
    """
    first, second = set(fold(one).split()), set(fold(other).split())
    return not first or not second or first <= second or second <= first


def _supports(records: PeriodRecords) -> Iterator[Given]:
    for point in records.of(POINTS_OF_SALE.name):
        day = point.supported_on or point.opened_on
        if point.support_vnd and records.period.holds(day):
            yield Given(
                point.name, POINTS_OF_SALE.name, point.id, "support_activity",
                day, point.support_vnd, point.support_source, point.support_activity,
            )  # fmt: skip
    for enterprise in records.of(ENTERPRISES.name):
        for support in enterprise.supports:
            if support.amount_vnd and records.period.holds(support.given_on):
                yield Given(
                    enterprise.name, ENTERPRISES.name, enterprise.id, "supports",
                    support.given_on, support.amount_vnd, support.source, support.activity,
                )  # fmt: skip


def _entries(records: PeriodRecords) -> Iterator[Given]:
    for entry in records.of(FUNDS.name):
        if entry.kind is FundKind.SPENT and entry.amount_vnd and entry.entered_on:
            yield Given(
                entry.purpose, FUNDS.name, entry.id, "amount_vnd",
                entry.entered_on, entry.amount_vnd, entry.source, "",
            )  # fmt: skip


def _twin(given: Given, activities: list[Activity]) -> Activity | None:
    """Return the activity nearest in days that holds the same sum of a similar source."""
    near = [
        (abs((activity.date_start - given.day).days), activity.id, activity)
        for activity in activities
        if activity.date_start
        and any(
            line.amount_vnd == given.amount_vnd and is_similar_source(line.source, given.source)
            for line in activity.funds
        )
    ]
    days, _, found = min(near, default=(NEAR_DAYS + 1, "", None), key=lambda one: one[:2])
    return found if days <= NEAR_DAYS else None


def _twice(given: Given, twin: Activity) -> Remark:
    day = format_date(twin.date_start) if twin.date_start else ""
    told = f"hoạt động “{shorten(twin.title, 60)}” ({day}) cũng ghi khoản này"
    advice = (
        "nếu là một khoản thì xóa ở sổ kinh phí"
        if given.register == FUNDS.name
        else "nếu là một khoản thì chọn hoạt động đó trong phần hỗ trợ"
    )
    return _remark(
        given,
        f"{format_money(given.amount_vnd)} có thể bị tính hai lần, vì {told}; {advice}.",
        "twice",
        ProblemKind.DUPLICATE,
    )


def _not_held(linked: list[Given], records: PeriodRecords) -> Iterator[Remark]:
    counted = {activity.id: activity for activity in records.counted}
    needed: dict[str, int] = defaultdict(int)
    for given in linked:
        needed[given.activity] += given.amount_vnd
    for given in linked:
        activity = counted.get(given.activity)
        amount = format_money(given.amount_vnd)
        if activity is None:
            yield _remark(
                given,
                f"hỗ trợ {amount} gắn với một hoạt động không được tính trong kỳ này (khác kỳ, chưa làm, đã hủy hoặc "
                "đã xóa) nên chưa vào tổng kinh phí; hãy chọn lại hoạt động.",
                "elsewhere",
            )
        elif not _holds(activity, given, needed[given.activity]):
            yield _remark(
                given,
                f"hoạt động “{shorten(activity.title, 60)}” chưa ghi đủ khoản hỗ trợ {amount} trong phần kinh phí; "
                "hãy ghi thêm ở hoạt động hoặc bỏ liên kết.",
                "not_held",
            )


def _holds(activity: Activity, given: Given, all_linked: int) -> bool:
    """Say whether one line is large enough, and all lines together for everything that names this activity."""
    lines = [line.amount_vnd for line in activity.funds]
    return max(lines, default=0) >= given.amount_vnd and sum(lines) >= all_linked


def _remark(given: Given, sentence: str, rule: str, kind: ProblemKind = ProblemKind.CONTRADICTION) -> Remark:
    name = shorten(given.name, 60)
    return Remark(f"{name}: {sentence}", given.register, given.record_id, given.field, rule, kind)
