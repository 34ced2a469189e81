"""Tasks that a year begins with: those of the plan's items, days and deadlines, those moved from the year before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.countdown import last_day
from desktop_app.domain.office_wording import front_name
from desktop_app.domain.plan_parts import DueDate, PlanItem, StandingEvent
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

_LEAP_DAY = (2, 29)
_LONGEST_TITLE = 500


@dataclass(frozen=True)
class Proposal:
    """A task that the plan suggests.

    Attributes:
        source: where it comes from, for the list ("Nội dung 1", "Ngày trong năm", "Hạn gửi").
        known: how many tasks of the year stand for it already; then it is not ticked beforehand.
        is_there: the very task is there already; it cannot be added again.
    """

    task: Task
    source: str
    known: int = 0
    is_there: bool = False


def standing_tasks(plan: Plan, office: Office, year: int) -> list[Task]:
    """Return a task for each day of the year on which the plan asks for activities (15/3, 18/11)."""
    return [_of_event(event, office, year) for event in plan.standing_events]


def proposals(plan: Plan, office: Office, year: int, existing: Sequence[Task]) -> list[Proposal]:
    """Return what the plan suggests for a year, its items first, told apart from what is there already."""
    found = [_of_item(item, office, year, existing) for item in plan.items]
    days = [("Ngày trong năm", task) for task in standing_tasks(plan, office, year)]
    days += [("Hạn gửi", task) for task in _deadline_tasks(plan, office, year)]
    return [*found, *(_weighed(task, source, existing, _same_day(task, existing)) for source, task in days)]


def new_standing_tasks(plan: Plan, office: Office, year: int, existing: Sequence[Task]) -> list[Task]:
    """Return the tasks of the plan's days that the year does not have yet."""
    return [
        one.task
        for one in proposals(plan, office, year, existing)
        if one.task.is_standing and not one.known and not one.is_there
    ]


def moved_to(year: int, task: Task) -> Task:
    """Return a task for another year: its days moved, its state and result forgotten, a new identity."""
    by = year - task.due_on.year if task.due_on else 0
    return Task(
        title=task.title.replace(str(year - by), str(year)) if by else task.title,
        due_on=_moved(task.due_on, by),
        due_kind=task.due_kind,
        plan_items=task.plan_items,
        content_code=task.content_code,
        responsible=task.responsible,
        member=task.member,
        partners=task.partners,
        starts_on=_moved(task.starts_on, by),
        target_indicator=task.target_indicator,
        target_value=task.target_value,
        is_standing=task.is_standing,
        note=task.note,
    )


def carried_over(year: int, tasks: Iterable[Task], existing: Sequence[Task]) -> list[Task]:
    """Return the tasks of the year before for a new one, without those given up and those that are there."""
    moved = [moved_to(year, one) for one in tasks if one.status is not TaskStatus.CANCELLED]
    return [one for one in moved if not _is_there(one, existing)]


def done(task: Task) -> Task:
    """Return the task as done."""
    return replace(task, status=TaskStatus.DONE)


def _moved(day: date | None, by: int) -> date | None:
    if day is None:
        return None
    if (day.month, day.day) == _LEAP_DAY:
        return date(day.year + by, 2, 28)
    return day.replace(year=day.year + by)


def _of_event(event: StandingEvent, office: Office, year: int) -> Task:
    day = (2, 28) if (event.month, event.day) == _LEAP_DAY else (event.month, event.day)
    return Task(
        title=shorten(f"Tổ chức hoạt động nhân {event.title} ({event.day}/{event.month})", _LONGEST_TITLE),
        due_on=date(year, *day),
        responsible=front_name(office),
        is_standing=True,
    )


def _of_item(item: PlanItem, office: Office, year: int, existing: Sequence[Task]) -> Proposal:
    task = Task(
        title=shorten(item.title, _LONGEST_TITLE),
        due_on=date(year, 12, 31),
        due_kind=DueKind.YEAR,
        plan_items=(item.key,),
        content_code=item.content_codes[0] if len(item.content_codes) == 1 else "",
        responsible=front_name(office),
    )
    known = [
        one
        for one in existing
        if item.key in one.plan_items or (not one.plan_items and one.content_code in item.content_codes)
    ]
    return _weighed(task, f"Nội dung {item.number}", existing, known)


def _deadline_tasks(plan: Plan, office: Office, year: int) -> list[Task]:
    wanted: tuple[tuple[DueDate | None, str], ...] = (
        (plan.deadlines.half_year, f"Báo cáo kết quả thực hiện Cuộc vận động 6 tháng đầu năm {year}"),
        (plan.deadlines.awards, f"Gửi hồ sơ đề nghị khen thưởng năm {year}"),
        (plan.deadlines.annual, f"Báo cáo kết quả thực hiện Cuộc vận động năm {year}"),
    )
    return [
        Task(title=title, due_on=last_day(due, year), responsible=front_name(office))
        for due, title in wanted
        if due is not None
    ]


def _weighed(task: Task, source: str, existing: Sequence[Task], known: Sequence[Task]) -> Proposal:
    return Proposal(task, source, len(known), _is_there(task, existing))


def _same_day(task: Task, existing: Sequence[Task]) -> list[Task]:
    """Return the tasks that stand for the same day of the year under another name."""
    return [
        one
        for one in existing
        if one.due_kind is DueKind.DAY and one.due_on == task.due_on and one.is_standing == task.is_standing
    ]


def _is_there(task: Task, existing: Sequence[Task]) -> bool:
    return any(fold(one.title) == fold(task.title) and one.due_kind is task.due_kind for one in existing)
