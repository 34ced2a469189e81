"""Changes in percent and points, sums over units, and percentages counted from their parts."""

from datetime import date

import pytest

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import FundGroup
from desktop_app.report.comparison import PreviousFigures, Totals, change, figures_of, summed
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.report.model import CellKind
from desktop_app.report.tables.figures import figures_table
from tests.records import activity

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
INDICATORS = load_indicators()
RATIO = "procurement_ratio_pct"


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (45, 40, "+12,5%"),
        (92, 100, "-8,0%"),
        (7, 7, "0,0%"),
        (10_000, 9_999, "0,0%"),
        (2, 3, "-33,3%"),
        (0, 5, "-100,0%"),
        (3, 1, "+200,0%"),
    ],
)
def test_a_change_is_told_in_percent_of_the_earlier_figure(now, before, text):
    assert change(now, before).text == text


@pytest.mark.parametrize(("now", "before"), [(5, 0), (5, None), (None, 5), (None, None), (0, 0)])
def test_without_an_earlier_figure_there_is_no_change(now, before):
    assert change(now, before) is None


def test_percentages_are_compared_in_points():
    assert change(82.4, 81.2, is_percent=True).text == "+1,2 điểm %"
    assert change(80.0, 82.35, is_percent=True).text == "-2,4 điểm %"
    assert change(3.5, 0, is_percent=True).text == "+3,5 điểm %"
    assert change(3.5, None, is_percent=True) is None


def test_a_percentage_is_counted_from_its_parts_and_never_taken_over():
    ratio = next(one for one in INDICATORS if one.code == RATIO)
    typed = Totals({ratio.numerator: 30, ratio.denominator: 40, RATIO: 99})
    assert figures_of(typed, INDICATORS).indicators[RATIO] == 75
    assert RATIO not in figures_of(Totals({ratio.numerator: 30}), INDICATORS).indicators
    assert RATIO not in figures_of(Totals({RATIO: 99}), INDICATORS).indicators


def test_sums_over_units_leave_out_what_one_unit_does_not_tell():
    ratio = next(one for one in INDICATORS if one.code == RATIO)
    first = Totals(
        {"visitors": 5, ratio.numerator: 10, ratio.denominator: 20, RATIO: 50}, {FundGroup.OTHER: 7}
    )
    second = Totals({"visitors": 6, ratio.numerator: 80, ratio.denominator: 80, "stalls": 3}, {})
    total = summed([first, second], INDICATORS)
    assert total.indicators == {"visitors": 11, ratio.numerator: 90, ratio.denominator: 100}
    assert total.funds == {FundGroup.STATE_BUDGET: 0, FundGroup.SOCIALISED: 0, FundGroup.OTHER: 7}
    assert figures_of(total, INDICATORS).indicators[RATIO] == 90  # not (50 + 100) / 2
    assert summed([first, Totals({"visitors": 1})], INDICATORS).funds is None
    assert summed([], INDICATORS) == Totals()


def test_the_annex_has_the_columns_of_a_comparison():
    now = compute(PeriodRecords(YEAR, [activity(figures={"visitors": 45, "stalls": 3})], (), ()), INDICATORS)
    before = figures_of(Totals({"visitors": 40, "conferences": 0}, {FundGroup.OTHER: 100}), INDICATORS)
    table = figures_table(now, INDICATORS, PreviousFigures("năm 2022", before))
    assert [column.title for column in table.columns] == [
        "TT", "Nội dung, chỉ tiêu", "ĐVT", "Kỳ trước", "Kỳ này", "So sánh (%)", "Ghi chú",
    ]  # fmt: skip
    assert table.columns[5].kind is CellKind.CHANGE
    assert all(len(row) == 7 for row in table.rows)
    rows = {row[1]: row[3:6] for row in table.rows}
    labels = {one.code: one.label for one in INDICATORS}
    assert rows[labels["visitors"]] == (40, 45, 12.5)
    assert rows[labels["conferences"]] == (0, 0, None)
    assert rows[labels["stalls"]] == (None, 3, None)
    assert rows["Tổng kinh phí"] == (100, 0, -100.0)
    assert "Kỳ trước: năm 2022 (từ sổ này)" in table.unit_note


def test_the_annex_tells_points_and_what_is_not_whole():
    ratio = next(one for one in INDICATORS if one.code == RATIO)
    now = figures_of(Totals({ratio.numerator: 3, ratio.denominator: 4}), INDICATORS)
    before = figures_of(Totals({ratio.numerator: 1, ratio.denominator: 2}), INDICATORS)
    previous = PreviousFigures(
        "năm 2024",
        before,
        "cộng từ 2 tệp",
        is_complete=False,
        notes=("chia tách", "lý do"),
        funds_known=False,
    )
    table = figures_table(now, INDICATORS, previous)
    rows = {row[1]: row[3:6] for row in table.rows}
    assert rows[ratio.label] == (50, 75, "+25,0 điểm %")
    assert rows["Tổng kinh phí"] == (None, 0, None)
    assert "chia tách; lý do. So sánh" in table.unit_note


def test_without_a_period_before_the_annex_stays_as_it_is():
    now = compute(PeriodRecords(YEAR, [activity(figures={"visitors": 45})], (), ()), INDICATORS)
    table = figures_table(now, INDICATORS)
    assert [column.key for column in table.columns] == ["order", "indicator", "unit", "value", "note"]
    assert table.unit_note == ""
