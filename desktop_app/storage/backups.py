"""Copies of the whole ledger beside it, made and checked before something large is written."""

import re
from pathlib import Path

from desktop_app.errors import LedgerFileError
from desktop_app.storage.database import Database, backup, open_database
from desktop_app.storage.file_sentences import SUFFIX
from desktop_app.storage.operations import Clock

FOLDER_ENDING = ".backups"
_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")


def backup_folder(ledger: Path) -> Path:
    """Return the folder of a ledger's copies: `<ledger>.backups/`."""
    return ledger.with_name(ledger.name + FOLDER_ENDING)


def back_up(database: Database, clock: Clock, occasion: str) -> Path:
    """Copy the ledger into the folder of its copies, check the copy and return its path.

    Args:
        database: the open ledger; not inside a transaction.
        clock: names the copy by date and time.
        occasion: ASCII, what is about to happen ("truoc-khi-nhap").

    Raises:
        LedgerFileError: no room or no right to write, or the copy cannot be read back; nothing was changed.
    """
    folder = backup_folder(database.path)
    stem = f"{clock().strftime('%Y-%m-%d_%H%M%S')}_{_UNSAFE.sub('-', occasion)}"
    target = _free(folder, stem)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LedgerFileError(
            f"Không tạo được thư mục sao lưu “{folder}” nên chưa làm gì; hãy kiểm tra quyền ghi và chỗ trống của ổ đĩa."
        ) from error
    try:
        backup(database, target)
        open_database(target).close()
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


def _free(folder: Path, stem: str) -> Path:
    """Return a name that no copy has: two imports can fall into one second."""
    names = [f"{stem}{SUFFIX}", *(f"{stem}_{number}{SUFFIX}" for number in range(2, 1000))]
    return next(path for name in names if not (path := folder / name).exists())
