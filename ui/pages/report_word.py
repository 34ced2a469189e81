"""Lấy phần thuyết minh từ Word: the corrected file is read beside the window, compared, and taken over in one go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.word_text import WordReading
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import two_digits
from ui.dialogs.ask import ask
from ui.dialogs.word_text_dialog import WordTextDialog
from ui.operations import Operations
from ui.pages.report_text import ReportText

_TITLE = "Lấy phần thuyết minh từ Word"
_FILTER = "Tệp Word (*.docx *.doc *.docm *.odt);;Mọi tệp (*)"


class ReportWord(QObject):
    """Takes the running text of a Word file into the report that is shown."""

    def __init__(
        self,
        ledger: Ledger,
        operations: Operations,
        text: ReportText,
        period: Callable[[], ReportPeriod],
        page: QWidget,
    ) -> None:
        """Build it.

        Args:
            ledger: the open ledger.
            operations: reads and writes.
            text: what is typed; it is written before anything is compared.
            period: the report that is shown.
            page: the owner.
        """
        super().__init__(page)
        self._ledger, self._operations, self._text = ledger, operations, text
        self._period, self._page = period, page

    def choose(self) -> None:
        """Let the user pick the file; the folder of the last export comes first."""
        period = self._period()
        exports = self._ledger.reports.exports(period.year, period.code)
        folder = exports[0].folder if exports and Path(exports[0].folder).is_dir() else ""
        name, _ = QFileDialog.getOpenFileName(self._page, _TITLE, folder, _FILTER)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file and show how it differs."""
        self._text.narrative.write_now()
        period = self._period()
        self._operations.start(
            lambda own, _progress: own.reporting.word_files.read(path, period),
            text="Đang đọc tệp Word…",
            on_done=partial(self._on_read, period),
        )

    def _on_read(self, period: ReportPeriod, reading: WordReading) -> None:
        if reading.stranger and not ask(
            self._page,
            _TITLE,
            f"{reading.stranger} Vẫn so sánh với báo cáo đang mở?",
            "Vẫn so sánh",
            careful=True,
        ):
            return
        keys = WordTextDialog.ask(reading, self._page)
        if keys:
            self._text.narrative.write_now()
            self._operations.run(
                lambda: self._ledger.reporting.word_files.take(period, reading, keys),
                changed={"report"},
                message=f"Đã lấy {two_digits(len(keys))} mục từ “{reading.name}”; bản trước vẫn còn trong "
                "“Các phiên bản”. Có thể xuất lại bản PDF.",
            )
