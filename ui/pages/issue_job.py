"""Issuing a report from its page: ask for number, day and scan, then close the package in the worker."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Issue
from desktop_app.errors import CancelledError, UserError
from desktop_app.ledger import Ledger
from desktop_app.ledger.issue_view import IssueView
from ui.dialogs.issue_report_dialog import IssueAnswer, IssueOffer, IssueReportDialog
from ui.operations import Operations
from ui.widgets.next_action import NextActionBox
from ui.worker import Progress, RunningJob

_START = "Đang đóng gói báo cáo để gửi…"


class IssueJob(QObject):
    """One issue at a time.

    Attributes:
        issued: the package is closed.
        ended: the job is over, well or not.
    """

    issued = Signal()
    ended = Signal()

    def __init__(self, ledger: Ledger, operations: Operations, box: NextActionBox, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._box, self._page = ledger, operations, box, page
        self._period: ReportPeriod | None = None
        self._view: IssueView | None = None
        self._job: RunningJob | None = None
        self._given: tuple[int, str, IssueAnswer] | None = None

    def read(self, period: ReportPeriod, view: IssueView) -> None:
        """Take the report that is shown."""
        self._period, self._view = period, view

    def ask(self) -> None:
        """Ask for number, day, signer and scan, and begin."""
        period = self._period
        if period is None or self._job is not None:
            return
        answer = IssueReportDialog.ask(self._offer(period), self._page)
        if answer is not None:
            self.start(period, answer)

    def start(self, period: ReportPeriod, answer: IssueAnswer) -> None:
        """Close the package with what the officer gave; it is offered again if that fails."""
        self._given = (period.year, period.code, answer)
        self._box.show_progress(_START, 0, 0)
        self._job = self._operations.start(
            partial(_issue, period, answer),
            text=_START,
            on_done=self._on_done,
            on_error=self._on_error,
            on_progress=self._on_progress,
            changed={"report"},
        )

    def cancel(self) -> None:
        """Stop it at its next step."""
        if self._job is not None:
            self._job.cancel()

    def _offer(self, period: ReportPeriod) -> IssueOffer:
        issue = (
            self._view.current
            if self._view is not None
            else Issue(year=period.year, period=period.code, revision=1)
        )
        office = self._ledger.office_of(period.year)
        head = issue.head if issue.is_issued else self._ledger.reports.head(period)
        given = self._given
        is_same = given is not None and given[:2] == (period.year, period.code)
        return IssueOffer(
            title=f"Báo cáo {period.title}, lần {issue.revision}",
            answer=given[2] if given is not None and is_same else IssueAnswer(head),
            usual=(office.signer_name, office.signer_post),
            has_scan=bool(issue.scan),
            today=self._ledger.today,
            year=self._ledger.today().year,
            remarks=partial(self._remarks, period),
        )

    def _remarks(self, period: ReportPeriod, head: ReportHead) -> tuple[str, ...]:
        return self._ledger.reporting.issuing.head_remarks(period, head)

    def _on_done(self, issue: Issue) -> None:
        self._job = self._given = None
        self._box.show_idle()
        self.issued.emit()
        self._operations.status.emit(
            f"Đã phát hành Báo cáo số {issue.head.number}; gói gửi tỉnh đã đóng.", False
        )
        self.ended.emit()

    def _on_error(self, error: UserError) -> None:
        self._job = None
        stopped = isinstance(error, CancelledError)
        self._box.show_idle("" if stopped else str(error))
        if stopped:
            self._operations.status.emit("Đã dừng phát hành; chưa có gì thay đổi.", False)
        self.ended.emit()

    def _on_progress(self, done: int, total: int, step: str) -> None:
        self._box.show_progress(step or _START, done, total)


def _issue(period: ReportPeriod, answer: IssueAnswer, ledger: Ledger, progress: Progress) -> Issue:
    def tell(done: int, total: int) -> None:
        progress(done, total, _START)

    progress(0, 0, _START)
    scans: tuple[Path, ...] = answer.scans
    return ledger.reporting.issuing.issue(period, answer.head, scans, tell)
