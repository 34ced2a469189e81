"""How far a task of the plan is: which activities carry it out, and what is said about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.indicators import indicator
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.tasks import Task
from desktop_app.vietnamese.numbers import format_integer

_WHOLE = 100


@dataclass(frozen=True)
class Progress:
    """What is reached of a task's target.

    Attributes:
        code: of the indicator.
        reached, target: in the indicator's unit, đồng for money.
    """

    code: str
    reached: int
    target: int

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached."""
        return self.reached >= self.target

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 is said only when the target is reached."""
        return _WHOLE if self.target <= 0 else self.reached * _WHOLE // self.target

    @property
    def amount_words(self) -> str:
        """Return "74/80 cuộc"."""
        unit = indicator(self.code).unit
        return f"{format_integer(self.reached)}/{format_integer(self.target)} {unit}"

    @property
    def words(self) -> str:
        """Return "74/80 cuộc, 92%"."""
        return f"{self.amount_words}, {format_integer(self.percent)}%"


def has_target(task: Task) -> bool:
    """Tell whether the progress of a task can be counted."""
    return bool(task.target_indicator) and task.target_value is not None


def activities_of(task: Task, activities: Iterable[Activity]) -> list[Activity]:
    """Return the counted activities that carry out a task.

    Those that name the task, and of those that name none, the ones under the same item of the plan, else of the
    same content; a task without item and content takes all that name none. Thus an activity that names a task
    counts for no other.
    """
    return [one for one in activities if one.is_counted and _carries_out(task, one)]


def _carries_out(task: Task, activity: Activity) -> bool:
    if activity.task:
        return activity.task == task.id
    if task.plan_items and activity.plan_items:
        return not set(task.plan_items).isdisjoint(activity.plan_items)
    if task.content_code:
        return activity.content_code == task.content_code
    return not task.plan_items
