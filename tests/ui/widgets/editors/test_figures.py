import pytest
from PySide6.QtWidgets import QLineEdit

from tests.ui.keys import type_text
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.figures import FiguresEditor


@pytest.fixture
def editor(qtbot) -> FiguresEditor:
    made = FiguresEditor()
    qtbot.addWidget(made)
    made.show()
    return made


def line(editor: FiguresEditor, code: str) -> QLineEdit | None:
    return editor.findChild(QLineEdit, f"figures_{code}")


def test_a_content_shows_its_lines(editor) -> None:
    assert line(editor, "stalls") is None
    editor.show_content("C6")
    type_text(line(editor, "stalls"), "40")
    type_text(line(editor, "revenue_vnd"), "425 triệu")
    assert editor.value() == {"stalls": 40, "revenue_vnd": 425_000_000}
    assert editor.filled() == 2


def test_another_content_keeps_what_is_typed(qtbot, editor) -> None:
    editor.show_content("C6")
    type_text(line(editor, "stalls"), "40")
    editor.show_content("C2")
    assert editor.value() == {"stalls": 40}
    assert editor.raw() == {"stalls": "40"}


def test_any_other_indicator_can_be_added(editor) -> None:
    more = editor.findChild(ComboInput, "add_figure")
    more.activated.emit(more.findData("trainees"))
    type_text(line(editor, "trainees"), "1.234")
    assert editor.value() == {"trainees": 1234}
    assert more.findData("trainees") < 0
    assert more.findData("procurement_ratio_pct") < 0


def test_a_line_that_means_nothing_is_named(editor) -> None:
    editor.show_content("C1")
    type_text(line(editor, "attendees"), "nhiều")
    assert editor.problem().startswith("Lượt người tham dự: Không hiểu số")
    editor.set_state("bad")
    assert line(editor, "attendees").property("state") == "bad"
    assert editor.value() == {}


def test_values_and_drafts_come_back(editor) -> None:
    editor.set_value({"trainees": 85, "gifts_value_vnd": 0})
    assert editor.value() == {"trainees": 85, "gifts_value_vnd": 0}
    editor.set_raw({"trainees": "8 chục", "unknown": "1"})
    assert editor.raw() == {"trainees": "8 chục"}
    editor.set_value({})
    assert editor.raw() == {}
