"""The one way in which the window calls the ledger: save now, work slowly beside, take back, tell what changed."""

import sys
from collections.abc import Callable, Collection
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop_app.errors import CancelledError, UnexpectedError, UserError
from desktop_app.ledger import Ledger
from ui.garbage_guard import GarbageGuard
from ui.tree_end import end_tree
from ui.worker import Job, Progress, RunningJob, Worker

T = TypeVar("T")

_FAULT = "Chương trình gặp lỗi ngoài dự kiến nên việc này chưa làm xong; hãy thử lại."
ANYTHING = "*"
"""A change that may concern every page (taking back, restoring a backup)."""


class Operations(QObject):
    """Calls the ledger for pages and dialogs.

    Attributes:
        changed: the kinds that a write changed: names of registers, "office", "plan", "year", or `ANYTHING`.
        status: (a sentence for the status line, whether Hoàn tác stands beside it).
        refused: a sentence that says why something was not done, for the status line.
        draft_kept: when a form draft was last written, "09:42".
        busy_changed: (what is being done or "", steps done, steps in all) of the slow work.
        closing: everything that works beside the window must end now.
        guard: holds the garbage collector while another thread works.
    """

    changed = Signal(set)
    status = Signal(str, bool)
    refused = Signal(str)
    draft_kept = Signal(str)
    busy_changed = Signal(str, int, int)
    closing = Signal()

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._worker = Worker(ledger.path, ledger.clock, self)
        self.guard = GarbageGuard(self)
        self._jobs: list[RunningJob] = []
        self._reading: list[RunningJob] = []
        self._reads: dict[str, RunningJob] = {}
        self._offered: int | None = None

    def run(
        self,
        action: Callable[[], T],
        *,
        changed: Collection[str],
        message: str | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> bool:
        """Write at once and tell everybody.

        Args:
            action: the write.
            changed: the kinds it changes.
            message: the sentence for the status line; None takes the label of the operation and offers
                Hoàn tác, "" says nothing.
            done: gets the result, before the pages refresh.
            failed: gets the error instead of the status line.

        Returns:
            Whether it was done.
        """
        try:
            result = action()
        except UserError as error:
            if failed is None:
                self.refused.emit(str(error))
            else:
                failed(error)
            return False
        if done is not None:
            done(result)
        self.changed.emit(set(changed))
        self._tell(message)
        return True

    def keep_draft(self, form: str, record_id: str, values: dict[str, object]) -> bool:
        """Write down what is typed but not saved; return whether it could be written."""
        try:
            self._ledger.drafts.put(form, record_id, values)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.draft_kept.emit(f"{self._ledger.clock():%H:%M}")
        return True

    def discard_draft(self, form: str, record_id: str) -> None:
        """Forget what was typed."""
        try:
            self._ledger.drafts.discard(form, record_id)
        except UserError as error:
            self.refused.emit(str(error))

    def undo(self) -> bool:
        """Take back the last operation and say which it was."""
        offered, self._offered = self._offered, None
        try:
            taken_back = self._ledger.operations.undo(offered)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.changed.emit({ANYTHING})
        label = taken_back.label
        self.status.emit(f"Đã hoàn tác: {label[:1].lower()}{label[1:]}", False)
        return True

    def start(
        self,
        job: Job,
        *,
        text: str,
        on_done: Callable[[Any], None],
        on_error: Callable[[UserError], None] | None = None,
        on_progress: Callable[[int, int, str], None] | None = None,
        changed: Collection[str] = (),
    ) -> RunningJob:
        """Do slow work in the worker; everything comes back in the window's thread.

        Args:
            job: gets a ledger of its own, and the `Progress` to tell, which also stops it.
            text: what is being done, for the status line.
            on_done: gets the result.
            on_error: gets what the user can act on, `CancelledError` too; None: the status line says it.
            on_progress: gets (steps done, steps in all, what is being done).
            changed: the kinds that the job changes.
        """
        running = RunningJob(job, self)

        def succeed(result: object) -> None:
            self._end(running)
            on_done(result)
            self.changed.emit(set(changed))

        def fail(error: Exception) -> None:
            self._end(running)
            self._on_failed(error, on_error)

        running.progressed.connect(
            lambda done, total, step: self.busy_changed.emit(step or text, done, total)
        )
        if on_progress is not None:
            running.progressed.connect(on_progress)
        running.succeeded.connect(succeed)
        running.failed.connect(fail)
        self._begin(running, text)
        return running

    def read(
        self,
        name: str,
        read: Callable[[Ledger], T],
        show: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> None:
        """Read slowly in the worker, and show it when it is there.

        Args:
            name: of what is read; of several wishes under one name only the newest is shown.
            read: gets a ledger of its own, and returns plain values that hold nothing of it.
            show: gets the result in the window's thread; a method of a page that has ended meanwhile gets nothing.
            failed: gets what the user can act on instead of the status line.
        """
        running = RunningJob(partial(_still_wanted, read), self)
        if name in self._reads:
            self._reads[name].cancel()
        self._reads[name] = running

        def succeed(result: T) -> None:
            if self._end_reading(name, running) and _is_there(show):
                show(result)

        def fail(error: Exception) -> None:
            if self._end_reading(name, running) and _is_there(show):
                self._on_failed(error, failed)

        running.succeeded.connect(succeed)
        running.failed.connect(fail)
        self._reading.append(running)
        self.guard.hold()
        self._worker.take(running)

    def is_reading(self) -> bool:
        """Tell whether something that was wished for is not shown yet."""
        return bool(self._reads)

    def tell_last(self) -> None:
        """Say what the slow work wrote, with Hoàn tác beside it."""
        self._tell(None)

    def cancel(self) -> None:
        """Stop the slow work at its next step."""
        for job in self._jobs:
            job.cancel()

    def close(self) -> None:
        """Stop the slow work and end its thread; what it still had to tell is told to nobody."""
        self.closing.emit()
        self.cancel()
        for reading in self._reading:
            reading.cancel()
        self._worker.finish()
        for running in (*self._jobs, *self._reading):
            end_tree(running)
            self.guard.release()
        self._jobs.clear()
        self._reading.clear()
        self._reads.clear()

    def _begin(self, running: RunningJob, text: str) -> None:
        self._jobs.append(running)
        self.guard.hold()
        self.busy_changed.emit(text, 0, 0)
        self._worker.take(running)

    def _end(self, running: RunningJob) -> None:
        self._jobs.remove(running)
        self.guard.release()
        running.deleteLater()
        if not self._jobs:
            self.busy_changed.emit("", 0, 0)

    def _end_reading(self, name: str, running: RunningJob) -> bool:
        """Let a reading go; return whether nothing newer was wished for under its name."""
        self._reading.remove(running)
        self.guard.release()
        running.deleteLater()
        is_newest = self._reads.get(name) is running
        if is_newest:
            del self._reads[name]
        return is_newest

    def _on_failed(self, error: Exception, on_error: Callable[[UserError], None] | None) -> None:
        if not isinstance(error, UserError):
            # The page goes on first: the dialog stands until it is closed.
            if on_error is not None:
                on_error(UnexpectedError(_FAULT))
            sys.excepthook(type(error), error, error.__traceback__)
        elif on_error is not None:
            on_error(error)
        elif isinstance(error, CancelledError):
            self.status.emit(str(error), False)
        else:
            self.refused.emit(str(error))

    def _tell(self, message: str | None) -> None:
        if message is None:
            latest = self._ledger.operations.latest()
            self._offered = latest.id if latest else None
            self.status.emit(latest.label if latest else "", latest is not None)
        elif message:
            self.status.emit(message, False)


def _still_wanted(read: Callable[[Ledger], T], own: Ledger, progress: Progress) -> T:
    """Read, unless the wish was replaced by a newer one meanwhile: then telling raises `CancelledError`."""
    progress(0, 0)
    return read(own)


def _is_there(show: Callable[..., object]) -> bool:
    """Tell whether the widget whose method this is has not ended; what belongs to none is always there."""
    owner = getattr(show, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
