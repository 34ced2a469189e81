"""Slow work without a ledger: one job in a thread of its own, for dialogs that may open before there is a ledger."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.errors import UnexpectedError, UserError
from ui.garbage_guard import GarbageGuard
from ui.worker import Progress

_FAULT = "Chương trình gặp lỗi ngoài dự kiến nên việc này chưa làm xong; hãy thử lại."


class SideJob(QThread):
    """Does one thing once.

    Attributes:
        progressed: (steps done, steps in all, what is being done).
        succeeded: the result. failed: the `UserError`, `CancelledError` when it was stopped.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, job: Callable[[Progress], Any], parent: QObject) -> None:
        """Prepare the job; `start` begins it.

        Args:
            job: gets the `Progress` to tell, which also stops it; it must not touch anything of the window.
            parent: the owner; it calls `end` before it goes.
        """
        super().__init__(parent)
        self._job = job
        self._progress = Progress(self._tell)
        self._guard = GarbageGuard(self)
        self._ended.connect(self._on_ended)

    def begin(self) -> None:
        """Begin."""
        self._guard.hold()
        self.start()

    def cancel(self) -> None:
        """Stop at the next step; the job then fails with `CancelledError`."""
        self._progress.stop()

    def end(self) -> None:
        """Stop and wait; what the job had to tell is told to nobody."""
        self.cancel()
        self.wait()

    def run(self) -> None:
        """Do the job, in its own thread."""
        try:
            result = self._job(self._progress)
        except Exception as error:
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _tell(self, done: int, total: int, text: str) -> None:
        # Numbers of bytes are larger than a signal's whole numbers.
        self.progressed.emit(*(round(1000 * done / total), 1000) if total else (0, 0), text)

    def _on_ended(self, result: object, error: Exception | None) -> None:
        """Tell in the window's thread."""
        self.wait()
        self._guard.release()
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.failed.emit(UnexpectedError(_FAULT))
            sys.excepthook(type(error), error, error.__traceback__)
