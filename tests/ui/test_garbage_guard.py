"""The collector stays in the window's thread while a job runs, however many there are."""

import gc
from collections.abc import Iterator
from threading import get_ident

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.errors import ExportError
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.worker import Progress


@pytest.fixture
def operations(ledger) -> Iterator[Operations]:
    made = Operations(ledger)
    yield made
    made.close()


def test_circles_of_widgets_are_never_collected_in_the_worker(qtbot, operations: Operations) -> None:
    threads: set[int] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            threads.add(get_ident())

    def job(_ledger, _progress) -> int:
        for _ in range(20_000):  # far more than makes Python collect
            circle: list[object] = []
            circle.append(circle)
        return get_ident()

    for _ in range(50):
        widget = QLabel()
        widget.circle = [widget]
    done: list[int] = []
    gc.callbacks.append(note)
    try:
        operations.start(job, text="Đang làm…", on_done=done.append)
        operations.start(job, text="Đang làm…", on_done=done.append)
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: len(done) == 2)
    finally:
        gc.callbacks.remove(note)
    assert done[0] not in threads
    assert gc.isenabled()


def test_a_job_that_fails_gives_the_collector_back(qtbot, operations: Operations) -> None:
    def job(_ledger, _progress) -> None:
        raise ExportError("Không ghi được.")

    with qtbot.waitSignal(operations.refused):
        operations.start(job, text="", on_done=lambda _: None)
    assert gc.isenabled()


def test_a_job_that_is_stopped_gives_the_collector_back(qtbot, operations: Operations) -> None:
    with qtbot.waitSignal(operations.busy_changed, check_params_cb=lambda text, *_: not text):
        operations.start(endless, text="Đang làm…", on_done=print, on_error=lambda _: None)
        operations.cancel()
    assert gc.isenabled()


def test_jobs_cut_off_by_closing_give_the_collector_back_and_tell_nobody(
    qtbot, operations: Operations
) -> None:
    told: list[object] = []
    operations.start(endless, text="Đang làm…", on_done=told.append, on_error=told.append)
    operations.start(lambda *_: 1, text="Đang làm…", on_done=told.append, on_error=told.append)
    operations.close()
    assert gc.isenabled()
    QApplication.processEvents()
    assert told == []


def test_circles_of_the_window_are_collected_while_a_job_runs(qtbot, operations: Operations) -> None:
    operations.start(endless, text="Đang làm…", on_done=print, on_error=lambda _: None)
    widget = QLabel()
    widget.circle = [widget]
    ended: list[int] = []
    widget.destroyed.connect(lambda: ended.append(get_ident()))
    del widget
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [get_ident()]
    operations.close()


def endless(_ledger: Ledger, progress: Progress) -> None:
    while True:
        progress(0, 0)
