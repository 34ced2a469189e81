"""Dialogs end when they are answered; what they ask for is refused with a sentence."""

import gc

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QWidget

from desktop_app.domain.award_catalogue import VoteRule
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.plans import load_plan
from tests.ui.keys import press, type_text
from ui.dialogs.answer import answer_of
from ui.dialogs.award_quotas_dialog import AwardQuotasDialog
from ui.widgets.checklist import Checklist


@pytest.mark.parametrize(("key", "answer"), [("accept", "read"), ("reject", None)])
def test_a_dialog_is_destroyed_as_soon_as_it_is_answered(qtbot, key: str, answer: str | None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = QDialog(parent)
    QTimer.singleShot(0, getattr(dialog, key))
    assert answer_of(dialog, lambda _: "read") == answer
    assert parent.findChildren(QDialog) == []
    gc.collect()


def test_a_checklist_is_worked_by_keyboard(qtbot) -> None:
    checklist = Checklist("nominations", "Đề nghị", "đề nghị")
    qtbot.addWidget(checklist)
    checklist.show_entries([("a", "Một", True), ("b", "Hai", False), ("c", "Ba", False)])
    entries = checklist.findChild(QListWidget, "nominations")
    press(entries, Qt.Key.Key_Down)
    with qtbot.waitSignal(checklist.changed):
        press(entries, Qt.Key.Key_Space)
    assert checklist.chosen() == ("a", "b")
    assert "Đã chọn 2/3 đề nghị" in [one.text() for one in checklist.findChildren(QLabel)]
    checklist.all_button.click()
    assert checklist.chosen() == ("a", "b", "c")
    checklist.none_button.click()
    assert checklist.chosen() == ()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("present_part", "4", "Tỷ lệ có mặt phải từ 1 phần"),
        ("agree_percent", "101", "Tỷ lệ đồng ý phải từ 1 đến 100."),
        ("agree_percent", "đa số", "Không hiểu số"),
    ],
)
def test_impossible_rules_of_votes_are_not_kept(qtbot, field: str, typed: str, sentence: str) -> None:
    plan = load_plan("BT2023")
    dialog = AwardQuotasDialog(2023, AwardRules(), lambda _field, _typed: [], lambda: plan)
    qtbot.addWidget(dialog)
    line = dialog.findChild(QLineEdit, field)
    line.clear()
    type_text(line, typed)
    dialog.finish()
    assert sentence in dialog.findChild(QLabel, "dialog_message").text()
    assert dialog.result() == 0


def test_the_rules_are_read_back_as_they_stand(qtbot) -> None:
    plan = load_plan("BT2023")
    rules = AwardRules(VoteRule(agree_percent=80))
    dialog = AwardQuotasDialog(2023, rules, lambda _field, _typed: [], lambda: plan)
    qtbot.addWidget(dialog)
    assert dialog.rules() == rules
    assert dialog.problem() == ""
