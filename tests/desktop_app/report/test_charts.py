"""Charts as data: the figures of the tables again, and nothing that shows nothing."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import ActivityStatus, FundGroup, FundLine
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.build import source_charts
from desktop_app.report.charts import NO_CONTENT
from desktop_app.report.model import ChartKind
from tests.records import activity


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def by_key(ledger, period):
    return {chart.key: chart for chart in source_charts(ledger.reporting.source(period))}


def values(chart, series=-1):
    return dict(zip(chart.categories, chart.series[series].values, strict=True))


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_the_charts_of_a_sample_show_the_figures_of_the_annexes(sample_of, district):
    ledger = sample_of(district)
    period = ledger.reports.period(ledger.year)
    figures, charts = ledger.figures(period), by_key(ledger, period)
    assert list(charts) == ["contents", "months", "attendees", "media", "market", "commended", "funds"]
    assert sum(charts["contents"].series[0].values) == figures.activities
    assert sum(charts["months"].series[0].values) == figures.activities
    assert sum(charts["attendees"].series[0].values) == figures.indicators["attendees"]
    assert sum(charts["funds"].series[0].values) * 1_000_000 == sum(figures.funds.values())
    assert values(charts["market"])["Vụ vi phạm được xử lý"] == figures.indicators["violations"]
    assert values(charts["media"])["Mạng xã hội"] == figures.indicators["social_posts"]
    for chart in charts.values():
        assert {len(one.values) for one in chart.series} == {len(chart.categories)}


def test_nothing_and_a_single_bar_are_no_chart(ledger, period):
    assert by_key(ledger, period) == {}
    ledger.activities.save(activity(content_code="C1", figures={"attendees": 50, "violations": 2}))
    assert by_key(ledger, period) == {}


def test_two_contents_are_a_chart(ledger, period):
    ledger.activities.save(activity(content_code="C6"))
    ledger.activities.save(activity(content_code="C1"))
    ledger.activities.save(activity(content_code="C1"))
    chart = by_key(ledger, period)["contents"]
    assert values(chart) == {"Tuyên truyền": 2, "Hàng Việt về nông thôn": 1}
    assert (chart.kind, chart.unit, chart.series[0].name) == (ChartKind.BARS, "hoạt động", "Năm 2023")


def test_activities_without_a_content_are_not_lost(ledger, period):
    ledger.activities.save(activity(content_code="C1"))
    ledger.activities.save(activity())
    ledger.activities.save(activity(status=ActivityStatus.CANCELLED))
    chart = by_key(ledger, period)["contents"]
    assert values(chart) == {"Tuyên truyền": 1, NO_CONTENT: 1}


def test_the_period_before_stands_beside_this_one(ledger, period):
    for day, code in ((date(2022, 3, 1), "C1"), (date(2022, 3, 2), "C8"), (date(2023, 3, 1), "C1")):
        ledger.activities.save(activity(date_start=day, content_code=code))
    chart = by_key(ledger, period)["contents"]
    assert [one.name for one in chart.series] == ["Năm 2022", "Năm 2023"]
    assert values(chart, 0) == {"Tuyên truyền": 1, "Khen thưởng": 1}
    assert values(chart, 1) == {"Tuyên truyền": 1, "Khen thưởng": 0}


def test_months_have_zeros_between(ledger, period):
    ledger.activities.save(activity(date_start=date(2023, 1, 31), figures={"attendees": 5}))
    ledger.activities.save(activity(date_start=date(2023, 11, 18), figures={"attendees": 7}))
    charts = by_key(ledger, period)
    months = charts["months"]
    assert months.kind is ChartKind.COLUMNS
    assert months.categories == tuple(f"T{month}" for month in range(1, 12))
    assert months.series[0].values == (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert charts["attendees"].series[0].values == (5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7)


@pytest.mark.parametrize(
    ("first", "last", "word", "labels"),
    [
        (date(2022, 12, 1), date(2023, 11, 30), "tháng", ["T12/22", "T1/23"]),
        (date(2022, 2, 15), date(2023, 3, 10), "quý", ["I/22", "II/22"]),
        (date(2020, 7, 20), date(2023, 4, 30), "quý", ["III/20", "IV/20"]),
        (date(2009, 7, 31), date(2024, 12, 31), "năm", ["2009", "2010"]),
    ],
)
def test_long_periods_are_shown_in_longer_parts(ledger, first, last, word, labels):
    ledger.activities.save(activity(date_start=first))
    ledger.activities.save(activity(date_start=last))
    period = ReportPeriod(last.year, "DX", first, last)
    chart = by_key(ledger, period)["months"]
    assert chart.title == f"Số hoạt động theo {word}"
    assert list(chart.categories[:2]) == labels
    assert len(chart.categories) <= 16
    assert (chart.series[0].values[0], chart.series[0].values[-1], sum(chart.series[0].values)) == (1, 1, 2)


def test_what_other_bodies_reported_has_no_month_and_the_title_says_so(ledger, period):
    for month in (2, 3):
        ledger.activities.save(activity(date_start=date(2023, month, 1), figures={"attendees": 10}))
    assert by_key(ledger, period)["attendees"].title == "Lượt người tham dự theo tháng"
    ledger.register("reported_figures").save(
        ReportedFigures(body="Hội Nông dân", period_to=period.data_to, figures={"attendees": 500})
    )
    chart = by_key(ledger, period)["attendees"]
    assert chart.title == "Lượt người tham dự theo tháng (các hoạt động của đơn vị)"
    assert sum(chart.series[0].values) == 20


def test_money_is_shown_in_millions(ledger, period):
    funds = (
        FundLine(source="NS", group=FundGroup.STATE_BUDGET, amount_vnd=1_500_000),
        FundLine(source="XHH", group=FundGroup.SOCIALISED, amount_vnd=250_000),
    )
    ledger.activities.save(activity(funds=funds))
    chart = by_key(ledger, period)["funds"]
    assert (chart.unit, values(chart)) == ("triệu đồng", {"Ngân sách nhà nước": 1.5, "Xã hội hóa": 0.25})


def test_charts_are_the_annex_behind_the_tables_unless_the_office_prints_none(sample):
    period = sample.reports.period(2023)
    last = sample.report(period).annexes[-1]
    assert (last.title, last.content.key, last.landscape) == (
        "Một số biểu đồ kết quả thực hiện",
        "charts",
        False,
    )
    assert last.content.charts == tuple(by_key(sample, period).values())
    sample.save_office(replace(sample.office, prints_charts=False))
    assert all(one.table for one in sample.report(period).annexes)
