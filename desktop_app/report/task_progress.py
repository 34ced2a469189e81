"""Counts how far the tasks of a year are, by the rule of each indicator."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.tasks import Task
from desktop_app.domain.task_progress import Progress, activities_of, has_target
from desktop_app.report.counting import activity_totals, register_totals


def count_progress(
    tasks: Sequence[Task], of: Callable[[str], Sequence[Any]], period: ReportPeriod
) -> dict[str, Progress]:
    """Return the progress of each task that has a target: id -> progress.

    Args:
        tasks: of the year.
        of: name of a register -> its records of the period, as `PeriodRecords.of`; asked only for what is needed.
        period: the year of the plan.
    """
    found: dict[str, Progress] = {}
    known = {one.code: one for one in load_indicators()}
    for task in tasks:
        rule = known.get(task.target_indicator)
        if rule is None or not has_target(task) or task.target_value is None:
            continue
        if rule.is_typed:
            totals = activity_totals(activities_of(task, of("activities")), [rule])
        else:
            totals = register_totals(of, period, [rule])
        found[task.id] = Progress(rule.code, int(totals.get(rule.code) or 0), task.target_value)
    return found
