"""Every write is an operation with before and after images: history, undo, trash."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app.errors import ConflictError
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import SORT_KEY_ENDING, Row, to_json

Clock = Callable[[], datetime]

UNDO, SET_UP, PURGE, EXPORT, ERASE, HANDOVER = "undo", "set_up", "purge", "export", "erase", "handover"
LASTING = (UNDO, SET_UP, PURGE, EXPORT, ERASE, HANDOVER)
"""Kinds that are never taken back: taking back itself, what a new ledger began with, erasing unused files,
files that left the ledger, erasing personal data, handing the ledger over."""
_MARKS = ", ".join("?" for _ in LASTING)
LINKS = "attachment_links"
"""The one table beside the registers whose rows have images: which file belongs to which record."""
KEYED = {"plans": "year", "settings": "key"}
"""Tables beside the registers that an operation can change as a whole row: table -> its key."""
VOLATILE = frozenset({"updated_at", "save_count", "gap_count", "folded"})
"""Columns that say nothing of a record's content; they and sort keys may differ in the same state."""


@dataclass(frozen=True)
class Operation:
    """One write that the user made.

    Attributes:
        kind: "create", "save", "delete", "restore", "import", "attach", "detach", "purge", "export", "erase", "undo",
            "set_up", "handover" or "new_year".
        at: ISO 8601 local time with offset.
        label: what was done, in Vietnamese, as the status line shows it.
    """

    id: int
    kind: str
    at: str
    label: str


@dataclass(frozen=True)
class Image:
    """The row of one record before and after an operation; None where there was none."""

    operation: Operation
    who: str
    before: Row | None
    after: Row | None


def timestamp(clock: Clock) -> str:
    """Return the clock's time as ISO 8601 with offset, to the second."""
    return clock().astimezone().isoformat(timespec="seconds")


