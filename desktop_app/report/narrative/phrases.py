"""Figures in words: single phrases, sentences that tell figures together, comparison with a period before."""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.narrative_wording import FIGURE, Phrase, load_narrative_words
from desktop_app.report.counting import Number
from desktop_app.report.narrative.material import Earlier
from desktop_app.vietnamese.numbers import format_money_short, format_percent, two_digits
from desktop_app.vietnamese.sentences import listed, lowered, sentence


def shown(indicator: Indicator, value: Number) -> str:
    """Return a figure as sentences print it: "05", "10.270", "4,44 tỷ đồng", "82,4%"; "" for none."""
    if value is None:
        return ""
    if indicator.value_kind == "money":
        return format_money_short(int(value))
    if indicator.value_kind == "percent":
        return format_percent(float(value))
    return two_digits(int(value))


def figure_phrase(indicator: Indicator, value: Number) -> str:
    """Return a figure in words: "74 hội nghị, cuộc tuyên truyền"."""
    if value is None:
        return ""
    phrase = indicator.phrase or f"{indicator.label}: {FIGURE} {indicator.unit}"
    return phrase.replace(FIGURE, shown(indicator, value))


def told_figures(
    totals: Mapping[str, Number], indicators: Sequence[Indicator], content: str = ""
) -> list[str]:
    """Return sentences that tell all figures that are not zero, those of a content first."""
    by_code = {one.code: one for one in indicators if totals.get(one.code)}
    groups = load_narrative_words().sentences
    homes = {one.code: one.home for one in indicators}
    ordered = sorted(groups, key=lambda group: content not in {homes.get(one.code) for one in group})
    told = [_told_together(group, by_code, totals) for group in ordered]
    known = {phrase.code for group in groups for phrase in group}
    rest = [figure_phrase(one, totals[code]) for code, one in by_code.items() if code not in known]
    if rest:
        told.append(sentence(f"Kết quả khác: {'; '.join(rest)}"))
    return [one for one in told if one]


def _told_together(
    group: Sequence[Phrase], by_code: Mapping[str, Indicator], totals: Mapping[str, Number]
) -> str:
    words = ""
    for phrase in group:
        if indicator := by_code.get(phrase.code):
            template = phrase.next if words else phrase.first
            words += template.replace(FIGURE, shown(indicator, totals[phrase.code]))
    return sentence(words)


def with_shares(
    totals: Mapping[str, Number], all_totals: Mapping[str, Number], indicators: Sequence[Indicator]
) -> dict[str, Number]:
    """Add the percentages of all figures whose two parts are told here whole."""
    found = dict(totals)
    for one in indicators:
        parts = (one.numerator, one.denominator)
        whole = all(code and totals.get(code) == all_totals.get(code) for code in parts)
        if one.source == "computed" and whole and all_totals.get(one.code):
            found[one.code] = all_totals[one.code]
    return found


def compared(
    codes: Sequence[str],
    totals: Mapping[str, Number],
    earlier: Earlier | None,
    indicators: Sequence[Indicator],
    earlier_totals: Mapping[str, Number] | None = None,
) -> str:
    """Return "So với năm 2022, số lượt người tham dự tăng 1.250 lượt (13,9%)."; "" with nothing to compare.

    Only figures that both periods have are compared; a figure that was zero gives no percentage and is left out.
    """
    if earlier is None:
        return ""
    before = earlier.figures.indicators if earlier_totals is None else earlier_totals
    by_code = {one.code: one for one in indicators}
    parts = [_step(by_code[code], totals.get(code), before.get(code)) for code in codes if code in by_code]
    told = [one for one in parts if one]
    return sentence(f"So với {earlier.title}, {listed(told)}") if told else ""


def _step(indicator: Indicator, now: Number, before: Number) -> str:
    if not now or not before:
        return ""
    name = lowered(indicator.label)
    if now == before:
        return f"{_number_of(name) if indicator.value_kind == 'count' else name} không thay đổi"
    word = "tăng" if now > before else "giảm"
    if indicator.value_kind == "percent":
        return f"{name} {word} {format_percent(abs(now - before)).removesuffix('%')} điểm phần trăm"
    step = shown(indicator, abs(now - before))
    share = format_percent(100 * abs(now - before) / before)
    if indicator.value_kind == "money":
        return f"{name} {word} {step} ({share})"
    return f"{_number_of(name)} {word} {step}{_unit_behind(name, indicator.unit)} ({share})"


def _unit_behind(name: str, unit: str) -> str:
    """Return the unit behind a number, not said in full twice: "số lượt người tham dự tăng 25 lượt"."""
    if name.startswith("lượt ") and unit.startswith("lượt"):
        return " lượt"
    return "" if name.startswith(unit) else f" {unit}"


def _number_of(name: str) -> str:
    return name if name.startswith(("số ", "thời lượng ")) else f"số {name}"


def phrases(totals: Mapping[str, Number], indicators: Sequence[Indicator]) -> Iterator[str]:
    """Yield the phrase of each figure that is not zero."""
    for one in indicators:
        if totals.get(one.code):
            yield figure_phrase(one, totals[one.code])
