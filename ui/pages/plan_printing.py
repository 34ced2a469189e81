"""Writing the office's plan as a file: which file, the job in the worker, and what to do with it then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.office_setup import usual_file_name
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.worker import Progress

WORD, PDF = ".docx", ".pdf"
_FILTERS = {WORD: "Tệp Word (*.docx)", PDF: "Tệp PDF (*.pdf)"}


class PlanPrinting(QObject):
    """Writes one file at a time.

    Attributes:
        written: the file is there.
    """

    written = Signal(str)

    def __init__(self, ledger: Ledger, operations: Operations, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._page = ledger, operations, page

    def write(self, ending: str, year: int, version: int, job: Callable[[Ledger, Path], object]) -> None:
        """Ask for the file and write it; `job` gets a ledger of its own and the path."""
        path = self._ask(ending, year, version)
        if path is None:
            return

        def work(ledger: Ledger, _progress: Progress) -> Path:
            job(ledger, path)
            return path

        self._operations.start(
            work, text="Đang tạo văn bản kế hoạch…", on_done=self._on_done, changed={"plan_versions"}
        )

    def open_file(self, path: Path) -> None:
        """Open a written file in the computer's own program."""
        open_outside(path, self._operations)

    def _ask(self, ending: str, year: int, version: int) -> Path | None:
        name = usual_file_name(self._ledger.office_of(year), year).replace("So_", "KH_", 1)
        usual = self._ledger.path.parent / f"{name}_L{version}{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self._page, "Lưu kế hoạch", str(usual), _FILTERS[ending])
        return Path(chosen.removesuffix(ending) + ending) if chosen else None

    def _on_done(self, path: Path) -> None:
        self._operations.status.emit(f"Đã lưu kế hoạch “{path.name}” trong “{path.parent}”.", False)
        self.written.emit(str(path))
