"""The table of settings: one text for each key, plain or JSON."""

import json
from typing import Any

import msgspec

from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json


class Settings:
    """Settings that belong to the ledger, not to the computer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def text(self, key: str) -> str:
        """Return the text of a key, "" when there is none."""
        return self._database.value("SELECT value FROM settings WHERE key = ?", [key]) or ""

    def keys(self, beginning: str) -> list[str]:
        """Return the keys that begin so, "_" and "%" excepted."""
        rows = self._database.rows("SELECT key FROM settings WHERE key LIKE ?", [f"{beginning}%"])
        return [row["key"] for row in rows]

    def value(self, key: str, kind: Any, default: Any) -> Any:  # noqa: ANN401 - also takes tuple[Quota, ...]
        """Return what stands as JSON under a key.

        Args:
            key: of the setting.
            kind: the type to read it as.
            default: returned when there is none.

        Raises:
            LedgerFileError: the text is no value of this type.
        """
        stored = self.text(key)
        with self._database.decoding():
            return msgspec.convert(json.loads(stored), kind) if stored else default

    def keep_text(self, key: str, text: str) -> None:
        """Put a text under a key."""
        with self._database.write():
            self.forget(key)
            self._database.insert("settings", {"key": key, "value": text})

    def keep(self, key: str, value: object) -> None:
        """Put a value under a key, as JSON."""
        self.keep_text(key, to_json(msgspec.to_builtins(value)))

    def forget(self, key: str) -> None:
        """Leave a key without a text."""
        with self._database.write():
            self._database.execute("DELETE FROM settings WHERE key = ?", [key])
