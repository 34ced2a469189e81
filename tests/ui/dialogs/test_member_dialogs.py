"""Replacing a member, and a new decision for many: what is asked, what comes out."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget

from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember, CommitteeRole
from tests.ui.keys import type_text
from ui.dialogs.member_dialogs import NewDecisionDialog, ReplaceMemberDialog

DAY = date(2023, 11, 21)
TEAM_HEAD = CommitteeMember(
    id="a",
    full_name="Đỗ Trọng Ân",
    position="Trưởng phòng",
    body=CommitteeBody.SUPPORT_TEAM,
    role=CommitteeRole.HEAD,
    valid_from=date(2023, 2, 1),
)


def suggest(field: str, typed: str) -> list[str]:
    return [f"{field}: {typed}"]


def fill(dialog, name: str, text: str) -> None:
    line = dialog.findChild(QLineEdit, name)
    line.selectAll()
    type_text(line, text)


@pytest.fixture
def replacing(qtbot) -> ReplaceMemberDialog:
    dialog = ReplaceMemberDialog(TEAM_HEAD, DAY, suggest)
    qtbot.addWidget(dialog)
    return dialog


def test_a_replacement_says_who_from_when_by_which_decision(replacing) -> None:
    assert replacing.problem() == "Hãy ghi họ và tên người mới."
    fill(replacing, "full_name", " Võ Thị Ngọc Ẩn ")
    fill(replacing, "decision_number", "9-QĐ/HU")
    fill(replacing, "decision_date", "01/11/2023")
    assert replacing.problem() == ""
    answer = replacing.replacement()
    assert (answer.newcomer.full_name, answer.newcomer.position) == ("Võ Thị Ngọc Ẩn", "Trưởng phòng")
    assert (answer.decision.number, answer.decision.day, answer.begins) == ("9-QĐ/HU", date(2023, 11, 1), DAY)


@pytest.mark.parametrize(
    ("typed", "told"), [("", "Hãy ghi ngày"), ("01/02/2023", "phải sau ngày 01/02/2023"), ("31/02/2023", "")]
)
def test_impossible_days_are_told(replacing, typed, told) -> None:
    fill(replacing, "full_name", "Ẩn")
    line = replacing.findChild(QLineEdit, "valid_from")
    line.setText(typed)
    assert told in replacing.problem()
    assert replacing.problem()


def test_a_new_decision_names_the_chosen(qtbot) -> None:
    others = [CommitteeMember(id=key, full_name=key) for key in "bc"]
    dialog = NewDecisionDialog([TEAM_HEAD, *others], DAY, suggest)
    qtbot.addWidget(dialog)
    names = dialog.findChild(QListWidget, "members")
    assert names.item(0).text() == "Đỗ Trọng Ân – Trưởng phòng (Tổ trưởng)"
    assert dialog.problem() == "Hãy ghi số quyết định."
    fill(dialog, "decision_number", "77-QĐ/HU")
    names.item(1).setCheckState(names.item(1).checkState().Unchecked)
    dialog.findChild(QCheckBox, "others_leave").click()
    answer = dialog.new_decision()
    assert (answer.decision.number, answer.decision.day) == ("77-QĐ/HU", DAY)
    assert (answer.ids, answer.others_leave) == (("a", "c"), True)
    for row in (0, 2):
        names.item(row).setCheckState(names.item(row).checkState().Unchecked)
    assert dialog.problem() == "Hãy chọn ít nhất một thành viên."
    fill(dialog, "decision_date", "x")
    names.item(0).setCheckState(names.item(0).checkState().Checked)
    assert dialog.problem()
