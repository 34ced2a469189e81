"""Open, create and check a ledger file; the only place that connects and translates driver errors."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from desktop_app.errors import LedgerFileError
from desktop_app.storage.driver_errors import translated
from desktop_app.storage.file_sentences import SUFFIX, damaged, not_ours
from desktop_app.storage.handed_over import refuse_handed_over
from desktop_app.storage.open_files import Hold, is_held
from desktop_app.storage.schema import SCHEMA_FINGERPRINT, SCHEMA_VERSION, fingerprint
from desktop_app.storage.soundness import is_cut_short, is_sound

APPLICATION_ID = 0x53485600
"""In the header of every ledger ("SHV"), so that a foreign SQLite file is recognised."""
BUSY_SECONDS = 5.0

Parameters = Sequence[Any]


class Database:
    """One connection to one ledger; it never crosses threads.

    Attributes:
        uses_wal: False where the folder refuses the write-ahead log (network folders); it is slower, not unsafe.
    """

    def __init__(self, path: Path, shown: Path | None = None) -> None:
        """Connect.

        Args:
            path: the file.
            shown: how sentences name it, when it does not bear its final name yet.
        """
        self.path = path
        self._shown = shown or path
        self._only_reading = False
        with translated(self._shown):
            connection = sqlite3.connect(str(path), timeout=BUSY_SECONDS)
            try:
                self._connection = connection
                connection.execute("PRAGMA foreign_keys=ON")
                self.uses_wal: bool = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal"
                connection.execute("PRAGMA synchronous=FULL")
                # Erased personal data must not stay readable in free pages; Python's own SQLite has this off.
                connection.execute("PRAGMA secure_delete=ON")
                self._hold = Hold(path)
            except BaseException:
                connection.close()  # an open handle would keep the file locked on Windows
                raise

    @contextmanager
    def write(self, *, handed_over_too: bool = False) -> Iterator[None]:
        """Run the block in one transaction; nested blocks join it. An error takes everything back.

        Args:
            handed_over_too: writes into a ledger that was handed over to a successor, too.

        Raises:
            HandedOverError: the ledger was handed over; nothing was written.
        """
        if self._only_reading:
            raise RuntimeError("write() inside read() would be taken back without a word")
        with translated(self._shown):
            self._require_file()
            nested = self._connection.in_transaction
            self._connection.execute("SAVEPOINT nested" if nested else "BEGIN IMMEDIATE")
            try:
                if not nested and not handed_over_too:
                    refuse_handed_over(self._connection)  # inside, so that two windows cannot pass each other
                yield
                self._connection.execute("RELEASE nested" if nested else "COMMIT")
            except BaseException:
                self._take_back(nested=nested)
                raise

    @contextmanager
    def read(self) -> Iterator[None]:
        """Let all queries of the block see the same state of the ledger."""
        with translated(self._shown):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            self._only_reading = True
            try:
                yield
            finally:
                self._only_reading = False
                self._connection.rollback()

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Say that the file is damaged when a stored structure no longer fits its schema."""
        try:
            yield
        except (ValueError, msgspec.DecodeError) as error:  # json's and date's errors are ValueErrors
            raise LedgerFileError(damaged(self._shown)) from error

    def rows(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """Return all rows of a query."""
        with translated(self._shown):
            found = self._connection.execute(sql, parameters)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

    def row(self, sql: str, parameters: Parameters = ()) -> dict[str, Any] | None:
        """Return the first row of a query, None when there is none."""
        return next(iter(self.rows(sql, parameters)), None)

    def value(self, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        """Return the first column of the first row, None when there is no row."""
        with translated(self._shown):
            found = self._connection.execute(sql, parameters).fetchone()
        return None if found is None else found[0]

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement inside `write()`; return the row id of an insert."""
        with translated(self._shown):
            return self._connection.execute(sql, parameters).lastrowid or 0

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """Insert a row inside `write()`; return its row id."""
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        return self.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))

    def execute_all(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Run one statement for many rows of parameters inside `write()`."""
        with translated(self._shown):
            self._connection.executemany(sql, parameters)

    def close(self) -> None:
        """Close the connection; the file is whole and alone afterwards."""
        self._connection.close()
        self._hold.end()

    def migrate(self) -> None:
        """Bring the schema up to date, all steps in one transaction."""
        # Imported only here: sqlite-utils costs a third of the start, and most starts have nothing to upgrade.
        from desktop_app.storage.migrations import apply_migrations

        with self.write(handed_over_too=True):
            apply_migrations(self._connection)
            self._connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")

    def check(self) -> None:
        """Raise `LedgerFileError` when the file is newer than the program or damaged."""
        version = self.value("PRAGMA user_version")
        if version > SCHEMA_VERSION:
            raise LedgerFileError(
                f"Sổ “{self._shown.name}” do phiên bản mới hơn của chương trình tạo ra (cấu trúc số {version}, "
                f"bản này đọc được đến số {SCHEMA_VERSION}). Hãy cài phiên bản mới nhất rồi mở lại; "
                "sổ không bị thay đổi."
            )
        with translated(self._shown):
            sound = is_sound(self._connection)
        if not sound or (version == SCHEMA_VERSION and not self._has_all_columns()):
            raise LedgerFileError(damaged(self._shown))

    def state(self) -> int:
        """Return a number that changes when another connection writes into the file; compare two of them."""
        return int(self.value("PRAGMA data_version"))

    def is_behind(self) -> bool:
        """Tell whether the file was written by an older program and needs migrations."""
        return bool(self.value("PRAGMA user_version") < SCHEMA_VERSION)

    def _has_all_columns(self) -> bool:
        # quick_check does not notice a table or column whose name was garbled.
        with translated(self._shown):
            return fingerprint(self._connection) == SCHEMA_FINGERPRINT

    def _take_back(self, *, nested: bool) -> None:
        if not self._connection.in_transaction:
            return  # the error has destroyed the transaction already
        if nested:
            self._connection.execute("ROLLBACK TO nested")
            self._connection.execute("RELEASE nested")
        else:
            self._connection.rollback()

    def _require_file(self) -> None:
        # SQLite goes on writing into a removed file without a word; the officer would lose it all.
        if not self.path.exists():
            raise LedgerFileError(
                f"Tệp sổ “{self._shown}” không còn ở chỗ cũ (đã bị xóa, đổi tên, hoặc ổ đĩa đã rút ra). "
                "Hãy đưa tệp về chỗ cũ rồi lưu lại; nội dung đang gõ vẫn còn trong cửa sổ."
            )


def open_database(path: Path, shown: Path | None = None) -> Database:
    """Open an existing ledger.

    Args:
        path: the file.
        shown: how sentences name it, when it does not bear its final name yet.

    Raises:
        LedgerFileError: the file is missing, not a ledger, damaged, newer, locked or not readable.
    """
    _check_header(path)
    database = Database(path, shown)
    try:
        database.check()
        if database.is_behind():
            backup(database, path.with_name(f"{path.name}.truoc-nang-cap-{SCHEMA_VERSION}"))
            database.migrate()
    except BaseException:
        database.close()
        raise
    return database


def create_database(path: Path, fill: Callable[[Database], None]) -> None:
    """Make a new ledger and let `fill` write its first content; it appears under its name only when whole.

    Raises:
        LedgerFileError: a file of that name exists, or the folder cannot be written.
    """
    building = path.with_name(f"{path.name}.tao-moi")
    with translated(path):
        if path.exists():
            raise LedgerFileError(
                f"Đã có tệp “{path}”; hãy chọn tên khác, chương trình không ghi đè lên sổ cũ."
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            building.unlink(missing_ok=True)
            database = Database(building, path)
            try:
                database.execute(f"PRAGMA application_id={APPLICATION_ID}")
                database.migrate()
                fill(database)
            finally:
                database.close()
            set_aside_old_log(path)
            os.replace(building, path)
        finally:
            for ending in ("", "-wal", "-shm"):
                building.with_name(building.name + ending).unlink(missing_ok=True)


def set_aside_old_log(path: Path) -> None:
    """Rename the log of a ledger that stood here before: SQLite would play it into the new one."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        os.replace(log, path.with_name(f"{path.name}-wal.cu"))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def backup(database: Database, target: Path) -> None:
    """Copy the whole ledger with SQLite's backup call (a copy of the file alone would miss the log)."""
    with translated(target):
        target.unlink(missing_ok=True)
        copy = sqlite3.connect(str(target))
        try:
            database._connection.backup(copy)
        finally:
            copy.close()


def _check_header(path: Path) -> None:
    with translated(path):
        if not path.exists():
            raise LedgerFileError(f"Không tìm thấy tệp sổ “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa.")
        if path.is_dir():
            raise LedgerFileError(f"“{path}” là một thư mục; hãy chọn tệp sổ có đuôi {SUFFIX}.")
        if is_held(path):
            return  # it was looked at when it was first opened
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
        has_log = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))
    if len(header) < 100 and not header.startswith(b"SQLite format 3"[: len(header)]):
        raise LedgerFileError(not_ours(path))
    if len(header) < 100:
        raise LedgerFileError(damaged(path))
    if not header.startswith(b"SQLite format 3\0") or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LedgerFileError(not_ours(path))
    # SQLite fills a page that is cut short with zeros and goes on; a log may still bring the rest.
    if not has_log and is_cut_short(header, size):
        raise LedgerFileError(damaged(path))
