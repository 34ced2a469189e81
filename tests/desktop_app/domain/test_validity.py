"""A recognition holds for 36 months; half a year before its end it is told."""

from datetime import date

import pytest

from desktop_app.domain.query import Query
from desktop_app.domain.records.ocop_products import OcopProduct
from desktop_app.domain.validity import Validity, months_after, validity_on, validity_span

DAY = date(2023, 11, 20)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2020, 10, 11), 36, date(2023, 10, 11)),
        (date(2020, 2, 29), 36, date(2023, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2023, 12, 1), 1, date(2024, 1, 1)),
        (date(2023, 11, 30), 12, date(2024, 11, 30)),
    ],
)
def test_months_later(day, months, expected):
    assert months_after(day, months) == expected


ENDS = {
    None: Validity.OPEN,
    date(2023, 11, 19): Validity.EXPIRED,
    DAY: Validity.EXPIRED,
    date(2023, 11, 21): Validity.EXPIRING,
    date(2024, 5, 20): Validity.EXPIRING,
    date(2024, 5, 21): Validity.VALID,
}


@pytest.mark.parametrize(("ends", "expected"), ENDS.items())
def test_the_state_on_a_day(ends, expected):
    product = OcopProduct(name="Bánh tráng", expires_on=ends)
    assert validity_on(product, DAY) is expected
    if ends is not None:
        assert product.is_valid_on(DAY) == (expected is not Validity.EXPIRED)


@pytest.mark.parametrize("validity", Validity)
def test_the_filter_of_a_list_finds_just_the_products_in_that_state(ledger, validity):
    store = ledger.register("ocop_products")
    for ends in ENDS:
        store.save(OcopProduct(name=f"Sản phẩm {ends}", expires_on=ends))
    found = store.fetch(Query(spans={"expires_on": validity_span(validity, DAY)}))
    wanted = [ends for ends, state in ENDS.items() if state is validity]
    assert sorted(str(one.expires_on) for one in found) == sorted(map(str, wanted))
