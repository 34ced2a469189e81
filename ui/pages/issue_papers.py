"""Papers about an issued report: its entry among the documents, the công văn đính chính."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.documents import Document
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.ledger.issue_view import IssueView
from ui.dialogs.issue_letter_dialog import CorrectionLetterDialog, LetterAnswer
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.worker import Progress

_WORD = "Văn bản Word (*.docx)"
_WRITING = "Đang soạn công văn đính chính…"
_REGISTERING = "Đang ghi báo cáo vào sổ Văn bản…"


class IssuePapers(QObject):
    """Writes them in the worker: both read the whole period.

    Attributes:
        registered: the report stands among the documents now.
        failed: why a paper was not written.
    """

    registered = Signal()
    failed = Signal(str)

    def __init__(self, ledger: Ledger, operations: Operations, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._page = ledger, operations, page
        self._period: ReportPeriod | None = None
        self._view: IssueView | None = None

    def read(self, period: ReportPeriod, view: IssueView) -> None:
        """Take the report that is shown."""
        self._period, self._view = period, view

    def register(self) -> None:
        """Add the issued report to the documents."""
        if self._period is not None:
            self._operations.start(
                partial(_registered, self._period),
                text=_REGISTERING,
                on_done=self._on_registered,
                on_error=self._on_failed,
                changed={"documents"},
            )

    def write_letter(self) -> None:
        """Ask for the faults of the newest issued report and write the letter that corrects them."""
        view, period, desk = self._view, self._period, self._ledger.reporting.issuing
        if view is None or period is None:
            return
        issued = next((one for one in (view.current, *view.earlier) if one.is_issued), view.current)
        answer = CorrectionLetterDialog.ask(
            desk.reference(issued), self._ledger.today, self._ledger.today().year, self._page
        )
        if answer is None:
            return
        folder = view.folder or self._ledger.path.parent
        name, _ = QFileDialog.getSaveFileName(
            self._page, "Lưu công văn đính chính", str(folder / "CongVanDinhChinh.docx"), _WORD
        )
        if name:
            self._operations.start(
                partial(_letter, period, answer, Path(name)),
                text=_WRITING,
                on_done=self._on_letter_written,
                on_error=self._on_failed,
            )

    def _on_registered(self, _document: Document) -> None:
        self.registered.emit()
        self._operations.tell_last()

    def _on_letter_written(self, path: Path) -> None:
        self._operations.status.emit(f"Đã lưu công văn đính chính: {path.name}.", False)
        open_outside(path.parent, self._operations)

    def _on_failed(self, error: UserError) -> None:
        self.failed.emit(str(error))


def _registered(period: ReportPeriod, ledger: Ledger, _progress: Progress) -> Document:
    return ledger.reporting.issuing.register_document(period)


def _letter(
    period: ReportPeriod, answer: LetterAnswer, path: Path, ledger: Ledger, _progress: Progress
) -> Path:
    desk = ledger.reporting.issuing
    return desk.write_correction_letter(
        period, answer.faults, path, number=answer.number, issued_on=answer.issued_on
    )
