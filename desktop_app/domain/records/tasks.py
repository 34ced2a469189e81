"""Nhiệm vụ của kế hoạch năm: what is to be done, by whom, until when (product row B5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class DueKind(StrEnum):
    """How exactly the due date is meant; the date is the last day of the month, quarter or year."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


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

    def is_late_on(self, day: date) -> bool:
        """Tell whether the task should be done and is not."""
        open_still = self.status in (TaskStatus.OPEN, TaskStatus.IN_PROGRESS)
        return open_still and self.due_on is not None and self.due_on < day

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
