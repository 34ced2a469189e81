"""What the window does with the figures of the period before: see them, type them, read them from files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.previous_choice import PreviousChoice, UnitFigures, shifted_period
from desktop_app.exchange.previous_files import read_previous
from desktop_app.ledger.unit_desk import UnitDesk
from desktop_app.report.figures import Figures, PeriodRecords, compute
from desktop_app.report.previous import Comparer, Offices, PreviousState
from desktop_app.storage.previous import PreviousStore
from desktop_app.storage.reports import ReportStore


class PreviousDesk:
    """The comparison of the reports of one ledger with the same period of the year before."""

    def __init__(
        self,
        store: PreviousStore,
        reports: ReportStore,
        offices: Offices,
        records: Callable[[ReportPeriod], PeriodRecords],
        units: UnitDesk,
    ) -> None:
        """Take what a ledger has.

        Args:
            store: the choices made.
            reports: the days of periods, and exports.
            offices: year -> its office.
            records: period -> its records.
            units: the table of units, loaded when first asked for.
        """
        self._store = store
        self._reports = reports
        self._offices = offices
        self._records = records
        self._units = units
        self._counted: tuple[object, Figures | None] | None = None

    def before(self, period: ReportPeriod) -> ReportPeriod:
        """Return the same period one year earlier, with the days that the ledger has for it."""
        return shifted_period(period) or self._reports.period(period.year - 1, period.code)

    def choice(self, period: ReportPeriod) -> PreviousChoice:
        """Return what the officer chose for a report."""
        return self._store.get(period)

    def save(self, period: ReportPeriod, choice: PreviousChoice) -> None:
        """Keep what the officer chose for a report."""
        self._store.save(period, choice)

    def state(self, period: ReportPeriod, choice: PreviousChoice | None = None) -> PreviousState:
        """Return what a report is compared with, or would be after another choice."""
        units = self._units
        comparer = Comparer(
            period, self.before(period), self._offices, self._own, units.table, units.changed_between
        )
        return comparer.state(self._store.get(period) if choice is None else choice)

    def read(self, paths: Sequence[Path]) -> list[UnitFigures]:
        """Return the totals of earlier report files (package, SoLieu.xlsx, figures.csv).

        Raises:
            SheetFileError: one of them cannot be read.
        """
        return [read_previous(path) for path in paths]

    def _own(self, period: ReportPeriod) -> Figures | None:
        """Return what the ledger holds of a period, counted again only after something was written."""
        key = (period, self._store.stamp())
        if self._counted is None or self._counted[0] != key:
            self._counted = key, self._count(period)
        return self._counted[1]

    def _count(self, period: ReportPeriod) -> Figures | None:
        records = self._records(period)
        is_told = records.counted or records.decisions or self._reports.exports(period.year, period.code)
        return compute(records, load_indicators()) if is_told else None
