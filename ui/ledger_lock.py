"""One window for one ledger: the second one asks before it opens the same file."""

from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from ui.dialogs.ask import ask

_TITLE = "Sổ đang mở"


class LedgerLock:
    """The file `<ledger>.lock`; one left behind by a killed program is taken over."""

    def __init__(self, ledger: Path) -> None:
        self._name = ledger.name
        self._file = QLockFile(f"{ledger}.lock")
        # Zero: only a program that has ended makes the lock stale, not its age.
        self._file.setStaleLockTime(0)

    def take(self) -> bool:
        """Take the lock, or ask; say whether to open the ledger. A folder without write access has no lock."""
        if self._file.tryLock(0) or self._file.error() is not QLockFile.LockError.LockFailedError:
            return True
        text = (
            f"“{self._name}” đang mở ở một cửa sổ khác{self._where()}. "
            "Nên làm việc ở cửa sổ đó; mở thêm ở đây thì bản nháp của hai cửa sổ có thể ghi đè lên nhau."
        )
        return ask(None, _TITLE, text, "Vẫn mở", "Không mở")

    def _where(self) -> str:
        """Name the computer that holds the lock, if it is another one."""
        _process, host, _program = map(str, self._file.getLockInfo())
        return f" trên máy {host}" if host and host != QSysInfo.machineHostName() else ""

    def release(self) -> None:
        """Give the lock back."""
        self._file.unlock()
