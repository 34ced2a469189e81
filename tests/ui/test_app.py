import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_app.ledger import Ledger, create_sample_ledger
from tests.ui.conftest import fixed_clock
from ui import app, later, ledger_lock, start
from ui.app import build_session
from ui.ledger_lock import LedgerLock, Taken
from ui.main_window import MainWindow
from ui.program_folders import ProgramFolders

START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from ui import app
from ui.app import build_session
make = app.make_application
def make_and_close(argv):
    made = make(argv)
    QTimer.singleShot(0, made.closeAllWindows)
    return made
app.make_application = make_and_close
code = app.main(["--open", sys.argv[1], "--data-dir", sys.argv[2]])
late = {"reportlab", "docx", "xlsxwriter", "PIL", "lxml", "PySide6.QtNetwork", "ui.dialogs.first_start_wizard"}
print(code, sorted(late & set(sys.modules)))
"""


def test_starting_imports_no_export_library(ledger: Ledger, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(ledger.path), str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "0 []", done.stderr


@pytest.fixture
def closing_at_once(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[MainWindow]:
    """The window closes as soon as it is shown; what was shown is noted."""
    shown: list[MainWindow] = []
    monkeypatch.setattr(app, "make_application", lambda _argv: dressed)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def close() -> None:
        for one in dressed.topLevelWidgets():
            if isinstance(one, MainWindow) and one.isVisible():
                shown.append(one)
                one.close()
        QCoreApplication.exit(0)

    def build(ledger: Ledger, folders: ProgramFolders) -> app.Session:
        QTimer.singleShot(0, close)
        return build_session(ledger, folders)

    monkeypatch.setattr(app, "build_session", build)
    return shown


def test_the_last_ledger_is_opened_again(ledger, tmp_path, closing_at_once) -> None:
    data = tmp_path / "data"
    assert app.main([str(ledger.path), "--data-dir", str(data)], fixed_clock) == 0
    assert json.loads((data / "window.json").read_text())["last_ledger"] == str(ledger.path)
    assert len(closing_at_once) == 1


def test_a_second_window_asks_before_it_opens_the_same_ledger(
    ledger, tmp_path, closing_at_once, monkeypatch
) -> None:
    held = LedgerLock(ledger.path)
    assert held.take() is Taken.OURS
    asked: list[str] = []
    monkeypatch.setattr(ledger_lock, "PATIENCE_MS", 0)
    monkeypatch.setattr(ledger_lock, "ask", lambda _parent, _title, text, *_: asked.append(text))
    words = [str(ledger.path), "--data-dir", str(tmp_path)]
    assert app.main(words, fixed_clock) == 0
    assert (closing_at_once, "đang mở ở một cửa sổ khác" in asked[0]) == ([], True)
    held.release()
    assert app.main(words, fixed_clock) == 0
    assert (len(closing_at_once), len(asked)) == (1, 1)


def test_a_killed_program_finds_its_ledger_again(ledger, tmp_path, closing_at_once, monkeypatch) -> None:
    data, seen = tmp_path / "data", []
    build = app.build_session

    def look(opened: Ledger, folders: ProgramFolders) -> app.Session:
        QTimer.singleShot(0, lambda: seen.append(json.loads((data / "window.json").read_text())))
        return build(opened, folders)

    monkeypatch.setattr(app, "build_session", look)
    app.main([str(ledger.path), "--data-dir", str(data)], fixed_clock)
    assert seen[0]["last_ledger"] == str(ledger.path)


def test_the_settings_folder_of_the_command_line_is_shown(ledger, tmp_path, dressed, monkeypatch) -> None:
    data, shown = tmp_path / "Dữ liệu khác", []
    monkeypatch.setattr(app, "make_application", lambda _argv: dressed)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def use(window: MainWindow) -> None:
        window.show_page("settings")
        shown.append(window.page("settings").findChild(QLabel, "about_settings").text())
        window.close()
        QCoreApplication.exit(0)

    def build(opened: Ledger, folders: ProgramFolders) -> app.Session:
        session = build_session(opened, folders)
        QTimer.singleShot(0, lambda: use(session.window))
        return session

    monkeypatch.setattr(app, "build_session", build)
    assert app.main([str(ledger.path), "--data-dir", str(data)], fixed_clock) == 0
    assert shown == [str(data)]


def test_a_last_ledger_that_is_gone_is_told(tmp_path, closing_at_once, monkeypatch) -> None:
    gone = tmp_path / "Sổ cũ.sohangviet"
    (tmp_path / "window.json").write_text(json.dumps({"last_ledger": str(gone)}), encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(start, "tell", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(later, "ask_for_ledger", lambda *_: None)
    assert app.main(["--data-dir", str(tmp_path)], fixed_clock) == 0
    assert "Sổ cũ.sohangviet" in told[0]


def test_another_ledger_is_opened_from_the_settings(ledger, tmp_path, dressed, monkeypatch) -> None:
    other = tmp_path / "Sổ mẫu.sohangviet"
    create_sample_ledger(other, clock=fixed_clock).close()
    worked_with: list[str] = []
    monkeypatch.setattr(app, "make_application", lambda _argv: dressed)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(later, "ask_for_ledger", lambda *_: other)

    def use(window: MainWindow) -> None:
        if len(worked_with) == 1:
            window.show_page("settings")
            window.page("settings").findChild(QPushButton, "other_ledger_button").click()
        else:
            window.close()
        QCoreApplication.exit(0)

    def build(opened: Ledger, folders: ProgramFolders) -> app.Session:
        worked_with.append(opened.path.name)
        session = build_session(opened, folders)
        QTimer.singleShot(0, lambda: use(session.window))
        return session

    monkeypatch.setattr(app, "build_session", build)
    assert app.main([str(ledger.path), "--data-dir", str(tmp_path)], fixed_clock) == 0
    assert worked_with == [ledger.path.name, other.name]


def test_giving_up_the_choice_of_a_ledger_ends_the_program(tmp_path, closing_at_once, monkeypatch) -> None:
    monkeypatch.setattr(later, "ask_for_ledger", lambda *_: None)
    assert app.main(["--data-dir", str(tmp_path)], fixed_clock) == 0


def test_a_damaged_ledger_is_told_and_another_asked_for(tmp_path, closing_at_once, monkeypatch) -> None:
    damaged = tmp_path / "hong.sohangviet"
    damaged.write_bytes(b"not a ledger")
    told: list[str] = []
    monkeypatch.setattr(start, "tell", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(later, "ask_for_ledger", lambda *_: None)
    assert app.main(["--open", str(damaged), "--data-dir", str(tmp_path)], fixed_clock) == 0
    assert "hong.sohangviet" in told[0]


def test_a_package_is_shown_where_there_is_no_ledger(tmp_path, closing_at_once, monkeypatch) -> None:
    package = tmp_path / "a.zip"
    package.write_bytes(b"")
    shown: list[object] = []
    monkeypatch.setattr(later, "open_package", lambda *given: shown.append(given))
    assert app.main([str(package), "--data-dir", str(tmp_path)], fixed_clock) == 0
    assert (shown, closing_at_once) == ([(package, None, None)], [])


def test_a_file_that_is_taken_over_becomes_the_ledger(ledger, tmp_path, closing_at_once, monkeypatch) -> None:
    handover = tmp_path / "a.bangiao"
    handover.write_bytes(b"")
    monkeypatch.setattr(later, "open_handover", lambda *_: ledger.path)
    assert app.main([str(handover), "--data-dir", str(tmp_path)], fixed_clock) == 0
    assert len(closing_at_once) == 1
    assert json.loads((tmp_path / "window.json").read_text())["recent"] == [str(ledger.path)]


def test_an_unknown_file_is_told_and_opens_nothing(tmp_path, closing_at_once, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(start, "tell", lambda _parent, _title, text: told.append(text))
    assert app.main(["--data-dir", str(tmp_path), str(tmp_path / "ảnh.jpg")], fixed_clock) == 0
    assert "ảnh.jpg" in told[0]


def test_a_ledger_that_is_open_elsewhere_does_not_end_this_window(
    ledger, tmp_path, dressed, monkeypatch
) -> None:
    other = tmp_path / "Sổ mẫu.sohangviet"
    create_sample_ledger(other, clock=fixed_clock).close()
    held = LedgerLock(other)
    assert held.take() is Taken.OURS
    called: list[Path] = []
    monkeypatch.setattr(app, "make_application", lambda _argv: dressed)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(later, "ask_for_ledger", lambda *_: other)
    monkeypatch.setattr(later, "call_window", lambda path, *_: not called.append(path))
    seen: list[bool] = []

    def use(window: MainWindow) -> None:
        window.ledger_requested.emit()
        seen.append(window.isVisible())
        window.close()
        QCoreApplication.exit(0)

    def build(opened: Ledger, folders: ProgramFolders) -> app.Session:
        session = build_session(opened, folders)
        QTimer.singleShot(0, lambda: use(session.window))
        return session

    monkeypatch.setattr(app, "build_session", build)
    assert app.main([str(ledger.path), "--data-dir", str(tmp_path)], fixed_clock) == 0
    held.release()
    assert (called, seen) == ([other], [True])


def test_a_fault_of_ours_opens_the_crash_dialog(dressed, monkeypatch) -> None:
    shown: list[BaseException] = []
    monkeypatch.setattr(app.CrashDialog, "show_error", lambda error, *_: shown.append(error))
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    error = ValueError("fault")
    app.show_crash(ValueError, error, None)
    app.show_crash(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == [error]
