"""What each report is compared with: the officer's choice and the totals typed or read from files."""

import json
from dataclasses import replace

import msgspec

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.previous_choice import PreviousChoice
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json
from desktop_app.vietnamese.text import clean


class PreviousStore:
    """One choice for each year and period, kept among the settings of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, period: ReportPeriod) -> PreviousChoice:
        """Return the choice for a report; the ledger's own figures when none was made."""
        stored = self._database.value("SELECT value FROM settings WHERE key = ?", [_key(period)])
        with self._database.decoding():
            return msgspec.convert(json.loads(stored), PreviousChoice) if stored else PreviousChoice()

    def save(self, period: ReportPeriod, choice: PreviousChoice) -> None:
        """Keep the choice for a report."""
        value = to_json(msgspec.to_builtins(replace(choice, note=clean(choice.note))))
        with self._database.write():
            self._database.execute("DELETE FROM settings WHERE key = ?", [_key(period)])
            if choice != PreviousChoice():
                self._database.insert("settings", {"key": _key(period), "value": value})

    def stamp(self) -> tuple[int, int]:
        """Return what changes with every write to the records and with every export, to know when to count anew."""
        operations = self._database.value("SELECT max(id) FROM operations")
        exports = self._database.value("SELECT max(id) FROM exports")
        return operations or 0, exports or 0


def _key(period: ReportPeriod) -> str:
    return f"previous:{period.year}:{period.code}"
