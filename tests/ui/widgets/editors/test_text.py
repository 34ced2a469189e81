from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop_app.domain.labels.words import FieldWords
from tests.ui.keys import press, type_like_unikey, type_text
from ui.widgets.editors.text import LongTextEditor, TextEditor, TextListEditor

WORDS = FieldWords("Đơn vị chủ trì", "Cơ quan đứng ra thực hiện.", "Phòng Kinh tế")


def test_a_line_carries_the_name_and_words_of_its_field(qtbot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    editor.bind("organizer", WORDS)
    line = editor.findChild(QLineEdit, "organizer")
    assert line.accessibleName() == "Đơn vị chủ trì"
    assert line.placeholderText() == "Phòng Kinh tế"
    assert line.toolTip() == "Cơ quan đứng ra thực hiện."


def test_unikey_types_vietnamese_undisturbed(qtbot) -> None:
    editor = TextEditor(lambda _typed: ["Hội Nông dân huyện"])
    qtbot.addWidget(editor)
    editor.show()
    line = editor.focus_target()
    type_like_unikey(line, "Hội", "Hooij")
    type_text(line, " Phụ nữ")
    assert editor.value() == "Hội Phụ nữ"


def test_showing_a_value_is_no_edit(qtbot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value("Xã Đông Giang")
    with qtbot.waitSignal(editor.edited):
        type_text(editor.focus_target(), "!")


def test_enter_asks_for_the_next_field(qtbot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.advanced):
        press(editor.focus_target(), Qt.Key.Key_Return)


def test_several_entries_stand_in_one_line(qtbot) -> None:
    editor = TextListEditor()
    qtbot.addWidget(editor)
    type_text(editor.focus_target(), "Huyện đoàn;  Hội LHPN huyện ; ")
    assert editor.value() == ("Huyện đoàn", "Hội LHPN huyện")
    editor.set_value(("Hội Nông dân", "Hội Cựu chiến binh"))
    assert editor.raw() == "Hội Nông dân; Hội Cựu chiến binh"
    assert editor.filled() == 2


def test_long_text_keeps_its_lines_and_leaves_by_tab(qtbot) -> None:
    editor = LongTextEditor()
    qtbot.addWidget(editor)
    editor.bind("result", WORDS)
    field = editor.findChild(QPlainTextEdit, "result")
    type_text(field, "27 gian hàng")
    press(field, Qt.Key.Key_Return, "\r")
    type_text(field, "5.500 lượt khách")
    assert editor.value() == "27 gian hàng\n5.500 lượt khách"
    assert field.tabChangesFocus()
