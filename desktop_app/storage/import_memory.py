"""Which heading of a sheet the user has given which column: remembered in the ledger."""

import json
from collections.abc import Mapping

from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json

_KEY = "import_headings"


class ImportMemory:
    """What was chosen in the dialog that matches columns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def headings(self) -> dict[str, dict[str, str]]:
        """Return register -> folded heading -> key of a column."""
        stored = self._database.value("SELECT value FROM settings WHERE key = ?", [_KEY])
        with self._database.decoding():
            found: dict[str, dict[str, str]] = json.loads(stored) if stored else {}
            return found

    def remember(self, register: str, headings: Mapping[str, str]) -> None:
        """Keep choices; those of the same headings from before are replaced."""
        known = self.headings()
        known[register] = {**known.get(register, {}), **headings}
        with self._database.write():
            self._database.execute("DELETE FROM settings WHERE key = ?", [_KEY])
            self._database.execute("INSERT INTO settings (key, value) VALUES (?, ?)", [_KEY, to_json(known)])
