"""By which day pages judge, and which day they offer, in this year and in others."""

from datetime import date

import pytest

from desktop_app.ledger import Ledger
from ui.pages.working_day import entry_day, working_day


@pytest.mark.parametrize(
    ("year", "judged_by", "offered"),
    [
        (2022, date(2022, 11, 30), date(2022, 11, 30)),
        (2023, date(2023, 11, 21), date(2023, 11, 21)),
        (2024, date(2023, 11, 21), date(2024, 1, 1)),
    ],
)
def test_days_of_years(ledger: Ledger, year: int, judged_by: date, offered: date) -> None:
    ledger.set_year(year)
    assert (working_day(ledger), entry_day(ledger)) == (judged_by, offered)
