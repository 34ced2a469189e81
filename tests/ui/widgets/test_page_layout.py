import pytest

from tests.pdfs import UPRIGHT, WIDE
from ui.widgets.page_layout import GAP, Fit, PageLayout


def test_pages_take_the_width_each_for_itself() -> None:
    layout = PageLayout([UPRIGHT, WIDE], Fit.WIDTH, 1.0, 600, 400)
    assert [place.width for place in layout.places] == [600 - 2 * GAP] * 2
    assert layout.places[0].zoom > layout.places[1].zoom
    assert layout.places[1].top == layout.places[0].top + layout.places[0].height + GAP
    assert layout.height == layout.places[1].top + layout.places[1].height + GAP


def test_a_whole_page_fits() -> None:
    layout = PageLayout([UPRIGHT, WIDE], Fit.PAGE, 1.0, 600, 400)
    for place in layout.places:
        assert place.height <= 400 - 2 * GAP
        assert place.width <= 600 - 2 * GAP


def test_at_100_percent_an_inch_has_96_pixels() -> None:
    (place,) = PageLayout([(72, 144)], Fit.FREE, 1.0, 600, 400).places
    assert (place.width, place.height, place.left) == (96, 192, 252)


def test_pages_wider_than_the_window_widen_the_strip() -> None:
    layout = PageLayout([UPRIGHT], Fit.FREE, 3.0, 600, 400)
    assert layout.width > 600
    assert layout.places[0].left == GAP


@pytest.mark.parametrize(("y", "page"), [(0, 0), (GAP, 0), (111, 0), (GAP + 192 + GAP, 1), (10_000, 2)])
def test_pages_are_found_by_height(y: int, page: int) -> None:
    assert PageLayout([(72, 144)] * 3, Fit.FREE, 1.0, 600, 400).page_at(y) == page


def test_nothing_is_laid_out_without_pages() -> None:
    layout = PageLayout([], Fit.WIDTH, 1.0, 600, 400)
    assert layout.visible(0, 400) == range(0)
    assert layout.page_at(5) == 0
