"""What the window does with the ledger's table of units: use it, update it by a file, go back to the shipped one."""

from datetime import date
from pathlib import Path

from desktop_app.domain.office_setup import report_day
from desktop_app.domain.office_units import office_unit
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.unit_changes import origins_on
from desktop_app.domain.unit_updates import UnitPreview, preview
from desktop_app.domain.units import REORGANISED_ON, AdminUnit, UnitTable
from desktop_app.exchange.unit_table_file import read_unit_rows, sample_file
from desktop_app.report.writers import write_bytes
from desktop_app.storage.database import Database
from desktop_app.storage.operations import Clock
from desktop_app.storage.unit_updates import UnitUpdate, UnitUpdateStore


class UnitDesk:
    """The table of units of one ledger."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._store = UnitUpdateStore(database, clock)

    def table(self) -> UnitTable:
        """Return the shipped units with the updates of this ledger; loaded at the first call."""
        return self._store.table()

    def changed_between(self, first: date, last: date) -> bool:
        """Tell whether units begin after one day and up to another, without loading the shipped table."""
        return self._store.changed_between(first, last)

    def warning(self, office: Office, period: ReportPeriod) -> str:
        """Return why an office cannot report for a period, "" when it can: its unit is no more, or is not yet.

        The table is loaded only for a period in which units changed, and for a district where none is left.
        """
        last = period.data_to
        is_late_district = office.level is UnitLevel.DISTRICT and last >= REORGANISED_ON
        if is_late_district or self.changed_between(date(last.year - 1, 12, 31), last):
            return office_unit(self.table(), office, last).warning
        return ""

    def state(self) -> UnitUpdate:
        """Return which update is in force."""
        return self._store.state()

    def read(self, path: Path) -> UnitPreview:
        """Return what a file would add or change; nothing is written.

        Raises:
            SheetFileError: the file cannot be read.
        """
        return preview(self.table(), read_unit_rows(path))

    def take(self, found: UnitPreview, file: str) -> None:
        """Keep what a preview without problems found; `file` is the name shown later."""
        self._store.add(found.units, file)

    def drop(self) -> None:
        """Go back to the shipped table."""
        self._store.drop()

    def save_sample(self, path: Path, office: Office, year: int) -> None:
        """Write a file to fill: the heading, and the rows around the own unit as an example.

        Raises:
            ExportError: the file cannot be written.
        """
        write_bytes(path, sample_file(self._example(office, year)))

    def _example(self, office: Office, year: int) -> list[AdminUnit]:
        table, day = self.table(), report_day(year)
        found = office_unit(table, office, day)
        if found.unit is None:
            return table.provinces(day)[:2]
        roots = origins_on(table, found.unit, report_day(year - 1)) if not found.successors else []
        below = table.children(found.unit.code, day)
        return list(dict.fromkeys([*roots, found.unit, *below, *found.successors]))
