"""Phụ lục IV–VI: activities of one kind with their figures; the sums are those of the table of all figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.records.activities import Activity
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.formulas import column_sum
from desktop_app.report.model import Cell, CellKind, Column, Table
from desktop_app.report.tables.activities import days_of, place_text

MILLION = 1_000_000
MILLIONS = "triệu đồng"
TOTAL = "Cộng"
FROM_OTHERS = "Số liệu do các đơn vị khác báo cáo"


@dataclass(frozen=True)
class _Measure:
    """A column of figures: the indicator that it adds up; money is printed in millions of đồng."""

    code: str
    title: str
    width: float
    is_money: bool = False

    def cell(self, value: int | float | None) -> Cell:
        if value is None or not self.is_money:
            return value
        return value / MILLION

    def column(self) -> Column:
        kind = CellKind.DECIMAL if self.is_money else CellKind.INTEGER
        return Column(self.code, self.title, kind, self.width, MILLIONS if self.is_money else "")


@dataclass(frozen=True)
class _Layout:
    """A table of this kind; an activity with a figure of `measures` or `also` stands in it."""

    key: str
    title: str
    name: str
    measures: tuple[_Measure, ...]
    also: tuple[str, ...] = ()
    with_organizer: bool = False
    unit_note: str = ""


_CONFERENCES = _Layout(
    "conferences",
    "Hội nghị, hoạt động tuyên truyền",
    "Nội dung",
    (_Measure("conferences", "Số cuộc", 0.9), _Measure("attendees", "Lượt người", 1.1)),
)
_FAIRS = _Layout(
    "fairs",
    "Phiên chợ, hội chợ, chuyến bán hàng lưu động",
    "Tên phiên chợ, hội chợ",
    (
        _Measure("stalls", "Gian hàng", 0.9),
        _Measure("fair_enterprises", "Doanh nghiệp, cơ sở", 1.4),
        _Measure("visitors", "Lượt khách", 1.1),
        _Measure("revenue_vnd", "Doanh thu", 1.3, is_money=True),
    ),
    also=("fair_days", "trade_fairs", "mobile_sales"),
    unit_note="ĐVT của doanh thu: triệu đồng",
)
_MARKET = _Layout(
    "market_checks",
    "Kiểm tra, kiểm soát thị trường",
    "Lĩnh vực, nội dung kiểm tra",
    (
        _Measure("market_checks", "Số vụ kiểm tra", 0.9),
        _Measure("violations", "Số vụ vi phạm", 0.9),
        _Measure("fines_vnd", "Tiền phạt", 1.2, is_money=True),
        _Measure("seized_goods_vnd", "Trị giá hàng vi phạm", 1.3, is_money=True),
    ),
    with_organizer=True,
    unit_note="ĐVT của tiền phạt, trị giá hàng: triệu đồng",
)


def conferences_table(records: PeriodRecords, figures: Figures) -> Table:
    """Return conferences and propaganda with numbers of sessions and attendances."""
    return _table(_CONFERENCES, records, figures)


def fairs_table(records: PeriodRecords, figures: Figures) -> Table:
    """Return fairs and mobile sales with stalls, enterprises, visitors and revenue."""
    return _table(_FAIRS, records, figures)


def market_table(records: PeriodRecords, figures: Figures) -> Table:
    """Return inspections of the market with cases, fines and value of goods."""
    return _table(_MARKET, records, figures)


def _table(layout: _Layout, records: PeriodRecords, figures: Figures) -> Table:
    codes = {one.code for one in layout.measures} | set(layout.also)
    activities = [one for one in records.counted if not codes.isdisjoint(one.figures)]
    rows = [_row(layout, place, one) for place, one in enumerate(activities, 1)]
    reported = {one.code: figures.reported.get(one.code) for one in layout.measures}
    if any(reported.values()):
        texts = (FROM_OTHERS, *[""] * (len(_text_columns(layout)) - 1))
        rows.append((len(rows) + 1, *texts, *(one.cell(reported[one.code]) for one in layout.measures)))
    bold: frozenset[int] = frozenset()
    if rows:
        bold = frozenset({len(rows)})
        rows.append(_total(layout, figures))
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        *_text_columns(layout),
        *(one.column() for one in layout.measures),
    )
    first, last = len(columns) - len(layout.measures), len(rows) - 1
    sums = {(last, place): column_sum(range(last), place) for place in range(first, len(columns)) if rows}
    return Table(layout.key, layout.title, columns, rows, layout.unit_note, bold, sums)


def _text_columns(layout: _Layout) -> tuple[Column, ...]:
    organizer = (Column("organizer", "Đơn vị chủ trì", CellKind.TEXT, 2.2),) if layout.with_organizer else ()
    return (
        Column("title", layout.name, CellKind.TEXT, 4),
        Column("days", "Thời gian", CellKind.TEXT, 1.5),
        Column("place", "Địa điểm", CellKind.TEXT, 2),
        *organizer,
    )


def _row(layout: _Layout, place: int, activity: Activity) -> tuple[Cell, ...]:
    organizer = (activity.organizer,) if layout.with_organizer else ()
    estimate = " (ước)" if activity.is_estimate else ""
    return (
        place,
        f"{activity.title}{estimate}",
        days_of(activity),
        place_text(activity.place),
        *organizer,
        *(one.cell(activity.figures.get(one.code)) for one in layout.measures),
    )


def _total(layout: _Layout, figures: Figures) -> tuple[Cell, ...]:
    """Return the last row: the figures of the annex of figures, not a second sum of its own."""
    blank: Sequence[Cell] = [""] * (len(_text_columns(layout)) - 1)
    sums = (one.cell(figures.indicators.get(one.code)) for one in layout.measures)
    return (None, TOTAL, *blank, *sums)
