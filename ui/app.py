"""Puts the window together: options, theme, language, ledger, pages, in this order, and in one place."""

import argparse
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ledger import Clock, Ledger, system_clock
from desktop_app.opened_files import path_of
from ui.dialogs.crash_dialog import CrashDialog
from ui.handover_banner import HandoverBanner
from ui.icons import program_icon
from ui.main_window import MainWindow, PageEntry
from ui.operations import Operations
from ui.pages.builders import Pages
from ui.program_folders import ProgramFolders, program_folders
from ui.session import Session as Session
from ui.start import NAME, Start
from ui.theme import Theme
from ui.translation import install_vietnamese
from ui.window_facts import WindowFacts

PLAN_PARTS = ("tasks", "plan_text", "plan_versions")
INSPECTION_PARTS = ("recommendations", "cases")
OUTLETS = ("points_of_sale", "ocop_products", "enterprises", "models")
"""The registers behind the tabs of Điểm bán, sản phẩm."""
COMMITTEE = ("steering_committee", "support_team", "subunits")


def main(argv: list[str], clock: Clock | None = None) -> int:
    """Open the window and return the exit code.

    Args:
        argv: options without the program's name: files to open, or `--open FILE`, `--data-dir DIR`.
        clock: the one clock; the computer's by default.
    """
    options, for_qt = _options().parse_known_args(argv)
    files = [path_of(word, Path.cwd()) for word in options.files]
    if options.open:
        files.insert(0, path_of(options.open, Path.cwd()))
    _application = make_application(for_qt)
    sys.excepthook = show_crash
    Start(program_folders(options.data_dir), clock or system_clock, build_session).run(files)
    return 0


def make_application(argv: list[str]) -> QApplication:
    """Return the application in our look and language."""
    QCoreApplication.setApplicationName(NAME)
    running = QCoreApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([NAME, *argv])
    application.setWindowIcon(program_icon())
    install_vietnamese(application)
    Theme(application)
    return application


def build_session(ledger: Ledger, folders: ProgramFolders | None = None) -> Session:
    """Return the window of a ledger; its first page is built as soon as the window has appeared.

    Args:
        ledger: the session closes it.
        folders: of this start; those of a start without options by default.
    """
    operations = Operations(ledger)
    entries = page_entries(ledger, operations, folders)
    window = MainWindow(entries, operations)
    HandoverBanner(ledger, operations, window.banner, window)
    facts = WindowFacts(ledger, window.navigation, window.status_line, window)
    operations.changed.connect(facts.refresh)
    window.page_shown.connect(facts.refresh)
    return Session(ledger, operations, window)


def page_entries(
    ledger: Ledger, operations: Operations, folders: ProgramFolders | None = None
) -> list[PageEntry]:
    """Return the pages in the order of the navigation; a new page is one line here."""
    pages = Pages(ledger, operations, folders or program_folders())
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


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop_app", allow_abbrev=False)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--open")
    parser.add_argument("--data-dir", type=Path)
    return parser
