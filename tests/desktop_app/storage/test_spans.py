"""A list can ask for the days in which a date lies."""

from datetime import date

import pytest

from desktop_app.domain.query import Query, Span
from desktop_app.domain.records.points_of_sale import PointOfSale

DAY = date(2023, 5, 20)


@pytest.fixture
def store(ledger):
    register = ledger.register("points_of_sale")
    for name, opened in (
        ("trước", date(2023, 5, 19)),
        ("đúng", DAY),
        ("sau", date(2023, 5, 21)),
        ("trống", None),
    ):
        register.save(PointOfSale(name=name, opened_on=opened))
    return register


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(), {"trước", "đúng", "sau"}),
        (Span(last=DAY), {"trước", "đúng"}),
        (Span(first=DAY), {"đúng", "sau"}),
        (Span(DAY, DAY), {"đúng"}),
        (Span(DAY, DAY, or_empty=True), {"đúng", "trống"}),
        (Span(date.max, date.min, or_empty=True), {"trống"}),
    ],
)
def test_days_are_included_and_an_empty_date_only_if_wanted(store, span, expected):
    query = Query(spans={"opened_on": span})
    assert {one.name for one in store.fetch(query)} == expected
    assert store.count(query) == len(expected)


@pytest.mark.parametrize("field", ["name", "no_such_field", "support_vnd"])
def test_only_dates_have_days(store, field):
    with pytest.raises(KeyError):
        store.fetch(Query(spans={field: Span(last=DAY)}))
