"""The step Xem trước: the pages as they would be exported now, and what changed since the last export."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.export_changes import ExportChanges
from desktop_app.domain.periods import ReportPeriod
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.page_renderer import PageRenderer
from ui.pages.opening import open_outside
from ui.pages.report_steps import ReportSteps
from ui.printing import ask_printer, chosen_pages, is_copy, print_pages, save_copy
from ui.widgets.preview_panel import PreviewPanel

_PAUSE_MS = 400
"""Changes that follow each other are shown once."""
_DRAWING = "Đang dựng trang…"


class ReportPreview(QObject):
    """What the step Xem trước does; it makes pages only while it is seen.

    Attributes:
        opened: (register, id) of a changed record that the user wants to see.
        view: its part of the page.
    """

    opened = Signal(str, str)

    def __init__(self, operations: Operations, steps: ReportSteps, page: QWidget) -> None:
        super().__init__(page)
        self._operations, self._steps, self._page = operations, steps, page
        self._period: ReportPeriod | None = None
        self._drawn: ReportPeriod | None = None
        self._data = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._changes_line = ""
        self._is_stale = True
        self._folder: QTemporaryDir | None = None
        self._copies = 0
        self.view = PreviewPanel()
        self._renderer = PageRenderer(operations.guard, self)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)

        self._timer.timeout.connect(self._refresh)
        operations.changed.connect(self._on_changed)
        operations.closing.connect(self._renderer.stop)
        self.view.shown.connect(self._refresh)
        self.view.changes.opened.connect(self.opened)
        self.view.viewer.wanted.connect(self._renderer.want)
        self.view.viewer.searched.connect(self._renderer.search)
        self.view.viewer.print_wanted.connect(self._on_print_wanted)
        self.view.viewer.open_wanted.connect(self._on_open_wanted)
        self._renderer.opened.connect(self._on_opened)
        self._renderer.failed.connect(self.view.say)
        self._renderer.drawn.connect(self.view.viewer.put_picture)
        self._renderer.found.connect(self.view.viewer.show_found)

    def read(self, period: ReportPeriod, changes: ExportChanges | None) -> None:
        """Take another report, or what changed in this one since its last export."""
        if period != self._period:
            self._period, self._is_stale = period, True
        self._changes_line = changes.sentence() if changes else ""
        self.view.show_changes(changes)
        self._tell_step()
        self._refresh()

    def _refresh(self) -> None:
        """Make the pages anew if they are seen and no longer right."""
        period = self._period
        if not self._is_stale or period is None or not self.view.isVisible():
            return
        self._is_stale = False
        self.view.say(_DRAWING)
        self._operations.read("preview", partial(_pdf, period), self._show, self._on_unread)

    def _on_changed(self, _changed: set[str]) -> None:
        self._is_stale = True
        self._tell_step()
        self._timer.start()

    def _show(self, data: bytes) -> None:
        self._drawn = self._period
        if data == self._data:
            self.view.say("")
            self._tell_step()
            return
        self._data = data
        self._renderer.open(data)

    def _on_unread(self, error: UserError) -> None:
        self._is_stale = True
        self.view.say(str(error))

    def _on_opened(self, sizes: tuple[tuple[float, float], ...]) -> None:
        self._sizes = sizes
        self.view.say("")
        self.view.viewer.show_pages(sizes)
        self._tell_step()

    def _tell_step(self) -> None:
        is_counted = bool(self._sizes) and self._drawn == self._period and not self._is_stale
        pages = f"{len(self._sizes)} trang" if is_counted else ""
        told = " · ".join(part for part in (pages, self._changes_line) if part)
        self._steps.show_preview(told or "Từng trang như khi in")

    def _on_print_wanted(self) -> None:
        if not self._data or not self._sizes:
            return
        page, data = self.view.viewer.view.page(), self._data
        printer = ask_printer(self._page, self._name("Báo cáo"), self._sizes, page)
        if printer is None:
            return
        pages = chosen_pages(printer, len(self._sizes), page)
        if not pages:
            self._operations.refused.emit("Không có trang nào như đã chọn; hãy chọn lại trang cần in.")
            return
        copies = is_copy(printer, pages, len(self._sizes))
        self._operations.start(
            lambda _ledger, progress: (
                save_copy(printer, data, pages) if copies else print_pages(printer, data, pages, progress)
            ),
            text="Đang in báo cáo…",
            on_done=partial(self._on_printed, printer.outputFileName()),
        )

    def _on_printed(self, file_name: str, sheets: int) -> None:
        where = (
            f"Đã lưu {sheets} trang vào tệp “{file_name}”."
            if file_name
            else f"Đã gửi {sheets} trang đến máy in."
        )
        self._operations.status.emit(where, False)

    def _on_open_wanted(self) -> None:
        """Show a copy in the computer's own reader; the copies go with the program."""
        if not self._data:
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._copies += 1  # a reader may still hold the last one
        path = Path(self._folder.filePath(f"{self._name('Xem trước báo cáo')} ({self._copies}).pdf"))
        try:
            path.write_bytes(self._data)
        except OSError:
            self._operations.refused.emit(
                "Không ghi được bản tạm để mở; ổ đĩa có thể đã đầy. Hãy xuất báo cáo rồi mở tệp PDF."
            )
            return
        open_outside(path, self._operations)

    def _name(self, what: str) -> str:
        title = self._period.title if self._period else ""
        return f"{what} {title}".replace("/", "-").strip()


def _pdf(period: ReportPeriod, ledger: Ledger) -> bytes:
    return ledger.reporting.preview(ledger.reports.period(period.year, period.code))
