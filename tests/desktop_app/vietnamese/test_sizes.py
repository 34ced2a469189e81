"""Sizes of files in Vietnamese."""

import pytest

from desktop_app.vietnamese.sizes import format_size


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (1024, "1 KB"),
        (1025, "2 KB"),
        (350_000, "342 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1024 * 1024, "1 MB"),
        (15 * 1024 * 1024, "15 MB"),
        (1024**3 - 1, "1 GB"),
        (int(2.5 * 1024**3), "2,5 GB"),
    ],
)
def test_a_size_is_told_in_the_unit_that_fits(count, text):
    assert format_size(count) == text
