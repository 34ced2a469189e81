"""The annex of figures: every total once, estimates marked."""

from datetime import date

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.report.tables.figures import figures_table
from tests.records import activity

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
INDICATORS = load_indicators()


def records(*activities):
    return PeriodRecords(YEAR, activities, (), ())


def test_the_annex_holds_every_total_once(sample):
    figures = sample.figures(sample.reports.period(2023))
    table = figures_table(figures, INDICATORS)
    printed = {row[1]: row[3] for row in table.rows if row[0] is not None}
    labels = {one.code: one.label for one in INDICATORS}
    assert {labels[code]: value for code, value in figures.indicators.items()}.items() <= printed.items()
    assert [row[0] for row in table.rows if row[0] is not None] == list(range(1, len(printed) + 1))
    assert table.rows[-1][1:4] == ("Tổng kinh phí", "đồng", 1_190_000_000)
    bold = [table.rows[place][1] for place in sorted(table.bold_rows)]
    assert bold[0] == "Công tác lãnh đạo, chỉ đạo"
    assert bold[-2:] == ["Kinh phí thực hiện", "Tổng kinh phí"]


def test_estimates_are_marked():
    figures = compute(records(activity(figures={"visitors": 5}, is_estimate=True)), INDICATORS)
    notes = {row[1]: row[4] for row in figures_table(figures, INDICATORS).rows}
    label = next(one.label for one in INDICATORS if one.code == "visitors")
    assert notes[label] == "Có số ước"
    assert list(notes.values()).count("Có số ước") == 1
