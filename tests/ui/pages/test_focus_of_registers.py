"""Where the focus stands on the page of a register: no key pressed once too often may do harm."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar

from desktop_app.domain.records.activities import Activity
from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.app import Session
from ui.pages.activities_page import ActivitiesPage


@pytest.fixture
def page(session: Session) -> ActivitiesPage:
    session.window.show_page("activities")
    return session.window.page("activities")


def test_enter_on_save_twice_saves_once_and_deletes_nothing(qtbot, page, ledger) -> None:
    page.open_new()
    page.panel.form.focus_field("date_start")
    type_text(QApplication.focusWidget(), "5/3/23")
    page.panel.form.focus_first()
    type_text(QApplication.focusWidget(), "Hội nghị triển khai")
    page.panel.save_button.setFocus()
    for _ in range(3):
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [one.title for one in ledger.activities.all()] == ["Hội nghị triển khai"]
    assert isinstance(QApplication.focusWidget(), QTabBar)


def test_enter_in_the_last_field_tells_what_prevents_saving(qtbot, session, page) -> None:
    page.open_new()
    type_text(QApplication.focusWidget(), "Hội nghị chưa có ngày")
    page.panel.form.focus_field("date_start")
    page.panel.form.finished.emit()
    assert session.window.status_line.message() == "Cần ghi “Từ ngày” thì mới lưu được."
    assert QApplication.focusWidget().objectName() == "date_start"


def test_an_empty_page_begins_on_its_first_button(qtbot, page) -> None:
    assert QApplication.focusWidget() is page.findChild(QPushButton, "first_button")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "title"


def test_a_list_filtered_to_nothing_begins_on_the_button_that_clears(qtbot, session, page, ledger) -> None:
    ledger.activities.save(Activity(title="Họp Ban Chỉ đạo", date_start=date(2023, 3, 5)))
    page.filter_bar.choose("status", "planned")
    session.window.show_page("overview")
    session.window.show_page("activities")
    assert QApplication.focusWidget() is page.findChild(QPushButton, "clear_button")


@pytest.mark.parametrize(
    ("typed", "notice"),
    [
        ("5/3/23", ""),
        (
            "31/12/2099",
            "Đã lưu. Ngày 31/12/2099 không thuộc năm 2023: chỉ thấy hoạt động này khi chọn “Mọi năm”.",
        ),
    ],
)
def test_a_record_of_another_year_does_not_vanish_without_a_word(
    qtbot, page, ledger: Ledger, typed: str, notice: str
) -> None:
    page.open_new()
    type_text(QApplication.focusWidget(), "Phiên chợ")
    page.panel.form.focus_field("date_start")
    type_text(QApplication.focusWidget(), typed)
    page.panel.save()
    assert len(ledger.activities.all()) == 1
    assert page.panel.notice() == notice
