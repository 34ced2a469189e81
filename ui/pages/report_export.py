"""Exporting from the report page: the job in the worker, and the files that it left."""

import email
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.policy import default
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.periods import KINDS, ReportPeriod
from desktop_app.errors import CancelledError, UserError
from desktop_app.ledger import Ledger
from desktop_app.long_paths import plain_form
from desktop_app.vietnamese.dates import format_date
from ui.operations import Operations
from ui.worker import RunningJob

_START = "Đang chuẩn bị báo cáo…"
_STEPS = {
    1: "Đang tạo bản PDF…",
    2: "Đang tạo bản Word…",
    3: "Đang tạo bảng Excel…",
    4: "Đang đóng gói số liệu gửi tỉnh…",
    5: "Đang soạn thư gửi…",
    6: "Đang hoàn tất…",
}
_ORDER = (".pdf", ".docx", ".xlsx", ".zip", ".eml")


class Exported(Protocol):
    """An export as the ledger keeps it."""

    @property
    def revision(self) -> int:
        """Lần báo cáo."""
        ...

    @property
    def check_code(self) -> str:
        """Mã kiểm tra."""
        ...

    @property
    def exported_at(self) -> str:
        """ISO 8601 local time."""
        ...

    @property
    def folder(self) -> str:
        """Where the files are."""
        ...


@dataclass(frozen=True)
class Message:
    """The parts of the ready message that are copied by hand."""

    to: str
    subject: str
    body: str


def export_title(exported: Exported) -> str:
    """Return "Lần 1 · xuất 22/11/2023 08:05 · mã kiểm tra …"."""
    at = datetime.fromisoformat(exported.exported_at)
    when = f"{format_date(at.date())} {at:%H:%M}"
    return f"Lần {exported.revision} · xuất {when} · mã kiểm tra {exported.check_code}"


def usual_folder(ledger: Ledger) -> str:
    """Return where the last report went, else a folder beside the ledger."""
    for year in sorted({*ledger.years(), ledger.year}, reverse=True):
        for kind in KINDS:
            exports = ledger.reports.exports(year, kind.code)
            if exports and Path(exports[0].folder).parent.is_dir():
                return plain_form(str(Path(exports[0].folder).parent))
    return str(ledger.path.parent / "Báo cáo")


def exported_files(folder: Path) -> list[Path]:
    """Return the files of an export in the order of their use, none when the folder is gone."""
    try:
        files = [file for file in folder.iterdir() if file.suffix in _ORDER]
    except OSError:
        return []
    return sorted(files, key=lambda file: _ORDER.index(file.suffix))


def read_message(folder: Path) -> Message | None:
    """Return the message of an export, None when its draft is gone."""
    draft = next((file for file in exported_files(folder) if file.suffix == ".eml"), None)
    if draft is None:
        return None
    message = email.message_from_bytes(draft.read_bytes(), policy=default)
    body = message.get_body()
    text = body.get_content() if body is not None else ""
    return Message(str(message["To"] or ""), str(message["Subject"] or ""), text.strip())


class ReportExport(QObject):
    """Runs one export at a time.

    Attributes:
        progressed: (what is being done, steps done, steps in all).
        succeeded: the folder. failed: why not; "" when the user stopped it.
        noted: what should be known of the files, whole sentences; after `succeeded`.
    """

    progressed = Signal(str, int, int)
    succeeded = Signal(str)
    failed = Signal(str)
    noted = Signal(list)

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._job: RunningJob | None = None

    def is_running(self) -> bool:
        """Say whether an export is on its way."""
        return self._job is not None

    def start(self, period: ReportPeriod, out: Path, reason: str, *, explains: bool = False) -> None:
        """Export a report in the worker; `explains` puts the table of reasons beside it."""
        if self._job is not None:
            return
        self.progressed.emit(_START, 0, 0)
        self._job = self._operations.start(
            partial(_export, period, out, reason, explains),
            text=_START,
            on_done=self._on_done,
            on_error=self._on_error,
            on_progress=self._on_progress,
            changed={"report"},
        )

    def cancel(self) -> None:
        """Stop it at the next step."""
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, result: tuple[str, list[str]]) -> None:
        self._job = None
        folder, notes = result
        self.succeeded.emit(folder)
        self.noted.emit(notes)

    def _on_error(self, error: UserError) -> None:
        self._job = None
        self.failed.emit("" if isinstance(error, CancelledError) else str(error))

    def _on_progress(self, done: int, total: int, step: str) -> None:
        self.progressed.emit(step, done, total)


def _export(
    period: ReportPeriod,
    out: Path,
    reason: str,
    explains: bool,
    ledger: Ledger,
    progress: Callable[[int, int, str], Any],
) -> tuple[str, list[str]]:
    def tell(done: int, total: int) -> None:
        progress(done, total, _STEPS.get(done, _START))

    progress(0, 0, _START)
    result = ledger.reporting.export(period, out, reason=reason, explains=explains, progress=tell)
    return str(result.folder), list(result.notes)
