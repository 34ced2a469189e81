"""The list of activities: days, place in the report, outcome."""

from datetime import date

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.tables.activities import activities_table
from tests.records import activity

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
INDICATORS = load_indicators()


def records(*activities):
    return PeriodRecords(YEAR, activities, (), ())


def test_activities_are_listed_with_days_and_outcome():
    rows = activities_table(
        records(
            activity("A", date_end=date(2023, 5, 20), figures={"visitors": 5}, result="Tốt."),
            activity("B", date_end=date(2023, 6, 2), is_estimate=True, figures={"visitors": 1200}),
            activity("C", result="Chỉ lời."),
            activity("D"),
            activity("Hủy", status=ActivityStatus.CANCELLED),
            activity("Dự kiến", status=ActivityStatus.PLANNED),
        ),
        INDICATORS,
        {},
    ).rows
    assert [(row[0], row[2]) for row in rows] == [(1, "A"), (2, "B"), (3, "C"), (4, "D")]
    assert rows[0][1] == "20/05/2023"
    assert rows[1][1] == "20/05 - 02/06/2023"
    assert [row[6] for row in rows] == [
        "05 lượt khách tham quan, mua sắm. Tốt.",
        "1.200 lượt khách tham quan, mua sắm (ước)",
        "Chỉ lời.",
        "",
    ]


def test_cells_begin_with_a_capital_and_kinds_of_units_are_small_in_lists():
    held = activity("A", place="Xã La Dạ, Xã Hàm Phú, Phường 7", figures={"trade_events": 1})
    market = activity("B", place="chợ Ma Lâm", figures={"visitors": 5})
    rows = activities_table(records(held, market), INDICATORS, {}).rows
    assert [row[5] for row in rows] == ["Xã La Dạ, xã Hàm Phú, Phường 7", "Chợ Ma Lâm"]
    assert all(row[6][0].isupper() or row[6][0].isdigit() for row in rows)
