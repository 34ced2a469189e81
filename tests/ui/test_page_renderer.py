"""Pages drawn and searched in a thread of their own."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from tests.pdfs import UPRIGHT, WIDE, make_pdf
from ui.garbage_guard import GarbageGuard
from ui.page_renderer import PageRenderer


@pytest.fixture
def renderer(qtbot) -> Iterator[PageRenderer]:
    owner = QObject()
    made = PageRenderer(GarbageGuard(owner), owner)
    yield made
    made.stop()


def test_the_first_page_comes_without_the_others(qtbot, renderer: PageRenderer) -> None:
    drawn: list[int] = []
    renderer.drawn.connect(lambda page, _dpi, _picture: drawn.append(page))
    with qtbot.waitSignal(renderer.opened) as opened:
        renderer.open(make_pdf(*[UPRIGHT] * 50, WIDE))
    assert len(opened.args[0]) == 51
    with qtbot.waitSignal(renderer.drawn) as first:
        renderer.want([(50, 72.0)])
    page, dpi, picture = first.args
    assert (page, dpi) == (50, 72.0)
    assert (picture.width(), picture.height()) == (842, 596)
    assert picture.pixelColor(108, 108) == QColor("black")
    assert picture.pixelColor(50, 108) == QColor("white")
    qtbot.waitUntil(lambda: not renderer.isRunning())
    assert drawn == [50]


def test_a_newer_wish_replaces_the_one_before(qtbot, renderer: PageRenderer) -> None:
    with qtbot.waitSignal(renderer.opened):
        renderer.open(make_pdf(*[UPRIGHT] * 60))
    drawn: list[int] = []
    renderer.drawn.connect(lambda page, _dpi, _picture: drawn.append(page))
    renderer.want([(page, 96.0) for page in range(60)])
    renderer.want([(59, 96.0)])
    qtbot.waitUntil(lambda: 59 in drawn)
    qtbot.waitUntil(lambda: not renderer.isRunning())
    assert drawn[-1] == 59
    assert len(drawn) <= 2, "at most the page that was already begun"


def test_words_are_found_page_by_page(qtbot, renderer: PageRenderer) -> None:
    with qtbot.waitSignal(renderer.opened):
        renderer.open(make_pdf(*[UPRIGHT] * 3))
    with qtbot.waitSignal(renderer.found, check_params_cb=lambda _text, _hits, is_all: is_all) as found:
        renderer.search("goods")
    assert [hit.page for hit in found.args[1]] == [0, 1, 2]
    with qtbot.waitSignal(renderer.found) as found:
        renderer.search("nothing")
    assert found.args == ["nothing", (), True]


def test_what_is_no_pdf_is_said(qtbot, renderer: PageRenderer) -> None:
    with qtbot.waitSignal(renderer.failed) as failed:
        renderer.open(b"no PDF")
    assert "PDF" in failed.args[0]


def test_what_was_wished_of_other_pages_is_told_to_nobody(qtbot, renderer: PageRenderer) -> None:
    drawn: list[int] = []
    renderer.drawn.connect(lambda page, _dpi, _picture: drawn.append(page))
    with qtbot.waitSignal(renderer.opened):
        renderer.open(make_pdf(UPRIGHT))
    renderer.want([(0, 72.0)])
    with qtbot.waitSignal(renderer.opened) as opened:
        renderer.open(make_pdf(WIDE, WIDE))
    assert len(opened.args[0]) == 2
    qtbot.waitUntil(lambda: not renderer.isRunning())
    assert drawn == []


def test_the_collector_rests_only_while_it_works(qtbot, renderer: PageRenderer) -> None:
    renderer.open(make_pdf(UPRIGHT))
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled)
    renderer.want([(0, 72.0)])
    assert not gc.isenabled()
    renderer.stop()
    assert gc.isenabled()
