"""Where the report tells what: each activity and each register under one item of the plan only."""

from collections.abc import Mapping, Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.narrative_wording import load_narrative_words
from desktop_app.domain.plan_parts import PlanItem
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import Activity
from desktop_app.report.figures import PeriodRecords

OTHER = "other"
"""Key of the last item, for activities that stand under no item of the plan."""
OTHER_TITLE = "Nội dung khác"


def own_activities(plan: Plan, records: PeriodRecords) -> dict[str, list[Activity]]:
    """Return each section's own activities: key of the plan's item, or OTHER -> activities that count."""
    groups: dict[str, list[Activity]] = {key: [] for key in (*(item.key for item in plan.items), OTHER)}
    for activity in records.counted:
        first = activity.plan_items[0] if activity.plan_items else OTHER
        groups[first if first in groups else OTHER].append(activity)
    return groups


def content_home(plan: Plan, code: str) -> str:
    """Return the key of the item that tells the registers of a content.

    It is the item that stands for this content alone, else the first that names it, else OTHER.
    """
    alone = [item.key for item in plan.items if item.content_codes == (code,)]
    named = [item.key for item in plan.items if code in item.content_codes]
    return next(iter([*alone, *named]), OTHER)


def registers_told(plan: Plan) -> dict[str, list[str]]:
    """Return the registers that each item tells: key of the item, or OTHER -> names of registers."""
    told: dict[str, list[str]] = {key: [] for key in (*(item.key for item in plan.items), OTHER)}
    for words in load_narrative_words().contents:
        told[content_home(plan, words.code)] += words.registers
    return told


def contents_told(plan: Plan) -> dict[str, list[str]]:
    """Return the contents whose figures of other bodies each item tells: key of the item, or OTHER -> codes."""
    told: dict[str, list[str]] = {key: [] for key in (*(item.key for item in plan.items), OTHER)}
    for content in load_contents():
        told[content_home(plan, content.code)].append(content.code)
    return told


def references(item: PlanItem, plan: Plan, groups: Mapping[str, Sequence[Activity]]) -> dict[int, int]:
    """Return how many activities that serve this item are told under other ones: their number -> count."""
    counts = {
        other.number: sum(item.key in activity.plan_items for activity in groups[other.key])
        for other in plan.items
        if other is not item
    }
    return {number: count for number, count in counts.items() if count}
