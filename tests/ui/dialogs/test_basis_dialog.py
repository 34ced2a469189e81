"""The library of legal bases: own documents cannot be ticked, ticks survive a search."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.basis_library import library
from desktop_app.domain.legal_bases import legal_library
from tests.ui.keys import press
from ui.dialogs.basis_dialog import BasisDialog


@pytest.fixture
def dialog(qtbot) -> BasisDialog:
    own = [legal_library()["03-CT/TW"]]
    made = BasisDialog(library((), ()), own, "Lấy")
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: BasisDialog) -> list[str]:
    items = (dialog.list.item(at) for at in range(dialog.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def look_for(dialog: BasisDialog, text: str) -> None:
    dialog.search_box.setText(text)
    press(dialog.search_box, Qt.Key.Key_Return)


def test_ticks_survive_a_search(dialog) -> None:
    look_for(dialog, "28/ct-cp")
    assert len(shown(dialog)) == 1
    press(dialog.list, Qt.Key.Key_Return)
    look_for(dialog, "khong co gi")
    assert shown(dialog) == []
    assert [one.number for one in dialog.chosen()] == ["28/CT-TTg"]
    assert dialog.take_button.isEnabled()
    look_for(dialog, "28/CT-TTg")
    press(dialog.list, Qt.Key.Key_Return)
    assert dialog.chosen() == []
    assert not dialog.take_button.isEnabled()


def test_what_is_there_already_cannot_be_ticked(dialog) -> None:
    look_for(dialog, "03/CT-TW")
    press(dialog.list, Qt.Key.Key_Return)
    press(dialog.list, Qt.Key.Key_Space, " ")
    assert dialog.chosen() == []


def test_hostile_words_are_words(dialog) -> None:
    for text in ("<b>&\"'", "((((", "\\d+", "𝒔𝒐 28", "5" * 5000):
        look_for(dialog, text)
        assert isinstance(shown(dialog), list)
