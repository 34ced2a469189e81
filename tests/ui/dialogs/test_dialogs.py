from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from desktop_app.domain.records.activities import Activity
from ui.dialogs.ask import ask, tell
from ui.dialogs.crash_dialog import CrashDialog, crash_text
from ui.dialogs.history_dialog import HistoryDialog


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_history_tells_who_changed_what(qtbot, ledger) -> None:
    saved = ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14)))
    ledger.activities.save(Activity(**{**vars(saved), "place": "Xã La Dạ"}))
    dialog = HistoryDialog("Phiên chợ", ledger.activities.history(saved.id))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Lịch sử: Phiên chợ"
    assert "Địa điểm: “Xã La Dạ”" in texts(dialog)
    assert "21/11/2023 09:42 · Nguyễn Thị Đào" in texts(dialog)


def test_history_opens_from_the_form(qtbot, session, ledger) -> None:
    ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14)))
    session.window.show_page("activities")
    page = session.window.page("activities")
    page.refresh()
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog.windowTitle())
        dialog.findChild(QPushButton, "close_button").click()

    QTimer.singleShot(0, look)
    page.findChild(QPushButton, "history_button").click()
    assert seen == ["Lịch sử: Phiên chợ"]


def test_a_crash_can_be_passed_on(qtbot) -> None:
    try:
        raise KeyError("fault")
    except KeyError as error:
        dialog = CrashDialog(crash_text(error, error.__traceback__))
    qtbot.addWidget(dialog)
    dialog.findChild(QPushButton, "copy_details_button").click()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError: 'fault'" in copied
    assert "test_dialogs.py" in copied


@pytest.mark.parametrize(("button", "answer"), [("Xóa", True), ("Hủy", False)])
def test_a_question_is_answered_by_a_verb(button: str, answer: bool) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(0, press)
    assert ask(None, "Xóa bản sao lưu", "Xóa bản sao lưu này?", "Xóa") is answer


def test_what_must_be_read_is_told() -> None:
    said: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        said.append(box.text())
        box.accept()

    QTimer.singleShot(0, close)
    tell(None, "Sổ Hàng Việt", "Sổ bị hỏng.")
    assert said == ["Sổ bị hỏng."]
