"""The first sentences of each section, made from figures and registers; what the officer writes stands instead."""

from collections.abc import Callable, Mapping, Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.plan_parts import PlanItem
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.counting import reported_totals
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.narrative.activities import activities_text
from desktop_app.report.narrative.assessment import causes_text, strengths_text, weaknesses_text
from desktop_app.report.narrative.awards import awards_text
from desktop_app.report.narrative.committee import committee_text
from desktop_app.report.narrative.homes import (
    OTHER,
    OTHER_TITLE,
    contents_told,
    own_activities,
    references,
    registers_told,
)
from desktop_app.report.narrative.leadership import documents_text, inspections_text
from desktop_app.report.narrative.market import (
    enterprises_text,
    models_text,
    points_of_sale_text,
    procurement_text,
    products_text,
)
from desktop_app.report.narrative.material import Earlier, Material, paragraph, paragraphs
from desktop_app.report.narrative.money import funds_text
from desktop_app.report.narrative.outlook import next_tasks_text, proposals_texts
from desktop_app.report.narrative.phrases import figure_phrase, phrases
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.sentences import listed, sentence

__all__ = ["OTHER", "OTHER_TITLE", "Earlier", "figure_phrase", "own_activities", "suggestions"]

_REGISTER_TEXTS: Mapping[str, Callable[[Material], str]] = {
    "procurement": procurement_text,
    "models": models_text,
    "enterprises": enterprises_text,
    "points_of_sale": points_of_sale_text,
    "ocop_products": products_text,
    "awards": lambda material: awards_text(material.records.nominations, material.records.decisions),
}
_MOST_BODIES = 5


def suggestions(
    office: Office,
    plan: Plan,
    records: PeriodRecords,
    figures: Figures,
    indicators: Sequence[Indicator],
    earlier: Earlier | None = None,
) -> dict[str, str]:
    """Return a suggested text for every section of the outline that the ledger can tell: key -> text.

    With `earlier`, the figures of a period before are compared with.
    """
    material = Material(office, plan, records, figures, indicators, earlier)
    groups = own_activities(plan, records)
    texts = {item.key: _item_text(item, groups, material) for item in plan.items}
    texts[OTHER] = paragraphs(*_by_content(groups[OTHER], material), *_register_texts(OTHER, material))
    texts |= {
        "leadership_documents": documents_text(material),
        "leadership_committee": committee_text(material),
        "leadership_inspections": inspections_text(material),
        "leadership_funds": funds_text(material),
        "assessment_strengths": strengths_text(material),
        "assessment_weaknesses": weaknesses_text(material),
        "assessment_causes": causes_text(material),
        "next_tasks": next_tasks_text(material),
        **proposals_texts(material),
    }
    return {key: text for key, text in texts.items() if text}


def _item_text(item: PlanItem, groups: Mapping[str, Sequence[Activity]], material: Material) -> str:
    own = groups[item.key]
    return paragraphs(
        activities_text(own, material),
        _references_text(references(item, material.plan, groups), bool(own)),
        *_register_texts(item.key, material),
    )


def _references_text(places: Mapping[int, int], has_own: bool) -> str:
    """Refer to activities that serve an item too but are told, and counted, under another one."""
    if not places:
        return ""
    named = listed(f"mục {number}" for number in places)
    told = f"{two_digits(sum(places.values()))} hoạt động đã nêu tại {named} của phần này"
    if has_own:
        return sentence(f"Ngoài ra, nội dung này còn được thực hiện qua {told}")
    return sentence(f"Nội dung này được thực hiện qua {told}")


def _by_content(activities: Sequence[Activity], material: Material) -> list[str]:
    """Tell the activities outside the plan's items by their common content; none is dropped."""
    known = [one.code for one in load_contents()]
    groups: dict[str, list[Activity]] = {code: [] for code in (*known, "")}
    for one in activities:
        groups[one.content_code if one.content_code in known else ""].append(one)
    return [activities_text(own, material) for own in groups.values()]


def _register_texts(key: str, material: Material) -> list[str]:
    registers = registers_told(material.plan)[key]
    return [
        paragraph(*(_REGISTER_TEXTS[name](material) for name in registers)),
        _reported_text(contents_told(material.plan)[key], material),
    ]


def _reported_text(contents: Sequence[str], material: Material) -> str:
    """Tell what other bodies reported of some contents, apart from the office's own activities."""
    wanted = [one for one in material.indicators if one.home in contents]
    codes = {one.code for one in wanted}
    reported: list[ReportedFigures] = [
        one for one in material.of("reported_figures") if one.is_counted and codes & set(one.figures)
    ]
    told = list(phrases(reported_totals(reported, wanted), wanted))
    if not told:
        return ""
    bodies = list(dict.fromkeys(one.body for one in reported))
    named = listed(bodies) if len(bodies) <= _MOST_BODIES else f"{two_digits(len(bodies))} cơ quan, đơn vị"
    return sentence(f"Ngoài ra, theo số liệu của {named}: {'; '.join(told)}")
