from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.labels.activities import CHANNELS, WORDS
from desktop_app.domain.records.activities import ActivityStatus, Channel
from tests.ui.keys import press
from ui.widgets.editors.choice import ChoiceEditor, ChoicesEditor, FlagEditor


def test_a_choice_shows_words_and_gives_members(qtbot) -> None:
    editor = ChoiceEditor(WORDS.choices[ActivityStatus])
    qtbot.addWidget(editor)
    editor.set_value(ActivityStatus.PLANNED)
    assert editor.focus_target().currentText() == "Dự kiến"
    with qtbot.waitSignal(editor.edited):
        press(editor.focus_target(), Qt.Key.Key_Down)
    assert editor.value() is ActivityStatus.CANCELLED
    editor.set_raw("completed")
    assert editor.value() is ActivityStatus.COMPLETED
    editor.set_raw("no longer known")
    assert editor.value() is ActivityStatus.COMPLETED


def test_the_wheel_changes_nothing_in_passing(qtbot) -> None:
    editor = ChoiceEditor(WORDS.choices[ActivityStatus])
    qtbot.addWidget(editor)
    editor.show()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.focus_target(), turn)
    assert editor.value() is ActivityStatus.COMPLETED


def test_chips_are_walked_by_arrows_and_chosen_by_space(qtbot) -> None:
    editor = ChoicesEditor(CHANNELS)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: editor.focusWidget() is not None)
    press(editor.focusWidget(), Qt.Key.Key_Space, " ")
    press(editor.focusWidget(), Qt.Key.Key_Right)
    press(editor.focusWidget(), Qt.Key.Key_Right)
    with qtbot.waitSignal(editor.edited):
        press(editor.focusWidget(), Qt.Key.Key_Space, " ")
    assert editor.value() == (Channel.CONFERENCE, Channel.PARTY_CELL)
    assert editor.raw() == ["conference", "party_cell"]
    assert editor.filled() == 2


def test_a_flag_carries_its_label(qtbot) -> None:
    editor = FlagEditor()
    qtbot.addWidget(editor)
    editor.bind("is_estimate", WORDS.fields["is_estimate"])
    box = editor.focus_target()
    assert (box.objectName(), box.text()) == ("is_estimate", "Số liệu ước")
    with qtbot.waitSignal(editor.edited):
        box.click()
    assert editor.value() is True
