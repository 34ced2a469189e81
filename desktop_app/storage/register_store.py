"""One register on disk: save, delete, restore, page, search, suggest, history; the same for every register."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from desktop_app.domain.fields import FieldKind
from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, cleaned, require_valid
from desktop_app.errors import ConflictError
from desktop_app.storage import history
from desktop_app.storage.bulk import Bulk
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import (
    SORT_KEY_ENDING,
    Row,
    from_row,
    personal_values,
    stored_columns,
    to_json,
    to_row,
)
from desktop_app.storage.operations import Clock, Operations, overwrite, timestamp
from desktop_app.storage.search import conditions
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

R = TypeVar("R", bound=Record)

PAGE = 100


@dataclass(frozen=True)
class RegisterTable(Generic[R]):
    """How a register lies in its table.

    Attributes:
        sorted_texts: text fields with a column `<field>_sort` in Vietnamese order.
    """

    register: Register[R]
    sorted_texts: tuple[str, ...]


class RegisterStore(Generic[R]):
    """The records of one register."""

    def __init__(
        self, table: RegisterTable[R], database: Database, operations: Operations, clock: Clock
    ) -> None:
        self.register = table.register
        self._table = table
        self._columns = ", ".join(stored_columns(table.register))
        self._database = database
        self._operations = operations
        self._clock = clock
        self._bulk = Bulk(table.register, table.sorted_texts, database, operations, clock)

    def get(self, record_id: str) -> R:
        """Return one record with its personal values, from the register or the trash.

        Raises:
            ConflictError: there is no such record any more.
        """
        row = self._row(record_id)
        personal = self._database.value("SELECT data FROM personal_data WHERE id = ?", [row["personal_ref"]])
        with self._database.decoding():
            return from_row(self.register, row, json.loads(personal) if personal else None)

    def fetch(self, query: Query, offset: int = 0, limit: int = PAGE) -> list[R]:
        """Return a page of a list, without personal values."""
        where, parameters = conditions(self.register, query)
        rows = self._database.rows(
            f"SELECT {self._columns} FROM {self.register.name} WHERE {where}"
            f" ORDER BY {self._order(query)} LIMIT ? OFFSET ?",
            [*parameters, limit, offset],
        )
        return self._records(rows)

    def _records(self, rows: list[Row]) -> list[R]:
        with self._database.decoding():
            return [from_row(self.register, row) for row in rows]

    def count(self, query: Query) -> int:
        """Return how many records a list has."""
        where, parameters = conditions(self.register, query)
        return int(
            self._database.value(f"SELECT count(*) FROM {self.register.name} WHERE {where}", parameters)
        )

    def between(self, date_from: date, date_to: date, field: str = "") -> list[R]:
        """Return all records whose date lies in a period, oldest first, without personal values."""
        column = field or self.register.date_field
        if column not in self.register.specs:
            raise KeyError(column)
        rows = self._database.rows(
            f"SELECT {self._columns} FROM {self.register.name} WHERE deleted_at IS NULL AND {column} BETWEEN ? AND ?"
            f" ORDER BY {column}, id",
            [date_from.isoformat(), date_to.isoformat()],
        )
        return self._records(rows)

    def all(self) -> list[R]:
        """Return all records that are not in the trash, by their names, without personal values."""
        rows = self._database.rows(
            f"SELECT {self._columns} FROM {self.register.name} WHERE deleted_at IS NULL"
            f" ORDER BY {self.register.naming_field}_sort, row"
        )
        return self._records(rows)

    def save(self, record: R) -> R:
        """Save a record, new when it has no id; return it as it stands in the ledger.

        Raises:
            InvalidRecordError: it holds an impossible value; nothing was written.
            ConflictError: it was changed or deleted elsewhere since it was read.
        """
        record = cleaned(self.register, record)
        require_valid(self.register, record)
        name = shorten(str(getattr(record, self.register.naming_field)), 80)
        kind, verb = ("save", "Đã lưu") if record.id else ("create", "Đã thêm")
        with self._operations.begin(kind, f"{verb} “{name}”") as operation:
            return self._store(operation, record, self._unchanged_row(record))

    def save_all(self, operation: int, records: Iterable[R]) -> None:
        """Save changed records, read whole by `get`, as part of an open operation.

        Raises:
            InvalidRecordError: one of them holds an impossible value; the operation must be given up.
            ConflictError: one was changed or deleted elsewhere since it was read; likewise.
        """
        for record in records:
            record = cleaned(self.register, record)
            require_valid(self.register, record)
            self._store(operation, record, self._unchanged_row(record))

    def save_together(self, label: str, records: Iterable[R]) -> None:
        """Save new and changed records as one operation, which Hoàn tác takes back as one; errors as in `save_all`."""
        with self._operations.begin("save", label) as operation:
            self.save_all(operation, records)

    def _unchanged_row(self, record: R) -> Row | None:
        before = self._row(record.id) if record.id else None
        if before is not None and (before["save_count"] != record.save_count or before["deleted_at"]):
            raise ConflictError(
                f"{self.register.words.one.capitalize()} này đã được sửa hoặc xóa ở nơi khác. "
                "Hãy mở lại để xem bản mới; nội dung đang gõ vẫn còn trong bản nháp."
            )
        return before

    def _store(self, operation: int, record: R, before: Row | None) -> R:
        now = timestamp(self._clock)
        record = replace(
            record,
            id=record.id or os.urandom(8).hex(),
            created_at=record.created_at or now,
            updated_at=now,
            save_count=record.save_count + 1,
        )
        after = to_row(self.register, record, self._table.sorted_texts)
        after["personal_ref"] = self._personal_ref(record, before)
        if before is None:
            self._database.insert(self.register.name, after)
        else:
            overwrite(self._database, self.register.name, after)
        self._operations.note(operation, self.register.name, before, after)
        return record

    def add_all(self, operation: int, records: Iterable[R]) -> None:
        """Add new records as part of an open operation; an id that they have already is kept.

        Raises:
            InvalidRecordError: one of them holds an impossible value; the operation must be given up.
            ConflictError: one has the id of a record that is in the register or its trash already; likewise.
        """
        self._bulk.add(operation, list(records))

    def change_all(self, operation: int, records: Iterable[R]) -> None:
        """Write new values of records read before, as part of an open operation.

        Raises:
            InvalidRecordError: one of them holds an impossible value; the operation must be given up.
            ConflictError: one was changed or deleted since it was read; likewise.
        """
        self._bulk.change(operation, list(records))

    def everything(self) -> list[R]:
        """Return all records with their personal values, those in the trash too, oldest entry first."""
        return self._bulk.everything()

    def delete(self, record_id: str) -> None:
        """Move a record to the trash."""
        self._move(record_id, "delete", "Đã chuyển vào thùng rác", timestamp(self._clock))

    def restore(self, record_id: str) -> None:
        """Take a record out of the trash."""
        self._move(record_id, "restore", "Đã khôi phục", None)

    def history(self, record_id: str) -> list[history.HistoryEntry]:
        """Return what was changed when and by whom, newest first; personal values are not in it."""
        with self._database.decoding():
            return history.entries(self.register, self._operations.images(self.register.name, record_id))

    def suggestions(self, field: str, typed: str, limit: int = 20) -> list[str]:
        """Return values of a field typed before that hold what is typed now, the most used first."""
        spec = self.register.specs[field]
        wanted = fold(typed)
        source = (
            f"SELECT value FROM {self.register.name}, json_each({self.register.name}.{field}) WHERE deleted_at IS NULL"
            if spec.kind is FieldKind.TEXT_LIST
            else f"SELECT {field} AS value FROM {self.register.name} WHERE deleted_at IS NULL"
        )
        rows = self._database.rows(
            f"SELECT value, count(*) AS uses FROM ({source}) WHERE value <> '' GROUP BY value ORDER BY uses DESC, value"
        )
        return [row["value"] for row in rows if f" {wanted}" in f" {fold(row['value'])}"][:limit]

    def _move(self, record_id: str, kind: str, verb: str, deleted_at: str | None) -> None:
        with self._database.write():  # read inside, so that nobody changes the record in between
            before = self._row(record_id)
            if bool(before["deleted_at"]) == bool(deleted_at):
                return
            label = f"{verb} “{shorten(before[self.register.naming_field], 80)}”"
            with self._operations.begin(kind, label) as operation:
                after = {
                    **before,
                    "deleted_at": deleted_at,
                    "updated_at": timestamp(self._clock),
                    "save_count": before["save_count"] + 1,
                }
                overwrite(self._database, self.register.name, after)
                self._operations.note(operation, self.register.name, before, after)

    def _row(self, record_id: str) -> Row:
        row = self._find(record_id)
        if row is None:
            raise ConflictError(
                f"{self.register.words.one.capitalize()} này không còn trong sổ. Hãy làm mới danh sách."
            )
        return row

    def _find(self, record_id: str) -> Row | None:
        row = self._database.row(f"SELECT * FROM {self.register.name} WHERE id = ?", [record_id])
        if row is not None:
            row.pop("row")
        return row

    def _personal_ref(self, record: R, before: Row | None) -> int | None:
        values = personal_values(self.register, record)
        reference: int | None = before["personal_ref"] if before else None
        known = self._database.value("SELECT data FROM personal_data WHERE id = ?", [reference])
        if (json.loads(known) if known else {}) == values:
            return reference
        if not values:
            return None
        return self._database.insert("personal_data", {"record_id": record.id, "data": to_json(values)})

    def _order(self, query: Query) -> str:
        column = query.sort or self.register.date_field or self.register.naming_field
        if column not in self.register.specs or self.register.specs[column].personal:
            raise KeyError(column)
        if column in self._table.sorted_texts:
            column += SORT_KEY_ENDING
        direction = "DESC" if query.descending else "ASC"
        return f"{column} {direction}, row {direction}"
