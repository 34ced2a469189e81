"""Reports of a ledger: its records of a period, their figures, the report, what is to be mended, the export."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.export_changes import ExportChanges
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.records.office import Office
from desktop_app.errors import ConflictError, ReportProblemsError
from desktop_app.exchange.export_result import ExportResult
from desktop_app.ledger.layout_desk import LayoutDesk
from desktop_app.ledger.previous_desk import PreviousDesk
from desktop_app.ledger.reason_desk import ReasonDesk
from desktop_app.ledger.template_desk import TemplateDesk
from desktop_app.ledger.unit_desk import UnitDesk
from desktop_app.ledger.word_desk import WordDesk
from desktop_app.long_paths import extended
from desktop_app.report.build import ReportSource, build_report, text_sections
from desktop_app.report.checks import REPORT, Problem, Severity, check
from desktop_app.report.checks import Review as Review  # what the window gets
from desktop_app.report.figures import Figures, PeriodRecords, compute
from desktop_app.report.fund_table import FundRow as FundRow  # what the window gets
from desktop_app.report.fund_table import fund_table
from desktop_app.report.gather import period_records, report_source
from desktop_app.report.model import Progress, Report
from desktop_app.report.photo_choice import NO_PHOTOS, PhotoChoice, choose_photos
from desktop_app.report.totals import totals
from desktop_app.storage.attachment_links import chosen_photos
from desktop_app.storage.attachments import stored_bytes
from desktop_app.storage.award_desk import AwardDesk
from desktop_app.storage.database import Database
from desktop_app.storage.kept_files import KeptFiles
from desktop_app.storage.operations import Clock
from desktop_app.storage.previous import PreviousStore
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.report_issues import ReportIssueStore
from desktop_app.storage.reports import ExportEntry, ReportStore

_FOLDER_ROOM = 150
"""Letters that the names of a report's folder and of the files in it add to the folder that the officer chose."""

if TYPE_CHECKING:
    from desktop_app.ledger.handover_desk import HandoverDesk
    from desktop_app.ledger.issue_desk import IssueDesk
    from desktop_app.ledger.preview_desk import PreviewDesk
    from desktop_app.report.pdf_pages import PdfPages as PdfPages  # what the window gets


