"""The office of the ledger, its working year, and the plan of each year."""

import json

import msgspec

from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.domain.rules import clean_texts
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json


class OfficeStore:
    """Settings that belong to the ledger, not to the computer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def office(self) -> Office:
        """The reporting unit; its fields are empty in a ledger that was just made."""
        stored = self._setting("office")
        with self._database.decoding():
            return msgspec.convert(json.loads(stored), Office) if stored else Office()

    def save_office(self, office: Office) -> None:
        """Keep the reporting unit."""
        self._keep("office", to_json(msgspec.to_builtins(clean_texts(office))))

    @property
    def year(self) -> int:
        """The year being worked on; 0 in a ledger that was just made."""
        with self._database.decoding():
            return int(self._setting("year") or 0)

    def set_year(self, year: int) -> None:
        """Change the year being worked on."""
        self._keep("year", str(year))

    def years(self) -> list[int]:
        """Return the years that have a plan, oldest first."""
        return [row["year"] for row in self._database.rows("SELECT year FROM plans ORDER BY year")]

    def plan(self, year: int) -> Plan | None:
        """Return the ledger's own copy of a year's plan, None when the year has none yet."""
        stored = self._database.value("SELECT plan FROM plans WHERE year = ?", [year])
        with self._database.decoding():
            return msgspec.json.decode(stored.encode(), type=Plan) if stored else None

    def save_plan(self, year: int, plan: Plan) -> None:
        """Keep a year's plan; later changes of the shipped plan do not touch it."""
        text = msgspec.json.encode(plan).decode()
        with self._database.write():
            self._database.execute("DELETE FROM plans WHERE year = ?", [year])
            self._database.insert("plans", {"year": year, "plan": text})

    def _setting(self, key: str) -> str:
        return self._database.value("SELECT value FROM settings WHERE key = ?", [key]) or ""

    def _keep(self, key: str, value: str) -> None:
        with self._database.write():
            self._database.execute("DELETE FROM settings WHERE key = ?", [key])
            self._database.insert("settings", {"key": key, "value": value})
