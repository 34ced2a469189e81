from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from tests.ui.keys import type_text
from ui.widgets.editors.parsed import DateEditor, IntegerEditor, MoneyEditor

TODAY = date(2023, 11, 21)


@pytest.fixture
def page(qtbot) -> QWidget:
    """A window with a second field to go to."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit(objectName="other"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def leave(page: QWidget) -> None:
    page.findChild(QLineEdit, "other").setFocus(Qt.FocusReason.TabFocusReason)


def test_a_date_is_rewritten_only_when_it_is_left(qtbot, page) -> None:
    editor = DateEditor(lambda: TODAY)
    page.layout().addWidget(editor)
    editor.setFocus()
    qtbot.waitUntil(editor.focus_target().hasFocus)
    type_text(editor.focus_target(), "9/1/23")
    assert editor.raw() == "9/1/23"
    assert editor.value() == date(2023, 1, 9)
    leave(page)
    assert editor.raw() == "09/01/2023"


def test_what_is_no_date_stands_with_its_sentence(qtbot, page) -> None:
    editor = DateEditor(lambda: TODAY)
    page.layout().addWidget(editor)
    editor.setFocus()
    type_text(editor.focus_target(), "31/2/2023")
    leave(page)
    assert editor.raw() == "31/2/2023"
    assert editor.value() is None
    assert editor.problem().startswith("Tháng 2 năm 2023 không có ngày 31")


def test_a_date_is_chosen_from_the_calendar(qtbot, page) -> None:
    editor = DateEditor(lambda: TODAY)
    page.layout().addWidget(editor)
    editor.focus_target().actions()[0].trigger()
    calendar = editor.findChild(QCalendarWidget, "calendar")
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2023, 11, 21)
    with qtbot.waitSignal(editor.edited):
        calendar.clicked.emit(QDate(2023, 10, 14))
    assert editor.value() == date(2023, 10, 14)
    assert not calendar.isVisible()


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [("1,5 triệu", 1_500_000, "1.500.000"), ("0", 0, "0"), ("500.000", 500_000, "500.000")],
)
def test_money_is_understood_in_words(qtbot, page, typed: str, value: int, shown: str) -> None:
    editor = MoneyEditor()
    page.layout().addWidget(editor)
    editor.setFocus()
    type_text(editor.focus_target(), typed)
    assert editor.raw() == typed
    leave(page)
    assert (editor.value(), editor.raw(), editor.filled()) == (value, shown, 1)


def test_an_empty_number_is_no_number(qtbot) -> None:
    editor = IntegerEditor()
    qtbot.addWidget(editor)
    assert (editor.value(), editor.problem(), editor.filled()) == (None, "", 0)
    editor.set_value(1234)
    assert editor.raw() == "1.234"


def test_a_year_stands_without_points(qtbot) -> None:
    editor = IntegerEditor(grouped=False)
    qtbot.addWidget(editor)
    editor.set_value(2021)
    assert editor.raw() == "2021"


def test_a_date_without_a_year_belongs_to_the_year_being_worked_on(qtbot) -> None:
    editor = DateEditor(lambda: date(2026, 11, 21), lambda: 2023)
    qtbot.addWidget(editor)
    editor.set_raw("9/1")
    assert editor.value() == date(2023, 1, 9)
