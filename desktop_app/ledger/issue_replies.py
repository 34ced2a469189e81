"""Sendings of an issued report, and what the body above says of it, in a file or by telephone."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop_app.domain.periods import KINDS, ReportPeriod
from desktop_app.domain.report_issue import REPLY_WORDS, WAY_WORDS, Action, Reply, ReplyKind, Sending
from desktop_app.domain.rules import clean_texts
from desktop_app.errors import IssueError, ReplyRefusedError
from desktop_app.exchange.reply_file import ReceivedReply, read_reply_file
from desktop_app.ledger.issue_basis import IssueBasis, newest_of
from desktop_app.ledger.issue_view import OpenedReply
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import clean


class ReplyDesk(IssueBasis):
    """The part of the issue desk that tells what became of a report outside."""

    def note_sending(self, period: ReportPeriod, sending: Sending) -> Sending:
        """Note that an issued revision was sent; a sending with an id takes the place of the noted one.

        Raises:
            IssueError: the revision was not issued, or the receipt is older than the sending.
        """
        with self._database.write():
            standing = self._required(period, Action.NOTE_SENDING)
            newest = standing.issued.revision if standing.issued else 0
            sending = replace(clean_texts(sending), revision=sending.revision or newest)
            sent_on = _day(sending.sent_at or self._issues.now())
            if sending.received_on and sending.received_on.isoformat() < sent_on:
                raise IssueError("Ngày nhận trước ngày gửi; hãy kiểm tra lại hai ngày.")
            self._issued(period, sending.revision)
            noted = self._issues.put_sending(period.year, period.code, sending)
            words = WAY_WORDS[noted.way]
            note = f"{words}: {noted.sent_to}" if noted.sent_to else words
            self._settle_revision(period.year, period.code, noted.revision, note)
        return noted

    def remove_sending(self, sending_id: str) -> None:
        """Take back a sending that was noted by mistake.

        Raises:
            ConflictError: it is not there any more.
        """
        with self._database.write():
            year, period, revision = self._issues.remove_sending(sending_id)
            self._settle_revision(year, period, revision, "Xóa lần gửi ghi nhầm")

    def read_reply(self, path: Path) -> OpenedReply:
        """Read a reply file and find the report that it speaks of; nothing is noted yet.

        Raises:
            ReplyFileError: the file cannot be used.
            ReplyRefusedError: it speaks of another unit, an unknown revision, or bears a wrong check code.
        """
        received = read_reply_file(path)
        with self._database.read():
            return self._opened(received)

    def note_reply(self, period: ReportPeriod, reply: Reply) -> Reply:
        """Note what the body above said, from a file or by telephone.

        Raises:
            IssueError: it speaks of a revision that was never exported, or its deadline lies before its own day.
            ConflictError: the same file was noted before.
        """
        standing = self._required(period, Action.NOTE_REPLY)
        exports = self._exports(period)
        newest = standing.issued.revision if standing.issued else newest_of(exports).revision
        reply = replace(_cleaned(reply), revision=reply.revision or newest)
        if reply.revision not in {one.revision for one in exports}:
            raise IssueError(
                f"Sổ không có báo cáo lần {reply.revision} của kỳ này; hãy chọn đúng lần báo cáo."
            )
        if reply.due_on and reply.due_on < reply.replied_on:
            raise IssueError("Hạn gửi lại trước ngày phản hồi; hãy kiểm tra lại hai ngày.")
        with self._database.write():
            noted = self._issues.add_reply(period.year, period.code, reply)
            self._settle_revision(period.year, period.code, noted.revision, _note(noted))
        return noted

    def remove_reply(self, reply_id: str) -> None:
        """Take back a reply that was noted by mistake.

        Raises:
            ConflictError: it is not there any more.
        """
        with self._database.write():
            year, period, revision = self._issues.remove_reply(reply_id)
            self._settle_revision(year, period, revision, "Xóa phản hồi ghi nhầm")

    def _opened(self, received: ReceivedReply) -> OpenedReply:
        if received.period not in {kind.code for kind in KINDS}:
            raise ReplyRefusedError(
                f"Phản hồi nói về kỳ báo cáo “{received.period}” mà bản này không biết; "
                "hãy cài phiên bản mới nhất rồi mở lại."
            )
        period = self._reports.period(received.year, received.period)
        exports, reply = self._exports(period), received.reply
        own = self._office_of(received.year).unit_code
        if received.unit_code != own:
            name = received.unit_name or received.unit_code
            raise ReplyRefusedError(
                f"Phản hồi này gửi cho {name} (mã {received.unit_code}), không phải đơn vị của sổ (mã {own}); "
                "hãy mở đúng sổ hoặc báo lại cấp trên."
            )
        codes = {one.check_code for one in exports if one.revision == reply.revision}
        if not codes:
            raise ReplyRefusedError(
                f"Phản hồi nói về báo cáo {period.title} lần {reply.revision}, nhưng sổ chưa xuất lần đó; "
                "hãy mở đúng sổ, hoặc khôi phục bản sao lưu mới hơn của sổ."
            )
        if received.check_code not in codes:
            raise ReplyRefusedError(
                f"Mã kiểm tra trong phản hồi ({received.check_code}) không khớp báo cáo {period.title} lần "
                f"{reply.revision} của sổ này ({', '.join(sorted(codes))}); hãy đối chiếu lại với cấp trên."
            )
        issue = next((one for one in self._kept_issues(period) if one.revision == reply.revision), None)
        is_noted = self._issues.is_noted(reply.id)
        return OpenedReply(period=period, reply=reply, issue=issue, is_noted=is_noted)


def _day(moment: str) -> str:
    try:
        return datetime.fromisoformat(moment).date().isoformat()
    except ValueError as error:
        raise IssueError("Ngày gửi chưa đúng; hãy ghi ngày, ví dụ 20/11/2023.") from error


def _cleaned(reply: Reply) -> Reply:
    items = tuple(clean_texts(one) for one in reply.items)
    plain = clean_texts(replace(reply, items=(), reason=""))
    return replace(plain, items=items, reason=clean(reply.reason, multiline=True))


def _note(reply: Reply) -> str:
    parts = [REPLY_WORDS[reply.kind], reply.sender, reply.reason]
    if reply.kind is ReplyKind.CORRECTION and reply.due_on:
        parts.append(f"hạn gửi lại {format_date(reply.due_on)}")
    return " – ".join(filter(None, parts))
