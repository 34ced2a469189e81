"""Báo cáo: checks, the officer's text, number and signer, preview, export, issue and sending of one report."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.domain.periods import ANNUAL, ReportPeriod
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_period
from ui.operations import Operations
from ui.pages.page import ALL_PROBLEMS, ISSUING, Page
from ui.pages.report_checks import ReportChecks
from ui.pages.report_detail import ReportDetail
from ui.pages.report_export import usual_folder
from ui.pages.report_exporting import ReportExporting
from ui.pages.report_heading import ReportHeading
from ui.pages.report_issue import ReportIssue
from ui.pages.report_preview import ReportPreview
from ui.pages.report_previous import ReportPrevious
from ui.pages.report_reading import ReportReading, read_report
from ui.pages.report_steps import ReportSteps, Step
from ui.pages.report_text import ReportText
from ui.pages.report_word import ReportWord
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.period_bar import PeriodBar

_DATES = ("data_from", "data_to")
_HEAD_FIELDS = ("number", "issued_on")
_HINT_MS = 250
"""A reading that is shorter needs no hint."""


class ReportPage(Page):
    """The page of the reports of a year.

    The report is read in the worker. Until another reading is there the old one stays, and everything typed
    belongs to the report that is shown.
    """

    def __init__(self, ledger: Ledger, operations: Operations, export_folder: str = "") -> None:
        super().__init__("Báo cáo", shows={*REGISTERS, "office", "plan", "year", "report", "attachments"})
        self._ledger, self._operations = ledger, operations
        self._code = ANNUAL
        self._period = ledger.reports.period(ledger.year)
        self._has_read = False
        self._target = ""
        self._hint_timer = QTimer(self, interval=_HINT_MS, singleShot=True)
        self._hint = label("", tone="muted", size="small")
        self.period_bar = PeriodBar(ledger.today)
        self.export_button = make_button(
            "Xuất báo cáo", "export_button", kind=PRIMARY, icon_name="file-down", keys="Ctrl+E"
        )
        self._period_problem = NoticeBar("circle-alert", "bad")
        self.steps = ReportSteps()
        self.detail = ReportDetail(ledger.today, lambda: self._period.year)
        self.detail.export.show_folder(export_folder or usual_folder(ledger))
        self._make_parts()
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        """Begin at the sections."""
        self.steps.sections.setFocus()

    def refresh(self) -> None:
        """Read the report again; what is shown and typed stays meanwhile."""
        self._stale = False
        self.text.narrative.expect()
        self._hint_timer.start()
        self._operations.read("report", partial(read_report, code=self._code), self._show, self._on_unread)

    def open_record(self, record_id: str) -> None:
        """Show all problems, the issuing, one of the dates, or a section by its key, as soon as the report was read."""
        self._target = record_id
        if self._has_read:
            self._open_target()
        elif self._stale:
            self.refresh()

    def open_file(self, path: Path) -> None:
        """Open a reply of the province, whichever report it belongs to."""
        self.open_record(ISSUING)
        self.issue.open_reply(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the period below the header where it has no room beside title and button."""
        super().resizeEvent(event)
        self.steps.fit(self.width())
        # The style gives the parts their widths only after the first layout.
        QTimer.singleShot(0, self, self._place_period)

    def keep_typing(self) -> None:
        """Write what is typed."""
        self.text.narrative.write_now()
        self.heading.save_now()

    def _make_parts(self) -> None:
        ledger, operations, steps, detail = self._ledger, self._operations, self.steps, self.detail
        self.previous = ReportPrevious(ledger, operations, self)
        self.text = ReportText(ledger, operations, steps, detail.section, self)
        self.word = ReportWord(ledger, operations, self.text, lambda: self._period, self)
        self.heading = ReportHeading(ledger, operations, steps, detail.head, self)
        self.checks = ReportChecks(ledger, operations, steps, detail, self.export_button, self)
        self.exporting = ReportExporting(
            ledger, operations, steps, detail.export, self.header, self.export_button, self.checks, self
        )
        self.preview = ReportPreview(operations, steps, self)
        self.issue = ReportIssue(ledger, operations, steps, self)
        detail.put(Step.PREVIEW, self.preview.view)
        detail.put(Step.ISSUE, self.issue.view, scrolls=True)

    def _lay_out(self) -> None:
        self.header.add(self.period_bar)
        self.header.add(self.export_button)
        above = QHBoxLayout()
        above.addWidget(self.previous.view, 1)
        above.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.steps)
        row.addWidget(self.detail, 1)
        self.body.addWidget(self._period_problem)
        self.body.addLayout(above)
        self.body.addLayout(row, 1)
        # What is typed before there is a report would belong to none.
        self.detail.setEnabled(False)

    def _connect(self) -> None:
        self._hint_timer.timeout.connect(self._say_that_it_reads)
        self.period_bar.kind_chosen.connect(self._on_kind_chosen)
        self.period_bar.period_changed.connect(self._on_period_changed)
        self.period_bar.problem_changed.connect(self._period_problem.say)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.steps.step_chosen.connect(self._on_step_chosen)
        self.text.opened.connect(self._on_section_opened)
        self.text.checks_wanted.connect(self.refresh)
        self.detail.section.word_requested.connect(self.word.choose)
        self.heading.saved.connect(self.refresh)
        self.exporting.check_wanted.connect(self.refresh)
        self.preview.opened.connect(self.page_requested)
        self.preview.view.wide_wanted.connect(self.steps.setHidden)
        self.detail.problems.opened.connect(self._on_problem_opened)
        self.detail.export.export_requested.connect(self._on_export_wanted)
        self.detail.export.problems_requested.connect(self._on_problems_wanted)
        self.detail.export.changes_requested.connect(self._on_changes_wanted)
        self.issue.step_wanted.connect(self._show_step)
        self.issue.record_wanted.connect(self.page_requested)
        self.issue.state_told.connect(self._on_state_told)
        self._bind("Ctrl+E").activated.connect(self._on_export_wanted)
        self._bind("Ctrl+PgUp").activated.connect(self.detail.section.previous_button.click)
        self._bind("Ctrl+PgDown").activated.connect(self.detail.section.next_button.click)

    def _bind(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _show(self, reading: ReportReading) -> None:
        """Show a report that was read."""
        self._end_reading()
        is_first, self._has_read = not self._has_read, True
        self._period = reading.period
        self.detail.setEnabled(True)
        self.header.set_title(f"Báo cáo {reading.period.title}")
        self.period_bar.show_period(reading.period)
        self.text.read(reading)
        self.previous.read(reading.period, reading.compared_with)
        self.checks.show_problems(
            reading.period, reading.problems, reading.reasons, is_exporting=self.exporting.job.is_running
        )
        self.heading.read(reading.period)
        self.exporting.read(reading.period)
        self.preview.read(reading.period, reading.changes)
        self.detail.export.show_changes(reading.changes.sentence() if reading.changes else "")
        self.detail.export.show_photos(reading.photos)
        self.issue.read(reading.period)
        QTimer.singleShot(0, self, self._place_period)
        if is_first:
            self._show_step(Step.CHECK if self.checks.errors else Step.SECTION)
        self._open_target()
        self.exporting.go_on(reading.period)

    def _on_unread(self, error: UserError) -> None:
        self._end_reading()
        self.exporting.give_up()
        self._operations.refused.emit(str(error))

    def _say_that_it_reads(self) -> None:
        self._hint.setText("Đang đọc số liệu của báo cáo…")

    def _end_reading(self) -> None:
        self._hint_timer.stop()
        self._hint.setText("")

    def _place_period(self) -> None:
        is_below = self.body.indexOf(self.period_bar) >= 0
        needed = self.header.sizeHint().width() + (self.period_bar.sizeHint().width() if is_below else 0)
        if needed > self.width() and not is_below:
            self.body.insertWidget(0, self.period_bar, 0, Qt.AlignmentFlag.AlignLeft)
        elif needed <= self.width() and is_below:
            self.header.add(self.period_bar, before=self.export_button)

    def _open_target(self) -> None:
        target, self._target = self._target, ""
        if target == ALL_PROBLEMS:
            self._show_step(Step.CHECK)
        elif target == ISSUING:
            self._show_step(Step.ISSUE)
        elif target in _DATES:
            self.period_bar.focus_date(target)
        elif target in _HEAD_FIELDS:
            self._show_step(Step.HEAD)
            self.detail.head.focus_field(target)
        elif target in self.text.section_keys():
            self.text.open(target)
            self.detail.section.focus_text()

    def _show_step(self, step: Step) -> None:
        if step is not Step.PREVIEW:
            self.preview.view.wide_button.setChecked(False)
        self.detail.show_step(step)
        self.steps.show_current(step)
        if step is Step.SECTION:
            self.steps.sections.choose(self.text.key)

    def _on_step_chosen(self, step: Step) -> None:
        self.keep_typing()
        self.detail.show_step(step)
        if step is Step.PREVIEW:
            self.preview.view.take_focus()

    def _on_state_told(self, words: str) -> None:
        self.header.set_count(words or "Chưa xuất")

    def _on_section_opened(self) -> None:
        self._show_step(Step.SECTION)

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

    def _on_problems_wanted(self) -> None:
        self._show_step(Step.CHECK)

    def _on_changes_wanted(self) -> None:
        self._show_step(Step.PREVIEW)
        self.preview.view.show_changes_part()

    def _on_export_wanted(self) -> None:
        if self.exporting.job.is_running() or not self._has_read:
            return
        was_seen = self.detail.step() is Step.EXPORT
        self.keep_typing()
        self._show_step(Step.EXPORT)
        self.exporting.want(was_seen=was_seen)
