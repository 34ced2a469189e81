from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.figure_form import ChangeKind, FormChange, FormPreview
from desktop_app.domain.records.reported_figures import ReportedFigures
from tests.ui.keys import press
from ui.dialogs.receive_forms_dialog import ReceiveFormsDialog

GOOD = FormPreview(
    Path("a.xlsx"),
    record=ReportedFigures(body="Phụ nữ", period_to=date(2023, 11, 15)),
    changes=(
        FormChange(ChangeKind.CHANGED, "Gian hàng", "3", "5"),
        FormChange(ChangeKind.SAME, "Pa nô", "2", "2"),
    ),
)
PARTLY = FormPreview(
    Path("b.docx"),
    record=ReportedFigures(body="Nông dân", period_to=date(2023, 11, 15)),
    changes=(
        FormChange(ChangeKind.NEW, "Gian hàng", "", "5"),
        FormChange(ChangeKind.BAD, "Pa nô", "", "", "E12: “ba” không phải là số nguyên từ 0 trở lên"),
    ),
)
REFUSED = FormPreview(Path("c.xlsx"), "Biểu này hỏi số liệu năm 2022.")


@pytest.fixture
def dialog(qtbot) -> ReceiveFormsDialog:
    made = ReceiveFormsDialog([GOOD, PARTLY, REFUSED])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_only_forms_without_a_bad_cell_are_chosen_at_first(dialog) -> None:
    assert dialog.chosen() == [GOOD]
    assert dialog.tree.topLevelItem(0).text(3) == "1 thay đổi, 1 không đổi"
    assert dialog.tree.topLevelItem(1).text(3) == "1 mới, 1 ô không đọc được"


def test_a_bad_cell_stands_first_with_place_and_reason(dialog) -> None:
    bad = dialog.tree.topLevelItem(1).child(0)
    assert (bad.text(0), bad.text(3)) == ("Pa nô", "Không nhận")
    assert bad.child(0).text(0) == "E12: “ba” không phải là số nguyên từ 0 trở lên"
    assert bad.isExpanded()


def test_a_refused_file_says_why_and_cannot_be_chosen(dialog) -> None:
    refused = dialog.tree.topLevelItem(2)
    assert refused.child(0).text(0) == REFUSED.refused
    assert not refused.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_a_form_is_chosen_by_key(dialog) -> None:
    dialog.tree.setFocus()
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
    press(dialog.tree, Qt.Key.Key_Space, " ")
    assert dialog.chosen() == [GOOD, PARTLY]


def test_nothing_chosen_is_not_finished(qtbot, dialog) -> None:
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.done_button.click()
    assert dialog.isVisible()
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    with qtbot.waitSignal(dialog.accepted):
        dialog.done_button.click()
