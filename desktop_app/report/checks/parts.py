"""Figures that are a part of another one and larger than it: violations and checks, complaints solved and received."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.registers import ACTIVITIES, REPORTED_FIGURES
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.remarks import Remark
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.text import shorten


def part_remarks(source: ReportSource) -> Iterator[Remark]:
    """Yield parts larger than their whole: in one record, else in the total of the period.

    A whole that the record does not tell is no contradiction: another activity may hold it.
    """
    codes = {one.code: one for one in source.indicators}
    pairs = [(one, codes[one.part_of]) for one in source.indicators if one.part_of in codes]
    reported = [one for one in source.records.of(REPORTED_FIGURES.name) if one.is_counted]
    told: set[str] = set()
    for records, register, naming in (
        (source.records.counted, ACTIVITIES.name, "title"),
        (reported, REPORTED_FIGURES.name, "body"),
    ):
        for record in records:
            for part, whole in pairs:
                if sentence := _sentence(record.figures, part, whole):
                    told.add(part.code)
                    name = shorten(getattr(record, naming), 60)
                    yield Remark(f"{name}: {sentence}", register, record.id, "figures", f"part:{part.code}")
    yield from _in_total(source, [pair for pair in pairs if pair[0].code not in told])


def _in_total(source: ReportSource, pairs: Sequence[tuple[Indicator, Indicator]]) -> Iterator[Remark]:
    totals = {code: value for code, value in source.figures.indicators.items() if value is not None}
    for part, whole in pairs:
        sentence = _sentence(totals, part, whole)
        if sentence:
            record = _largest(source.records.counted, part.code)
            record_id = record.id if record else ""
            yield Remark(
                f"Cả kỳ: {sentence}", ACTIVITIES.name, record_id, "figures", f"total_part:{part.code}"
            )


def _largest(records: Sequence[Any], code: str) -> Any | None:  # noqa: ANN401 - a record with figures
    """Return the record that holds most of a figure: there the search begins."""
    return max(records, key=lambda one: one.figures.get(code, 0), default=None)


def _sentence(figures: Mapping[str, float], part: Indicator, whole: Indicator) -> str:
    mine, all_of_it = figures.get(part.code), figures.get(whole.code)
    if mine is None or all_of_it is None or mine <= all_of_it:
        return ""
    return (
        f"“{part.label}” ({format_integer(int(mine))}) lớn hơn “{whole.label}” ({format_integer(int(all_of_it))}); "
        "hãy xem lại hai số này."
    )
