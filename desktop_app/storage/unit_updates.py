"""Newer units that the ledger keeps over the shipped table."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.units import (
    COLUMNS,
    REORGANISED_ON,
    AdminUnit,
    UnitTable,
    load_units,
    row_of_unit,
    unit_of_row,
    with_updates,
)
from desktop_app.storage.database import Database
from desktop_app.storage.operations import Clock, insert_all, timestamp
from desktop_app.storage.settings import Settings

_KEY = "unit_updates"


@dataclass(frozen=True, kw_only=True)
class UnitUpdate:
    """What is known of the units taken from files.

    Attributes:
        file: name of the last file. at: ISO 8601 local time with offset. units: how many units are kept.
    """

    file: str = ""
    at: str = ""
    units: int = 0


class UnitUpdateStore:
    """Full rows that stand for those of the shipped table with the same code and first day."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._settings = Settings(database)
        self._clock = clock
        self._known: tuple[str, UnitTable] | None = None

    def state(self) -> UnitUpdate:
        """Return which update is in force; no units where there is none."""
        update: UnitUpdate = self._settings.value(_KEY, UnitUpdate, UnitUpdate())
        return update

    def table(self) -> UnitTable:
        """Return the shipped units with those of this ledger; read once, until an update is taken or dropped."""
        stamp = self._settings.text(_KEY)
        if not stamp:
            return load_units()
        if self._known is None or self._known[0] != stamp:
            self._known = stamp, with_updates(load_units(), self.units())
        return self._known[1]

    def changed_between(self, first: date, last: date) -> bool:
        """Tell whether units begin after one day and up to another; the table is loaded only where it was updated."""
        if first < REORGANISED_ON <= last:
            return True
        return bool(self._settings.text(_KEY)) and any(
            one.valid_from is not None and first < one.valid_from <= last for one in self.units()
        )

    def units(self) -> list[AdminUnit]:
        """Return the units of this ledger alone."""
        rows = self._database.rows("SELECT * FROM unit_updates ORDER BY valid_from, length(code), code")
        days: dict[str, date | None] = {"": None}
        with self._database.decoding():
            try:
                return [unit_of_row([row[name] for name in COLUMNS], days) for row in rows]
            except KeyError as error:  # a kind or level that no program wrote
                raise ValueError(error) from error

    def add(self, units: list[AdminUnit] | tuple[AdminUnit, ...], file: str) -> None:
        """Keep units of a file; those of the same code and first day from an earlier file are replaced."""
        with self._database.write():
            for unit in units:
                code, *_, first, _last, _before = row_of_unit(unit)
                self._database.execute(
                    "DELETE FROM unit_updates WHERE code = ? AND valid_from = ?", [code, first]
                )
            insert_all(
                self._database,
                "unit_updates",
                [dict(zip(COLUMNS, row_of_unit(unit), strict=True)) for unit in units],
            )
            count = self._database.value("SELECT count(*) FROM unit_updates")
            self._settings.keep(_KEY, UnitUpdate(file=file, at=timestamp(self._clock), units=count))

    def drop(self) -> None:
        """Go back to the shipped table."""
        with self._database.write():
            self._database.execute("DELETE FROM unit_updates")
            self._settings.forget(_KEY)
