"""The results of one item of the plan: how much was done, with which figures, where, and the best examples."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from desktop_app.domain.contents import load_contents
from desktop_app.domain.narrative_wording import EXAMPLES, FIGURE, load_narrative_words
from desktop_app.domain.records.activities import Activity, ActivityStatus, Area
from desktop_app.domain.registers import ACTIVITIES
from desktop_app.report.counting import Number, present_totals
from desktop_app.report.narrative.examples import examples
from desktop_app.report.narrative.material import Material, paragraph, paragraphs
from desktop_app.report.narrative.phrases import compared, told_figures, with_shares
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.sentences import capitalised, listed, lowered, sentence, without_stop

_NO_CONTENT = "hoạt động chưa phân nhóm nội dung"


def activities_text(activities: Sequence[Activity], material: Material) -> str:
    """Return the paragraphs about some activities, "" for none."""
    if not activities:
        return ""
    counts = _by_content(activities)
    totals = _totals(activities, material)
    content = next(iter(counts)) if len(counts) == 1 else ""
    words = load_narrative_words().content(content)
    return paragraphs(
        paragraph(
            sentence(_lead(activities, counts, material)),
            _areas(activities),
            *told_figures(totals, material.indicators, content or next(iter(counts))),
            _comparison(content, totals, material),
        ),
        paragraph(
            examples(activities, totals, material.indicators, words.examples if words else EXAMPLES),
            _programmes(activities),
            _unfinished(activities),
        ),
    )


def _totals(activities: Sequence[Activity], material: Material) -> dict[str, Number]:
    own = present_totals(activities, material.indicators)
    return with_shares(own, material.figures.indicators, material.indicators)


def _by_content(activities: Sequence[Activity]) -> dict[str, int]:
    """Return how many activities each content has, in the order of the contents; unknown ones under "" at the end."""
    counts = Counter(one.content_code for one in activities)
    known = {one.code: counts[one.code] for one in load_contents() if counts[one.code]}
    rest = len(activities) - sum(known.values())
    return known | ({"": rest} if rest else {})


def _lead(activities: Sequence[Activity], counts: Mapping[str, int], material: Material) -> str:
    words = load_narrative_words()
    number, period = two_digits(len(activities)), capitalised(material.period.during)
    only = words.content(next(iter(counts))) if len(counts) == 1 else None
    if only:
        lead = only.lead.replace(FIGURE, number).replace("{Period}", period)
    elif set(counts) == {""}:
        lead = f"{period}, đã triển khai {number} {_NO_CONTENT}"
    else:
        kinds = {one.code: one.kind for one in words.contents} | {"": _NO_CONTENT}
        parts = [f"{two_digits(count)} {kinds[code]}" for code, count in counts.items()]
        return f"{period}, đã triển khai {number} hoạt động, gồm: {'; '.join(parts)}"
    title = f": {lowered(without_stop(activities[0].title))}" if len(activities) == 1 else ""
    return f"{lead}{title}{_organizers(activities)}"


def _organizers(activities: Sequence[Activity]) -> str:
    """Return who was in charge; nothing when it is not known of every activity."""
    names = {fold(one.organizer): one.organizer for one in activities}
    if "" in names:
        return ""
    if len(names) == 1:
        return f", do {next(iter(names.values()))} chủ trì"
    return f", do {two_digits(len(names))} cơ quan, tổ chức, đơn vị chủ trì"


def _comparison(content: str, totals: Mapping[str, Number], material: Material) -> str:
    """Compare the content's main figure where the section tells the content whole."""
    words = load_narrative_words().content(content)
    if words is None or not words.headline or material.earlier is None:
        return ""
    now = material.figures.by_content.get(content, {})
    before = material.earlier.figures.by_content.get(content, {})
    if totals.get(words.headline) != now.get(words.headline):
        return ""
    return compared([words.headline], now, material.earlier, material.indicators, before)


def _areas(activities: Sequence[Activity]) -> str:
    names: Mapping[StrEnum, str] = ACTIVITIES.words.choices[Area]
    counts = {area: sum(area in one.areas for one in activities) for area in Area}
    places = {area: _area_name(names[area]) for area, count in counts.items() if count}
    if not places:
        return ""
    if len(activities) == 1:
        return sentence(f"Hoạt động được tổ chức tại {listed(places.values())}")
    told = [f"{two_digits(counts[area])} hoạt động tại {place}" for area, place in places.items()]
    return sentence(f"Trong đó, có {listed(told)}")


def _area_name(name: str) -> str:
    return lowered(name) if fold(name).startswith("vung") else f"địa bàn {lowered(name)}"


def _programmes(activities: Sequence[Activity]) -> str:
    names = dict.fromkeys(without_stop(name) for one in activities for name in one.programmes)
    if not names:
        return ""
    return sentence(f"Nội dung Cuộc vận động được lồng ghép với {listed(lowered(name) for name in names)}")


def _unfinished(activities: Sequence[Activity]) -> str:
    ongoing = sum(one.status is ActivityStatus.ONGOING for one in activities)
    estimates = sum(one.is_estimate for one in activities)
    return paragraph(
        sentence(f"Hiện có {two_digits(ongoing)} hoạt động đang tiếp tục thực hiện") if ongoing else "",
        sentence(f"Số liệu của {two_digits(estimates)} hoạt động là số ước thực hiện") if estimates else "",
    )
