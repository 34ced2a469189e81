"""Files that reach an open window: dropped, or named by another start."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ledger import create_sample_ledger
from tests.ui.conftest import fixed_clock
from ui import later
from ui.app import Session
from ui.file_opening import FileOpening


class Officer:
    """Closes every dialog, and remembers what stood in it."""

    def __init__(self) -> None:
        self.saw: list[str] = []
        self.says_yes = False
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            self.saw.append(dialog.text())
            box_role = QMessageBox.ButtonRole
            wanted = box_role.AcceptRole if self.says_yes else box_role.RejectRole
            buttons = dialog.buttons()
            next((one for one in buttons if dialog.buttonRole(one) is wanted), buttons[0]).click()
        elif isinstance(dialog, QDialog):
            self.saw.append(dialog.objectName())
            dialog.reject()

    def end(self) -> None:
        self._timer.stop()


@pytest.fixture
def officer() -> Iterator[Officer]:
    made = Officer()
    yield made
    made.end()


@pytest.fixture
def changed(session: Session, tmp_path: Path) -> list[Path]:
    """The ledgers that were asked for instead of the open one."""
    wanted: list[Path] = []
    FileOpening(session.window, session.ledger, tmp_path, wanted.append)
    return wanted


def drop(target: QWidget, *paths: Path) -> bool:
    """Drop files as a file manager does: to the widget below, and from there up to who takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, plain)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, left, plain))
    return True


def test_a_file_that_is_no_package_is_told(qtbot: QtBot, session, changed, officer, tmp_path: Path) -> None:
    package = tmp_path / "Ảnh.zip"
    package.write_bytes(b"PK no zip")
    assert drop(session.window, package)
    assert officer.saw == [], "who drops a file is let go before a dialog opens"
    qtbot.waitUntil(lambda: len(officer.saw) == 1)
    assert "Ảnh.zip" in officer.saw[0]


def test_a_reply_leads_to_the_report(qtbot: QtBot, session, changed, officer, tmp_path: Path) -> None:
    reply = tmp_path / "phản hồi.json"
    reply.write_text(json.dumps({"schema": "other"}))
    session.window.file_requested.emit(reply)
    qtbot.waitUntil(lambda: len(officer.saw) == 1)
    assert session.window.current_page().objectName() == "report_page"
    assert "phản hồi.json" in officer.saw[0]


def test_another_ledger_is_opened_when_the_user_wants_it(
    qtbot: QtBot, session, changed, officer, tmp_path: Path
) -> None:
    other = tmp_path / "Sổ khác.sohangviet"
    create_sample_ledger(other, clock=fixed_clock).close()
    session.window.file_requested.emit(other)
    qtbot.waitUntil(lambda: len(officer.saw) == 1)
    assert ("Sổ khác" in officer.saw[0], changed) == (True, [])
    officer.says_yes = True
    session.window.file_requested.emit(other)
    qtbot.waitUntil(lambda: changed == [other])


def test_the_open_ledger_is_not_opened_again(qtbot: QtBot, session, changed, officer) -> None:
    session.window.file_requested.emit(session.ledger.path)
    qtbot.waitUntil(lambda: "đang mở" in session.window.status_line.message())
    assert (officer.saw, changed) == ([], [])


def test_another_ledger_is_opened_although_the_open_one_is_gone(
    qtbot: QtBot, session, changed, officer, tmp_path: Path
) -> None:
    """As when the stick with the open ledger was pulled out."""
    other = tmp_path / "Sổ khác.sohangviet"
    create_sample_ledger(other, clock=fixed_clock).close()
    session.ledger.path.unlink()
    officer.says_yes = True
    session.window.file_requested.emit(other)
    qtbot.waitUntil(lambda: changed == [other])


def test_what_is_gone_or_unknown_is_told(qtbot: QtBot, session, changed, officer, tmp_path: Path) -> None:
    session.window.file_requested.emit(tmp_path / "gone.bangiao")
    session.window.file_requested.emit(tmp_path / "ảnh.jpg")
    session.window.file_requested.emit(tmp_path / f"{'x' * 300}.zip")
    qtbot.waitUntil(lambda: len(officer.saw) == 3)
    assert "Không thấy tệp" in officer.saw[0]
    assert "không mở được “ảnh.jpg”" in officer.saw[1]
    assert "Không thấy tệp" in officer.saw[2], "a name longer than any file's"


def test_a_file_waits_for_the_dialog_that_is_open(
    qtbot: QtBot, session, changed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "a.zip"
    package.write_bytes(b"")
    opened: list[bool] = []
    monkeypatch.setattr(later, "open_package", lambda *_: opened.append(dialog_is_open()))
    dialog = QDialog(session.window)

    def dialog_is_open() -> bool:
        return QApplication.activeModalWidget() is not None

    def call_and_end() -> None:
        session.window.file_requested.emit(package)
        # Time enough for it to be opened too early.
        QTimer.singleShot(0, dialog, lambda: QTimer.singleShot(0, dialog, dialog.reject))

    QTimer.singleShot(0, dialog, call_and_end)
    dialog.exec()
    assert opened == []
    dialog.deleteLater()
    qtbot.waitUntil(lambda: opened == [False])


def test_a_ledger_dropped_on_a_text_field_is_no_text(
    qtbot: QtBot, session, changed, officer, tmp_path
) -> None:
    session.window.show_page("activities")
    field = session.window.current_page().findChild(QLineEdit)
    gone = tmp_path / "gone.sohangviet"
    # On its way to the field it comes over the window.
    assert drop(session.window, gone)
    qtbot.waitUntil(lambda: len(officer.saw) == 1)
    assert drop(field, gone)
    qtbot.waitUntil(lambda: len(officer.saw) == 2)
    assert field.text() == ""


def test_other_files_are_left_alone(session, changed, tmp_path: Path) -> None:
    assert not drop(session.window, tmp_path / "a.docx")
