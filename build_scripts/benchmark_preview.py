"""Measure the preview of a 500-page report, and the window's pauses with a year of 20,000 activities; as JSON.

    python build_scripts/benchmark_preview.py

A first page counts as shown when its picture is painted; `idle` is how long the same window pauses with nothing to do.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmark import _large_ledger
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ledger import create_sample_ledger
from desktop_app.report.model import Report, Table
from desktop_app.report.writers import write
from ui.garbage_guard import GarbageGuard
from ui.operations import Operations
from ui.page_renderer import PageRenderer
from ui.pages.report_page import ReportPage
from ui.pages.report_steps import Step
from ui.widgets.page_viewer import PageViewer

PAGES = 500
ACTIVITIES = 20_000
ROUNDS = 5
_ROWS_A_PAGE = 9
_BEAT_MS = 5


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = _first_page(application, _long_pdf(folder)) | _pauses(application, folder)
    print(json.dumps(figures))


def _long_pdf(folder: Path) -> bytes:
    """Return a sample report whose list of nominations goes on for hundreds of pages."""
    with create_sample_ledger(folder / "sample.sohangviet") as ledger:
        report = ledger.report(ledger.reports.period(ledger.year))
    path = folder / "long.pdf"
    write("pdf", _stretched(report, PAGES * _ROWS_A_PAGE), path)
    return path.read_bytes()


def _stretched(report: Report, count: int) -> Report:
    place, table = next(
        (place, annex.content)
        for place, annex in enumerate(report.annexes)
        if isinstance(annex.content, Table) and annex.content.key == "nominations"
    )
    rows = [table.rows[number % len(table.rows)] for number in range(count)]
    longer = replace(report.annexes[place], content=replace(table, rows=rows))
    return replace(report, annexes=(*report.annexes[:place], longer, *report.annexes[place + 1 :]))


def _first_page(application: QApplication, data: bytes) -> dict[str, float]:
    """Return the slowest first page of some rounds, in ms, and the seconds of a search over all pages."""
    viewer = PageViewer()
    viewer.resize(900, 640)
    viewer.show()
    renderer = PageRenderer(GarbageGuard(viewer), viewer)
    renderer.opened.connect(viewer.show_pages)
    renderer.drawn.connect(viewer.put_picture)
    viewer.wanted.connect(renderer.want)
    slowest = 0.0
    for _ in range(ROUNDS):
        shown: list[int] = []
        renderer.drawn.connect(lambda page, _dpi, _picture, shown=shown: shown.append(page))
        begin = time.perf_counter()
        renderer.open(data)
        _until(application, lambda shown=shown: bool(shown))
        viewer.view.viewport().repaint()
        slowest = max(slowest, time.perf_counter() - begin)
        _until(application, lambda: not renderer.isRunning())
    found: list[bool] = []
    renderer.found.connect(lambda _text, _hits, is_all: found.append(is_all))
    begin = time.perf_counter()
    renderer.search("khong co tu nay")
    _until(application, lambda: True in found)
    searched = time.perf_counter() - begin
    pages = viewer.view.count()
    renderer.stop()
    viewer.close()
    return {"pages": pages, "first_page_ms": slowest * 1000, "search_s": searched}


def _pauses(application: QApplication, folder: Path) -> dict[str, float]:
    """Return the longest pauses of the page Báo cáo, in ms: idle, while it reads, while it makes the preview."""
    with _large_ledger(folder / "large.sohangviet", ACTIVITIES) as ledger:
        operations = Operations(ledger)
        page = ReportPage(ledger, operations, str(folder))
        page.resize(1166, 680)
        page.show()
        reads = operations.is_reading
        _until(application, lambda: not reads())
        with _watched(application, page) as idle:
            _for_a_while(application)
        with _watched(application, page) as reading:
            begin = time.perf_counter()
            page.refresh()
            _until(application, lambda: not reads())
            seconds = time.perf_counter() - begin
        with _watched(application, page) as preview:
            page.steps._cards[Step.PREVIEW].click()
            view = page.preview.view.viewer.view
            _until(application, lambda: not reads() and view.picture(view.page()) is not None)
        operations.close()
        page.close()
    return {
        "read_s": seconds,
        "idle_pause_ms": idle[0],
        "read_pause_ms": reading[0],
        "preview_pause_ms": preview[0],
        "preview_pages": view.count(),
    }


@contextmanager
def _watched(application: QApplication, owner: QObject) -> Iterator[list[float]]:
    """Measure the longest pause of the event loop; the list holds it in ms."""
    longest, last = [0.0], [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        longest[0] = max(longest[0], (now - last[0]) * 1000)
        last[0] = now

    timer = QTimer(owner, interval=_BEAT_MS)
    timer.timeout.connect(beat)
    timer.start()
    application.processEvents()
    last[0] = time.perf_counter()
    yield longest
    beat()
    timer.stop()


def _until(application: QApplication, is_done: Callable[[], bool]) -> None:
    while not is_done():
        application.processEvents()
        time.sleep(0.001)


def _for_a_while(application: QApplication) -> None:
    end = time.perf_counter() + 0.5
    _until(application, lambda: time.perf_counter() > end)


if __name__ == "__main__":
    main()
