"""Báo cáo: checks, the officer's text, number and signer, export and sending of one report."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.domain.periods import ANNUAL, ReportPeriod
from desktop_app.domain.registers import REGISTERS
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date, format_period
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.problem_entries import Problem, problem_entries
from ui.pages.report_detail import ReportDetail
from ui.pages.report_export import ReportExport, export_title, exported_files, usual_folder
from ui.pages.report_previous import ReportPrevious
from ui.pages.report_sending import ReportSending
from ui.pages.report_steps import ReportSteps, Step
from ui.pages.report_text import ReportText
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.period_bar import PeriodBar

ALL_PROBLEMS = "problems"
_DATES = ("data_from", "data_to")
_HEAD_LAG_MS = 1500


class ReportPage(Page):
    """The page of the reports of a year."""

    def __init__(self, ledger: Ledger, operations: Operations, export_folder: str = "") -> None:
        super().__init__("Báo cáo", shows={*REGISTERS, "office", "plan", "year", "report"})
        self._ledger, self._operations = ledger, operations
        self._code = ANNUAL
        self._period = ledger.reports.period(ledger.year)
        self._export = ReportExport(operations, self)
        self._sending = ReportSending(operations, self)
        self._head_timer = QTimer(self, interval=_HEAD_LAG_MS, singleShot=True)
        self.period_bar = PeriodBar(ledger.today)
        self.export_button = make_button(
            "Xuất báo cáo", "export_button", kind=PRIMARY, icon_name="file-down", keys="Ctrl+E"
        )
        self.previous = ReportPrevious(ledger, operations, self)
        self._period_problem = NoticeBar("circle-alert", "bad")
        self.steps = ReportSteps()
        self.detail = ReportDetail(ledger.today, lambda: self._period.year)
        self.detail.export.show_folder(export_folder or usual_folder(ledger))
        self.text = ReportText(ledger, operations, self.steps, self.detail.section, self)
        self._lay_out()

        self.period_bar.kind_chosen.connect(self._on_kind_chosen)
        self.period_bar.period_changed.connect(self._on_period_changed)
        self.period_bar.problem_changed.connect(self._period_problem.say)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.steps.step_chosen.connect(self.detail.show_step)
        self.text.opened.connect(self._on_section_opened)
        self.text.checks_wanted.connect(self._show_checks)
        self._head_timer.timeout.connect(self._save_head)
        self._export.progressed.connect(self.detail.export.show_step)
        self._export.succeeded.connect(self._on_exported)
        self._export.failed.connect(self._on_export_failed)
        self._connect_detail()
        self._bind("Ctrl+E").activated.connect(self._on_export_wanted)
        self._bind("Ctrl+PgUp").activated.connect(self.detail.section.previous_button.click)
        self._bind("Ctrl+PgDown").activated.connect(self.detail.section.next_button.click)

    def take_focus(self) -> None:
        """Begin at the sections."""
        self.steps.sections.setFocus()

    def refresh(self) -> None:
        """Read the report again; what is being typed stays."""
        is_first = not self.text.key
        self._period = self._ledger.reports.period(self._ledger.year, self._code)
        self.header.set_title(f"Báo cáo {self._period.title}")
        self.period_bar.show_period(self._period)
        self._place_period()
        review = self._ledger.review(self._period)
        self.text.read(self._period, review)
        self.previous.read(self._period)
        errors = self._show_checks(review.problems)
        self._show_head()
        self._show_exports()
        if is_first:
            self._show_step(Step.CHECK if errors else Step.SECTION)

    def open_record(self, record_id: str) -> None:
        """Show all problems, one of the dates, or a section by its key."""
        self._catch_up()
        if record_id == ALL_PROBLEMS:
            self._show_step(Step.CHECK)
        elif record_id in _DATES:
            self.period_bar.focus_date(record_id)
        elif record_id in self.text.section_keys():
            self.text.open(record_id)
            self.detail.section.focus_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the period below the header where it has no room beside title and button."""
        super().resizeEvent(event)
        # The style gives the parts their widths only after the first layout.
        QTimer.singleShot(0, self, self._place_period)

    def keep_typing(self) -> None:
        """Write what is typed."""
        self.text.narrative.write_now()
        self._save_head()

    def _place_period(self) -> None:
        is_below = self.body.indexOf(self.period_bar) >= 0
        needed = self.header.sizeHint().width() + (self.period_bar.sizeHint().width() if is_below else 0)
        if needed > self.width() and not is_below:
            self.body.insertWidget(0, self.period_bar, 0, Qt.AlignmentFlag.AlignLeft)
        elif needed <= self.width() and is_below:
            self.header.add(self.period_bar, before=self.export_button)

    def _lay_out(self) -> None:
        self.header.add(self.period_bar)
        self.header.add(self.export_button)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.steps)
        row.addWidget(self.detail, 1)
        self.body.addWidget(self._period_problem)
        self.body.addWidget(self.previous.view)
        self.body.addLayout(row, 1)

    def _connect_detail(self) -> None:
        self.detail.problems.opened.connect(self._on_problem_opened)
        self.detail.head.edited.connect(self._head_timer.start)
        self.detail.head.left.connect(self._save_head)
        self.detail.export.export_requested.connect(self._on_export_wanted)
        self.detail.export.cancel_requested.connect(self._export.cancel)
        self.detail.export.problems_requested.connect(self._on_problems_wanted)
        self.detail.export.files.open_folder_requested.connect(self._sending.open_folder)
        self.detail.export.files.open_draft_requested.connect(self._sending.open_draft)
        self.detail.export.files.copy_requested.connect(self._sending.copy)

    def _bind(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _catch_up(self) -> None:
        """Read the report if it was never shown."""
        if not self.text.section_keys():
            self._refresh_if_stale()

    def _show_step(self, step: Step) -> None:
        self.detail.show_step(step)
        self.steps.show_current(step)
        if step is Step.SECTION:
            self.steps.sections.choose(self.text.key)

    def _on_section_opened(self) -> None:
        self._show_step(Step.SECTION)

    def _show_checks(self, problems: Iterable[Problem] | None = None) -> int:
        """Show what is to be mended, found now unless it is given, and return the number of errors."""
        entries = problem_entries(self._ledger.check(self._period) if problems is None else problems)
        errors = [entry for entry in entries if entry.is_error]
        warnings = len(entries) - len(errors)
        self.detail.show_problems(entries)
        self.steps.show_checks(len(errors), warnings)
        self.detail.export.show_checks(len(errors), errors[0].sentence if errors else "", warnings)
        self.export_button.setEnabled(not errors and not self._export.is_running())
        self.export_button.setToolTip("Còn lỗi nên chưa xuất được." if errors else "")
        return len(errors)

    def _show_head(self) -> None:
        head, office = self._ledger.reports.head(self._period), self._ledger.office
        if not self._head_timer.isActive():
            self.detail.head.show_head(head, office.signer_name, office.signer_post)
        words = [
            f"Số {head.number}" if head.number else "Chưa ghi số",
            format_date(head.issued_on) if head.issued_on else "chưa ghi ngày",
            head.signer_name or office.signer_name or "chưa ghi người ký",
        ]
        self.steps.show_head(" · ".join(words))

    def _show_exports(self) -> None:
        exports = self._ledger.reports.exports(self._period.year, self._period.code)
        if not exports:
            self.header.set_count("Chưa xuất")
            self.steps.show_export("Chưa xuất lần nào", is_done=False)
            self.detail.export.files.show_export("", "", [])
            return
        latest = exports[0]
        self._sending.folder = Path(latest.folder)
        title = export_title(latest)
        self.header.set_count(f"Lần {latest.revision}")
        self.steps.show_export(title, is_done=True)
        self.detail.export.files.show_export(title, latest.folder, exported_files(Path(latest.folder)))

    def _on_kind_chosen(self, code: str) -> None:
        self.keep_typing()
        self._code = code
        self.refresh()

    def _on_period_changed(self, period: ReportPeriod) -> None:
        self._operations.run(
            lambda: self._ledger.reports.save_period(period),
            changed={"report"},
            message=f"Báo cáo {period.title}: số liệu {format_period(period.data_from, period.data_to)}.",
        )

    def _on_problem_opened(self, place: str, target: str) -> None:
        if place == "report":
            self.open_record(target)
        else:
            self.page_requested.emit(place, target)

    def _save_head(self) -> None:
        self._head_timer.stop()
        head, period = self.detail.head.head(), self._period
        if head is None or head == self._ledger.reports.head(period):
            return
        self._operations.run(
            lambda: self._ledger.reports.save_head(period, head), changed={"report_text"}, message=""
        )
        self._show_head()
        self._show_checks()

    def _on_problems_wanted(self) -> None:
        self._show_step(Step.CHECK)

    def _on_export_wanted(self) -> None:
        if self._export.is_running():
            return
        self.keep_typing()
        seen = self.detail.step() is Step.EXPORT
        errors = self._show_checks()
        self._show_step(Step.EXPORT)
        asks_reason = bool(self.detail.problems.count()) and not seen
        if errors or asks_reason or not self.detail.export.folder():
            self.detail.export.focus_reason()
            return
        self.export_button.setEnabled(False)
        self._export.start(self._period, Path(self.detail.export.folder()), self.detail.export.reason())

    def _on_exported(self, folder: str) -> None:
        self.detail.export.show_idle()
        self.detail.export.clear_reason()
        self.export_button.setEnabled(True)
        self._operations.status.emit(f"Đã xuất báo cáo vào thư mục {Path(folder).name}.", False)

    def _on_export_failed(self, reason: str) -> None:
        self.detail.export.show_idle(reason)
        self._show_checks()
        if not reason:
            self._operations.status.emit("Đã dừng xuất báo cáo; không có tệp nào được tạo.", False)
