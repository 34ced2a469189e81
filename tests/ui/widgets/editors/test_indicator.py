import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.labels.words import FieldWords
from tests.ui.keys import press
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.indicator import IndicatorEditor


@pytest.fixture
def editor(qtbot) -> IndicatorEditor:
    made = IndicatorEditor()
    made.bind("indicator", FieldWords("Chỉ tiêu"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_indicators_that_are_counted_are_offered_with_their_units(editor) -> None:
    combo = editor.findChild(ComboInput, "indicator")
    words = [combo.itemText(place) for place in range(combo.count())]
    counted = [one for one in load_indicators() if one.source != "computed"]
    assert len(words) == len(counted) + 1
    assert "Lượt người tham dự (lượt người)" in words
    assert editor.value() == ""


def test_one_is_chosen_by_key(qtbot, editor) -> None:
    combo = editor.findChild(ComboInput, "indicator")
    with qtbot.waitSignal(editor.edited):
        press(combo, Qt.Key.Key_Down)
    first = next(one for one in load_indicators() if one.source != "computed")
    assert editor.value() == first.code


def test_an_indicator_that_is_not_offered_is_kept(editor) -> None:
    editor.set_value("attendees")
    editor.set_value("of_another_version")
    assert editor.value() == "of_another_version"
    editor.set_value("")
    assert editor.value() == ""
