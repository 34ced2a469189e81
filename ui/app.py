"""Puts the window together: options, theme, language, ledger, pages, in this order, and in one place."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop_app.errors import LedgerFileError
from desktop_app.ledger import Clock, Ledger, open_ledger, system_clock
from ui.dialogs.ask import tell
from ui.dialogs.crash_dialog import CrashDialog
from ui.ledger_lock import LedgerLock
from ui.main_window import MainWindow, PageEntry
from ui.operations import Operations
from ui.pages.builders import Pages
from ui.settings_file import WindowSettings, read_settings, settings_path, write_settings
from ui.theme import Theme
from ui.translation import install_vietnamese
from ui.tree_end import end_tree
from ui.window_facts import WindowFacts

NAME = "Sổ Hàng Việt"
SLOW_FOLDER = (
    "Sổ nằm trên thư mục mạng hoặc đám mây: vẫn an toàn nhưng chậm hơn; nên để sổ trên ổ đĩa của máy."
)

PLAN_PARTS = ("tasks", "plan_text", "plan_versions")
INSPECTION_PARTS = ("recommendations", "cases")
OUTLETS = ("points_of_sale", "ocop_products", "enterprises", "models")
"""The registers behind the tabs of Điểm bán, sản phẩm."""
COMMITTEE = ("steering_committee", "support_team", "subunits")


@dataclass
class Session:
    """Everything that lives as long as the window.

    Attributes:
        window: not yet shown.
    """

    ledger: Ledger
    operations: Operations
    window: MainWindow

    def close(self) -> None:
        """End the worker, destroy the window, close the ledger: nothing of it is left to the collector."""
        self.operations.close()
        end_tree(self.window)
        end_tree(self.operations)
        self.ledger.close()


def main(argv: list[str], clock: Clock | None = None) -> int:
    """Open the window and return the exit code.

    Args:
        argv: options without the program's name: a ledger, or `--open FILE`, `--data-dir DIR`.
        clock: the one clock; the computer's by default.
    """
    options, for_qt = _options().parse_known_args(argv)
    application = make_application(for_qt)
    remembered = settings_path(options.data_dir)
    settings = read_settings(remembered)
    sys.excepthook = show_crash
    ledger = _find_ledger(options.open or options.file, settings, clock or system_clock)
    while ledger is not None:
        ledger = _work_with(ledger, application, remembered)
    return 0


def make_application(argv: list[str]) -> QApplication:
    """Return the application in our look and language."""
    QCoreApplication.setApplicationName(NAME)
    running = QCoreApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([NAME, *argv])
    install_vietnamese(application)
    Theme(application)
    return application


def build_session(ledger: Ledger) -> Session:
    """Return the window of a ledger; its first page is built as soon as the window has appeared."""
    operations = Operations(ledger)
    entries = page_entries(ledger, operations)
    window = MainWindow(entries, operations)
    facts = WindowFacts(ledger, window.navigation, window.status_line, window)
    operations.changed.connect(facts.refresh)
    window.page_shown.connect(facts.refresh)
    return Session(ledger, operations, window)


def page_entries(ledger: Ledger, operations: Operations) -> list[PageEntry]:
    """Return the pages in the order of the navigation; a new page is one line here."""
    pages = Pages(ledger, operations)
    return [
        PageEntry("overview", "Tổng quan", "layout-dashboard", pages.overview),
        PageEntry("plan", "Kế hoạch", "clipboard-list", pages.plan, holds=PLAN_PARTS),
        PageEntry("activities", "Hoạt động", "calendar-check", pages.activities),
        PageEntry(
            "inspections", "Kiểm tra, giám sát", "shield-check", pages.inspections, holds=INSPECTION_PARTS
        ),
        PageEntry("reported_figures", "Số liệu các đơn vị", "table-2", pages.reported_figures),
        PageEntry("procurement", "Mua sắm hàng Việt", "shopping-cart", pages.procurement),
        PageEntry("outlets", "Điểm bán, sản phẩm", "store", pages.outlets, holds=OUTLETS),
        PageEntry("awards", "Khen thưởng", "award", pages.awards),
        PageEntry("documents", "Văn bản", "files", pages.documents),
        PageEntry("committee", "Tổ chức chỉ đạo", "users", pages.committee, holds=COMMITTEE),
        PageEntry("funds", "Kinh phí", "wallet", pages.funds),
        PageEntry("report", "Báo cáo", "file-text", pages.report, keys="Ctrl+B"),
        PageEntry("settings", "Cài đặt", "settings", pages.settings, at_foot=True),
        PageEntry("trash", "Thùng rác", "trash-2", pages.trash, at_foot=True),
    ]


def show_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of ours; Ctrl+C in a terminal still ends the program."""
    sys.__excepthook__(kind, error, trace)
    if not issubclass(kind, KeyboardInterrupt) and QCoreApplication.instance() is not None:
        CrashDialog.show_error(error, trace, QApplication.activeWindow())


def _work_with(ledger: Ledger, application: QApplication, remembered: Path) -> Ledger | None:
    """Show the window of a ledger until it closes; return the other ledger that is to be opened then."""
    lock = LedgerLock(ledger.path)
    if not lock.take():
        ledger.close()
        return None
    settings = replace(read_settings(remembered), last_ledger=str(ledger.path))
    session = build_session(ledger)
    window = session.window
    wanted: list[Ledger] = []
    window.ledger_requested.connect(lambda: _change_ledger(window, ledger, wanted))
    if not window.restoreGeometry(QByteArray.fromHex(settings.geometry.encode())):
        window.fit_screen()
    window.show()
    # Written now, too: a program that is killed must find its ledger and the drafts in it again.
    write_settings(remembered, settings)
    if not ledger.uses_wal:
        window.status_line.refuse(SLOW_FOLDER)
    try:
        application.exec()
    finally:
        geometry = bytes(window.saveGeometry().toHex().data()).decode()
        write_settings(remembered, replace(settings, geometry=geometry))
        session.close()
        lock.release()
    return wanted[0] if wanted else None


def _change_ledger(window: MainWindow, current: Ledger, wanted: list[Ledger]) -> None:
    """Ask for another ledger and, once it is open, close the window of this one."""
    path = _ask_for_ledger(current.clock)
    if path is None or path == current.path:
        return
    try:
        wanted.append(open_ledger(path, current.clock))
    except LedgerFileError as error:
        tell(window, NAME, str(error))
    else:
        window.close()


def _find_ledger(
    named: Path | None, settings: WindowSettings, clock: Callable[[], datetime]
) -> Ledger | None:
    """Open the named ledger, else the last one; say why that fails, and ask; None when the user gives up."""
    path = named or (Path(settings.last_ledger) if settings.last_ledger else None)
    while True:
        if path is None:
            path = _ask_for_ledger(clock)
        if path is None:
            return None
        try:
            return open_ledger(path, clock)
        except LedgerFileError as error:
            tell(None, NAME, str(error))
            path = None


def _ask_for_ledger(clock: Clock) -> Path | None:
    # Imported only here: most starts open the ledger of the last one and never see the wizard.
    from ui.dialogs.first_start_wizard import FirstStartWizard

    return FirstStartWizard.ask(clock)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop_app", allow_abbrev=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--open", type=Path)
    parser.add_argument("--data-dir", type=Path)
    return parser
