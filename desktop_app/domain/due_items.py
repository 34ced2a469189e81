"""What is late or due soon: reports sent back, tasks of the plan, planned inspections, open recommendations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.countdown import days_left_words
from desktop_app.domain.follow_up import planned_until, recommendation_rows
from desktop_app.domain.labels.tasks import due_words
from desktop_app.domain.periods import kind_of
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.tasks import Task
from desktop_app.domain.report_issue import Reply
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import shorten

SOON = timedelta(days=14)
REPORT = "report"
"""Place of what concerns a report: the page Báo cáo."""


@dataclass(frozen=True)
class DueItem:
    """One thing to be done.

    Attributes:
        place: name of the register or page that shows it. record_id: the record there.
        day: the last day. is_late: it is over.
    """

    sentence: str
    place: str
    record_id: str
    day: date
    is_late: bool


def due_items(
    tasks: Iterable[Task],
    inspections: Iterable[Activity],
    today: date,
    corrections: Iterable[tuple[str, Reply]] = (),
) -> list[DueItem]:
    """Return what is late or due within two weeks, the longest overdue first.

    Args:
        tasks: of the year.
        inspections: of the year, and older ones with open ends.
        today: the day to count from.
        corrections: (period, reply) of reports that were sent back; a new deadline is told however far it is.
    """
    inspections = list(inspections)
    found = [
        *_corrections(corrections, today),
        *_tasks(tasks, today),
        *_inspections(inspections, today),
        *_recommendations(inspections, today),
    ]
    return sorted(found, key=lambda item: (item.day, item.sentence))


def days_words(item: DueItem, today: date) -> str:
    """Return "Còn 7 ngày", "Hạn cuối hôm nay", "Quá hạn 3 ngày"."""
    return days_left_words((item.day - today).days)


def _is_near(day: date | None, today: date) -> bool:
    return day is not None and day <= today + SOON


def _corrections(corrections: Iterable[tuple[str, Reply]], today: date) -> list[DueItem]:
    return [
        DueItem(
            f"Gửi lại báo cáo {_kind_words(period)} (lần {reply.revision} bị đề nghị chỉnh sửa)"
            + (f": {shorten(reply.reason, 120)}" if reply.reason else ""),
            REPORT,
            "",
            reply.due_on,
            reply.due_on < today,
        )
        for period, reply in corrections
        if reply.due_on is not None
    ]


def _kind_words(period: str) -> str:
    """Return the kind of a period inside a sentence: "cả năm", "quý II"."""
    name = kind_of(period).name
    return name[0].lower() + name[1:]


def _tasks(tasks: Iterable[Task], today: date) -> list[DueItem]:
    return [
        DueItem(
            f"{task.title} – {due_words(task)}",
            "tasks",
            task.id,
            task.last_day,
            task.is_late_on(today),
        )
        for task in tasks
        if task.is_open and task.last_day is not None and _is_near(task.last_day, today)
    ]


def _inspections(inspections: Iterable[Activity], today: date) -> list[DueItem]:
    found = []
    for one in inspections:
        day = planned_until(one)
        if day is not None and _is_near(day, today):
            sentence = f"{one.title} – theo kế hoạch đến {format_date(day)}, chưa thực hiện"
            found.append(DueItem(sentence, "inspections", one.id, day, day < today))
    return found


def _recommendations(inspections: Iterable[Activity], today: date) -> list[DueItem]:
    return [
        DueItem(
            f"Kiến nghị: {row.text}" + (f" – {row.unit}" if row.unit else ""),
            "inspections",
            row.activity,
            row.day,
            row.is_late_on(today),
        )
        for row in recommendation_rows(inspections, today)
        if row.is_open and row.day is not None and _is_near(row.day, today)
    ]
