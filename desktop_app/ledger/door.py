"""The door: the one object through which the window and the commands use a ledger."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.errors import LedgerFileError
from desktop_app.long_paths import plain_form
from desktop_app.storage.backups import back_up
from desktop_app.storage.database import Database
from desktop_app.storage.figure_form_settings import FigureFormSettings
from desktop_app.storage.import_memory import ImportMemory
from desktop_app.storage.office import OfficeStore
from desktop_app.storage.operations import Operations
from desktop_app.storage.reports import ReportStore

if TYPE_CHECKING:
    from desktop_app.domain.handover import Handover
    from desktop_app.domain.records.activities import Activity
    from desktop_app.domain.records.award_folder import AwardFolder
    from desktop_app.domain.records.awards import AwardNomination
    from desktop_app.domain.records.base import Record
    from desktop_app.domain.units import UnitTable
    from desktop_app.exchange.export_result import ExportResult
    from desktop_app.exchange.figure_forms import FigureForms
    from desktop_app.exchange.spreadsheet.desk import SpreadsheetDesk
    from desktop_app.ledger.planning import Planning
    from desktop_app.ledger.previous_desk import PreviousDesk
    from desktop_app.ledger.reporting import Reporting
    from desktop_app.ledger.unit_desk import UnitDesk
    from desktop_app.report.build import ReportSource
    from desktop_app.report.checks import Problem, Review
    from desktop_app.report.figures import Figures, PeriodRecords
    from desktop_app.report.fund_table import FundRow
    from desktop_app.report.model import Progress, Report
    from desktop_app.storage.attachments import AttachmentStore
    from desktop_app.storage.award_desk import AwardDesk
    from desktop_app.storage.drafts import Drafts
    from desktop_app.storage.ledger_search import SearchHit
    from desktop_app.storage.register_store import RegisterStore

Clock = Callable[[], datetime]


class Ledger:
    """An open ledger; it belongs to the thread that opened it.

    What the first paint of the window does not need is imported where it is first used: together these imports
    would double the time of a start.

    Attributes:
        operations: history and undo. reports: periods, heads, narrative and exports of reports.
    """

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database = database
        self.clock = clock
        self.operations = Operations(
            database, clock, who, lambda name: self._registers[name].register.naming_field
        )
        self.reports = ReportStore(database, clock, who)
        self.figure_form_settings = FigureFormSettings(database)
        self._settings = OfficeStore(database)
        self._who = who

    @cached_property
    def _registers(self) -> "Mapping[str, RegisterStore[Any]]":
        from desktop_app.storage.register_store import RegisterStore
        from desktop_app.storage.tables import TABLES

        return {
            name: RegisterStore(table, self._database, self.operations, self.clock)
            for name, table in TABLES.items()
        }

    @property
    def activities(self) -> "RegisterStore[Activity]":
        """The register of activities."""
        return self._registers["activities"]

    @property
    def awards(self) -> "RegisterStore[AwardNomination]":
        """The register of award nominations."""
        return self._registers["awards"]

    @cached_property
    def drafts(self) -> "Drafts":
        """What is typed but not saved."""
        from desktop_app.storage.drafts import Drafts

        return Drafts(self._database, self.clock)

    @cached_property
    def attachments(self) -> "AttachmentStore":
        """The files of records."""
        from desktop_app.storage.attachments import AttachmentStore

        return AttachmentStore(self._database, self.operations, self.clock)

    @cached_property
    def award_desk(self) -> "AwardDesk":
        """Work on many nominations at once."""
        from desktop_app.storage.award_desk import AwardDesk

        return AwardDesk(self._database, self.operations, self.awards)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @cached_property
    def spreadsheets(self) -> "SpreadsheetDesk":
        """Excel in and out: template, preview, import."""
        from desktop_app.exchange.spreadsheet.desk import SpreadsheetDesk

        return SpreadsheetDesk(
            self, ImportMemory(self._database), lambda: back_up(self._database, self.clock, "truoc-khi-nhap")
        )

    @cached_property
    def planning(self) -> "Planning":
        """Tasks, document and versions of the yearly plan, the beginning of a year."""
        from desktop_app.ledger.planning import Planning

        return Planning(
            self._database, self.operations, self._registers, self._settings, self.plan, self.clock, self._who
        )

    @property
    def unit_desk(self) -> "UnitDesk":
        """The updates of the table of units."""
        return self.reporting.unit_desk

    def units(self) -> "UnitTable":
        """Return the table of units with this ledger's updates."""
        return self.unit_desk.table()

    @property
    def previous(self) -> "PreviousDesk":
        """What the reports are compared with."""
        return self.reporting.previous

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def path(self) -> Path:
        """The ledger's file."""
        return Path(plain_form(str(self._database.path)))

    @property
    def handed_over(self) -> "Handover | None":
        """To whom the ledger was given; nothing can be written into it then."""
        return self._settings.handed_over

    @property
    def uses_wal(self) -> bool:
        """False on a folder (network, cloud) that refuses the write-ahead log."""
        return self._database.uses_wal

    def today(self) -> date:
        """Return the day that the program's one clock shows."""
        return self.clock().date()

    @property
    def registers(self) -> "tuple[RegisterStore[Any], ...]":
        """All registers, in the order of the navigation."""
        return tuple(self._registers.values())

    def register(self, name: str) -> "RegisterStore[Any]":
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

    def search(self, text: str, limit: int = 50) -> "list[SearchHit]":
        """Return the records that hold all typed words, accents ignored, newest first."""
        from desktop_app.storage.ledger_search import search_registers

        return search_registers(self._registers.values(), text, limit)

    @cached_property
    def reporting(self) -> "Reporting":
        """Everything about reports beyond what stands here by itself: its desks for issuing, preview, templates."""
        from desktop_app.ledger.reporting import Reporting

        database, registers, office_of = self._database, self._registers, self.office_of
        return Reporting(
            database, registers, self.reports, self.award_desk, office_of, self.plan, self.clock, self._who
        )

    def records(self, period: ReportPeriod) -> "PeriodRecords":
        """Return the records that a report of this period tells of."""
        return self.reporting.records(period)

    def figures(self, period: ReportPeriod) -> "Figures":
        """Return all totals of a period."""
        return self.reporting.figures(period)

    def totals(self, year: int) -> dict[str, Any]:
        """Return the totals of a year's yearly report, as the command line prints them."""
        return self.reporting.totals(self.reports.period(year))

    def fund_table(self, period: ReportPeriod) -> "list[FundRow]":
        """Return planned and spent money of a period by source, each sum with the records behind it."""
        return self.reporting.fund_table(period)

    def source(self, period: ReportPeriod) -> "ReportSource":
        """Return everything that the report of a period is made of, from one state of the ledger."""
        return self.reporting.source(period)

    def report(self, period: ReportPeriod) -> "Report":
        """Return the report of a period as it would be exported now, without its check code."""
        return self.reporting.report(period)

    def review(self, period: ReportPeriod) -> "Review":
        """Return what a page of the window shows of a report, from one read: with 20,000 records it takes a second."""
        return self.reporting.review(period)

    def check(self, period: ReportPeriod) -> "list[Problem]":
        """Return what must be mended or looked at before the export, errors first."""
        return list(self.reporting.review(period).problems)

    def export(
        self, period: ReportPeriod, out: Path, *, reason: str = "", progress: "Progress | None" = None
    ) -> "ExportResult":
        """Export the report of a period into a new folder and note it, see `Reporting.export`."""
        return self.reporting.export(period, out, reason=reason, progress=progress)

    def figure_forms(self) -> "FigureForms":
        """Return what writes and reads the forms for other bodies' figures, for the year being worked on."""
        from desktop_app.exchange.figure_forms import FigureForms

        store = self._registers["reported_figures"]
        return FigureForms(self.office, self.year, store, self.operations, self.today())

    def export_awards(self, folder: "AwardFolder", out: Path, progress: "Progress | None" = None) -> Path:
        """Write an award dossier into a new folder of `out` and return it; see `exchange.award_folder`."""
        return self.reporting.export_awards(self.office, folder, out, progress)

    def add_all(self, label: str, records: "Mapping[str, Sequence[Record]]", kind: str = "import") -> None:
        """Add records of several registers as one operation; records that have an id keep it."""
        with self.operations.begin(kind, label) as operation:
            for name, added in records.items():
                self._registers[name].add_all(operation, added)
