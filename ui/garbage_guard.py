"""Python's garbage collector kept in the window's thread while another thread works."""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 100
_held: list["GarbageGuard"] = []
"""Every guard once for each of its holds: the collector is the process's, not the guard's."""


class GarbageGuard(QObject):
    """Collects by a timer of the window's thread instead of wherever an allocation happens to be the last straw.

    Whole windows and dialogs end by themselves (`ui.tree_end`), but a circle may also hold a pixmap, a timer, a menu or
    a model that belongs to Python. A collection that begins in the worker would destroy it there, and Qt dies of it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holds = 0
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._collect)

    def hold(self) -> None:
        """Let no other thread collect from now on; call it before the other thread begins."""
        self._holds += 1
        _held.append(self)
        gc.disable()
        self._timer.start()

    def release(self) -> None:
        """Let Python collect as usual again, once for each `hold`."""
        self._holds -= 1
        _held.remove(self)
        if self._holds == 0:
            self._timer.stop()
        if not _held:
            gc.enable()

    def _collect(self) -> None:
        # Only what was made since the last time, and often: going through all that a job made would be felt.
        gc.collect(0)
