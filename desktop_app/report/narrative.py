"""The first sentences of each section, made from the figures; what the officer writes stands instead of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import LEADERSHIP, Indicator
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.office_wording import issuer_name
from desktop_app.domain.plan_parts import PlanItem
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardStatus, NomineeType
from desktop_app.domain.records.office import Office
from desktop_app.domain.registers import AWARDS
from desktop_app.report.counting import Number, present_totals
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.vietnamese.numbers import format_money_short, format_percent, two_digits

OTHER = "other"
"""Key of the last item, for activities that stand under no item of the plan."""
OTHER_TITLE = "Nội dung khác"
AWARDS_HOME = "C8"
"""Common content under which the report tells nominations and awards."""


def own_activities(plan: Plan, records: PeriodRecords) -> dict[str, list[Activity]]:
    """Return each section's own activities: key of the plan's item, or OTHER -> activities that count."""
    groups: dict[str, list[Activity]] = {key: [] for key in (*(item.key for item in plan.items), OTHER)}
    for activity in records.counted:
        first = activity.plan_items[0] if activity.plan_items else OTHER
        groups[first if first in groups else OTHER].append(activity)
    return groups


def suggestions(
    office: Office,
    plan: Plan,
    records: PeriodRecords,
    figures: Figures,
    indicators: Sequence[Indicator],
) -> dict[str, str]:
    """Return a suggested text for every section of the outline that the figures can tell: key -> text."""
    groups = own_activities(plan, records)
    texts = {key: _item_text(activities, indicators) for key, activities in groups.items() if key != OTHER}
    for item in plan.items:
        texts[item.key] = _joined(texts[item.key], _reference_text(item, plan, groups))
        if AWARDS_HOME in item.content_codes:
            texts[item.key] = _joined(texts[item.key], _awards_text(records, figures, indicators))
    texts[OTHER] = _other_text(groups[OTHER], indicators)
    texts |= {
        "leadership_documents": _leadership_text(figures, indicators, ("committee_meetings",)),
        "leadership_inspections": _leadership_text(
            figures, indicators, ("campaign_inspections", "units_inspected")
        ),
        "leadership_funds": _funds_text(figures),
        "assessment_strengths": _strengths_text(office, records, figures),
        "assessment_weaknesses": _collected([one.difficulties for one in records.counted]),
        "next_tasks": _next_text(office, plan, records.period.year + 1),
        "proposals_province": _collected([one.proposals for one in records.counted]),
    }
    return {key: text for key, text in texts.items() if text}


def figure_phrase(indicator: Indicator, value: Number) -> str:
    """Return a figure in words: "74 hội nghị, cuộc tuyên truyền"."""
    if value is None:
        return ""
    if indicator.value_kind == "money":
        shown = format_money_short(int(value))
    elif indicator.value_kind == "percent":
        shown = format_percent(float(value))
    else:
        shown = two_digits(int(value))
    return (indicator.phrase or f"{indicator.label}: {{n}} {indicator.unit}").replace("{n}", shown)


def _phrases(totals: Mapping[str, Number], indicators: Sequence[Indicator]) -> list[str]:
    return [figure_phrase(one, totals[one.code]) for one in indicators if totals.get(one.code)]


def _item_text(activities: Sequence[Activity], indicators: Sequence[Indicator]) -> str:
    if not activities:
        return ""
    lead = f"Trong kỳ, đã triển khai {two_digits(len(activities))} hoạt động"
    phrases = _phrases(present_totals(activities, indicators), indicators)
    return f"{lead}; kết quả: {'; '.join(phrases)}." if phrases else f"{lead}."


def _reference_text(item: PlanItem, plan: Plan, groups: Mapping[str, Sequence[Activity]]) -> str:
    """Refer to activities that serve this item too but are told, and counted, under another one."""
    counts = {
        other.number: sum(item.key in activity.plan_items for activity in groups[other.key])
        for other in plan.items
        if other is not item
    }
    places = [f"mục {number}" for number, count in counts.items() if count]
    if not places:
        return ""
    told = f"{two_digits(sum(counts.values()))} hoạt động đã nêu tại {', '.join(places)} của phần này"
    if groups[item.key]:
        return f"Ngoài ra, nội dung này còn được thực hiện qua {told}."
    return f"Nội dung này được thực hiện qua {told}."


def _awards_text(records: PeriodRecords, figures: Figures, indicators: Sequence[Indicator]) -> str:
    """Tell what was nominated and what was decided; the two are never added up."""
    counts = Counter(
        str(one.nominee_type) for one in records.nominations if one.status is not AwardStatus.WITHDRAWN
    )
    proposed = [
        f"{two_digits(counts[kind])} {word.lower()}"
        for kind, word in AWARDS.words.choices[NomineeType].items()
        if counts.get(kind)
    ]
    decided = _phrases(
        figures.indicators,
        [one for one in indicators if one.source == "awards" and one.value_kind == "count"],
    )
    texts = [
        f"Đã đề nghị khen thưởng {', '.join(proposed)}." if proposed else "",
        f"Đã có quyết định khen thưởng {', '.join(decided)}." if decided else "",
    ]
    return " ".join(text for text in texts if text)


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _other_text(activities: Sequence[Activity], indicators: Sequence[Indicator]) -> str:
    """Tell the activities outside the plan's items by their common content, none is dropped."""
    names = {content.code: content.name for content in load_contents()} | {"": "Chưa phân nhóm nội dung"}
    paragraphs = []
    for code, name in names.items():
        own = [one for one in activities if (one.content_code if one.content_code in names else "") == code]
        if own:
            text = _item_text(own, indicators)
            paragraphs.append(f"{name}: {text[0].lower()}{text[1:]}")
    return "\n".join(paragraphs)


def _leadership_text(figures: Figures, indicators: Sequence[Indicator], codes: tuple[str, ...]) -> str:
    wanted = [one for one in indicators if one.home == LEADERSHIP and one.code in codes]
    phrases = _phrases(figures.indicators, wanted)
    return f"Trong kỳ, đã tổ chức {', '.join(phrases)}." if phrases else ""


def _funds_text(figures: Figures) -> str:
    total = sum(figures.funds.values())
    if not total:
        return ""
    parts = [
        f"{FUND_GROUPS[group].lower()} {format_money_short(amount)}"
        for group, amount in figures.funds.items()
        if amount
    ]
    return f"Tổng kinh phí thực hiện {format_money_short(total)}, gồm: {'; '.join(parts)}."


def _strengths_text(office: Office, records: PeriodRecords, figures: Figures) -> str:
    if not figures.activities:
        return ""
    contents = len(figures.activities_by_content)
    groups = f" thuộc {two_digits(contents)} nhóm nội dung" if contents else ""
    return (
        f"Trong {records.period.title}, {issuer_name(office)} đã triển khai {two_digits(figures.activities)} hoạt động"
        f"{groups} của Cuộc vận động."
    )


def _next_text(office: Office, plan: Plan, year: int) -> str:
    titles = "; ".join(f"{item.title[0].lower()}{item.title[1:]}" for item in plan.items)
    return f"Năm {year}, {issuer_name(office)} tiếp tục thực hiện các nội dung: {titles}."


def _collected(texts: Sequence[str]) -> str:
    """Return what officers wrote in the activities, each once, one paragraph each."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
