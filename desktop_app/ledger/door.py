"""The door: the one object through which the window and the commands use a ledger."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.records.base import Record
from desktop_app.domain.records.office import Office
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import LedgerFileError, ReportProblemsError
from desktop_app.exchange.export_result import ExportResult
from desktop_app.exchange.planning import Planning
from desktop_app.exchange.previous_desk import PreviousDesk
from desktop_app.exchange.unit_desk import UnitDesk
from desktop_app.report.build import ReportSource, build_report, text_sections
from desktop_app.report.checks import Problem, Review, Severity, check
from desktop_app.report.figures import Figures, PeriodRecords, compute
from desktop_app.report.fund_table import FundRow, fund_table
from desktop_app.report.gather import period_records, report_source
from desktop_app.report.model import Progress, Report
from desktop_app.report.totals import totals
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.award_desk import AwardDesk
from desktop_app.storage.backups import back_up
from desktop_app.storage.database import Database
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.figure_form_settings import FigureFormSettings
from desktop_app.storage.import_memory import ImportMemory
from desktop_app.storage.ledger_search import SearchHit, search_registers
from desktop_app.storage.office import OfficeStore
from desktop_app.storage.operations import Operations
from desktop_app.storage.previous import PreviousStore
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.reports import ReportStore
from desktop_app.storage.tables import TABLES

if TYPE_CHECKING:
    from desktop_app.exchange.figure_forms import FigureForms
    from desktop_app.exchange.spreadsheet.desk import SpreadsheetDesk

Clock = Callable[[], datetime]


class Ledger:
    """An open ledger; it belongs to the thread that opened it.

    Attributes:
        activities, awards: the registers. operations: history and undo. drafts: what is typed but not saved.
        attachments: files of records. award_desk: work on many nominations at once.
        planning: tasks, document and versions of the yearly plan, the beginning of a year.
        reports: periods, heads, narrative and exports of reports. previous: what they are compared with.
        units: the table of units with this ledger's updates, loaded when first called. unit_desk: updating it.
    """

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database = database
        self.clock = clock
        self.operations = Operations(database, clock, who)
        self._registers: Mapping[str, RegisterStore[Any]] = {
            name: RegisterStore(TABLES[name], database, self.operations, clock) for name in REGISTERS
        }
        self.activities: RegisterStore[Activity] = self._registers["activities"]
        self.awards: RegisterStore[AwardNomination] = self._registers["awards"]
        self.award_desk = AwardDesk(database, self.operations, self.awards)
        self.drafts = Drafts(database, clock)
        self.attachments = AttachmentStore(database, self.operations, clock)
        self.reports = ReportStore(database, clock, who)
        self.figure_form_settings = FigureFormSettings(database)
        self._settings = OfficeStore(database)
        self.planning = Planning(
            database, self.operations, self._registers, self._settings, self.plan, clock, who
        )
        self.unit_desk = UnitDesk(database, clock)
        self.units = self.unit_desk.table
        self.previous = PreviousDesk(
            PreviousStore(database),
            self.reports,
            self.office_of,
            lambda period: period_records(period, self._registers),
            self.unit_desk,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def spreadsheets(self) -> "SpreadsheetDesk":
        """Excel in and out: template, preview, import."""
        # Imported only here: what reads sheets would cost every start a tenth of a second.
        from desktop_app.exchange.spreadsheet.desk import SpreadsheetDesk

        return SpreadsheetDesk(
            self, ImportMemory(self._database), lambda: back_up(self._database, self.clock, "truoc-khi-nhap")
        )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def path(self) -> Path:
        """The ledger's file."""
        return self._database.path

    @property
    def uses_wal(self) -> bool:
        """False on a folder (network, cloud) that refuses the write-ahead log."""
        return self._database.uses_wal

    def today(self) -> date:
        """Return the day that the program's one clock shows."""
        return self.clock().date()

    @property
    def registers(self) -> tuple[RegisterStore[Any], ...]:
        """All registers, in the order of the navigation."""
        return tuple(self._registers.values())

    def register(self, name: str) -> RegisterStore[Any]:
        """Return a register by its name."""
        return self._registers[name]

    @property
    def office(self) -> Office:
        """The reporting unit of the working year."""
        return self.office_of(self.year)

    def office_of(self, year: int) -> Office:
        """Return the reporting unit of a year, see `OfficeStore.office`."""
        return self._settings.office(year)

    def save_office(self, office: Office) -> None:
        """Keep the reporting unit from the working year on; earlier years keep theirs."""
        self._settings.save_office(office, self.year)

    @property
    def year(self) -> int:
        """The year being worked on."""
        return self._settings.year or self.today().year

    def years(self) -> list[int]:
        """Return the years that have a plan, oldest first."""
        return self._settings.years()

    def set_year(self, year: int) -> None:
        """Change the year being worked on."""
        self._settings.set_year(year)

    def plan(self, year: int) -> Plan:
        """Return the plan of a year; a year without one of its own goes on with the plan of a year near it.

        Raises:
            LedgerFileError: the ledger has no plan at all.
        """
        years = self._settings.years()
        if not years:
            raise LedgerFileError("Sổ chưa có kế hoạch. Hãy chọn kế hoạch của năm trong Cài đặt.")
        nearest = min(years, key=lambda known: (known > year, abs(known - year)))
        plan = self._settings.plan(nearest)
        if plan is None:
            raise LedgerFileError("Không đọc được kế hoạch của năm. Hãy chọn lại kế hoạch trong Cài đặt.")
        return plan

    def save_plan(self, year: int, plan: Plan) -> None:
        """Keep the plan of a year, the officer's changes included."""
        self._settings.save_plan(year, plan)

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """Return the records that hold all typed words, accents ignored, newest first."""
        return search_registers(self._registers.values(), text, limit)

    def records(self, period: ReportPeriod) -> PeriodRecords:
        """Return the records that a report of this period tells of."""
        with self._database.read():
            found = period_records(period, self._registers)
            context = self.award_desk.context(found.nominations, period.data_from, period.data_to)
            return replace(found, award_context=context)

    def figures(self, period: ReportPeriod) -> Figures:
        """Return all totals of a period."""
        return compute(self.records(period), load_indicators())

    def totals(self, year: int) -> dict[str, Any]:
        """Return the totals of a year's yearly report, as the command line prints them."""
        period = self.reports.period(year)
        return totals(period, self.figures(period))

    def fund_table(self, period: ReportPeriod) -> list[FundRow]:
        """Return planned and spent money of a period by source, each sum with the records behind it."""
        return fund_table(self.records(period))

    def figure_forms(self) -> "FigureForms":
        """Return what writes and reads the forms for other bodies' figures, for the year being worked on."""
        # Imported only here: Word, Excel and the reader of sheets would cost every start.
        from desktop_app.exchange.figure_forms import FigureForms

        store = self._registers["reported_figures"]
        return FigureForms(self.office, self.year, store, self.operations, self.today())

    def source(self, period: ReportPeriod) -> ReportSource:
        """Return everything that the report of a period is made of, from one state of the ledger."""
        with self._database.read():
            office, plan = self.office_of(period.year), self.plan(period.year)
            previous = self.previous.state(period).figures
            source = report_source(office, plan, self.reports, self.records(period), previous)
            return replace(source, unit_warning=self.unit_desk.warning(office, period))

    def report(self, period: ReportPeriod) -> Report:
        """Return the report of a period as it would be exported now, without its check code."""
        return build_report(self.source(period))

    def review(self, period: ReportPeriod) -> Review:
        """Return what a page of the window shows of a report, from one read: with 20,000 records it takes a second."""
        source = self.source(period)
        sections = text_sections(source.plan, period, with_other=source.has_other)
        return Review(source, sections, check(source))

    def check(self, period: ReportPeriod) -> list[Problem]:
        """Return what must be mended or looked at before the export, errors first."""
        return check(self.source(period))

    def export(
        self, period: ReportPeriod, out: Path, *, reason: str = "", progress: Progress | None = None
    ) -> ExportResult:
        """Export the report of a period into a new folder and note it.

        Args:
            period: which report.
            out: the folder that gets the new folder.
            reason: why warnings were passed over; it is kept.
            progress: called after each step; may raise `CancelledError`.

        Raises:
            ReportProblemsError: the data have errors; nothing was written.
            ExportError: the files cannot be written; nothing half written is left.
        """
        # Imported only here: mail, zip and writers would cost every start what only an export needs.
        from desktop_app.exchange.report_folder import export

        source = self.source(period)
        errors = [one.sentence for one in check(source) if one.severity is Severity.ERROR]
        if errors:
            raise ReportProblemsError("\n".join(errors))
        earlier = self.reports.exports(period.year, period.code)
        return export(source, earlier, out, self.reports.note_export, reason=reason, progress=progress)

    def export_awards(self, folder: AwardFolder, out: Path, progress: Progress | None = None) -> Path:
        """Write an award dossier into a new folder of `out` and return it; see `exchange.award_folder`."""
        from desktop_app.exchange.award_folder import export_awards

        return export_awards(self.award_desk, self.office, self.plan(folder.year), folder, out, progress)

    def add_all(self, label: str, records: Mapping[str, Sequence[Record]], kind: str = "import") -> None:
        """Add records of several registers as one operation; records that have an id keep it."""
        with self.operations.begin(kind, label) as operation:
            for name, added in records.items():
                self._registers[name].add_all(operation, added)
