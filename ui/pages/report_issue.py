"""The last step of the report: put up for signing, issued, sent, answered, replaced by the next revision."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.office_setup import plan_addressees
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.report_issue import STATE_WORDS, Action, IssueState, SendingWay
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.ledger.issue_view import IssueView
from ui.dialogs.ask import ask
from ui.dialogs.issue_code_dialog import CheckCodeDialog
from ui.dialogs.issue_next_dialog import NextRevisionDialog
from ui.dialogs.issue_sending_dialog import SendingDialog
from ui.operations import Operations
from ui.pages.issue_actions import Wish, next_action
from ui.pages.issue_job import IssueJob
from ui.pages.issue_package import IssuePackage
from ui.pages.issue_papers import IssuePapers
from ui.pages.issue_replies import REPLY_SUFFIX, IssueReplies
from ui.pages.issue_words import (
    TONES,
    reply_entries,
    revision_entries,
    sending_entries,
    state_day,
    state_line,
    state_words,
    step_entries,
)
from ui.pages.report_steps import ReportSteps, Step
from ui.widgets.file_drop import FileDrop
from ui.widgets.issue_panel import IssuePanel


class ReportIssue(QObject):
    """What the step Phát hành và gửi does.

    Attributes:
        view: its part of the page.
        step_wanted: another step of the page.
        record_wanted: (register, id) of a record that the province asks about.
        state_told: "Lần 1 · Đã gửi 25/11/2023", "" while nothing was exported.
    """

    step_wanted = Signal(Step)
    record_wanted = Signal(str, str)
    state_told = Signal(str)

    def __init__(self, ledger: Ledger, operations: Operations, steps: ReportSteps, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._steps, self._page = ledger, operations, steps, page
        self._period: ReportPeriod | None = None
        self._state: IssueView | None = None
        self.view = IssuePanel()
        self.replies = IssueReplies(ledger, operations, page)
        self.package = IssuePackage(ledger, operations, self.view.package, page)
        self.papers = IssuePapers(ledger, operations, page)
        self.job = IssueJob(ledger, operations, self.view.box, page)
        self._drop = FileDrop(page)
        self._deeds = self._deeds_of_buttons()
        self._connect()

    def read(self, period: ReportPeriod) -> None:
        """Show how far the report of a period is; called whenever the page shows its report anew."""
        self._period = period
        desk = self._ledger.reporting.issuing
        view = self._state = desk.view(period)
        panel, several = self.view, bool(view.earlier) or bool(view.current.replaces)
        panel.states.show_states(state_line(view.current), TONES[view.current.state])
        panel.box.show_action(next_action(view, desk.reference(view.current)))
        panel.sendings.show_entries(sending_entries(view.sendings, several=several))
        panel.sendings.can_add(Action.NOTE_SENDING in view.may)
        panel.replies.show_entries(reply_entries(view.replies, several=several))
        panel.replies.can_add(Action.NOTE_REPLY in view.may)
        panel.revisions.show_entries(revision_entries(view, desk.reference))
        panel.steps.show_entries(step_entries(view))
        panel.sendings.setVisible(bool(view.sendings) or Action.NOTE_SENDING in view.may)
        panel.replies.setVisible(bool(view.replies) or view.current.is_issued or bool(view.earlier))
        for one in (panel.revisions, panel.steps):
            one.setVisible(bool(one.entries()))
        self.replies.read(period, view)
        self.package.read(period, view)
        self.papers.read(period, view)
        self.job.read(period, view)
        self._tell(view)

    def open_reply(self, path: Path) -> None:
        """Open a reply file that was given to the program."""
        self.replies.open(path)

    def _tell(self, view: IssueView) -> None:
        state = view.current.state
        words = state_words(view)
        # The pill of a correction leaves no room for the day.
        day = "" if state is IssueState.CORRECTION else state_day(view)
        summary = (
            f"Lần {view.current.revision}" + (f" · {day}" if day else "") if words else "Chưa xuất báo cáo"
        )
        self._steps.show_issue(summary, *([(STATE_WORDS[state], TONES[state])] if words else []))
        self.state_told.emit(words)

    def _deeds_of_buttons(self) -> Mapping[str, Callable[[], object]]:
        return {
            Action.SUBMIT: self._submit,
            Action.WITHDRAW: self._withdraw,
            Action.ISSUE: self.job.ask,
            Action.NOTE_SENDING: self._note_sending,
            Action.NOTE_REPLY: self.replies.note_by_hand,
            Action.OPEN_NEXT: self._open_next,
            Action.WRITE_LETTER: self.papers.write_letter,
            Action.REGISTER_DOCUMENT: self.papers.register,
            Wish.GO_EXPORT: self._go_export,
            Wish.OPEN_FOLDER: self.package.open_folder,
            Wish.OPEN_REPLY: self.replies.choose,
            Wish.SEE_REPLY: self.replies.see_awaited,
            Wish.CHECK_CODE: self._check_code,
        }

    def _connect(self) -> None:
        panel = self.view
        panel.box.requested.connect(self._on_requested)
        panel.box.cancel_requested.connect(self.job.cancel)
        panel.code_button.clicked.connect(self._check_code)
        panel.sendings.add_requested.connect(self._note_sending)
        panel.sendings.action_requested.connect(self._edit_sending)
        panel.sendings.edit_requested.connect(self._edit_sending)
        panel.sendings.remove_requested.connect(self._remove_sending)
        panel.replies.add_requested.connect(self.replies.choose)
        panel.replies.action_requested.connect(self.replies.see)
        panel.replies.remove_requested.connect(self.replies.remove)
        panel.revisions.action_requested.connect(self._save_revision)
        self.replies.noted.connect(self._on_noted)
        self.replies.record_wanted.connect(self.record_wanted)
        self.papers.registered.connect(self._read_again)
        self.papers.failed.connect(panel.box.show_idle)
        self.job.issued.connect(self._read_again)
        self._drop.dropped.connect(self._on_dropped)

    def _on_requested(self, key: str) -> None:
        self._deeds[key]()

    def _on_dropped(self, names: list[str]) -> None:
        """Open a reply wherever on the page it was dropped; any other file only where replies are shown."""
        path = Path(names[0])
        if self.view.isVisible() or path.suffix.casefold() == REPLY_SUFFIX:
            self.step_wanted.emit(Step.ISSUE)
            self.replies.open(path)

    def _on_noted(self, period: ReportPeriod) -> None:
        """Show the report again if the reply belongs to the one that is shown."""
        own = self._period
        if own is not None and (own.year, own.code) == (period.year, period.code):
            self._read_again()

    def _read_again(self) -> None:
        if self._period is not None:
            self.read(self._period)

    def _run(self, action: Callable[[ReportPeriod], object], changed: str, message: str) -> None:
        """Take a step of the ledger; what stands in the way is said in the box."""
        period = self._period
        if period is None:
            return
        self.view.box.show_idle()
        self._operations.run(
            lambda: action(period),
            changed={changed},
            message=message,
            done=lambda _: self._read_again(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: UserError) -> None:
        self.view.box.show_idle(str(error))

    def _submit(self) -> None:
        desk = self._ledger.reporting.issuing
        self._run(desk.submit, "issue", "Đã ghi nhận trình ký; sổ giữ đúng bản này.")

    def _withdraw(self) -> None:
        desk, view = self._ledger.reporting.issuing, self._state
        if view is None:
            return
        if view.current.state is IssueState.SUBMITTED:
            self._run(desk.withdraw, "issue", "Đã rút báo cáo về để sửa.")
            return
        question = "Bỏ lần báo cáo mới vừa mở? Báo cáo đã phát hành vẫn giữ nguyên."
        if ask(self._page, "Bỏ lần báo cáo mới", question, "Bỏ lần báo cáo mới", careful=True):
            self._run(desk.withdraw, "report", "Đã bỏ lần báo cáo mới.")

    def _note_sending(self) -> None:
        self._keep_sending("")

    def _edit_sending(self, sending_id: str) -> None:
        self._keep_sending(sending_id)

    def _keep_sending(self, sending_id: str) -> None:
        view, desk = self._state, self._ledger.reporting.issuing
        if view is None:
            return
        noted = next((one for one in view.sendings if sending_id and one.id == sending_id), None)
        sending = SendingDialog.ask(noted, self._usual_to(), self._ledger.today, self._page)
        if sending is not None:
            message = "Đã sửa lần gửi." if noted else f"Đã ghi nhận gửi đến {sending.sent_to}."
            self._run(lambda period: desk.note_sending(period, sending), "issue", message)

    def _remove_sending(self, sending_id: str) -> None:
        desk = self._ledger.reporting.issuing
        question = "Xóa lần gửi này khỏi sổ?"
        if ask(self._page, "Xóa lần gửi", question, "Xóa", careful=True):
            self._run(lambda _period: desk.remove_sending(sending_id), "issue", "Đã xóa lần gửi.")

    def _usual_to(self) -> Mapping[SendingWay, str]:
        period = self._period
        year = period.year if period is not None else self._ledger.year
        office = self._ledger.office_of(year)
        named = office.addressees or plan_addressees(self._ledger.plan(year), office, year)
        first = named[0] if named else ""
        return dict.fromkeys(SendingWay, first) | {SendingWay.EMAIL: office.recipient_email or first}

    def _open_next(self) -> None:
        view, desk = self._state, self._ledger.reporting.issuing
        if view is None:
            return
        newest = view.newest_export.revision if view.newest_export else 0
        revision = max(view.current.revision, newest) + 1
        asked = view.awaited.reason if view.awaited else ""
        reason = NextRevisionDialog.ask(desk.reference(view.current), revision, asked, self._page)
        if reason is not None:
            message = f"Đã mở lần báo cáo {revision}; hãy sửa rồi xuất báo cáo."
            self._run(lambda period: desk.open_next(period, reason), "report", message)

    def _save_revision(self, revision: str) -> None:
        view = self._state
        if view is not None:
            known = {str(one.revision): one for one in (view.current, *view.earlier)}
            self.package.save(known[revision])

    def _go_export(self) -> None:
        self.step_wanted.emit(Step.EXPORT)

    def _check_code(self) -> None:
        CheckCodeDialog.show_box(self._ledger.reporting.issuing.find_code, self._page)
