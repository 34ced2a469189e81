"""The charts of a report as data: the figures of its tables again, no figure of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import Activity, FundGroup
from desktop_app.report.comparison import PreviousFigures
from desktop_app.report.counting import Number
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.model import Chart, ChartKind, Series
from desktop_app.vietnamese.dates import month_end, quarter_end, roman
from desktop_app.vietnamese.sentences import capitalised

NO_CONTENT = "Chưa phân nhóm"
"""Activities without a common code: left out, the bars would not add up to the annex."""
_MILLION, _MILLIONS = 1_000_000, "triệu đồng"
_LEAST_BARS = 2
_MOST_MONTHS, _MOST_QUARTERS = 12, 12
_MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True)
class _Group:
    """Indicators of one kind that are shown beside each other, under labels short enough for a chart."""

    key: str
    title: str
    unit: str
    bars: Mapping[str, str]


_GROUPS = (
    _Group(
        "media",
        "Tin, bài tuyên truyền theo loại hình",
        "tin, bài",
        {
            "radio_items": "Phát thanh",
            "tv_items": "Truyền hình",
            "press_items": "Báo in, báo điện tử",
            "web_items": "Trang thông tin điện tử",
            "social_posts": "Mạng xã hội",
        },
    ),
    _Group(
        "market",
        "Kiểm tra, kiểm soát thị trường và bảo vệ người tiêu dùng",
        "vụ",
        {
            "market_checks": "Vụ kiểm tra thị trường",
            "violations": "Vụ vi phạm được xử lý",
            "complaints_received": "Khiếu nại tiếp nhận",
            "complaints_resolved": "Khiếu nại đã giải quyết",
        },
    ),
    _Group(
        "commended",
        "Khen thưởng trong kỳ báo cáo",
        "tập thể, cá nhân, hộ, đơn vị",
        {
            "collectives_commended": "Tập thể",
            "individuals_commended": "Cá nhân",
            "households_commended": "Hộ gia đình",
            "enterprises_commended": "Doanh nghiệp, cơ sở",
        },
    ),
)


def charts(
    records: PeriodRecords,
    figures: Figures,
    indicators: Sequence[Indicator],
    previous: PreviousFigures | None = None,
) -> tuple[Chart, ...]:
    """Return the charts that show something, in the order of the report.

    A chart of which fewer than two bars are longer than nothing says no more than a sentence and is left out.

    Args:
        records: of the period.
        figures: counted from them.
        indicators: those that exist; figures of unknown ones are not shown.
        previous: of the period before, None where there is nothing to compare with.
    """
    known = {one.code for one in indicators}
    found = [
        _contents(records, figures, previous),
        *_over_time(records, figures),
        *(_indicators(group, known, records.period, figures, previous) for group in _GROUPS),
        _funds(records.period, figures, previous),
    ]
    return tuple(chart for chart in found if _shows_something(chart))


def _shows_something(chart: Chart) -> bool:
    return sum(bool(value) for series in chart.series for value in series.values) >= _LEAST_BARS


def _beside(
    period: ReportPeriod,
    values: Sequence[Number],
    earlier: Sequence[Number],
    previous: PreviousFigures | None,
) -> tuple[Series, ...]:
    """Return the series of this period, behind that of the period before where it knows anything."""
    now = Series(capitalised(period.title), tuple(values))
    if previous is None or not any(earlier):
        return (now,)
    return (Series(capitalised(previous.title), tuple(earlier)), now)


def _contents(records: PeriodRecords, figures: Figures, previous: PreviousFigures | None) -> Chart:
    now, before = figures.activities_by_content, previous.figures.activities_by_content if previous else {}
    bars = {one.code: one.short_name for one in load_contents() if now.get(one.code) or before.get(one.code)}
    without = figures.activities - sum(now.values())
    earlier_without = previous.figures.activities - sum(before.values()) if previous else 0
    counts = {**now, "": without}
    earlier = {**before, "": earlier_without}
    if without or earlier_without:
        bars[""] = NO_CONTENT
    return Chart(
        "contents",
        "Số hoạt động theo nhóm nội dung",
        ChartKind.BARS,
        tuple(bars.values()),
        _beside(
            records.period,
            [counts.get(code, 0) for code in bars],
            [earlier.get(code, 0) for code in bars] if previous else [],
            previous,
        ),
        "hoạt động",
    )


def _indicators(
    group: _Group, known: set[str], period: ReportPeriod, figures: Figures, previous: PreviousFigures | None
) -> Chart:
    codes = [code for code in group.bars if code in known and code in figures.indicators]
    earlier = [previous.value(code) for code in codes] if previous else []
    kept = [
        place for place, code in enumerate(codes) if figures.indicators[code] or (earlier and earlier[place])
    ]
    codes = [codes[place] for place in kept]
    return Chart(
        group.key,
        group.title,
        ChartKind.BARS,
        tuple(group.bars[code] for code in codes),
        _beside(
            period,
            [figures.indicators[code] for code in codes],
            [earlier[place] for place in kept] if earlier else [],
            previous,
        ),
        group.unit,
    )


def _funds(period: ReportPeriod, figures: Figures, previous: PreviousFigures | None) -> Chart:
    earlier = [previous.fund(group) for group in FundGroup] if previous else []
    kept = [
        place
        for place, group in enumerate(FundGroup)
        if figures.funds.get(group) or (earlier and earlier[place])
    ]
    groups = [list(FundGroup)[place] for place in kept]
    return Chart(
        "funds",
        "Kinh phí thực hiện theo nguồn",
        ChartKind.BARS,
        tuple(FUND_GROUPS[group] for group in groups),
        _beside(
            period,
            [_in_millions(figures.funds.get(group, 0)) for group in groups],
            [_in_millions(earlier[place]) for place in kept] if earlier else [],
            previous,
        ),
        _MILLIONS,
    )


def _in_millions(amount: int | None) -> Number:
    return None if amount is None else amount / _MILLION


@dataclass(frozen=True)
class _Slot:
    """A part of the period: a month, a quarter or a year; it begins behind the one before, `last` included."""

    label: str
    last: date


def _over_time(records: PeriodRecords, figures: Figures) -> list[Chart]:
    slots, word = _slots(records.period)
    if not slots:
        return []
    activities = [one for one in records.counted if one.date_start]
    # What other bodies reported has no month.
    own = " (các hoạt động của đơn vị)" if figures.reported.get("attendees") else ""
    return [
        _timed("months", f"Số hoạt động theo {word}", "hoạt động", slots, records.period, activities),
        _timed(
            "attendees",
            f"Lượt người tham dự theo {word}{own}",
            "lượt người",
            slots,
            records.period,
            activities,
            "attendees",
        ),
    ]


def _timed(
    key: str,
    title: str,
    unit: str,
    slots: Sequence[_Slot],
    period: ReportPeriod,
    activities: Sequence[Activity],
    indicator: str = "",
) -> Chart:
    sums = [0] * len(slots)
    for one in activities:
        place = next(
            (at for at, slot in enumerate(slots) if one.date_start and one.date_start <= slot.last), -1
        )
        sums[place] += one.figures.get(indicator, 0) if indicator else 1
    return Chart(
        key,
        title,
        ChartKind.COLUMNS,
        tuple(slot.label for slot in slots),
        (Series(capitalised(period.title), tuple(sums)),),
        unit,
    )


def _slots(period: ReportPeriod) -> tuple[list[_Slot], str]:
    """Return the parts of a period and their name: months of a year, quarters of three, else years."""
    first, last = period.data_from, period.data_to
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= _MOST_MONTHS:
        return _months(first, last), "tháng"
    if months <= _MOST_QUARTERS * _MONTHS_OF_A_QUARTER - 2:  # it may begin and end within a quarter
        return _quarters(first, last), "quý"
    return _years(first, last), "năm"


def _months(first: date, last: date) -> list[_Slot]:
    found = []
    years = first.year != last.year
    while first <= last:
        end = min(month_end(first.year, first.month), last)
        label = f"T{first.month}/{first.year % 100:02d}" if years else f"T{first.month}"
        found.append(_Slot(label, end))
        first = end + timedelta(days=1)
    return found


def _quarters(first: date, last: date) -> list[_Slot]:
    found = []
    while first <= last:
        quarter = (first.month - 1) // _MONTHS_OF_A_QUARTER + 1
        end = min(quarter_end(first.year, quarter), last)
        found.append(_Slot(f"{roman(quarter)}/{first.year % 100:02d}", end))
        first = end + timedelta(days=1)
    return found


def _years(first: date, last: date) -> list[_Slot]:
    found = []
    while first <= last:
        end = min(date(first.year, 12, 31), last)
        found.append(_Slot(str(first.year), end))
        first = end + timedelta(days=1)
    return found
