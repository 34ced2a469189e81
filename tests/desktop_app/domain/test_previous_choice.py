"""Which days a report is compared with, where the office sets its days itself."""

from datetime import date

import pytest

from desktop_app.domain.periods import AD_HOC, CAMPAIGN, KINDS, ReportPeriod, usual_period
from desktop_app.domain.previous_choice import shifted_period


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (
            ReportPeriod(2024, AD_HOC, date(2024, 2, 29), date(2024, 6, 30)),
            date(2023, 2, 28),
            date(2023, 6, 30),
        ),
        (
            ReportPeriod(2024, CAMPAIGN, date(2009, 7, 31), date(2024, 7, 30)),
            date(1993, 7, 31),
            date(2008, 7, 30),
        ),
    ],
)
def test_own_days_are_shifted(period, first, last):
    before = shifted_period(period)
    assert (before.data_from, before.data_to, before.code) == (first, last, period.code)
    assert before.data_to < period.data_from
    assert before.year < period.year


def test_the_other_kinds_have_the_days_of_the_ledger():
    kinds = [kind.code for kind in KINDS if shifted_period(usual_period(2023, kind.code)) is None]
    assert kinds == [kind.code for kind in KINDS if kind.code not in (AD_HOC, CAMPAIGN)]
