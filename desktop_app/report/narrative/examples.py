"""Typical examples of a section ("Điển hình như …"), chosen from its activities by one rule.

The rule: for each activity the shares that it has in the section's figures are added up, those of other contents'
indicators at a quarter; the two or three with the largest sum are named, the earlier one first where two are alike.
An activity without figures can be named only for its written result, after those with figures. With fewer than three
activities there is no example: the section's figures would only be told twice.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.narrative_wording import EXAMPLES
from desktop_app.domain.records.activities import Activity
from desktop_app.report.counting import Number
from desktop_app.report.narrative.phrases import figure_phrase
from desktop_app.vietnamese.sentences import lowered, sentence, split_sentences, without_stop
from desktop_app.vietnamese.text import shorten

_FEWEST, _MANY = 3, 5
_FIGURES = 2
_FOREIGN = 0.25
_LONGEST_RESULT = 160


def examples(
    activities: Sequence[Activity],
    totals: Mapping[str, Number],
    indicators: Sequence[Indicator],
    lead: str = EXAMPLES,
) -> str:
    """Return the sentence with the typical examples of a section, "" when there is none."""
    if len(activities) < _FEWEST:
        return ""
    wanted = 2 if len(activities) < _MANY else 3
    known = [one for one in activities if one.result or any(one.figures.values())]
    homes = {one.code: one.home for one in indicators}
    ranked = sorted(
        known, key=lambda one: (-_weight(one, totals, homes), not one.result, one.date_start or date.max)
    )
    told = [told_activity(one, totals, indicators) for one in ranked[:wanted]]
    return sentence(f"{lead}: {'; '.join(told)}") if told else ""


def _weight(activity: Activity, totals: Mapping[str, Number], homes: Mapping[str, str]) -> float:
    return sum(_share(activity, code, totals, homes) for code in activity.figures)


def _share(activity: Activity, code: str, totals: Mapping[str, Number], homes: Mapping[str, str]) -> float:
    value = activity.figures[code]
    share = value / (totals.get(code) or value) if value else 0.0
    return share if homes.get(code) == activity.content_code else share * _FOREIGN


def told_activity(activity: Activity, totals: Mapping[str, Number], indicators: Sequence[Indicator]) -> str:
    """Return an activity inside a sentence: its title, with its main figures and result in brackets.

    A figure of one only counts the activity itself ("01 phiên chợ") and is not told.
    """
    title = lowered(without_stop(activity.title))
    telling = [one for one in indicators if activity.figures.get(one.code, 0) > 1]
    homes = {one.code: one.home for one in indicators}
    largest = sorted(telling, key=lambda one: -_share(activity, one.code, totals, homes))[:_FIGURES]
    figures = [figure_phrase(one, activity.figures[one.code]) for one in telling if one in largest]
    results = [lowered(without_stop(one)) for one in split_sentences(activity.result)[:1]]
    details = [*figures, *(one for one in results if len(one) <= _LONGEST_RESULT)]
    return f"{title} ({'; '.join(details)})" if details else shorten(title, _LONGEST_RESULT)
