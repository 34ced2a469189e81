"""Open, create and check a ledger file; the only place that connects and translates driver errors."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlite_utils

from desktop_app.errors import LedgerFileError
from desktop_app.storage.migrations import MIGRATIONS, SCHEMA_VERSION

APPLICATION_ID = 0x53485600
"""In the header of every ledger ("SHV"), so that a foreign SQLite file is recognised."""
SUFFIX = ".sohangviet"
BUSY_SECONDS = 5.0

Parameters = Sequence[Any]


class Database:
    """One connection to one ledger; it never crosses threads.

    Attributes:
        uses_wal: False where the folder refuses the write-ahead log (network folders); it is slower, not unsafe.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _translated(path):
            connection = sqlite3.connect(str(path), timeout=BUSY_SECONDS)
            self._utils = sqlite_utils.Database(connection, execute_plugins=False)
            self._connection = connection
            connection.execute("PRAGMA foreign_keys=ON")
            self.uses_wal: bool = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal"
            connection.execute("PRAGMA synchronous=FULL")

    @contextmanager
    def write(self) -> Iterator[None]:
        """Run the block in one transaction; nested blocks join it. An error takes everything back."""
        with _translated(self.path):
            self._require_file()
            if self._connection.in_transaction:
                with self._utils.atomic():
                    yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._utils.rollback()
                raise
            try:
                self._connection.execute("COMMIT")
            except BaseException:
                self._utils.rollback()
                raise

    @contextmanager
    def read(self) -> Iterator[None]:
        """Let all queries of the block see the same state of the ledger."""
        with _translated(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._utils.rollback()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """Return all rows of a query."""
        with _translated(self.path):
            return list(self._utils.query(sql, list(parameters)))

    def row(self, sql: str, parameters: Parameters = ()) -> dict[str, Any] | None:
        """Return the first row of a query, None when there is none."""
        return next(iter(self.rows(sql, parameters)), None)

    def value(self, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        """Return the first column of the first row, None when there is no row."""
        with _translated(self.path):
            found = self._connection.execute(sql, parameters).fetchone()
        return None if found is None else found[0]

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement inside `write()`; return the row id of an insert."""
        with _translated(self.path):
            return self._connection.execute(sql, parameters).lastrowid or 0

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """Insert a row inside `write()`; return its row id."""
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        return self.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))

    def close(self) -> None:
        """Close the connection; the file is whole and alone afterwards."""
        self._connection.close()

    def migrate(self) -> None:
        """Bring the schema up to date, all steps in one transaction."""
        with self.write():
            MIGRATIONS.apply(self._utils)
            self._connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")

    def check(self) -> None:
        """Raise `LedgerFileError` when the file is newer than the program or damaged."""
        version = self.value("PRAGMA user_version")
        if version > SCHEMA_VERSION:
            raise LedgerFileError(
                f"Sổ “{self.path.name}” do phiên bản mới hơn của chương trình tạo ra (cấu trúc số {version}, "
                f"bản này đọc được đến số {SCHEMA_VERSION}). Hãy cài phiên bản mới nhất rồi mở lại; "
                "sổ không bị thay đổi."
            )
        if self.value("PRAGMA quick_check(1)") != "ok":
            raise LedgerFileError(_damaged(self.path))

    def is_behind(self) -> bool:
        """Tell whether the file was written by an older program and needs migrations."""
        return bool(self.value("PRAGMA user_version") < SCHEMA_VERSION)

    def _require_file(self) -> None:
        # SQLite goes on writing into a removed file without a word; the officer would lose it all.
        if not self.path.exists():
            raise LedgerFileError(
                f"Tệp sổ “{self.path}” không còn ở chỗ cũ (đã bị xóa, đổi tên, hoặc ổ đĩa đã rút ra). "
                "Hãy đưa tệp về chỗ cũ rồi lưu lại; nội dung đang gõ vẫn còn trong cửa sổ."
            )


def open_database(path: Path) -> Database:
    """Open an existing ledger.

    Raises:
        LedgerFileError: the file is missing, not a ledger, damaged, newer, locked or not readable.
    """
    _check_header(path)
    database = Database(path)
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
    if path.exists():
        raise LedgerFileError(f"Đã có tệp “{path}”; hãy chọn tên khác, chương trình không ghi đè lên sổ cũ.")
    building = path.with_name(f"{path.name}.tao-moi")
    with _translated(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            building.unlink(missing_ok=True)
            database = Database(building)
            try:
                database.execute(f"PRAGMA application_id={APPLICATION_ID}")
                database.migrate()
                fill(database)
            finally:
                database.close()
            os.replace(building, path)
        finally:
            building.unlink(missing_ok=True)


def backup(database: Database, target: Path) -> None:
    """Copy the whole ledger with SQLite's backup call (a copy of the file alone would miss the log)."""
    with _translated(target):
        target.unlink(missing_ok=True)
        copy = sqlite3.connect(str(target))
        try:
            database._connection.backup(copy)
        finally:
            copy.close()


def _check_header(path: Path) -> None:
    if not path.exists():
        raise LedgerFileError(f"Không tìm thấy tệp sổ “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa.")
    if path.is_dir():
        raise LedgerFileError(f"“{path}” là một thư mục; hãy chọn tệp sổ có đuôi {SUFFIX}.")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise LedgerFileError(_os_sentence(path, error)) from error
    if len(header) < 100 and not header.startswith(b"SQLite format 3"[: len(header)]):
        raise LedgerFileError(_not_ours(path))
    if len(header) < 100:
        raise LedgerFileError(_damaged(path))
    if not header.startswith(b"SQLite format 3\0") or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LedgerFileError(_not_ours(path))


def _not_ours(path: Path) -> str:
    return f"“{path.name}” không phải là sổ của chương trình Sổ Hàng Việt. Hãy chọn tệp sổ có đuôi {SUFFIX}."


def _damaged(path: Path) -> str:
    return (
        f"Sổ “{path.name}” bị hỏng hoặc bị cắt ngắn. Hãy giữ nguyên tệp này, dùng bản sao lưu gần nhất "
        "và báo cho người hỗ trợ."
    )


def _os_sentence(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"Không có quyền đọc, ghi “{path}”. Hãy chọn thư mục khác, ví dụ thư mục Tài liệu."
    return f"Không dùng được “{path}” ({error.strerror or error}). Hãy kiểm tra ổ đĩa và thư mục."


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn driver errors into sentences that the user can act on; programming errors pass through."""
    try:
        yield
    except sqlite3.OperationalError as error:
        sentence = _operational_sentence(path, error)
        if sentence is None:
            raise
        raise LedgerFileError(sentence) from error
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        if "malformed" in str(error) or "not a database" in str(error):
            raise LedgerFileError(_damaged(path)) from error
        raise
    except OSError as error:
        raise LedgerFileError(_os_sentence(path, error)) from error


def _operational_sentence(path: Path, error: sqlite3.OperationalError) -> str | None:
    text = str(error)
    if "locked" in text or "busy" in text:
        return f"Sổ “{path.name}” đang được chương trình khác ghi. Hãy đóng chương trình đó rồi làm lại."
    if "readonly" in text or "read-only" in text:
        return f"Tệp sổ “{path}” chỉ cho đọc. Hãy bỏ thuộc tính chỉ đọc hoặc chép sổ sang thư mục ghi được."
    if "full" in text:
        return "Ổ đĩa đã đầy nên chưa lưu được. Hãy xóa bớt tệp rồi lưu lại; sổ vẫn nguyên vẹn."
    if "unable to open" in text:
        return f"Không mở được “{path}”: thư mục không còn, bị khóa, hoặc không có quyền ghi. Hãy kiểm tra thư mục."
    if "disk I/O" in text:
        return (
            f"Ổ đĩa chứa “{path.name}” không đọc, ghi được. Hãy kiểm tra ổ đĩa, cắm lại thẻ nhớ rồi thử lại."
        )
    if "malformed" in text or "not a database" in text:
        return _damaged(path)
    return None
