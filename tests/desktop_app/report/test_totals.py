"""The totals of both sample years are the expected ones, in every key."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.query import Query
from tests.records import activity

EXPECTED = json.loads(
    (Path(__file__).parents[2] / "files" / "expected_totals.json").read_text(encoding="utf-8")
)
YEARS = {"ham_thuan_bac": 2023, "thap_muoi": 2022}


@pytest.fixture(params=YEARS)
def district(request):
    return request.param


def test_every_key_is_the_expected_one(sample_of, district):
    expected = {key: value for key, value in EXPECTED[district].items() if key != "note"}
    assert json.loads(json.dumps(sample_of(district).totals(YEARS[district]))) == expected


def test_every_indicator_is_expected(district):
    assert set(EXPECTED[district]["indicators"]) == {one.code for one in load_indicators()}


def test_totals_are_plain_json(sample):
    totals = sample.totals(2023)
    assert json.loads(json.dumps(totals)) == totals


def test_a_year_without_anything_counts_zero(ledger):
    totals = ledger.totals(2031)
    assert (totals["activities"], totals["funds_vnd"]["total"]) == (0, 0)
    assert totals["indicators"]["attendees"] == totals["indicators"]["collectives_commended"] == 0
    assert totals["indicators"]["consumer_preference_pct"] is None
    assert totals["activities_by_content"] == totals["by_content"] == totals["awards_by_status"] == {}


def test_the_trash_counts_nothing(sample):
    for register in sample.registers:
        for record in register.fetch(Query(), limit=register.count(Query())):
            register.delete(record.id)
    totals = sample.totals(2023)
    assert (totals["activities"], totals["awards_by_type"], totals["funds_vnd"]["total"]) == (0, {}, 0)


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2022, 12, 31), 0),
        (date(2023, 1, 1), 1),
        (date(2023, 11, 18), 1),
        (date(2023, 11, 30), 1),
        (date(2023, 12, 1), 0),
    ],
)
def test_the_day_of_an_activity_decides(ledger, day, counted):
    ledger.activities.save(activity(date_start=day, date_end=date(2023, 12, 31), figures={"visitors": 7}))
    totals = ledger.totals(2023)
    assert (totals["activities"], totals["indicators"]["visitors"]) == (counted, 7 * counted)


def test_what_was_left_out_of_one_year_is_in_the_next(ledger):
    ledger.reports.save_period(ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 15)))
    ledger.reports.save_period(ReportPeriod(2024, "", date(2023, 11, 16), date(2024, 11, 30)))
    ledger.activities.save(activity(date_start=date(2023, 11, 18)))
    assert (ledger.totals(2023)["activities"], ledger.totals(2024)["activities"]) == (0, 1)
