"""Nhiệm vụ của kế hoạch năm: what is to be done, by whom, until when (product row B5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date, month_end


class DueKind(StrEnum):
    """How exactly the due date is meant: that day, or the month, quarter or year that holds it."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_LAST_MONTH = {DueKind.QUARTER: 3, DueKind.YEAR: 12}
"""How many months a due date of this kind is rounded up to."""


class TaskStatus(StrEnum):
    """How far a task is."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class Task(Record):
    """One task; it belongs to the plan of the year of `due_on`.

    Attributes:
        responsible: the unit in charge. member: the member of the committee who answers for it.
        target_indicator, target_value: what is to be reached; progress is counted from the activities that
            name this task and, as far as they name none, from those of its plan items.
        is_standing: stands ready each year (15/3, 18/11).
    """

    title: str = attribute(FieldKind.TEXT, required=True, searched=True)
    due_on: date | None = attribute(FieldKind.DATE, required=True, half=True)
    due_kind: DueKind = attribute(FieldKind.CHOICE, choices=DueKind, default=DueKind.DAY, half=True)
    plan_items: tuple[str, ...] = attribute(FieldKind.PLAN_ITEMS)
    content_code: str = attribute(FieldKind.CONTENT)
    responsible: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True)
    member: str = attribute(FieldKind.LINK, register="steering_committee")
    partners: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, searched=True)
    status: TaskStatus = attribute(FieldKind.CHOICE, choices=TaskStatus, default=TaskStatus.OPEN, half=True)
    starts_on: date | None = attribute(FieldKind.DATE, half=True)
    target_indicator: str = attribute(FieldKind.INDICATOR)
    target_value: int | None = attribute(FieldKind.INTEGER, half=True)
    is_standing: bool = attribute(FieldKind.FLAG, half=True)
    result: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, searched=True)
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000)

    @property
    def last_day(self) -> date | None:
        """The day until which the task can be done in time: for a month, quarter or year, its last one."""
        if self.due_on is None or self.due_kind is DueKind.DAY:
            return self.due_on
        step = _LAST_MONTH.get(self.due_kind, 1)
        month = -(-self.due_on.month // step) * step
        return month_end(self.due_on.year, month)

    @property
    def is_open(self) -> bool:
        """Whether the task is still to be done."""
        return self.status in (TaskStatus.OPEN, TaskStatus.IN_PROGRESS)

    def is_late_on(self, day: date) -> bool:
        """Tell whether the task should be done and is not."""
        return self.is_open and self.last_day is not None and self.last_day < day

    def own_problems(self) -> Mapping[str, str]:
        """Return a due date before the beginning."""
        if self.starts_on and self.due_on and self.due_on < self.starts_on:
            return {"due_on": f"Hạn hoàn thành trước ngày bắt đầu ({format_date(self.starts_on)})."}
        return {}

    def own_gaps(self) -> Mapping[str, str]:
        """Return a target without value or the other way round."""
        if self.target_indicator and self.target_value is None:
            return {"target_value": "Đã chọn chỉ tiêu nhưng chưa ghi mức cần đạt."}
        if self.target_value is not None and not self.target_indicator:
            return {"target_indicator": "Đã ghi mức cần đạt nhưng chưa chọn chỉ tiêu."}
        return {}
