"""The step Xuất báo cáo: when an export begins, what it left, and how its files are sent."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.pages.report_checks import ReportChecks
from ui.pages.report_export import ReportExport, export_title, exported_files
from ui.pages.report_sending import ReportSending
from ui.pages.report_steps import ReportSteps
from ui.widgets.export_panel import ExportPanel
from ui.widgets.page_header import PageHeader


class ReportExporting(QObject):
    """What the step of the export does.

    Attributes:
        check_wanted: an export may begin when the report was read and checked anew; `go_on` is told then.
        job: the export in the worker.
    """

    check_wanted = Signal()

    def __init__(
        self,
        ledger: Ledger,
        operations: Operations,
        steps: ReportSteps,
        panel: ExportPanel,
        header: PageHeader,
        button: QPushButton,
        checks: ReportChecks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ledger, self._operations = ledger, operations
        self._steps, self._panel, self._header, self._button = steps, panel, header, button
        self._checks = checks
        self._sending = ReportSending(operations, self)
        self._period: ReportPeriod | None = None
        self._is_wanted = self._was_seen = False
        self.job = ReportExport(operations, self)

        self.job.progressed.connect(panel.show_step)
        self.job.succeeded.connect(self._on_exported)
        self.job.noted.connect(panel.show_notes)
        self.job.failed.connect(self._on_failed)
        panel.cancel_requested.connect(self.job.cancel)
        panel.files.open_file_requested.connect(self._sending.open_file)
        panel.files.open_folder_requested.connect(self._sending.open_folder)
        panel.files.open_draft_requested.connect(self._sending.open_draft)
        panel.files.message.copy_requested.connect(self._sending.copy)

    def read(self, period: ReportPeriod) -> None:
        """Show the last export of a report."""
        self._period = period
        exports = self._ledger.reports.exports(period.year, period.code)
        if not exports:
            self._header.set_count("Chưa xuất")
            self._steps.show_export("Chưa xuất lần nào", is_done=False)
            self._panel.files.show_export("", "", [])
            return
        latest = exports[0]
        self._sending.folder = Path(latest.folder)
        title = export_title(latest)
        self._header.set_count(f"Lần {latest.revision}")
        self._steps.show_export(title, is_done=True)
        self._panel.files.show_export(title, latest.folder, exported_files(Path(latest.folder)))

    def want(self, *, was_seen: bool) -> None:
        """Ask for an export; `was_seen` tells whether the user has seen what stands in the way."""
        if self.job.is_running() or self._is_wanted:
            return
        self._is_wanted, self._was_seen = True, was_seen
        self.check_wanted.emit()

    def give_up(self) -> None:
        """Forget the wish: the report could not be read."""
        self._is_wanted = False

    def go_on(self, period: ReportPeriod) -> None:
        """Begin the export that was asked for, unless something stands in the way or a reason is missing."""
        if not self._is_wanted:
            return
        self._is_wanted = False
        must_look = bool(self._checks.unexplained) and not self._was_seen
        if self._checks.errors or must_look or self._panel.asks_reason() or not self._panel.folder():
            self._panel.focus_reason()
            return
        self._button.setEnabled(False)
        folder, reason = Path(self._panel.folder()), self._panel.reason()
        self.job.start(period, folder, reason, explains=self._panel.wants_explanation())

    def _on_exported(self, folder: str) -> None:
        self._panel.show_idle()
        self._panel.clear_reason()
        if self._period is not None:
            self.read(self._period)
        self._button.setEnabled(True)
        self._operations.status.emit(f"Đã xuất báo cáo vào thư mục {Path(folder).name}.", False)

    def _on_failed(self, reason: str) -> None:
        self._panel.show_idle(reason)
        self._button.setEnabled(not self._checks.errors)
        if not reason:
            self._operations.status.emit("Đã dừng xuất báo cáo; không có tệp nào được tạo.", False)
