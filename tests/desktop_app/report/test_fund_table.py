"""The table of funds holds every sum once and adds up to the figures of the report."""

import pytest

from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.funds import FundKind
from desktop_app.report.fund_table import fund_table
from desktop_app.report.funds import fund_totals
from tests.desktop_app.report.fund_records import (
    MILLION,
    enterprise,
    entry,
    line,
    point,
    records,
    support,
    told,
)


def shown(rows):
    return [(row.source, row.group, row.planned_vnd // MILLION, row.spent_vnd // MILLION) for row in rows]


def test_groups_come_first_then_their_sources_then_the_sum_of_all():
    rows = fund_table(
        records(
            told(line(20, "Ngân sách huyện"), line(7, "Xã hội hóa", FundGroup.SOCIALISED, in_kind=True)),
            funds=[
                entry(30, kind=FundKind.PLANNED),
                entry(2, source="ngân  sách Huyện"),
                entry(9, kind=FundKind.PLANNED, source="Ngân sách tỉnh"),
            ],
        )
    )
    state, socialised = FundGroup.STATE_BUDGET, FundGroup.SOCIALISED
    assert shown(rows) == [
        ("", state, 39, 22),
        ("Ngân sách huyện", state, 30, 22),
        ("Ngân sách tỉnh", state, 9, 0),
        ("", socialised, 0, 7),
        ("Xã hội hóa", socialised, 0, 7),
        ("", None, 39, 29),
    ]
    assert [row.in_kind_vnd // MILLION for row in rows] == [0, 0, 0, 7, 7, 7]


def test_a_linked_support_stands_in_its_activity_alone():
    rows = fund_table(
        records(
            told(line(80)),
            points_of_sale=[point(support_activity="a1"), point(20, id="p2")],
            enterprises=[enterprise(support(30), support(40, activity="a1"))],
        )
    )
    assert rows[-1].spent_vnd == 130 * MILLION
    behind = [(one.register, one.record_id, one.amount_vnd // MILLION) for one in rows[-1].spent]
    assert behind == [("activities", "a1", 80), ("points_of_sale", "p2", 20), ("enterprises", "e1", 30)]


@pytest.mark.parametrize(
    ("planned", "spent", "used", "over"),
    [(10, 5, 50.0, False), (10, 10, 100.0, False), (10, 11, 110.0, True), (0, 5, None, False)],
)
def test_what_is_used_of_the_plan(planned, spent, used, over):
    entries = [entry(planned, kind=FundKind.PLANNED)] if planned else []
    row = fund_table(records(told(line(spent, "Ngân sách huyện")), funds=entries))[-1]
    assert row.used_pct == (pytest.approx(used) if used is not None else None)
    assert row.is_overspent is over


def test_an_empty_period_has_no_rows():
    assert fund_table(records()) == []


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_the_sample_adds_up_to_the_report(sample_of, district):
    ledger = sample_of(district)
    period = ledger.reports.period(ledger.year)
    rows, figures = ledger.fund_table(period), ledger.figures(period)
    assert fund_totals(rows[-1].spent) == dict(figures.funds)
    assert fund_totals(rows[-1].planned) == dict(figures.funds_planned)
    sums = [row for row in rows if not row.source and row.group]
    sources = [row for row in rows if row.source]
    assert sum(row.spent_vnd for row in sums) == sum(row.spent_vnd for row in sources) == rows[-1].spent_vnd