class Reporting:
    """The part of the door that reports need; loaded with the first of them.

    Attributes:
        kept_files: closed packages, scans, templates. reasons: why warnings are passed over.
        unit_desk: updating the table of units.
        layouts: layout profiles. templates: Word templates. word_files: exported Word files that come back.
        previous: what reports are compared with.
    """

    def __init__(
        self,
        database: Database,
        registers: Mapping[str, RegisterStore[Any]],
        reports: ReportStore,
        award_desk: AwardDesk,
        office_of: Callable[[int], Office],
        plan: Callable[[int], Plan],
        clock: Clock,
        who: str,
    ) -> None:
        self._database, self._registers, self._reports = database, registers, reports
        self._award_desk, self._office_of, self._plan = award_desk, office_of, plan
        self._clock, self._who = clock, who
        self._issues = ReportIssueStore(database, clock, who)
        self.kept_files = KeptFiles(database, clock)
        self.reasons = ReasonDesk(database, clock, who, self.source, self._problems)
        self.layouts = LayoutDesk(self.kept_files)
        self.templates = TemplateDesk(self.kept_files, lambda office: self.layouts.of(office).layout)
        self.word_files = WordDesk(database, reports, self.source)
        self.unit_desk = UnitDesk(database, clock)
        self.previous = PreviousDesk(
            PreviousStore(database),
            reports,
            office_of,
            lambda period: period_records(period, registers),
            self.unit_desk,
        )

    def records(self, period: ReportPeriod) -> PeriodRecords:
        """Return the records that a report of this period tells of."""
        with self._database.read():
            found = period_records(period, self._registers)
            context = self._award_desk.context(found.nominations, period.data_from, period.data_to)
            return replace(found, award_context=context)

    def figures(self, period: ReportPeriod) -> Figures:
        """Return all totals of a period."""
        return compute(self.records(period), load_indicators())

    def totals(self, period: ReportPeriod) -> dict[str, Any]:
        """Return the totals of a period as plain data."""
        return totals(period, self.figures(period))

    def fund_table(self, period: ReportPeriod) -> list[FundRow]:
        """Return planned and spent money of a period by source, each sum with the records behind it."""
        return fund_table(self.records(period))

    def source(self, period: ReportPeriod) -> ReportSource:
        """Return everything that the report of a period is made of, from one state of the ledger."""
        with self._database.read():
            office, plan = self._office_of(period.year), self._plan(period.year)
            previous = self.previous.state(period).figures
            documents = self._registers["documents"].all()
            source = report_source(office, plan, self._reports, self.records(period), previous, documents)
            chosen = self.layouts.of(office)
            source = replace(source, layout=chosen.layout, layout_warning=chosen.warning)
            template = self.templates.of(office)
            source = replace(source, template=template.data, template_warning=template.warning)
            photos = self._photos(source.records) if office.prints_photos else NO_PHOTOS
            return replace(
                source,
                unit_warning=self.unit_desk.warning(office, period),
                replaces=self._issues.replaced_by(period),
                photos=photos,
            )

    def _photos(self, records: PeriodRecords) -> PhotoChoice:
        return choose_photos(
            records, partial(chosen_photos, self._database), partial(stored_bytes, self._database)
        )

    def export_awards(
        self, office: Office, folder: AwardFolder, out: Path, progress: Progress | None = None
    ) -> Path:
        """Write an award dossier in the office's layout into a new folder; see `exchange.award_folder`."""
        from desktop_app.exchange.award_folder import export_awards

        layout = self.layouts.of(office).layout
        return export_awards(
            self._award_desk,
            office,
            self._plan(folder.year),
            folder,
            extended(out, _FOLDER_ROOM),
            progress,
            layout=layout,
        )

    def report(self, period: ReportPeriod) -> Report:
        """Return the report of a period as it would be exported now, without its check code."""
        return build_report(self.source(period))

    def review(self, period: ReportPeriod) -> Review:
        """Return what a page of the window shows of a report, from one read."""
        source = self.source(period)
        sections = text_sections(source.plan, period, with_other=source.has_other)
        return Review(source, sections, self._problems(source), self.reasons.reasons(period))

    def _problems(self, source: ReportSource) -> list[Problem]:
        found = check(source, self._clock().date())
        if self._issues.issued_now(source.records.period) is None:
            return found
        changed = self.issuing.change_sentence(source)
        return [Problem(Severity.ERROR, changed, REPORT, rule="issued"), *found] if changed else found

    @cached_property
    def handover(self) -> "HandoverDesk":
        """Giving the ledger to a successor."""
        from desktop_app.ledger.handover_desk import HandoverDesk

        return HandoverDesk(
            self._database, lambda: self._office_of(self._clock().year), self._clock, self._who
        )

    @cached_property
    def issuing(self) -> "IssueDesk":
        """What becomes of a report after its export: signing, issue, sendings, replies, the next revision."""
        # Imported only here: it needs mail, zip and the writers.
        from desktop_app.ledger.issue_desk import IssueDesk

        return IssueDesk(
            self._database,
            self._issues,
            self._reports,
            self.kept_files,
            self.source,
            self._office_of,
            self._registers,
            self._who,
        )

    @cached_property
    def _previews(self) -> "PreviewDesk":
        # Imported only here: few pages of the window need it.
        from desktop_app.ledger.preview_desk import PreviewDesk

        return PreviewDesk(self._database, self._registers, self._reports, self.source)

    def preview(self, period: ReportPeriod) -> bytes:
        """Return the PDF of a report as it would be exported now, see `PreviewDesk.pdf`."""
        return self._previews.pdf(period)

    def changes(self, period: ReportPeriod, source: ReportSource | None = None) -> ExportChanges | None:
        """Return what changed since the last export of a report, see `PreviewDesk.changes`."""
        return self._previews.changes(period, source)

    def export(
        self,
        period: ReportPeriod,
        out: Path,
        *,
        reason: str = "",
        explains: bool = False,
        progress: Progress | None = None,
    ) -> ExportResult:
        """Export the report of a period into a new folder and note it.

        Args:
            period: which report.
            out: the folder that gets the new folder.
            reason: why warnings without a reason of their own are passed over; it is kept for each of them.
            explains: put the table of warnings and reasons beside the report; the package never holds it.
            progress: called after each step; may raise `CancelledError`.

        Raises:
            ReportProblemsError: the data have errors; nothing was written.
            ExportError: the files cannot be written; nothing half written is left.
        """
        # Imported only here: the pages that show a report need neither mail, zip nor writers.
        from desktop_app.exchange.report_folder import export

        out = extended(out, _FOLDER_ROOM)
        source = self.source(period)
        problems = self._problems(source)
        errors = [one.sentence for one in problems if one.is_error]
        if errors:
            raise ReportProblemsError("\n".join(errors))
        issued = self._issues.issued_now(period)
        if issued is not None:  # its package is closed: what was sent is written again, byte by byte
            return self.issuing.export_again(source, issued, out)
        earlier = self._reports.exports(period.year, period.code)
        why = self.reasons.told(period, problems, reason)

        def note(entry: ExportEntry) -> None:
            self._require_same(period, earlier, entry)
            self._reports.note_export(entry)
            self._previews.keep(source, entry)
            self.reasons.keep_rest(period, problems, reason)

        lock = self._database.write()
        result = export(source, earlier, out, note, lock, reason=why, progress=progress)
        return self.reasons.put_beside(result, source, problems) if explains else result

    def _require_same(self, period: ReportPeriod, earlier: Sequence[ExportEntry], entry: ExportEntry) -> None:
        """Raise `ConflictError` when another window exported other content, or issued, since this export began."""
        newest = self._reports.exports(period.year, period.code)[:1]
        is_other = newest != earlier[:1] and newest[0].check_code != entry.check_code
        if is_other or self._issues.issued_now(period) is not None:
            raise ConflictError(
                "Báo cáo này vừa được xuất hoặc phát hành ở cửa sổ khác; hãy mở lại trang Báo cáo rồi xuất lại."
            )


def open_pages(data: bytes) -> "PdfPages":
    """Open the bytes of a PDF to draw and search its pages; the window has no other way to them.

    Raises:
        ExportError: these are not the bytes of a PDF.
    """
    # Imported only here: only the preview and printing need pdfium.
    from desktop_app.report.pdf_pages import PdfPages

    return PdfPages(data)
