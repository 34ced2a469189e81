"""The one thread for slow work: it takes jobs in order, each with a ledger of its own."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.errors import CancelledError
from desktop_app.ledger import Clock, Ledger, open_ledger

_REST = 0.001
"""Seconds that a job rests whenever it tells how far it is."""


class Progress:
    """What a job tells while it works; telling is also where a wish to stop reaches it."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stopped = Event()

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the job is, and what it does.

        Raises:
            CancelledError: the user wants it to stop.
        """
        if self._stopped.is_set():
            raise CancelledError("Đã dừng theo yêu cầu; chưa có gì thay đổi.")
        self._tell(done, total, text)
        # Work that goes to the disk often gives Python's lock away and takes it back before the window wakes up for
        # it; only a real rest lets the window have its turn.
        time.sleep(_REST)

    def stop(self) -> None:
        """Let the job stop at its next step."""
        self._stopped.set()


Job = Callable[[Ledger, Progress], Any]


class RunningJob(QObject):
    """A job on its way; it lives in the thread of the window.

    Attributes:
        progressed: (steps done, steps in all, what is being done).
        succeeded: the result.
        failed: what went wrong; `CancelledError` when it was stopped.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._progress = Progress(self.progressed.emit)

    def cancel(self) -> None:
        """Stop at the next step; the job then fails with `CancelledError`."""
        self._progress.stop()

    def work(self, path: Path, clock: Clock) -> None:
        """Do the job, in the worker's thread; its signals reach the window's."""
        try:
            with open_ledger(path, clock) as ledger:
                result = self._job(ledger, self._progress)
        except Exception as error:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


@dataclass(frozen=True)
class _Stop:
    """The last thing in the queue."""


class Worker(QThread):
    """Does one job after the other."""

    def __init__(self, path: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._clock = path, clock
        self._queue: SimpleQueue[RunningJob | _Stop] = SimpleQueue()

    def take(self, job: RunningJob) -> None:
        """Put a job at the end of the queue."""
        self._queue.put(job)
        if not self.isRunning():
            self.start()

    def finish(self) -> None:
        """End the thread after the jobs already taken."""
        if self.isRunning():
            self._queue.put(_Stop())
            self.wait()

    def run(self) -> None:
        """Work until the end is asked for."""
        while isinstance(job := self._queue.get(), RunningJob):
            job.work(self._path, self._clock)