class Operations:
    """The journal of the ledger."""

    def __init__(
        self, database: Database, clock: Clock, who: str, naming_field: Callable[[str], str]
    ) -> None:
        """Open the journal; `naming_field` tells the field that names the records of a register."""
        self._database = database
        self._naming_field = naming_field
        self._clock = clock
        self._who = who

    @contextmanager
    def begin(self, kind: str, label: str) -> Iterator[int]:
        """Open one transaction that is one operation; yields the operation's id."""
        with self._database.write():
            yield self._database.insert(
                "operations", {"kind": kind, "at": timestamp(self._clock), "who": self._who, "label": label}
            )

    def note(self, operation: int, register: str, before: Row | None, after: Row | None) -> None:
        """Keep the images of one record, inside `begin()`."""
        self.note_all(operation, register, [(before, after)])

    def note_all(
        self, operation: int, register: str, images: Sequence[tuple[Row | None, Row | None]]
    ) -> None:
        """Keep the images of many records, (before, after) each, inside `begin()`."""
        insert_all(
            self._database,
            "history",
            [
                {
                    "operation_id": operation,
                    "register": register,
                    "record_id": (after or before or {})["id"],
                    "before": to_json(before) if before else None,
                    "after": to_json(after) if after else None,
                }
                for before, after in images
                if before or after
            ],
        )

    def latest(self) -> Operation | None:
        """Return what Hoàn tác would take back: the last operation not yet taken back."""
        row = self._database.row(
            f"SELECT id, kind, at, label FROM operations WHERE undone_by IS NULL AND kind NOT IN ({_MARKS})"
            " ORDER BY id DESC LIMIT 1",
            LASTING,
        )
        return Operation(**row) if row else None

    def images(self, register: str, record_id: str) -> list[Image]:
        """Return the history of a record, newest first."""
        rows = self._database.rows(
            "SELECT o.id, o.kind, o.at, o.label, o.who, h.before, h.after FROM history h"
            " JOIN operations o ON o.id = h.operation_id WHERE h.register = ? AND h.record_id = ? ORDER BY h.id DESC",
            [register, record_id],
        )
        return [
            Image(
                Operation(row["id"], row["kind"], row["at"], row["label"]),
                row["who"],
                json.loads(row["before"]) if row["before"] else None,
                json.loads(row["after"]) if row["after"] else None,
            )
            for row in rows
        ]

    def undo(self, expected: int | None = None) -> Operation:
        """Take back the last operation; a record that it created goes to the trash.

        Args:
            expected: id of the operation that was offered; another one on top of it is not taken back unseen.

        Raises:
            ConflictError: there is nothing to take back, or a record has changed since.
        """
        with self._database.write():
            target = self.latest()
            if target is None:
                raise ConflictError("Không còn thao tác nào để hoàn tác.")
            if expected is not None and target.id != expected:
                raise ConflictError(
                    f"Sau thao tác đó sổ đã có thao tác khác ({target.label}) nên chưa hoàn tác; hãy xem lại danh sách."
                )
            touched = self._database.rows(
                "SELECT register, before, after FROM history WHERE operation_id = ? ORDER BY id DESC",
                [target.id],
            )
            with self.begin(UNDO, f"Hoàn tác: {target.label}") as operation:
                for row in touched:
                    self._take_back(operation, row)
                self._database.execute(
                    "UPDATE operations SET undone_by = ? WHERE id = ?", [operation, target.id]
                )
        return target

    def _take_back(self, operation: int, touched: dict[str, Any]) -> None:
        register: str = touched["register"]
        with self._database.decoding():
            after: Row = json.loads(touched["after"])
            before: Row | None = json.loads(touched["before"]) if touched["before"] else None
        if register in KEYED:
            self._put_back(register, before, after)
            return
        current = self._database.row(f'SELECT * FROM "{register}" WHERE id = ?', [after["id"]])
        # Content, not the counter: taking back a later operation has raised the counter.
        if current is None or _content(current, after) != _content(after, after):
            name = after["file_name" if register == LINKS else self._naming_field(register)]
            raise ConflictError(
                f"“{name}” đã thay đổi sau thao tác đó nên không hoàn tác được; hãy sửa trực tiếp."
            )
        current.pop("row", None)
        restored = dict(before) if before else {**current, "deleted_at": timestamp(self._clock)}
        restored["save_count"] = current["save_count"] + 1
        restored["updated_at"] = timestamp(self._clock)
        overwrite(self._database, register, restored)
        self.note(operation, register, current, restored)

    def put(self, operation: int, table: str, row: Row) -> None:
        """Write a whole row of a table of `KEYED` as part of an operation, inside `begin()`."""
        key = KEYED[table]
        before = self._database.row(f'SELECT * FROM "{table}" WHERE "{key}" = ?', [row[key]])
        self._database.execute(f'DELETE FROM "{table}" WHERE "{key}" = ?', [row[key]])
        self._database.insert(table, row)
        name = {"id": str(row[key])}
        self.note(operation, table, {**before, **name} if before else None, {**row, **name})

    def _put_back(self, table: str, before: Row | None, after: Row) -> None:
        """Take back what `put` wrote; a plan that was changed since is not thrown away, a setting is left alone."""
        key, after = KEYED[table], {name: value for name, value in after.items() if name != "id"}
        current = self._database.row(f'SELECT * FROM "{table}" WHERE "{key}" = ?', [after[key]])
        if current != after:
            if table == "plans":
                raise ConflictError(
                    f"Kế hoạch của năm {after[key]} đã được sửa sau thao tác đó nên không hoàn tác được."
                )
            return
        self._database.execute(f'DELETE FROM "{table}" WHERE "{key}" = ?', [after[key]])
        if before is not None:
            self._database.insert(table, {name: value for name, value in before.items() if name != "id"})


def _content(row: Row, like: Row) -> Row:
    """Return what counts of a row, only columns that the other row has too (older rows have fewer)."""
    return {
        name: row.get(name) for name in like if name not in VOLATILE and not name.endswith(SORT_KEY_ENDING)
    }


def overwrite(database: Database, table: str, row: Row) -> None:
    """Write all columns of an existing record, inside `write()`."""
    overwrite_all(database, table, [row])


def insert_all(database: Database, table: str, rows: Sequence[Row]) -> None:
    """Insert many rows with the same columns, inside `write()`."""
    if rows:
        names = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join("?" for _ in rows[0])
        database.execute_all(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [tuple(row.values()) for row in rows]
        )


def overwrite_all(database: Database, table: str, rows: Sequence[Row]) -> None:
    """Write all columns of many existing records with the same columns, inside `write()`."""
    if rows:
        columns = [name for name in rows[0] if name != "id"]
        assignments = ", ".join(f'"{name}" = ?' for name in columns)
        database.execute_all(
            f'UPDATE "{table}" SET {assignments} WHERE id = ?',
            [(*(row[name] for name in columns), row["id"]) for row in rows],
        )
