"""Walks through the window on the sample and keeps a picture of every page and dialog; run by screenshots.py."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)

from build_scripts.dialog_samples import DialogSamples
from desktop_app.ledger import create_sample_ledger
from ui.app import Session, build_session, make_application, page_entries
from ui.dialogs.first_start_wizard import FirstStartWizard
from ui.roles import DARK
from ui.theme import palette_for, stylesheet
from ui.tree_end import end_tree

NOW = datetime(2023, 11, 22, 8, 30)
WIDTH, HEIGHT = 1366, 728
"""A 1366 × 768 screen less the task bar."""
_TITLE = 31
"""Height of a dialog's title, which a virtual screen does not draw."""
_SETTLING = 0.4


class PictureWalk:
    """The walk; pictures go into one folder."""

    def __init__(self, out: Path, scale: float, *, is_dark: bool) -> None:
        """Make the application.

        Args:
            out: where pictures go; made if it is not there.
            scale: of the screen; the window fills what a screen of 1366 × 768 has at this scale.
            is_dark: in the dark colours.
        """
        out.mkdir(parents=True, exist_ok=True)
        self._out = out
        self._size = (int(WIDTH / scale), int(HEIGHT / scale))
        self._application = make_application([])
        if is_dark:
            self._application.setPalette(palette_for(DARK))
            self._application.setStyleSheet(stylesheet(DARK))

    def go(self) -> None:
        """Take all pictures."""
        self._first_start()
        with tempfile.TemporaryDirectory() as folder:
            ledger = create_sample_ledger(Path(folder) / "Sổ mẫu.sohangviet", clock=lambda: NOW.astimezone())
            session = build_session(ledger)
            session.window.resize(*self._size)
            session.window.show()
            self._pages(session)
            self._register_details(session)
            self._dialogs(DialogSamples(session, Path(folder)))
            session.window.close()
            session.close()

    def _first_start(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            wizard = FirstStartWizard(lambda: NOW.astimezone(), Path(folder) / "Sổ Hàng Việt")
            self._show_dialog(wizard)
            self._keep(wizard, "00_first_start_1")
            wizard.welcome.new_button.click()
            line = wizard.findChild(QLineEdit, "unit_search")
            if line is not None:
                line.setText("ham thuan bac")
            for place in (2, 3, 4):
                self._keep(wizard, f"00_first_start_{place}")
                wizard.next_button.click()
            end_tree(wizard)

    def _pages(self, session: Session) -> None:
        window = session.window
        for place, entry in enumerate(page_entries(session.ledger, session.operations), 1):
            window.show_page(entry.key)
            name = f"{place:02d}_{entry.key}"
            self._keep(window, name, session)
            page = window.current_page()
            bars: list[QTabBar] = page.findChildren(QTabBar, "page_tabs") if page is not None else []
            for bar in bars:
                for part in range(1, bar.count()):
                    bar.setCurrentIndex(part)
                    self._keep(window, f"{name}_{part + 1}", session)
            if entry.key == "settings" and page is not None:
                self._tabs(session, page, name, start=1)

    def _register_details(self, session: Session) -> None:
        for key in ("activities", "awards"):
            session.window.show_page(key)
            page = session.window.page(key)
            table = page.findChild(QTableView)
            if table is not None:
                table.selectRow(2)
            self._tabs(session, page, f"{key}_form")

    def _tabs(self, session: Session, page: QWidget, name: str, start: int = 0) -> None:
        tabs = page.findChild(QTabWidget)
        for place in range(start, tabs.count() if tabs is not None else 0):
            tabs.setCurrentIndex(place)
            self._keep(session.window, f"{name}_{place + 1}", session)

    def _dialogs(self, samples: DialogSamples) -> None:
        for kind, make in samples.makers():
            if kind is not FirstStartWizard:
                dialog = make()
                self._show_dialog(dialog)
                self._keep(dialog, f"dialog_{kind.__name__.removesuffix('Dialog').lower()}")
                # At once, and by Qt: the collector must not take it apart.
                end_tree(dialog)

    def _show_dialog(self, dialog: QDialog) -> None:
        width, height = self._size
        dialog.resize(min(dialog.width(), width), min(dialog.height(), height - _TITLE))
        dialog.move(0, 0)
        dialog.show()

    def _settle(self, is_ready: Callable[[], bool]) -> None:
        """Let the window read and paint; pictures have no deadline, so a short fixed time is enough."""
        ends = time.monotonic() + _SETTLING
        while time.monotonic() < ends or not is_ready():
            self._application.processEvents()

    def _keep(self, window: QWidget, name: str, session: Session | None = None) -> None:
        self._settle(lambda: session is None or not session.operations.is_reading())
        QApplication.processEvents()
        path = self._out / f"{name}.png"
        window.screen().grabWindow(window.winId()).save(str(path))


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    PictureWalk(options.out, options.scale, is_dark=options.dark).go()
    return 0


if __name__ == "__main__":
    sys.exit(main())
