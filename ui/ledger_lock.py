"""One window for one ledger: the second start brings the first window forward, or asks when that does not answer."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QSysInfo, QThread

from desktop_app.long_paths import extended, real_path
from ui import later
from ui.dialogs.ask import ask

_TITLE = "Sổ đang mở"
PATIENCE_MS = 5000
"""So long a window that is just starting, or busy, has to answer."""
_REST_MS = 50
_LONGEST_NETBIOS_NAME = 15
_LOCK_ROOM = 30


def is_this_computer(host: str) -> bool:
    """Tell whether a name in a lock is that of this computer, or none at all.

    On Windows Qt writes the NetBIOS name there, in capitals and cut at 15 letters, and not the one that it tells.
    """
    own = QSysInfo.machineHostName().casefold()
    return host.casefold() in ("", own, own[:_LONGEST_NETBIOS_NAME])


class Taken(Enum):
    """What came of taking the lock of a ledger."""

    OURS = auto()
    """It is ours, and so is the work of answering other starts."""
    WITHOUT = auto()
    """The ledger is opened without it: the folder cannot be written, or the user wants a second window."""
    ELSEWHERE = auto()
    """The window that has the ledger has come forward: nothing is to be opened here."""
    REFUSED = auto()
    """The user wants no second window."""


class LedgerLock:
    """The file `<ledger>.lock`; one left behind by a killed program is taken over."""

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        # Beside the ledger itself, so that two links to it do not make two windows.
        self._file = QLockFile(f"{extended(real_path(ledger), _LOCK_ROOM)}.lock")
        # Zero: only a program that has ended makes the lock stale, not its age.
        self._file.setStaleLockTime(0)

    def take(self, files: Sequence[Path] = ()) -> Taken:
        """Take the lock, or let the window that has it open the files, or ask.

        Args:
            files: what is to be opened in the window of the ledger.
        """
        if self._file.tryLock(0) or (self._drop_dead_lock() and self._file.tryLock(0)):
            return Taken.OURS
        if self._file.error() is not QLockFile.LockError.LockFailedError:
            return Taken.WITHOUT
        return self._call(files) or self._ask()

    def release(self) -> None:
        """Give the lock back."""
        self._file.unlock()

    def _drop_dead_lock(self) -> bool:
        """Take away the lock of a program that has ended; say whether that could be done.

        Qt knows such a program by its number, and a new one may have that number again. On Windows the system keeps
        the lock of a living program open, so that nobody else can take it away.
        """
        is_gone = False
        if sys.platform == "win32":
            with suppress(OSError):
                os.unlink(self._file.fileName())
                is_gone = True
        return is_gone

    def _call(self, files: Sequence[Path]) -> Taken | None:
        """Call the window until it answers, for it may just be starting; None when it does not."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not self._is_held_elsewhere():
            process, _host = self._holder()
            if process and later.call_window(self._ledger, files, process, max(1, deadline.remainingTime())):
                return Taken.ELSEWHERE
            if self._file.tryLock(0):  # it has ended meanwhile
                return Taken.OURS
            if deadline.hasExpired():
                return None
            QThread.msleep(_REST_MS)
        return None

    def _ask(self) -> Taken:
        where = f" trên máy {self._holder()[1]}" if self._is_held_elsewhere() else ""
        text = (
            f"“{self._ledger.name}” đang mở ở một cửa sổ khác{where}. "
            "Nên làm việc ở cửa sổ đó; mở thêm ở đây thì bản nháp của hai cửa sổ có thể ghi đè lên nhau."
        )
        return Taken.WITHOUT if ask(None, _TITLE, text, "Vẫn mở", "Không mở") else Taken.REFUSED

    def _is_held_elsewhere(self) -> bool:
        """Tell whether another computer has the ledger, over the network; its window cannot be called."""
        return not is_this_computer(self._holder()[1])

    def _holder(self) -> tuple[int, str]:
        """Return process and computer that hold the lock, (0, "") when it was just given back."""
        process, host, _program = self._file.getLockInfo()
        return int(process), str(host)
