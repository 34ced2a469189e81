"""The closed package of a report: its folder and message, and saving it again exactly as it was sent."""

import hashlib
import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.report_issue import Issue
from desktop_app.errors import ExportError
from desktop_app.ledger import Ledger
from desktop_app.ledger.issue_view import IssueView
from desktop_app.long_paths import plain_form
from desktop_app.vietnamese.sizes import format_size
from ui.operations import Operations
from ui.pages.opening import open_draft, open_outside
from ui.widgets.package_card import PackageCard, PackageFacts
from ui.worker import Progress

_PARTS = {"to": "người nhận", "subject": "tiêu đề thư", "body": "nội dung thư"}
_STEPS = 2
_SAVING = "Đang lưu gói…"
_COPYING = "Đang sao chép gói sang USB và kiểm tra lại…"


class IssuePackage(QObject):
    """What the card of the package does."""

    def __init__(self, ledger: Ledger, operations: Operations, card: PackageCard, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._card, self._page = ledger, operations, card, page
        self._period: ReportPeriod | None = None
        self._view: IssueView | None = None

        card.open_folder_requested.connect(self.open_folder)
        card.open_draft_requested.connect(self._open_draft)
        card.message.copy_requested.connect(self._copy)
        card.save_requested.connect(self.save_current)
        card.usb_requested.connect(self.copy_to_stick)

    def read(self, period: ReportPeriod, view: IssueView) -> None:
        """Show the package of a report that is issued; a revision opened after it has none yet."""
        self._period, self._view = period, view
        issue = view.current if view.current.is_issued else None
        self._card.show_package(self._facts(issue) if issue else None)

    def open_folder(self) -> None:
        """Show the files of the newest export or of the closed package."""
        if self._view is not None and self._view.folder is not None:
            open_outside(self._view.folder, self._operations)

    def save_current(self) -> None:
        """Write the newest package out of the ledger."""
        issue = self._issue()
        if issue is not None:
            self.save(issue)

    def save(self, issue: Issue) -> None:
        """Ask for a folder and write a package into it, byte by byte as it was sent."""
        folder = QFileDialog.getExistingDirectory(
            self._page, "Chọn thư mục để lưu gói đã gửi", str(Path.home())
        )
        if folder:
            self._write(issue, Path(folder), _SAVING)

    def copy_to_stick(self) -> None:
        """Ask for a stick and copy the newest package onto it."""
        issue = self._issue()
        if issue is None:
            return
        folder = QFileDialog.getExistingDirectory(self._page, "Chọn USB hoặc thư mục trên USB")
        if folder:
            self._write(issue, Path(folder), _COPYING)

    def _issue(self) -> Issue | None:
        """Return the issued revision that is shown, else the newest one that was issued."""
        if self._view is None:
            return None
        return next((one for one in (self._view.current, *self._view.earlier) if one.is_issued), None)

    def _facts(self, issue: Issue) -> PackageFacts:
        kept = self._ledger.reporting.kept_files.about(issue.package)
        scan = "có bản ký (BanKy.pdf)" if issue.scan else "không kèm bản ký"
        words = [format_size(kept.size) if kept else "", f"mã kiểm tra {issue.check_code}", scan]
        folder = self._view.folder if self._view else None
        is_there = folder is not None and (folder / issue.package_name).is_file()
        return PackageFacts(
            issue.package_name,
            " · ".join(word for word in words if word),
            plain_form(str(folder)) if is_there else "",
        )

    def _open_draft(self) -> None:
        folder = self._view.folder if self._view else None
        if folder is not None:
            open_draft(folder, self._operations)

    def _copy(self, part: str) -> None:
        """Put a part of the message that goes with the closed package into the clipboard."""
        issue, period = self._issue(), self._period
        if issue is None or period is None:
            return
        self._operations.read(
            "draft", partial(_part_of_draft, period, issue, part), partial(self._on_draft_read, part)
        )

    def _on_draft_read(self, part: str, text: str) -> None:
        if not text:
            self._operations.refused.emit(f"Chưa có {_PARTS[part]} để sao chép; hãy ghi trong Cài đặt.")
            return
        QGuiApplication.clipboard().setText(text)
        self._operations.status.emit(f"Đã sao chép {_PARTS[part]}.", False)

    def _write(self, issue: Issue, folder: Path, text: str) -> None:
        self._operations.start(
            partial(_write_checked, issue, folder, text), text=text, on_done=self._on_written
        )

    def _on_written(self, path: Path) -> None:
        self._operations.status.emit(f"Đã lưu gói vào {path} và đọc lại đúng từng byte.", False)


def _part_of_draft(period: ReportPeriod, issue: Issue, part: str, ledger: Ledger) -> str:
    return str(getattr(ledger.reporting.issuing.draft(period, issue), part))


def _write_checked(issue: Issue, folder: Path, text: str, ledger: Ledger, progress: Progress) -> Path:
    """Write a package where there is room for it, and read it back.

    Raises:
        ExportError: no room, the folder is gone, or what lies there is not what was written.
    """
    progress(0, _STEPS, text)
    kept = ledger.reporting.kept_files.about(issue.package)
    size = kept.size if kept else 0
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise ExportError(f"Không thấy “{folder}”; hãy cắm lại USB hoặc chọn thư mục khác.") from error
    if free < size:
        raise ExportError(
            f"“{folder}” chỉ còn trống {format_size(free)}, gói cần {format_size(size)}; hãy xóa bớt tệp hoặc chọn "
            "nơi khác."
        )
    path = ledger.reporting.issuing.save_package(issue, folder)
    progress(1, _STEPS, text)
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == issue.package
    except OSError:
        same = False
    if not same:
        raise ExportError(
            f"Gói ghi ra “{path}” không đọc lại được nguyên vẹn; hãy dùng USB khác rồi làm lại."
        )
    return path
