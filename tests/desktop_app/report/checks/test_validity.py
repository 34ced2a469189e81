"""Products whose recognition ends in the period or within half a year of it are told."""

from datetime import date

import pytest

from desktop_app.domain.records.ocop_products import OcopProduct
from desktop_app.report.checks.validity import validity_remarks
from tests.desktop_app.report.fund_records import records


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (None, ""),
        (date(2022, 12, 31), ""),
        (date(2023, 1, 1), "công nhận đã hết hạn ngày 01/01/2023"),
        (date(2023, 11, 30), "công nhận đã hết hạn ngày 30/11/2023"),
        (date(2024, 5, 30), "công nhận hết hạn ngày 30/05/2024"),
        (date(2024, 6, 1), ""),
    ],
)
def test_what_is_told(ends, words):
    product = OcopProduct(id="o1", name="Bánh tráng", expires_on=ends)
    found = list(validity_remarks(records(ocop_products=[product])))
    assert bool(found) is bool(words)
    if words:
        assert found[0].sentence.startswith(f"Bánh tráng: {words}")
        assert (found[0].register, found[0].record_id, found[0].field) == (
            "ocop_products",
            "o1",
            "expires_on",
        )
