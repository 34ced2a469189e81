"""Form drafts: what is typed but not saved; counted nowhere, offered back after a crash."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.registers import REGISTERS
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json
from desktop_app.storage.operations import Clock, timestamp


@dataclass(frozen=True)
class Draft:
    """What stood in a form.

    Attributes:
        form: name of the register or page; a page of a part of a register adds its own name after a colon.
        record_id: "" for a new record.
        values: attribute -> what its editor held.
        saved_at: ISO 8601 local time with offset.
    """

    form: str
    record_id: str
    values: dict[str, Any]
    saved_at: str


class Drafts:
    """The drafts of the ledger, one for each form and record."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, form: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Keep what is typed; personal values go to the side table."""
        register = REGISTERS.get(form.partition(":")[0])
        specs = register.specs if register else {}
        personal = {name: value for name, value in values.items() if name in specs and specs[name].personal}
        plain = {name: value for name, value in values.items() if name not in personal}
        with self._database.write():
            self._remove(form, record_id)
            reference = None
            if personal:  # empty ones too: that they were cleared is part of what was typed
                owner = record_id or f"draft:{form}"
                reference = self._database.insert(
                    "personal_data", {"record_id": owner, "data": to_json(personal)}
                )
            self._database.insert(
                "drafts",
                {
                    "form": form,
                    "record_id": record_id,
                    "content": to_json(plain),
                    "personal_ref": reference,
                    "saved_at": timestamp(self._clock),
                },
            )

    def get(self, form: str, record_id: str) -> Draft | None:
        """Return the draft of a form, None when there is none."""
        found = [draft for draft in self.all(form) if draft.record_id == record_id]
        return found[0] if found else None

    def all(self, form: str = "") -> list[Draft]:
        """Return all drafts, or those of one form, oldest first."""
        rows = self._database.rows(
            "SELECT d.form, d.record_id, d.content, d.saved_at, p.data FROM drafts d"
            " LEFT JOIN personal_data p ON p.id = d.personal_ref WHERE ? IN ('', d.form) ORDER BY d.saved_at, d.form",
            [form],
        )
        with self._database.decoding():
            return [
                Draft(
                    row["form"],
                    row["record_id"],
                    json.loads(row["content"]) | (json.loads(row["data"]) if row["data"] else {}),
                    row["saved_at"],
                )
                for row in rows
            ]

    def discard(self, form: str, record_id: str) -> None:
        """Forget a draft."""
        with self._database.write():
            self._remove(form, record_id)

    def _remove(self, form: str, record_id: str) -> None:
        self._database.execute(
            "DELETE FROM personal_data WHERE id IN"
            " (SELECT personal_ref FROM drafts WHERE form = ? AND record_id = ?)",
            [form, record_id],
        )
        self._database.execute("DELETE FROM drafts WHERE form = ? AND record_id = ?", [form, record_id])
