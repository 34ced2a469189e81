from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.keys import press, type_text
from ui.widgets.editors.completion import ListCompleter

KNOWN = ["Hội Liên hiệp Phụ nữ huyện", "Hội Nông dân huyện"]


def suggest(typed: str) -> list[str]:
    return [name for name in KNOWN if typed.casefold() in {"h", "hoi", "hội"} or typed in name]


def rows(completer: ListCompleter) -> list[str]:
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def focused_line(qtbot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line


def test_the_list_never_writes_into_the_field(qtbot) -> None:
    line = focused_line(qtbot)
    completer = ListCompleter(line, suggest)
    type_text(line, "hoi")
    assert line.text() == "hoi"
    assert rows(completer) == KNOWN
    assert completer.popup().isVisible()
    completer.popup().hide()


def test_a_choice_of_the_list_is_taken(qtbot) -> None:
    line = focused_line(qtbot)
    completer = ListCompleter(line, suggest)
    type_text(line, "h")
    press(completer.popup(), Qt.Key.Key_Down)
    press(completer.popup(), Qt.Key.Key_Return)
    assert line.text() == KNOWN[0]
    assert not completer.popup().isVisible()


def test_only_the_last_of_several_entries_is_completed(qtbot) -> None:
    line = focused_line(qtbot)
    completer = ListCompleter(line, suggest, parted=True)
    type_text(line, f"{KNOWN[0]}; hoi")
    assert rows(completer) == KNOWN[1:]
    press(completer.popup(), Qt.Key.Key_Down)
    press(completer.popup(), Qt.Key.Key_Return)
    assert line.text() == f"{KNOWN[0]}; {KNOWN[1]}"
