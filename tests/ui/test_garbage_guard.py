"""The collector stays in the window's thread while a job runs, however many there are."""

import gc
from collections.abc import Iterator
from threading import get_ident

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.errors import ExportError
from ui.operations import Operations


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
