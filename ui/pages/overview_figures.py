"""What the overview says, worked out from the figures of the year; no widgets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from desktop_app.domain.contents import load_contents
from desktop_app.domain.countdown import days_left, days_left_words, due_words, last_day
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import Activity, FundGroup
from desktop_app.domain.records.awards import AwardStatus, NomineeType
from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.domain.registers import AWARDS
from desktop_app.domain.report_issue import STATE_WORDS, IssueState
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer, format_money_short
from desktop_app.vietnamese.sentences import capitalised
from ui.widgets.charts.base import Bar

_NEAR_DAYS = 14
_ARRIVING = (IssueState.SENT, IssueState.RECEIVED, IssueState.ACCEPTED)
NO_CONTENT = "-"
"""Value of the activities' filter for those without a content."""


class Export(Protocol):
    """An export as the ledger keeps it."""

    @property
    def revision(self) -> int:
        """Lần báo cáo."""
        ...

    @property
    def check_code(self) -> str:
        """Mã kiểm tra."""
        ...

    @property
    def exported_at(self) -> str:
        """ISO 8601 local time."""
        ...


def content_bars(by_content: Mapping[str, int], activities: int) -> list[Bar]:
    """Return a bar for each common content, and one for activities without any."""
    bars = [
        Bar(one.code, f"{one.code}  {one.short_name}", by_content.get(one.code, 0), one.name)
        for one in load_contents()
    ]
    without = activities - sum(by_content.values())
    return [*bars, Bar(NO_CONTENT, "Chưa rõ nội dung", without)] if without else bars


def month_bars(period: ReportPeriod, activities: Iterable[Activity]) -> list[Bar]:
    """Return a bar for each month of the period."""
    counts = Counter(
        (activity.date_start.year, activity.date_start.month)
        for activity in activities
        if activity.date_start
    )
    months = list(_months(period))
    several_years = len({year for year, _ in months}) > 1
    return [
        Bar(
            f"{year}-{month:02d}",
            f"T{month}/{year % 100:02d}" if several_years else f"T{month}",
            counts[year, month],
            f"Tháng {month}/{year}",
        )
        for year, month in months
    ]


def _months(period: ReportPeriod) -> Iterator[tuple[int, int]]:
    year, month = period.data_from.year, period.data_from.month
    while (year, month) <= (period.data_to.year, period.data_to.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def activities_remark(activities: int, without_item: int) -> str:
    """Return how many activities stand under no content of the plan."""
    if not activities:
        return "Chưa ghi hoạt động nào trong kỳ"
    if without_item:
        return f"{without_item} hoạt động chưa gắn với nội dung kế hoạch"
    return "Tất cả đã gắn với nội dung kế hoạch"


def tasks_figure(tasks: Sequence[Task]) -> str:
    """Return how many of the plan's tasks are done: "3/7"."""
    wanted = [one for one in tasks if one.status is not TaskStatus.CANCELLED]
    done = sum(one.status is TaskStatus.DONE for one in wanted)
    return f"{done}/{len(wanted)}" if wanted else "–"


def tasks_remark(tasks: Sequence[Task], today: date) -> str:
    """Return how many tasks are late and how many are worked on."""
    wanted = [one for one in tasks if one.status is not TaskStatus.CANCELLED]
    if not wanted:
        return "Chưa có nhiệm vụ nào trong Kế hoạch"
    late = sum(one.is_late_on(today) for one in wanted)
    working = sum(one.status is TaskStatus.IN_PROGRESS for one in wanted)
    parts = [f"{late} quá hạn" if late else "", f"{working} đang thực hiện" if working else ""]
    return " · ".join(part for part in parts if part) or "Không có nhiệm vụ quá hạn"


def funds_remark(funds: Mapping[FundGroup, int]) -> str:
    """Return how the money is parted."""
    parts = [
        f"{FUND_GROUPS[group]} {format_money_short(amount).removesuffix(' đồng')}"
        for group, amount in funds.items()
        if amount
    ]
    return " · ".join(parts) or "Chưa ghi kinh phí cho hoạt động nào"


def nominees_remark(by_type: Mapping[str, int]) -> str:
    """Return how many of each kind are nominated."""
    words = AWARDS.words.choices[NomineeType]
    parts = [f"{by_type[kind]} {word.lower()}" for kind, word in words.items() if by_type.get(kind)]
    return " · ".join(parts) or "Chưa có đề nghị nào"


def status_bars(by_status: Mapping[str, int]) -> list[Bar]:
    """Return a bar for each state that a nomination is in."""
    words = AWARDS.words.choices[AwardStatus]
    return [
        Bar(status.value, word, by_status[status]) for status, word in words.items() if by_status.get(status)
    ]


def deadline_figure(
    plan: Plan, year: int, today: date, *, exported: bool = False, state: IssueState = IssueState.DRAFTING
) -> tuple[str, str, str]:
    """Return the days that are left, the deadline with the last day to send, and the role of the colour.

    A report that was sent has no days left; its state stands there instead.
    """
    due = plan.deadlines.annual
    if due is None:
        return "–", "Kế hoạch không nêu hạn; có thể ghi trong Cài đặt", "text"
    when = f"{capitalised(due_words(due, year))}; ngày gửi cuối cùng: {format_date(last_day(due, year))}"
    if state in _ARRIVING:
        return STATE_WORDS[state], when, "good"
    days = days_left(due, year, today)
    if days < 0 and exported:
        return "Đã qua hạn", f"Báo cáo đã xuất. {when}", "text"
    figure = days_left_words(days) if abs(days) < 1000 else f"Quá hạn {format_integer(-days)} ngày"
    role = "bad" if days < 0 else "accent_ink" if days <= _NEAR_DAYS else "text"
    return figure, when, role


def export_words(exports: Sequence[Export]) -> str:
    """Return when the report was last exported."""
    if not exports:
        return "Chưa xuất lần nào"
    latest = exports[0]
    return (
        f"Lần {latest.revision}, xuất ngày {format_date(datetime.fromisoformat(latest.exported_at).date())}"
    )
