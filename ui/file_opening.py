"""Files that reach an open window from outside: dropped, named by another start, or at its own start."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ledger import Ledger
from desktop_app.long_paths import extended
from desktop_app.opened_files import FileKind, are_same, kind_of
from ui import later
from ui.dialogs.ask import ask, tell
from ui.main_window import MainWindow

_TITLE = "Mở tệp"
_UNKNOWN = (
    "Chương trình không mở được “{}”; chương trình mở sổ (.sohangviet), gói báo cáo (.zip), phản hồi của tỉnh (.json) "
    "và tệp bàn giao (.bangiao)."
)
_GONE = "Không thấy tệp “{}”; tệp có thể đã được đổi tên, dời chỗ, hoặc ổ đĩa, USB đã rút ra."
_SAME = "Sổ này đang mở ở cửa sổ này."
_TAKEN = "Đã nhận bàn giao: “{}”."
_OTHER = "Mở sổ “{}” thay cho sổ đang mở? Nội dung đang gõ được giữ trong bản nháp của sổ đang mở."


def problem_of(path: Path) -> str:
    """Return why a file cannot be opened, "" when it can be tried."""
    if kind_of(path) is None:
        return _UNKNOWN.format(path.name)
    # `Path.is_file` raises for a name that is too long.
    return "" if os.path.isfile(extended(path)) else _GONE.format(path)


class FileOpening(QObject):
    """Opens files one after the other, never while a dialog waits for an answer."""

    def __init__(
        self, window: MainWindow, ledger: Ledger, ledgers: Path, change_ledger: Callable[[Path], None]
    ) -> None:
        """Serve a window.

        Args:
            window: its owner.
            ledger: of this window.
            ledgers: where a ledger that was handed over is put.
            change_ledger: opens another ledger instead of this one.
        """
        super().__init__(window)
        self._window, self._ledger, self._ledgers = window, ledger, ledgers
        self._change_ledger = change_ledger
        self._waiting: list[Path] = []
        window.file_requested.connect(self.open)

    def open(self, path: Path) -> None:
        """Open a file as soon as the window is free for it; whoever dropped it is let go at once."""
        self._waiting.append(path)
        self._go_on()

    def _go_on(self) -> None:
        QTimer.singleShot(0, self, self._open_next)

    def _open_next(self) -> None:
        if not self._waiting:
            return
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            # Dialogs are destroyed as soon as their answer was read.
            dialog.destroyed.connect(self._go_on)
            return
        self._open_now(self._waiting.pop(0))
        self._go_on()

    def _open_now(self, path: Path) -> None:
        problem = problem_of(path)
        if problem:
            tell(self._window, _TITLE, problem)
            return
        match kind_of(path):
            case FileKind.LEDGER:
                self._open_ledger(path)
            case FileKind.PACKAGE:
                later.open_package(path, self._ledger, self._window)
            case FileKind.REPLY:
                self._open_reply(path)
            case FileKind.HANDOVER:
                self._take_over(path)

    def _open_ledger(self, path: Path) -> None:
        if are_same(path, self._ledger.path):
            self._window.status_line.say(_SAME)
        elif ask(self._window, _TITLE, _OTHER.format(path.name), "Mở sổ"):
            self._change_ledger(path)

    def _open_reply(self, path: Path) -> None:
        self._window.show_page("report")
        self._window.page("report").open_file(path)

    def _take_over(self, path: Path) -> None:
        taken = later.open_handover(path, self._ledgers, self._ledger.clock, self._window)
        if taken is not None:
            # Stays to be read when the user then keeps this ledger open after all.
            self._window.status_line.say(_TAKEN.format(taken))
            self._change_ledger(taken)
