from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.domain.fields import specs_of
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.enterprises import Enterprise, Support, SupportKind
from desktop_app.domain.registers import ENTERPRISES
from tests.ui.keys import press, type_text
from ui.widgets.editors.base import Editor
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.described_rows import DescribedRow
from ui.widgets.editors.factory import make_editor

GIVEN = Support(
    given_on=date(2023, 6, 20),
    kind=SupportKind.TECHNOLOGY,
    content="Máy sấy",
    amount_vnd=45_000_000,
    source="Khuyến công",
    group=FundGroup.SOCIALISED,
    in_kind=True,
)
_FORM_ROOM = 380
"""What the form leaves an editor in the narrowest window."""


@pytest.fixture
def editor(qtbot, context) -> Editor:
    made = make_editor("supports", specs_of(Enterprise)["supports"], ENTERPRISES.words, context)
    made.bind("supports", ENTERPRISES.words.fields["supports"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(editor: Editor, name: str) -> list[QLineEdit]:
    return editor.findChildren(QLineEdit, name)


def add(editor: Editor) -> None:
    editor.findChild(QPushButton, "add_row_button").click()


def rows(editor: Editor) -> list[DescribedRow]:
    return [row for row in editor.findChildren(DescribedRow) if row.isVisible()]


def test_a_row_is_added_typed_and_read(qtbot, editor) -> None:
    add(editor)
    assert editor.value() == ()
    assert editor.problem() == ""
    qtbot.waitUntil(lines(editor, "given_on")[0].hasFocus)
    with qtbot.waitSignal(editor.edited):
        type_text(lines(editor, "given_on")[0], "20/6/23")
    type_text(lines(editor, "content")[0], "Máy sấy")
    type_text(lines(editor, "amount_vnd")[0], "45 triệu")
    assert editor.value() == (Support(given_on=date(2023, 6, 20), content="Máy sấy", amount_vnd=45_000_000),)
    assert editor.filled() == 1


def test_rows_are_shown_as_they_are(editor) -> None:
    editor.set_value((GIVEN, Support(given_on=date(2023, 1, 1))))
    assert editor.value() == (GIVEN, Support(given_on=date(2023, 1, 1)))
    editor.set_value(())
    assert editor.value() == ()


def test_what_is_typed_comes_back_finished_or_not(editor) -> None:
    editor.set_value((GIVEN,))
    type_text(lines(editor, "amount_vnd")[0], "x")
    typed = editor.raw()
    editor.set_value(())
    editor.set_raw(typed)
    assert editor.raw() == typed
    assert "x" in lines(editor, "amount_vnd")[0].text()


def test_what_is_missing_or_not_understood_is_said(editor) -> None:
    add(editor)
    type_text(lines(editor, "content")[0], "Máy sấy")
    assert editor.problem() == "Hãy ghi “Ngày” của dòng này, hoặc bỏ dòng."
    assert editor.value() == ()
    type_text(lines(editor, "given_on")[0], "32/13")
    editor.set_state("bad")
    assert editor.problem()
    assert lines(editor, "given_on")[0].property("state") == "bad"


def test_a_row_is_taken_away(qtbot, editor) -> None:
    editor.set_value((GIVEN, Support(given_on=date(2023, 1, 1))))
    with qtbot.waitSignal(editor.edited):
        editor.findChildren(QPushButton, "remove_row")[0].click()
    assert editor.value() == (Support(given_on=date(2023, 1, 1)),)
    qtbot.waitUntil(lambda: len(rows(editor)) == 1)


def test_enter_leads_through_the_row_to_the_button(qtbot, editor) -> None:
    add(editor)
    qtbot.waitUntil(lines(editor, "given_on")[0].hasFocus)
    press(lines(editor, "given_on")[0], Qt.Key.Key_Return)
    assert editor.findChild(ComboInput, "kind").hasFocus()
    press(editor.findChild(ComboInput, "kind"), Qt.Key.Key_Return)
    assert lines(editor, "content")[0].hasFocus()
    last = lines(editor, "activity")[0]
    last.setFocus()
    press(last, Qt.Key.Key_Return)
    assert editor.findChild(QPushButton, "add_row_button").hasFocus()


def test_tab_visits_every_input_of_both_rows_in_their_order(qtbot, editor) -> None:
    editor.set_value((GIVEN, GIVEN))
    qtbot.waitUntil(lambda: len(rows(editor)) == 2)
    lines(editor, "given_on")[0].setFocus()
    visited: list[str] = []
    for _ in range(2 * (len(specs_of(Support)) + 1)):
        focus = QApplication.focusWidget()
        visited.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    once = [*specs_of(Support), "remove_row"]
    assert visited == [*once, *once]


def test_nothing_is_cut_at_the_width_of_the_panel(qtbot, editor) -> None:
    editor.set_value((GIVEN,))
    editor.resize(_FORM_ROOM, 500)
    qtbot.waitUntil(lambda: len(rows(editor)) == 1)
    (row,) = rows(editor)
    assert row.width() <= _FORM_ROOM
    for name in specs_of(Support):
        for child in row.findChildren(QWidget, name):
            right = child.mapTo(row, child.rect().topRight()).x()
            assert right <= row.width(), name
            assert child.width() >= child.minimumSizeHint().width(), name
    for label in row.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()
