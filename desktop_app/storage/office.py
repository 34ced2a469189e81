"""The office of the ledger as it was in each year, its working year, and the plan of each year."""

import msgspec

from desktop_app.domain.handover import Handover
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.domain.rules import clean_texts
from desktop_app.storage.database import Database
from desktop_app.storage.handed_over import MARK, read_mark
from desktop_app.storage.settings import Settings

_FIRST_OFFICE, _OFFICE_OF = "office", "office:"


class OfficeStore:
    """Settings that belong to the ledger, not to the computer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settings = Settings(database)

    def office(self, year: int) -> Office:
        """Return the reporting unit of a year: the latest that was saved for that year or one before.

        Its fields are empty in a ledger that was just made. The unit that a ledger began with holds for all years
        before the first change, so that an old report keeps its old heading after the unit became another one.
        """
        office: Office = self._settings.value(self._office_key(year), Office, Office())
        return office

    def save_office(self, office: Office, year: int) -> None:
        """Keep the reporting unit from a year on; the first one of a ledger holds for every year."""
        key = f"{_OFFICE_OF}{year}" if self._settings.text(_FIRST_OFFICE) else _FIRST_OFFICE
        self._settings.keep(key, clean_texts(office))

    @property
    def handed_over(self) -> Handover | None:
        """To whom the ledger was given, None while it is in use."""
        mark = self._settings.text(MARK)
        return read_mark(mark) if mark else None

    @property
    def year(self) -> int:
        """The year being worked on; 0 in a ledger that was just made."""
        with self._database.decoding():
            return int(self._settings.text("year") or 0)

    def set_year(self, year: int) -> None:
        """Change the year being worked on; in a ledger that was handed over, too, to look at its other years."""
        with self._database.write(handed_over_too=True):
            self._settings.keep_text("year", str(year))

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

    def _office_key(self, year: int) -> str:
        keys = self._settings.keys(_OFFICE_OF)
        with self._database.decoding():
            years = [int(key.removeprefix(_OFFICE_OF)) for key in keys]
        known = [one for one in years if one <= year]
        return f"{_OFFICE_OF}{max(known)}" if known else _FIRST_OFFICE
