"""The text of a part: typing is told, being filled is not."""

import pytest

from ui.widgets.part_text import PartText


@pytest.fixture
def part(qtbot):
    made = PartText("part_text")
    qtbot.addWidget(made)
    made.edits = []
    made.edited.connect(lambda: made.edits.append(made.toPlainText()))
    return made


def test_only_typing_is_an_edit(part):
    part.show_text("Có sẵn")
    assert (part.toPlainText(), part.edits) == ("Có sẵn", [])
    part.insertPlainText("A ")
    assert part.edits == ["A Có sẵn"]


def test_a_replaced_text_comes_back_with_undo(part):
    part.show_text("Cũ")
    part.replace_text("Mới")
    assert (part.toPlainText(), part.edits) == ("Mới", [])
    part.undo()
    assert part.toPlainText() == "Cũ"
    assert part.edits
