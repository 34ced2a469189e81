"""What the officer does with a report after its export: sign, issue, send, hear the answer, open the next revision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.domain.issue_rules import refusals
from desktop_app.domain.office_wording import symbol
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.documents import Document
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Action, Fault, Issue, IssueState
from desktop_app.domain.rules import clean_texts
from desktop_app.errors import IssueError
from desktop_app.exchange.closing import exported_package, save_file
from desktop_app.ledger.issue_basis import newest_of
from desktop_app.ledger.issue_closing import ZIP, ClosingDesk
from desktop_app.ledger.issue_codes import find_code
from desktop_app.ledger.issue_replies import ReplyDesk
from desktop_app.ledger.issue_view import CodeAnswer, IssueView
from desktop_app.report.build import ReportSource
from desktop_app.report.model import Progress
from desktop_app.storage.reports import ExportEntry
from desktop_app.vietnamese.text import clean


class IssueDesk(ClosingDesk, ReplyDesk):
    """The reports of one ledger on their way; every step is kept with its moment and who took it."""

    def view(self, period: ReportPeriod) -> IssueView:
        """Return how far a report is and what may be done now."""
        with self._database.read():
            standing = self._standing(period)
            exports = self._exports(period)
            issues = self._kept_issues(period)
            awaited = [one for code, one in self._issues.open_corrections(period.year) if code == period.code]
            sendings = self._issues.sendings(period.year, period.code)
            replies = self._issues.replies(period.year, period.code)
        current, refused = standing.current, refusals(standing)
        return IssueView(
            current=current,
            earlier=tuple(one for one in issues if one.is_issued and one.revision != current.revision),
            sendings=tuple(sendings),
            replies=tuple(replies),
            newest_export=newest_of(exports) if exports else None,
            folder=_folder(exports, current),
            awaited=awaited[-1] if awaited else None,
            may=frozenset(set(Action) - set(refused)),
            refused=refused,
        )

    def reference(self, issue: Issue) -> str:
        """Return how other papers name an issued report: "Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023"."""
        return self._papers.reference(issue)

    def head_remarks(self, period: ReportPeriod, head: ReportHead) -> tuple[str, ...]:
        """Return what looks wrong in number and day before a report is issued: given twice, in the future."""
        with self._database.read():
            today = date.fromisoformat(self._issues.now()[:10])
            current = self._standing(period).current
            return self._papers.head_remarks(period, clean_texts(head), current, today)

    def find_code(self, text: str) -> CodeAnswer:
        """Tell what the ledger knows of a check code, typed from paper or read from the QR picture."""
        with self._database.read():
            return find_code(text, self._reports.all_exports(), self._issues.all_issues())

    def submit(self, period: ReportPeriod, note: str = "") -> Issue:
        """Put the newest export up for signing; its package is kept exactly as it is.

        Raises:
            IssueError: nothing was exported, its package is gone, or it is no time for it.
        """
        # Asked inside the transaction: another window may do the same at this moment.
        with self._database.write():
            current = self._required(period, Action.SUBMIT).current
            entry = newest_of(self._exports(period))
            name, package = exported_package(entry)
            mark = self._kept.keep(name, ZIP, package)
            issue = replace(
                current,
                head=replace(current.head, symbol=symbol(self._office_of(period.year))),
                revision=entry.revision,
                check_code=entry.check_code,
                package=mark,
                package_name=name,
            )
            return self._stepped(issue, IssueState.SUBMITTED, note, self._open(period), mark)

    def withdraw(self, period: ReportPeriod, note: str = "") -> None:
        """Take a report back from signing, or throw a next revision away that was opened and not exported yet.

        Raises:
            IssueError: there is nothing to take back.
        """
        with self._database.write():
            standing = self._required(period, Action.WITHDRAW)
            kept = standing.current
            if kept.state is IssueState.SUBMITTED:
                draft = replace(kept, package="", package_name="")
                self._stepped(draft, IssueState.DRAFTING, note or "Rút về soạn", kept)
            else:
                self._issues.remove(kept)
                if standing.issued:
                    self._reports.save_head(period, replace(standing.issued.head, symbol=""))

    def issue(
        self,
        period: ReportPeriod,
        head: ReportHead,
        scans: Sequence[Path] = (),
        progress: Progress | None = None,
        *,
        out: Path | None = None,
    ) -> Issue:
        """Issue the report that was put up for signing; its package is closed, kept, and written for sending.

        Until it is sent a report can be issued again, to mend its number or its signed copy. Data, check code and
        revision never change by this.

        Args:
            period: which report.
            head: number and day as the clerk gave them, and the signer.
            scans: the signed copy: one PDF, or photos in order; none keeps the one there is.
            progress: called after each step; may raise `CancelledError`.
            out: the folder that gets the package's folder; where it was exported to when None.

        Raises:
            IssueError: number or day are missing, the package would be too large, or it is no time for it.
            AttachmentError: the signed copy cannot be used.
            ExportError: the folder cannot be written. Whatever is raised, nothing was changed.
        """
        current = self._required(period, Action.ISSUE).current
        return self._close(period, current, clean_texts(head), scans, progress, out)

    def open_next(self, period: ReportPeriod, reason: str) -> Issue:
        """Open the next revision of an issued report, which gets a number and day of its own.

        Raises:
            IssueError: the reason is missing, or nothing was issued.
        """
        why = clean(reason)
        with self._database.write():
            issued = self._required(period, Action.OPEN_NEXT).current
            if not why:
                raise IssueError("Hãy ghi lý do mở lần báo cáo mới; lý do được lưu cùng báo cáo.")
            highest = max([issued.revision, *(one.revision for one in self._exports(period))])
            opened = Issue(
                year=period.year,
                period=period.code,
                revision=highest + 1,
                head=replace(issued.head, number="", issued_on=None, symbol=""),
                replaces=self._papers.reference(issued),
                reason=why,
            )
            self._reports.save_head(period, opened.head)
            return self._stepped(opened, IssueState.DRAFTING, why, None)

    def register_document(self, period: ReportPeriod) -> Document:
        """Add the newest issued report to the documents, as one operation that can be taken back.

        Raises:
            IssueError: nothing was issued, or it stands there already.
        """
        with self._database.write():
            standing = self._required(period, Action.REGISTER_DOCUMENT)
            return self._papers.register(period, standing.issued or standing.current)

    def write_correction_letter(
        self,
        period: ReportPeriod,
        faults: Sequence[Fault],
        path: Path,
        *,
        number: str = "",
        issued_on: date | None = None,
    ) -> Path:
        """Write the công văn that corrects faults of form of the newest issued report, as a Word file.

        Raises:
            IssueError: nothing was issued, or a fault is not said in full.
            ExportError: the file cannot be written.
        """
        standing = self._required(period, Action.WRITE_LETTER)
        issued = standing.issued or standing.current
        return self._papers.write_letter(period, issued, faults, path, number, issued_on)

    def save_package(self, issue: Issue, folder: Path) -> Path:
        """Write the kept package of a revision into a folder, the same bytes as were sent, and return the file.

        Raises:
            IssueError: the revision was not put up for signing yet, so nothing is kept of it.
            ExportError: it cannot be written.
        """
        if not issue.package:
            raise IssueError(
                f"Báo cáo lần {issue.revision} chưa trình ký nên sổ chưa giữ gói nào của lần này."
            )
        path = folder / issue.package_name
        save_file(path, self._kept.data(issue.package))
        return path

    def change_sentence(self, source: ReportSource) -> str:
        """Return why an issued report may not be exported as it is now, "" when it may."""
        newest = self._issues.issued_now(source.records.period)
        if newest is None or not self.is_changed(source, newest):
            return ""
        return (
            f"{self._papers.reference(newest)} đã phát hành (lần {newest.revision}) nhưng nội dung đã thay đổi sau đó. "
            "Hãy mở lần báo cáo mới và ghi lý do (bước Phát hành và gửi), rồi xuất lại."
        )


def _folder(exports: Sequence[ExportEntry], current: Issue) -> Path | None:
    """Return the folder of the newest export of a revision, None when it is no longer there."""
    own = [one for one in exports if one.revision == current.revision]
    folder = Path(own[0].folder) if own else None
    return folder if folder is not None and folder.is_dir() else None
