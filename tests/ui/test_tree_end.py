"""Windows, pages and dialogs end by Qt, from the root down: the collector never finds a living widget to take apart."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QVBoxLayout, QWidget

from desktop_app.ledger import Ledger, create_sample_ledger, open_ledger
from tests.ui.conftest import fixed_clock
from ui.app import Session, build_session
from ui.dialogs.answer import answer_of
from ui.dialogs.ask import ask, tell
from ui.dialogs.crash_dialog import CrashDialog
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.import_dialog import ImportDialog
from ui.operations import Operations
from ui.pages.builders import Pages
from ui.pages.page import Page
from ui.program_folders import program_folders
from ui.tree_end import end_tree

PAGES = [name for name in vars(Pages) if not name.startswith("_")]
PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from ui import app, later
first, other, data = map(Path, sys.argv[1:])
opened = []
build = app.build_session

def use(window):
    for key in window._entries:
        window.show_page(key)
    if len(opened) == 2:
        window.close()
    else:
        window.page("settings").findChild(QPushButton, "other_ledger_button").click()

def build_and_use(ledger, folders):
    session = build(ledger, folders)
    opened.append(ledger.path.name)
    QTimer.singleShot(0, session.window, lambda: use(session.window))
    return session

app.build_session = build_and_use
later.ask_for_ledger = lambda *_: other
code = app.main([str(first), "--data-dir", str(data)], lambda: datetime(2023, 11, 21, 9, 42).astimezone())
print(opened == [first.name, other.name])
sys.exit(code)
"""


@pytest.fixture
def sample_path(tmp_path: Path) -> Path:
    path = tmp_path / "Sổ mẫu.sohangviet"
    create_sample_ledger(path, clock=fixed_clock).close()
    return path


@pytest.fixture
def sample(sample_path: Path) -> Iterator[Ledger]:
    with open_ledger(sample_path, fixed_clock) as opened:
        yield opened


@pytest.fixture
def operations(sample: Ledger) -> Iterator[Operations]:
    made = Operations(sample)
    yield made
    made.close()


def living_garbage(act: Callable[[], object]) -> list[str]:
    """Do something and return what the collector would then destroy of Qt's, instead of letting it."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        act()
        gc.collect()
        return [f"{one!r}" for one in gc.garbage if isinstance(one, QObject) and shiboken6.isValid(one)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
        gc.collect()


def walk_through(session: Session) -> None:
    session.window.show()
    for entry in session.window._entries:
        session.window.show_page(entry)
        QApplication.processEvents()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_nobody_holds_is_whole_until_it_is_ended(
    sample: Ledger, operations: Operations, name: str
) -> None:
    pages: list[weakref.ref[Page]] = []

    def make_and_drop() -> None:
        page = getattr(Pages(sample, operations, program_folders()), name)()
        page.refresh()
        page.show()
        page.findChildren(QObject)  # PySide now knows also the parts that Qt made for itself
        pages.append(weakref.ref(page))

    assert living_garbage(make_and_drop) == []
    page = pages[0]()
    assert page is not None
    assert all(map(shiboken6.isValid, page.findChildren(QTableView)))
    end_tree(page)
    assert not shiboken6.isValid(page)


def test_sessions_leave_nothing_to_the_collector(sample_path: Path) -> None:
    windows: list[weakref.ref[QWidget]] = []

    def work() -> None:
        session = build_session(open_ledger(sample_path, fixed_clock))
        walk_through(session)
        session.window.findChildren(QObject)
        windows.append(weakref.ref(session.window))
        session.window.close()
        session.close()

    before = len(QApplication.topLevelWidgets())
    for _ in range(2):
        assert living_garbage(work) == []
    assert [one() for one in windows] == [None] * 2
    assert len(QApplication.topLevelWidgets()) == before


def test_a_window_ended_by_its_deferred_deletion_is_let_go(ledger: Ledger) -> None:
    session = build_session(ledger)
    session.window.show_page("activities")
    session.operations.close()
    window = weakref.ref(session.window)
    session.window.deleteLater()
    del session
    gc.collect()
    assert window() is not None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert window() is None


def crowded_dialog(parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.table = QTableView()
    dialog.circle = [dialog]
    QVBoxLayout(dialog).addWidget(dialog.table)
    return dialog


DIALOGS = {
    "answer_of": lambda parent: answer_of(crowded_dialog(parent), lambda dialog: dialog.table),
    "ask": lambda parent: ask(parent, "Hỏi", "Xóa?", "Xóa"),
    "tell": lambda parent: tell(parent, "Báo", "Đã đầy."),
    "history": lambda parent: HistoryDialog.show_history(parent, "Phiên chợ", []),
    "crash": lambda parent: CrashDialog.show_error(KeyError("x"), None, parent),
}


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("way", ["accept", "reject"])
def test_a_dialog_is_ended_as_soon_as_it_is_closed(qtbot, name: str, way: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown: list[QObject] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        shown.append(dialog)
        getattr(dialog, way)()

    def open_it() -> None:
        QTimer.singleShot(0, close)
        DIALOGS[name](parent)

    assert living_garbage(open_it) == []
    assert [shiboken6.isValid(one) for one in shown] == [False]
    assert parent.findChildren(QDialog) == []


def test_the_import_dialog_belongs_to_its_window(qtbot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "không phải bảng tính.xlsx"
    path.write_bytes(b"x")
    dialog = ImportDialog.open_for(path, session.ledger, session.operations, session.window)
    qtbot.waitUntil(lambda: bool(dialog.failure()))
    dialog.close_button.click()
    assert not shiboken6.ownedByPython(dialog)


def test_one_ledger_after_the_other_in_the_real_program(
    ledger: Ledger, sample_path: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM, ledger.path, sample_path, tmp_path / "data"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr
    complaints = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert complaints == []
