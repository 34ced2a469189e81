from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.records.awards import AwardLevel, PastAward, Votes
from tests.ui.keys import press, type_text
from ui.widgets.editors.dossier import DossierEditor
from ui.widgets.editors.past_awards import PastAwardsEditor
from ui.widgets.editors.votes import VotesEditor


def test_a_level_asks_for_its_papers(qtbot) -> None:
    editor = DossierEditor()
    qtbot.addWidget(editor)
    editor.show()
    editor.show_level(AwardLevel.COMMUNE)
    asked = {part.key for part in load_awards().parts_for(AwardLevel.COMMUNE)}
    shown = {
        box.objectName().removeprefix("dossier_") for box in editor.findChildren(QCheckBox) if box.isVisible()
    }
    assert shown == asked
    first = load_awards().parts_for(AwardLevel.COMMUNE)[0].key
    editor.findChild(QCheckBox, f"dossier_{first}").click()
    assert editor.value() == {key: key == first for key in asked}
    assert editor.raw() == [first]


def test_papers_unknown_to_the_catalogue_are_kept(qtbot) -> None:
    editor = DossierEditor()
    qtbot.addWidget(editor)
    editor.set_value({"giay_to_la": True})
    assert editor.value()["giay_to_la"] is True


def test_a_vote_is_three_numbers_or_none(qtbot) -> None:
    editor = VotesEditor()
    qtbot.addWidget(editor)
    editor.show()
    assert (editor.value(), editor.problem()) == (None, "")
    type_text(editor.findChild(QLineEdit, "votes_total"), "15")
    assert editor.problem() == "Hãy ghi đủ ba số, hoặc để trống cả ba."
    type_text(editor.findChild(QLineEdit, "votes_present"), "14")
    type_text(editor.findChild(QLineEdit, "votes_agree"), "13")
    assert editor.value() == Votes(total=15, present=14, agree=13)
    with qtbot.waitSignal(editor.advanced):
        press(editor.findChild(QLineEdit, "votes_agree"), Qt.Key.Key_Return)
    kept = editor.raw()
    editor.set_value(None)
    editor.set_raw(kept)
    assert editor.value() == Votes(total=15, present=14, agree=13)


def test_past_awards_stand_in_rows(qtbot) -> None:
    editor = PastAwardsEditor()
    qtbot.addWidget(editor)
    editor.show()
    editor.findChild(QPushButton, "add_past_award").click()
    type_text(editor.findChild(QLineEdit, "past_form"), "Giấy khen")
    type_text(editor.findChild(QLineEdit, "past_authority"), "Chủ tịch UBND huyện")
    assert "năm được khen" in editor.problem()
    type_text(editor.findChild(QLineEdit, "past_year"), "2021")
    award = PastAward(form="Giấy khen", authority="Chủ tịch UBND huyện", year=2021)
    assert (editor.value(), editor.problem()) == ((award,), "")
    kept = editor.raw()
    editor.set_value(())
    editor.set_raw(kept)
    assert editor.value() == (award,)
