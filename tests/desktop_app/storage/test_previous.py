"""The choice of what a report is compared with comes back the same; a damaged one is said."""

import pytest

from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode, UnitFigures
from desktop_app.domain.records.activities import FundGroup
from desktop_app.errors import LedgerFileError
from tests.records import change_raw, raw

CHOICE = PreviousChoice(
    mode=PreviousMode.UNITS,
    indicators={"visitors": 5, "radio_minutes": 2.5},
    funds={FundGroup.OTHER: 10**12},
    units=(UnitFigures(file="a.zip", unit_code="23059", year=2022, indicators={"visitors": 1}, funds={}),),
    allows_parts=True,
    note="Phần nhỏ",
)


def test_a_choice_comes_back_the_same_for_its_period_alone(ledger, beside):
    year, half = ledger.reports.period(2023), ledger.reports.period(2023, "6T")
    ledger.previous.save(year, CHOICE)
    assert beside.previous.choice(year) == CHOICE
    assert beside.previous.choice(half) == PreviousChoice()


def test_going_back_to_the_usual_leaves_nothing(ledger):
    period = ledger.reports.period(2023)
    ledger.previous.save(period, CHOICE)
    ledger.previous.save(period, PreviousChoice())
    assert raw(ledger.path, "SELECT key FROM settings WHERE key LIKE 'previous%'") == []


def test_a_damaged_choice_is_said(ledger):
    period = ledger.reports.period(2023)
    ledger.previous.save(period, CHOICE)
    change_raw(ledger.path, "UPDATE settings SET value = '{\"mode\": 7}' WHERE key LIKE 'previous%'")
    with pytest.raises(LedgerFileError):
        ledger.previous.choice(period)
