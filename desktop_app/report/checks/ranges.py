"""Figures outside of what is usual: of one activity, of one thing of another kind, of the whole period.

The ranges are data (`resources/indicators.json`), calibrated with published figures (domain research, §2.2).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.registers import ACTIVITIES, PROCUREMENT, REPORTED_FIGURES
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.remarks import Remark
from desktop_app.vietnamese.numbers import format_integer, format_number
from desktop_app.vietnamese.text import shorten

_UNUSUAL = ProblemKind.UNUSUAL


def range_remarks(source: ReportSource) -> Iterator[Remark]:
    """Yield unusual figures with the record where they stand."""
    yield from _too_many(source)
    yield from _shares(source)
    yield from _totals(source)


def _too_many(source: ReportSource) -> Iterator[Remark]:
    limits = {one.code: one for one in source.indicators if one.usual_max}
    for activity in source.records.counted:
        for code, value in activity.figures.items():
            indicator = limits.get(code)
            if indicator and indicator.usual_max and value > indicator.usual_max:
                yield Remark(
                    f"{shorten(activity.title, 60)}: “{indicator.label}” ghi {format_integer(value)} "
                    f"{indicator.unit}, lớn khác thường; hãy kiểm tra lại.",
                    ACTIVITIES.name,
                    activity.id,
                    "figures",
                    f"most:{code}",
                    _UNUSUAL,
                )


def _shares(source: ReportSource) -> Iterator[Remark]:
    """Find figures that do not fit each other, such as 2.241 hours of 265 broadcast items (a real report's fault)."""
    codes = {one.code: one for one in source.indicators}
    rules = [(one, codes[one.usual_share.per]) for one in source.indicators if one.usual_share]
    reported = [one for one in source.records.of(REPORTED_FIGURES.name) if one.is_counted]
    for records, register, naming in (
        (source.records.counted, ACTIVITIES.name, "title"),
        (reported, REPORTED_FIGURES.name, "body"),
    ):
        yield from _shares_of(records, register, naming, rules)


def _shares_of(
    records: Sequence[Any], register: str, naming: str, rules: Sequence[tuple[Indicator, Indicator]]
) -> Iterator[Remark]:
    for record in records:
        if len(record.figures) < 2:
            continue
        for one, other in rules:
            value, by = record.figures.get(one.code), record.figures.get(other.code)
            if not value or not by or not one.usual_share or one.usual_share.holds(value / by):
                continue
            yield Remark(
                f"{shorten(getattr(record, naming), 60)}: {format_integer(value)} {one.unit} “{one.label}” cho "
                f"{format_integer(by)} {other.unit} “{other.label}” là bình quân {format_number(value / by)}, khác "
                "thường; hãy xem lại số và đơn vị tính.",
                register,
                record.id,
                "figures",
                f"share:{one.code}",
                _UNUSUAL,
            )


def _totals(source: ReportSource) -> Iterator[Remark]:
    """Find percentages of the period that are hardly ever seen; they lead to the records of their parts."""
    for one in source.indicators:
        value = source.figures.indicators.get(one.code)
        if value is None or one.usual_total is None or one.usual_total.holds(value):
            continue
        register, record_id = _where(source, one)
        yield Remark(
            f"“{one.label}” của cả kỳ là {format_number(value)}{one.unit}, thường gặp từ "
            f"{format_number(one.usual_total.least)} đến {format_number(one.usual_total.most)}{one.unit}; hãy xem lại.",
            register,
            record_id,
            "figures" if register == ACTIVITIES.name else "vietnamese_vnd",
            f"total:{one.code}",
            _UNUSUAL,
        )


def _where(source: ReportSource, one: Indicator) -> tuple[str, str]:
    """Return register and record of the largest denominator: there a wrong figure weighs most."""
    if one.code == "procurement_ratio_pct":
        bought = source.records.of(PROCUREMENT.name)
        largest = max(bought, key=lambda record: record.total_vnd or 0, default=None)
        return PROCUREMENT.name, largest.id if largest else ""
    counted = source.records.counted
    most = max(counted, key=lambda activity: activity.figures.get(one.denominator, 0), default=None)
    return ACTIVITIES.name, most.id if most else ""
