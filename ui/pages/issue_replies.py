"""Replies of the province on the report's page: from a file, or noted after a call; their points lead to records."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.report_issue import REPLY_WORDS, Reply, ReplyItem
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.ledger.issue_view import IssueView
from ui.dialogs.ask import ask, tell
from ui.dialogs.issue_opened_reply_dialog import OpenedReplyDialog
from ui.dialogs.issue_reply_dialog import ReplyDialog
from ui.operations import Operations

REPLY_SUFFIX = ".json"
_FILTER = f"Phản hồi của tỉnh (*{REPLY_SUFFIX})"
_TITLE = "Phản hồi của tỉnh"


class IssueReplies(QObject):
    """What the list of replies does.

    Attributes:
        noted: a reply was noted or taken away; the period that it belongs to.
        record_wanted: (register, id) of a point.
    """

    noted = Signal(ReportPeriod)
    record_wanted = Signal(str, str)

    def __init__(self, ledger: Ledger, operations: Operations, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._page = ledger, operations, page
        self._period: ReportPeriod | None = None
        self._view: IssueView | None = None

    def read(self, period: ReportPeriod, view: IssueView) -> None:
        """Take the replies of a report."""
        self._period, self._view = period, view

    def choose(self) -> None:
        """Ask for a reply file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._page, "Mở phản hồi của tỉnh", "", _FILTER)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Show a reply file and note it when the officer wants that; say why a file is no reply to a report of ours."""
        try:
            opened = self._ledger.reporting.issuing.read_reply(path)
        except UserError as error:
            tell(self._page, _TITLE, str(error))
            return
        self._show(opened.period, opened.reply, is_noted=opened.is_noted)

    def see(self, reply_id: str) -> None:
        """Show a reply that was noted."""
        reply = self._find(reply_id)
        if reply is not None and self._period is not None:
            self._show(self._period, reply, is_noted=True)

    def see_awaited(self) -> None:
        """Show the correction that waits for an answer."""
        if self._view is not None and self._view.awaited is not None:
            self.see(self._view.awaited.id)

    def note_by_hand(self) -> None:
        """Ask what the province said on the telephone, and note it."""
        reply = ReplyDialog.ask(self._ledger.today, self._page)
        if reply is not None and self._period is not None:
            self._note(self._period, reply)

    def remove(self, reply_id: str) -> None:
        """Take a reply away that was noted by mistake."""
        period = self._period
        question = "Xóa phản hồi này khỏi sổ? Trạng thái báo cáo được tính lại theo các phản hồi còn lại."
        if period is None or not ask(self._page, _TITLE, question, "Xóa", careful=True):
            return
        self._operations.run(
            lambda: self._ledger.reporting.issuing.remove_reply(reply_id),
            changed={"issue"},
            message="Đã xóa phản hồi.",
            done=lambda _: self.noted.emit(period),
        )

    def _show(self, period: ReportPeriod, reply: Reply, *, is_noted: bool) -> None:
        about = f"Báo cáo {period.title}, lần {reply.revision}"
        wanted = OpenedReplyDialog.ask(reply, about, self._page, is_noted=is_noted)
        if wanted.notes and not self._note(period, reply):
            return
        if wanted.item is not None and wanted.item.register in REGISTERS:
            self._open_record(wanted.item)

    def _open_record(self, item: ReplyItem) -> None:
        try:
            self._ledger.register(item.register).get(item.record_id)
        except UserError:
            self._operations.refused.emit(
                f"Không còn thấy mục “{item.title or item.sentence}” trong sổ; hãy tìm trong Thùng rác."
            )
        else:
            self.record_wanted.emit(item.register, item.record_id)

    def _note(self, period: ReportPeriod, reply: Reply) -> bool:
        return self._operations.run(
            lambda: self._ledger.reporting.issuing.note_reply(period, reply),
            changed={"issue"},
            message=f"Đã ghi phản hồi của tỉnh: {REPLY_WORDS[reply.kind]}.",
            done=lambda _: self.noted.emit(period),
        )

    def _find(self, reply_id: str) -> Reply | None:
        replies = self._view.replies if self._view is not None else ()
        return next((one for one in replies if one.id == reply_id), None)
