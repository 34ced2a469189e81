"""Pages on the screen, drawn by the real renderer: zoom, walking, search, all by keyboard too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.pdfs import UPRIGHT, WIDE, make_pdf
from tests.ui.keys import press, type_text
from ui.garbage_guard import GarbageGuard
from ui.page_renderer import PageRenderer
from ui.widgets.page_layout import Fit
from ui.widgets.page_viewer import PageViewer


@pytest.fixture
def viewer(qtbot) -> PageViewer:
    made = PageViewer()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def renderer(qtbot, viewer: PageViewer) -> Iterator[PageRenderer]:
    made = PageRenderer(GarbageGuard(viewer), viewer)
    made.opened.connect(viewer.show_pages)
    made.drawn.connect(viewer.put_picture)
    made.found.connect(viewer.show_found)
    viewer.wanted.connect(made.want)
    viewer.searched.connect(made.search)
    yield made
    made.stop()


@pytest.fixture
def settled(qtbot, renderer: PageRenderer):
    def settle() -> None:
        asking = renderer.parent().view._ask_timer
        qtbot.waitUntil(lambda: not asking.isActive() and not renderer.isRunning())

    return settle


@pytest.fixture
def opened(qtbot, viewer: PageViewer, renderer: PageRenderer, settled) -> PageViewer:
    """Twelve pages, the last one lying."""
    with qtbot.waitSignal(renderer.opened):
        renderer.open(make_pdf(*[UPRIGHT] * 11, WIDE))
    qtbot.waitUntil(lambda: viewer.view.picture(0) is not None)
    settled()
    return viewer


def key(qtbot, widget, name: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, name, modifiers)


def test_only_the_pages_around_the_seen_ones_are_drawn(opened: PageViewer) -> None:
    drawn = [page for page in range(12) if opened.view.picture(page) is not None]
    assert drawn[:2] == [0, 1]
    assert len(drawn) <= 3


def test_what_is_seen_is_the_page(opened: PageViewer) -> None:
    view = opened.view
    scale = view.zoom() * 96 / 72
    area = view._area(0)
    seen = view.viewport().grab().toImage()
    ratio = seen.devicePixelRatio()
    inch = area.topLeft() + QPoint(round(108 * scale), round(108 * scale))
    assert seen.pixelColor(round(inch.x() * ratio), round(inch.y() * ratio)) == QColor("black")
    blank = area.topLeft() + QPoint(round(40 * scale), round(108 * scale))
    assert seen.pixelColor(round(blank.x() * ratio), round(blank.y() * ratio)) == QColor("white")


def test_pictures_are_as_sharp_as_the_screen(opened: PageViewer) -> None:
    view = opened.view
    picture = view.picture(0)
    assert picture is not None
    assert abs(picture.width() - view._area(0).width() * view.devicePixelRatioF()) <= 1


def test_keys_walk_over_the_pages(qtbot, opened: PageViewer) -> None:
    view = opened.view
    key(qtbot, view, Qt.Key.Key_End)
    assert view.page() == 11
    assert opened.toolbar.page_text() == "12 / 12"
    key(qtbot, view, Qt.Key.Key_Home)
    assert view.page() == 0
    before = view.verticalScrollBar().value()
    key(qtbot, view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() - before == view.verticalScrollBar().pageStep()
    key(qtbot, view, Qt.Key.Key_PageUp)
    key(qtbot, view, Qt.Key.Key_Down)
    assert 0 < view.verticalScrollBar().value() < 100
    view.set_zoom(Fit.PAGE)
    view.go_to(4)
    key(qtbot, view, Qt.Key.Key_PageDown)
    assert view.page() == 5, "whole pages are turned one by one"
    assert "trang 6 trên 12" in view.accessibleName()


def test_a_page_number_is_gone_to(qtbot, opened: PageViewer) -> None:
    box = opened.toolbar.page_input
    box.setFocus()
    box.selectAll()
    type_text(box, "7")
    press(box, Qt.Key.Key_Return)
    assert opened.view.page() == 6
    assert opened.view.hasFocus()
    for nonsense in ("0", "99", "abc", ""):
        box.setText(nonsense)
        press(box, Qt.Key.Key_Return)
        assert 0 <= opened.view.page() <= 11


def test_zoom_by_keys_keeps_the_middle(qtbot, opened: PageViewer) -> None:
    view = opened.view
    view.go_to(5)
    page, share = view._anchor(view.viewport().height() // 2)
    key(qtbot, view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.fit() is Fit.FREE
    assert view._anchor(view.viewport().height() // 2) == (page, pytest.approx(share, abs=0.01))
    larger = view.zoom()
    key(qtbot, view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() < larger
    key(qtbot, view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fit() is Fit.WIDTH
    assert opened.toolbar.zoom_combo.currentText() == "Vừa ngang"


def test_the_wheel_zooms_where_the_mouse_is(opened: PageViewer) -> None:
    view = opened.view
    view.set_zoom(Fit.FREE, 1.0)
    view.go_to(3)
    before = view._anchor(40)
    at = QPointF(100, 40)
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom() == pytest.approx(1.21)
    assert view._anchor(40) == (before[0], pytest.approx(before[1], abs=0.01))
    assert opened.toolbar.zoom_combo.currentText() == "121%"


def test_the_zoom_stays_within_its_limits(opened: PageViewer) -> None:
    opened.view.set_zoom(Fit.FREE, 9.0)
    assert opened.view.zoom() == 3.0
    opened.view.zoom_by(-50)
    assert opened.view.zoom() == 0.5


def test_pages_wider_than_the_window_show_their_middle_first(opened: PageViewer) -> None:
    view = opened.view
    view.set_zoom(Fit.FREE, 3.0)
    bar = view.horizontalScrollBar()
    assert bar.maximum() > 0
    assert abs(bar.value() - bar.maximum() / 2) <= 1
    bar.setValue(0)
    view.set_zoom(Fit.FREE, 2.9)
    assert bar.value() < bar.maximum() / 4, "what is read stays in view"


def test_a_zoom_is_chosen_from_the_list(opened: PageViewer) -> None:
    combo = opened.toolbar.zoom_combo
    combo.setCurrentIndex(combo.findText("150%"))
    combo.activated.emit(combo.currentIndex())
    assert opened.view.zoom() == 1.5
    combo.setCurrentIndex(combo.findText("Cả trang"))
    combo.activated.emit(combo.currentIndex())
    assert opened.view.fit() is Fit.PAGE
    area = opened.view._area(0)
    assert area.height() <= opened.view.viewport().height()


def search(qtbot, viewer: PageViewer, settled, words: str) -> None:
    key(qtbot, viewer.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert viewer.toolbar.search_box.hasFocus()
    with qtbot.waitSignal(viewer.searched):
        type_text(viewer.toolbar.search_box, words)
    settled()
    # What is found is told page by page; "…" says that pages are still to come.
    qtbot.waitUntil(lambda: not viewer.toolbar.found_text().endswith("…"))


def test_found_words_are_walked_over(qtbot, opened: PageViewer, settled) -> None:
    search(qtbot, opened, settled, "goods")
    assert opened.toolbar.found_text() == "1/12"
    press(opened.toolbar.search_box, Qt.Key.Key_Return)
    assert opened.toolbar.found_text() == "2/12"
    assert opened.view.page() == 1
    key(qtbot, opened.view, Qt.Key.Key_F3)
    assert opened.toolbar.found_text() == "3/12"
    key(qtbot, opened.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, opened.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, opened.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert opened.toolbar.found_text() == "12/12", "before the first comes the last"
    assert opened.view.page() == 11


def test_a_search_begins_at_the_page_being_read(qtbot, opened: PageViewer, settled) -> None:
    opened.view.go_to(7)
    search(qtbot, opened, settled, "page")
    assert opened.toolbar.found_text() == "8/12"


def test_words_that_are_not_there_are_said(qtbot, opened: PageViewer, settled) -> None:
    search(qtbot, opened, settled, "nothing")
    assert opened.toolbar.found_text() == "Không có"
    key(qtbot, opened.toolbar.search_box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.toolbar.found_text() == "")


def test_the_found_words_are_marked_where_they_stand(qtbot, opened: PageViewer, settled) -> None:
    plain = opened.view.viewport().grab().toImage()
    search(qtbot, opened, settled, "goods")
    marked = opened.view.viewport().grab().toImage()
    scale = opened.view.zoom() * 96 / 72
    corner = opened.view._area(0).topLeft()
    ratio = plain.devicePixelRatio()

    def differs(x: float, y: float) -> bool:
        at = (round((corner.x() + x * scale) * ratio), round((corner.y() + y * scale) * ratio))
        return plain.pixelColor(*at) != marked.pixelColor(*at)

    assert any(differs(x, 58) for x in range(245, 285))
    assert not any(differs(x, 100) for x in range(160, 400, 5))


def test_new_pages_keep_page_zoom_and_search(
    qtbot, opened: PageViewer, renderer: PageRenderer, settled
) -> None:
    search(qtbot, opened, settled, "goods")
    opened.view.set_zoom(Fit.FREE, 1.25)
    opened.view.go_to(6)
    with qtbot.waitSignal(renderer.opened):
        renderer.open(make_pdf(*[UPRIGHT] * 14))
    qtbot.waitUntil(lambda: opened.toolbar.found_text() == "1/14" or "/14" in opened.toolbar.found_text())
    settled()
    assert opened.view.page() == 6
    assert opened.view.zoom() == 1.25
    assert opened.toolbar.page_text() == "7 / 14"


def test_a_shorter_report_shows_its_last_page(qtbot, opened: PageViewer, renderer: PageRenderer) -> None:
    opened.view.go_to(11)
    with qtbot.waitSignal(renderer.opened):
        renderer.open(make_pdf(UPRIGHT, UPRIGHT))
    assert opened.view.page() == 1
    assert opened.toolbar.page_text() == "2 / 2"


def test_without_pages_nothing_can_be_asked_for(viewer: PageViewer) -> None:
    toolbar = viewer.toolbar
    for widget in (toolbar.page_input, toolbar.zoom_combo, toolbar.search_box, toolbar.print_button):
        assert not widget.isEnabled()
    press(viewer.view, Qt.Key.Key_End)
    viewer.view.grab()


def test_every_control_is_reached_and_named(qtbot, opened: PageViewer) -> None:
    seen = set()
    opened.toolbar.page_input.setFocus()
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget.accessibleName()
        seen.add(widget.objectName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert {"page_number", "zoom_out_button", "zoom", "zoom_in_button", "search_box", "print_button"} <= seen
    assert {"open_pdf_button", "pages"} <= seen
