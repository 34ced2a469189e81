"""Many records of one register at once, as part of an open operation: added or changed by a few statements."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, cleaned, require_valid
from desktop_app.errors import ConflictError
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import Row, from_row, personal_values, stored_columns, to_json, to_row
from desktop_app.storage.operations import Clock, Operations, insert_all, overwrite_all, timestamp
from desktop_app.vietnamese.text import shorten

R = TypeVar("R", bound=Record)

_AT_ONCE = 500
"""Records of one statement: SQLite takes at least 999 parameters."""


class Bulk(Generic[R]):
    """Many records of one register."""

    def __init__(
        self,
        register: Register[R],
        sorted_texts: tuple[str, ...],
        database: Database,
        operations: Operations,
        clock: Clock,
    ) -> None:
        self._register = register
        self._sorted_texts = sorted_texts
        self._database = database
        self._operations = operations
        self._clock = clock

    def everything(self) -> list[R]:
        """Return all records with their personal values, those in the trash too."""
        columns = ", ".join(f"r.{name}" for name in stored_columns(self._register))
        rows = self._database.rows(
            f"SELECT {columns}, p.data AS personal_json FROM {self._register.name} r"
            " LEFT JOIN personal_data p ON p.id = r.personal_ref ORDER BY r.row"
        )
        found: list[R] = []
        with self._database.decoding():
            for row in rows:
                personal = row.pop("personal_json")
                found.append(from_row(self._register, row, json.loads(personal) if personal else None))
        return found

    def add(self, operation: int, records: Sequence[R]) -> None:
        """Add new records; an id that they have already is kept.

        Raises:
            InvalidRecordError: one of them holds an impossible value; the operation must be given up.
            ConflictError: one has the id of a record that is in the register or its trash; likewise.
        """
        ready = [self._stamped(record) for record in records]
        names = {record.id: self._name(record) for record in ready}
        taken = [row["id"] for row in self._rows(list(names))]
        taken += [key for key, count in Counter(record.id for record in ready).items() if count > 1]
        if taken:
            raise ConflictError(
                f"“{names[taken[0]]}” đã có trong sổ hoặc trong thùng rác; chưa thêm mục nào."
            )
        images: list[tuple[Row | None, Row | None]] = []
        for record in ready:
            row = to_row(self._register, record, self._sorted_texts)
            row["personal_ref"] = self._personal_ref(record, None)
            images.append((None, row))
        insert_all(self._database, self._register.name, [after for _, after in images if after])
        self._operations.note_all(operation, self._register.name, images)

    def change(self, operation: int, records: Sequence[R]) -> None:
        """Write new values of records that were read before.

        Raises:
            InvalidRecordError: one of them holds an impossible value; the operation must be given up.
            ConflictError: one was changed or deleted since it was read; likewise.
        """
        before = {row["id"]: row for row in self._rows([record.id for record in records])}
        images: list[tuple[Row | None, Row | None]] = []
        for record in records:
            old = before.get(record.id)
            if old is None or old["save_count"] != record.save_count or old["deleted_at"]:
                raise ConflictError(
                    f"“{self._name(record)}” đã được sửa hoặc xóa sau khi xem trước; hãy xem trước lại rồi nhập."
                )
            row = to_row(self._register, self._stamped(record), self._sorted_texts)
            row["personal_ref"] = self._personal_ref(record, old)
            images.append((old, row))
        overwrite_all(self._database, self._register.name, [after for _, after in images if after])
        self._operations.note_all(operation, self._register.name, images)

    def _stamped(self, record: R) -> R:
        """Return the record as it will stand in the ledger."""
        record = cleaned(self._register, record)
        require_valid(self._register, record)
        now = timestamp(self._clock)
        return replace(
            record,
            id=record.id or os.urandom(8).hex(),
            created_at=record.created_at or now,
            updated_at=now,
            save_count=record.save_count + 1,
        )

    def _name(self, record: R) -> str:
        return shorten(str(getattr(record, self._register.naming_field)), 80)

    def _rows(self, ids: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of these records that are in the register or its trash."""
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            marks = ", ".join("?" for _ in part)
            for row in self._database.rows(
                f"SELECT * FROM {self._register.name} WHERE id IN ({marks})", part
            ):
                row.pop("row")
                yield row

    def _personal_ref(self, record: R, before: Row | None) -> int | None:
        values = personal_values(self._register, record)
        reference: int | None = before["personal_ref"] if before else None
        if reference is not None:
            known: Any = self._database.value("SELECT data FROM personal_data WHERE id = ?", [reference])
            if (json.loads(known) if known else {}) == values:
                return reference
        if not values:
            return None
        return self._database.insert("personal_data", {"record_id": record.id, "data": to_json(values)})
