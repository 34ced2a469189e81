"""Issuing a report: the signed copy is read, the package closed, kept and written, all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.issue_rules import require_head
from desktop_app.domain.office_wording import symbol
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Issue, IssueState
from desktop_app.errors import AttachmentError, LedgerFileError
from desktop_app.exchange.closing import (
    ClosedPackage,
    closed,
    reopened,
    room_for_scan,
    size_note,
    write_folder,
)
from desktop_app.exchange.export_result import EmailDraft, ExportResult
from desktop_app.exchange.package_contents import unpacked
from desktop_app.exchange.report_folder import (
    STEPS,
    content_of,
    email_draft,
    head_facts,
    redrawn,
)
from desktop_app.ledger.issue_basis import IssueBasis
from desktop_app.report.build import ReportSource, build_report
from desktop_app.report.model import Progress
from desktop_app.report.scan import NEEDED_DPI, Scan, require_few
from desktop_app.report.writers import signed_copy
from desktop_app.storage.reports import ExportEntry
from desktop_app.vietnamese.sizes import format_size
from desktop_app.vietnamese.text import clean

PDF, ZIP = "application/pdf", "application/zip"
_MOST_READ = 80_000_000
"""Bytes of one file of a signed copy; more is no photo and no scan."""
_MOST_TOGETHER = 400_000_000


@dataclass(frozen=True)
class _Ready:
    """Everything of an issue before anything is kept or written."""

    source: ReportSource
    head: ReportHead
    entry: ExportEntry
    package: ClosedPackage
    scan: bytes
    draft: EmailDraft
    note: str


class ClosingDesk(IssueBasis):
    """The part of the issue desk that closes packages."""

    def _close(
        self,
        period: ReportPeriod,
        current: Issue,
        head: ReportHead,
        scans: Sequence[Path],
        progress: Progress | None,
        out: Path | None,
    ) -> Issue:
        """Issue a revision, see `IssueDesk.issue`; `current` is as the ledger keeps it."""
        require_head(head)
        tell = progress or (lambda done, total: None)
        ready = self._ready(period, current, head, scans, tell)
        folder = self._folder(ready.entry, current, out)
        kept: list[Issue] = []

        def keep() -> None:
            with self._database.write():
                kept.append(self._keep(period, current, ready, folder))
                tell(STEPS, STEPS)  # the last moment to stop it

        if folder is None:
            keep()
        else:
            write_folder(folder, ready.package, ready.draft, keep, self._database.write())
        return kept[0]

    def _ready(
        self, period: ReportPeriod, current: Issue, head: ReportHead, scans: Sequence[Path], tell: Progress
    ) -> _Ready:
        source = replace(self._source(period), head=head)
        entry = self._entry(period, current)
        files = unpacked(self._kept.data(current.submitted_package), current.package_name)
        scan = self._scan(scans, current, files)
        tell(1, STEPS)
        is_same = content_of(source) == entry.content_hash
        documents = redrawn(source, current.revision, current.check_code, tell) if is_same else {}
        report = build_report(source, current.revision, current.check_code)
        package = closed(files, head_facts(head, report), documents, scan.data)
        tell(STEPS - 1, STEPS)
        draft = email_draft(source, report, current.package_name)
        # Documents that stay as they were signed bear the symbol of then.
        kept = "" if is_same else current.head.symbol
        head = replace(head, symbol=kept or symbol(source.office))
        return _Ready(source, head, entry, package, scan.data, draft, _note(scan, package, is_same=is_same))

    def _keep(self, period: ReportPeriod, current: Issue, ready: _Ready, folder: Path | None) -> Issue:
        """Write everything of an issue into the ledger; inside a transaction."""
        name = current.package_name
        mark = self._kept.keep(name, ZIP, ready.package.data)
        scan = (
            self._kept.keep(f"BanKy_{name.removesuffix('.zip')}.pdf", PDF, ready.scan) if ready.scan else ""
        )
        lost = "" if folder else "Thư mục đã xuất không còn; hãy lưu gói từ sổ ra để gửi."
        issued = replace(current, head=ready.head, package=mark, scan=scan)
        issued = self._stepped(issued, IssueState.ISSUED, f"{ready.note} {lost}", current, mark)
        # A reply to the export may have come before; then the issued revision stands where that reply puts it.
        issued = self._settle(issued, "Đã có phản hồi từ trước khi phát hành")
        self._reports.save_head(period, replace(ready.head, symbol=""))
        place = str(folder) if folder else ready.entry.folder
        self._reports.note_export(replace(ready.entry, package_hash=ready.package.mark, folder=place))
        return issued

    def _scan(self, paths: Sequence[Path], current: Issue, files: Mapping[str, bytes]) -> Scan:
        if paths:
            return signed_copy(_read_all(paths), room_for_scan(files))
        return Scan(self._kept.data(current.scan) if current.scan else b"", 0)

    def _entry(self, period: ReportPeriod, issue: Issue) -> ExportEntry:
        """Return the newest export of a revision."""
        own = (issue.revision, issue.check_code)
        for one in self._exports(period):
            if (one.revision, one.check_code) == own:
                return one
        raise LedgerFileError(
            f"Sổ không còn ghi lần xuất của báo cáo lần {issue.revision}; hãy mở bản sao lưu gần nhất của sổ."
        )

    def _folder(self, entry: ExportEntry, issue: Issue, out: Path | None) -> Path | None:
        """Return where the closed package goes, None where the folder of the export is gone."""
        name = issue.package_name.removesuffix(".zip")
        if out is not None:
            return out / name
        exported = Path(entry.folder)
        return exported if exported.is_dir() and exported.name == name else None

    def draft(self, period: ReportPeriod, issue: Issue) -> EmailDraft:
        """Return the message that an issued revision is sent with."""
        source = replace(self._source(period), head=issue.head)
        return email_draft(source, build_report(source, issue.revision, issue.check_code), issue.package_name)

    def is_changed(self, source: ReportSource, issue: Issue) -> bool:
        """Tell whether a report no longer says what was issued."""
        return content_of(source) != self._entry(source.records.period, issue).content_hash

    def export_again(self, source: ReportSource, issue: Issue, out: Path) -> ExportResult:
        """Write the closed package of an issued revision into a new folder, the same bytes as were sent.

        Raises:
            ExportError: it cannot be written.
        """
        period = source.records.period
        package = reopened(self._kept.data(issue.package), issue.package_name)
        source = replace(source, head=issue.head)
        report = build_report(source, issue.revision, issue.check_code)
        draft = email_draft(source, report, issue.package_name)
        folder = out / issue.package_name.removesuffix(".zip")
        entry = replace(self._entry(period, issue), folder=str(folder))
        files = write_folder(
            folder, package, draft, lambda: self._reports.note_export(entry), self._database.write()
        )
        return ExportResult(
            folder, files, folder / issue.package_name, issue.revision, issue.check_code, draft
        )


def _read_all(paths: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Return name and bytes of each file; too many and too large ones are refused before they fill the memory."""
    require_few(len(paths))
    found: list[tuple[str, bytes]] = []
    room = _MOST_TOGETHER
    for path in paths:
        found.append((clean(path.name), _read(path)))
        room -= len(found[-1][1])
        if room < 0:
            raise AttachmentError(
                f"Các tệp bản ký nặng hơn {format_size(_MOST_TOGETHER)}; hãy chụp ở độ phân giải thường, "
                "hoặc quét bản ký thành một tệp PDF, rồi chọn lại."
            )
    return found


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_READ:
            raise AttachmentError(
                f"Tệp “{path.name}” quá lớn; hãy quét lại bản ký ở {NEEDED_DPI} dpi rồi chọn lại."
            )
        return path.read_bytes()
    except OSError as error:
        raise AttachmentError(
            f"Không đọc được tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error


def _note(scan: Scan, package: ClosedPackage, *, is_same: bool) -> str:
    """Return what is worth knowing of an issue: its signed copy, its size, documents that could not be drawn anew."""
    parts = []
    if scan.pages:
        parts.append(f"Bản ký: {scan.pages} trang.")
    elif not scan.data:
        parts.append("Chưa có bản ký quét trong gói.")
    if 0 < scan.dpi < NEEDED_DPI:
        parts.append(f"Ảnh bản ký chỉ đạt {scan.dpi} dpi (quy định từ {NEEDED_DPI} dpi).")
    if not is_same:
        parts.append("Số liệu đã thay đổi sau khi trình ký; gói giữ đúng bản đã trình ký.")
    return " ".join(filter(None, [*parts, size_note(len(package.data))]))
