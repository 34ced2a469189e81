import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from desktop_app.domain.labels.words import FieldWords
from tests.ui.keys import press, type_text
from ui.widgets.editors.link import LinkEditor

RECORDS = {"a1": "14/10/2023 · Phiên chợ", "a2": "20/05/2023 · Khai trương", "a3": "14/10/2023 · Phiên chợ"}


def find(typed: str) -> list[tuple[str, str]]:
    return [(key, name) for key, name in RECORDS.items() if typed.casefold() in name.casefold()]


@pytest.fixture
def editor(qtbot) -> LinkEditor:
    made = LinkEditor(find, lambda key: RECORDS.get(key, ""))
    made.bind("activity", FieldWords("Hoạt động"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def line(editor: LinkEditor) -> QLineEdit:
    return editor.findChild(QLineEdit, "activity")


def offered(editor: LinkEditor) -> list[str]:
    model = line(editor).completer().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(editor: LinkEditor, row: int) -> None:
    popup = line(editor).completer().popup()
    assert isinstance(popup, QListView)
    popup.setCurrentIndex(popup.model().index(row, 0))
    press(popup, Qt.Key.Key_Return)


def test_a_part_of_the_name_finds_the_record_and_a_key_takes_it(qtbot, editor) -> None:
    line(editor).setFocus()
    type_text(line(editor), "khai")
    assert editor.value() == ""
    assert editor.problem().startswith("Hãy chọn một dòng")
    assert offered(editor) == [RECORDS["a2"]]
    with qtbot.waitSignal(editor.edited):
        choose(editor, 0)
    assert (editor.value(), editor.problem()) == ("a2", "")


def test_records_of_the_same_name_are_told_apart(editor) -> None:
    line(editor).setFocus()
    type_text(line(editor), "phiên")
    assert offered(editor) == ["14/10/2023 · Phiên chợ", "14/10/2023 · Phiên chợ (2)"]
    choose(editor, 1)
    assert editor.value() == "a3"


def test_clearing_the_line_takes_the_link_away(editor) -> None:
    editor.set_value("a1")
    assert editor.value() == "a1"
    line(editor).clear()
    assert (editor.value(), editor.problem()) == ("", "")


def test_a_record_that_is_gone_is_said_and_kept(editor) -> None:
    editor.set_value("lost")
    assert line(editor).text() == "Bản ghi đã xóa"
    assert editor.value() == "lost"


def test_what_is_typed_comes_back_chosen_or_not(editor) -> None:
    editor.set_value("a2")
    chosen = editor.raw()
    editor.set_value("")
    line(editor).setText("khai tr")
    half = editor.raw()
    editor.set_raw(chosen)
    assert editor.value() == "a2"
    editor.set_raw(half)
    assert line(editor).text() == "khai tr"
    assert editor.value() == ""
