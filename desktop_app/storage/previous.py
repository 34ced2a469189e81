"""What each report is compared with: the officer's choice and the totals typed or read from files."""

from dataclasses import replace

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.previous_choice import PreviousChoice
from desktop_app.storage.database import Database
from desktop_app.storage.settings import Settings
from desktop_app.vietnamese.text import clean


class PreviousStore:
    """One choice for each year and period, kept among the settings of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settings = Settings(database)

    def get(self, period: ReportPeriod) -> PreviousChoice:
        """Return the choice for a report; the ledger's own figures when none was made."""
        choice: PreviousChoice = self._settings.value(_key(period), PreviousChoice, PreviousChoice())
        return choice

    def save(self, period: ReportPeriod, choice: PreviousChoice) -> None:
        """Keep the choice for a report."""
        if choice == PreviousChoice():
            self._settings.forget(_key(period))
        else:
            self._settings.keep(_key(period), replace(choice, note=clean(choice.note)))

    def stamp(self) -> tuple[int, int]:
        """Return what changes with every write to the records and with every export, to know when to count anew."""
        operations = self._database.value("SELECT max(id) FROM operations")
        exports = self._database.value("SELECT max(id) FROM exports")
        return operations or 0, exports or 0


def _key(period: ReportPeriod) -> str:
    return f"previous:{period.year}:{period.code}"
