"""The annexes: order and numbers, nothing empty, whole rows, the sums of the figures, no personal value."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.query import Query
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.model import CellKind
from tests.records import activity

ORDER = [
    "figures",
    "documents",
    "committee",
    "conferences",
    "fairs",
    "market_checks",
    "points_of_sale",
    "products",
    "models",
    "nominations",
    "procurement",
    "subunits",
    "activities",
]


def annexes(ledger):
    report = ledger.report(ledger.reports.period(ledger.year))
    return {table.key: annex for annex, table in report.tables()}


def test_the_annexes_of_a_whole_year_stand_in_their_order(sample):
    found = sample.report(sample.reports.period(2023)).annexes
    assert [one.content.key for one in found] == [*ORDER, "charts"]
    assert [one.number for one in found][:11] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
    ]
    assert all(one.title for one in found)
    assert all(table.rows for _, table in sample.report(sample.reports.period(2023)).tables())


def test_an_empty_annex_is_left_out(ledger):
    ledger.activities.save(activity(figures={"visitors": 5}))
    found = ledger.report(ledger.reports.period(2023)).annexes
    assert [(one.number, one.table.key) for one in found] == [
        ("I", "figures"),
        ("II", "fairs"),
        ("III", "activities"),
    ]


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_every_row_has_one_cell_a_column(sample_of, district):
    for annex in annexes(sample_of(district)).values():
        assert {len(row) for row in annex.table.rows} == {len(annex.table.columns)}


@pytest.mark.parametrize(
    "reported", [{}, {"attendees": 500, "stalls": 3, "revenue_vnd": 1_500_000, "violations": 2}]
)
@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_the_sums_are_the_figures(sample_of, district, reported):
    ledger = sample_of(district)
    period = ledger.reports.period(ledger.year)
    if reported:
        ledger.register("reported_figures").save(
            ReportedFigures(body="Hội Nông dân", period_to=period.data_to, figures=reported)
        )
    figures = ledger.figures(period)
    for key in ("conferences", "fairs", "market_checks"):
        table = annexes(ledger)[key].table
        *rows, total = table.rows
        assert table.bold_rows == {len(rows)}
        for place, column in enumerate(table.columns):
            if column.kind not in (CellKind.INTEGER, CellKind.DECIMAL):
                continue
            factor = 1_000_000 if column.kind is CellKind.DECIMAL else 1
            assert round(sum(row[place] or 0 for row in rows) * factor) == figures.indicators[column.key]
            assert round((total[place] or 0) * factor) == figures.indicators[column.key]
        others = [row for row in rows if row[1] == "Số liệu do các đơn vị khác báo cáo"]
        assert bool(others) == bool(reported)


def test_lists_of_registers_are_as_long_as_their_figures(sample):
    figures = sample.figures(sample.reports.period(2023))
    tables = {key: one.table for key, one in annexes(sample).items()}
    assert len(tables["documents"].rows) == figures.indicators["docs_issued"]
    assert len(tables["points_of_sale"].rows) == figures.points_of_sale_active
    stars = [row[4] for row in tables["products"].rows if row[0] and row[4]]
    assert {str(star): stars.count(star) for star in stars} == dict(figures.ocop_by_stars)
    assert len(tables["subunits"].rows) == figures.subunits
    bought = tables["procurement"].rows[-1]
    assert round(bought[3] * 1_000_000) == figures.indicators["procurement_total_vnd"]
    assert round(bought[4] * 1_000_000) == figures.indicators["procurement_value_vnd"]
    assert round(bought[5], 1) == figures.indicators["procurement_ratio_pct"]


def test_no_contact_of_a_member_is_printed(sample):
    store = sample.register("steering_committee")
    first = store.get(store.fetch(Query())[0].id)
    store.save(replace(first, phone="0987650001", email="ai@example.invalid"))
    text = repr(sample.report(sample.reports.period(2023)))
    assert "0987650001" not in text
    assert "ai@example.invalid" not in text


def test_wide_tables_lie_across(sample):
    wide = {key for key, one in annexes(sample).items() if one.landscape}
    assert "committee" not in wide
    assert {"documents", "fairs", "market_checks", "points_of_sale", "products", "models"} <= wide


def test_days_of_the_period_decide(sample):
    period = replace(sample.reports.period(2023), data_from=date(2023, 9, 1))
    keys = {table.key: table for _, table in sample.report(period).tables()}
    assert {row[2].month for row in keys["documents"].rows} <= {9, 10, 11}
