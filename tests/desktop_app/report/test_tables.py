"""The annex tables: every figure, every activity that counts, nominees by name, post and unit only."""

from datetime import date

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.awards import AwardLevel, Honorific, NomineeType
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.report.tables.activities import activities_table
from desktop_app.report.tables.figures import figures_table
from desktop_app.report.tables.nominations import nominations_table
from tests.records import SECRETS, activity, nominee

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


def test_nominees_are_ordered_by_kind_level_and_named_fully():
    people = [
        nominee("Cá nhân", id="1", honorific=Honorific.MR, position="Bí thư", unit="Chi bộ 2"),
        nominee("Doanh nghiệp", id="2", nominee_type=NomineeType.ENTERPRISE, honorific=Honorific.MR),
        nominee("Hộ", id="3", nominee_type=NomineeType.HOUSEHOLD),
        nominee("Tập thể", id="4", nominee_type=NomineeType.COLLECTIVE, unit="Xã"),
    ]
    rows = nominations_table(people).rows
    assert [row[1] for row in rows] == ["Tập thể", "Hộ", "Doanh nghiệp", "Ông Cá nhân"]
    assert [row[0] for row in rows] == [1, 2, 3, 4]
    assert rows[3][3] == "Bí thư, Chi bộ 2"
    assert rows[0][3] == "Xã"
    assert rows[3][2] == "Cá nhân"


def test_higher_levels_stand_first():
    levels = [AwardLevel.COMMUNE, AwardLevel.DISTRICT, AwardLevel.PROVINCE, AwardLevel.CENTRAL]
    rows = nominations_table(
        [nominee(str(level), award_level=level, honorific=Honorific.NONE) for level in levels]
    ).rows
    assert [row[1] for row in rows] == ["central", "province", "district", "commune"]


def test_the_list_holds_no_personal_value():
    table = nominations_table([nominee(achievement="Vận động 45 hộ")])
    assert not [one for one in SECRETS if one in repr(table)]


def test_every_row_has_one_cell_a_column(sample):
    for annex in sample.report(sample.reports.period(2023)).annexes:
        assert {len(row) for row in annex.table.rows} == {len(annex.table.columns)}
