"""The list of problems: groups, ticks, reasons in place; the panel around it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.keys import press, type_text
from ui.roles import Tone
from ui.widgets.check_panel import CheckPanel
from ui.widgets.export_panel import ExportPanel
from ui.widgets.problem_delegate import Zone, zone_at
from ui.widgets.problem_list import ProblemEntry, ProblemList

ERROR = ProblemEntry(True, "Chưa có mã đơn vị.", "settings", "unit_code", group="Lỗi phải sửa")
FIRST = ProblemEntry(
    False, "Phiên chợ: Chưa ghi “Địa điểm”.", "activities", "a1", key="k1", group="Còn thiếu"
)
SECOND = ProblemEntry(
    False, "Hội nghị: số lớn khác thường.", "activities", "a2", key="k2", group="Khác thường"
)
DONE = ProblemEntry(
    False,
    "Lễ phát động: đã xem.",
    "activities",
    "a3",
    key="k3",
    group="Đã ghi lý do",
    reason="Đúng",
    by="Đào, 20/11/2023",
)
ALL = [ERROR, FIRST, SECOND, DONE]


@pytest.fixture
def problems(qtbot) -> ProblemList:
    made = ProblemList()
    qtbot.addWidget(made)
    made.show_entries(ALL)
    made.resize(600, 600)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def reason_input(problems: ProblemList) -> QLineEdit:
    return problems.viewport().findChildren(QLineEdit, "reason")[-1]


def headings(problems: ProblemList) -> list[str]:
    rows = [problems.item(row) for row in range(problems.count())]
    return [
        str(item.data(Qt.ItemDataRole.AccessibleTextRole))
        for item in rows
        if not item.flags() & Qt.ItemFlag.ItemIsSelectable
    ]


def test_entries_stand_under_their_headings_with_counts(problems: ProblemList) -> None:
    assert headings(problems) == ["Lỗi phải sửa (1)", "Còn thiếu (1)", "Khác thường (1)", "Đã ghi lý do (1)"]
    assert problems.entries() == ALL
    problems.grab()


def test_a_screen_reader_hears_the_reason_or_that_there_is_none() -> None:
    assert FIRST.spoken.endswith("Chưa ghi lý do.")
    assert DONE.spoken == "Đã giải trình: Lễ phát động: đã xem. Lý do: Đúng (Đào, 20/11/2023)."
    assert ERROR.spoken == "Lỗi: Chưa có mã đơn vị."
    assert (DONE.pill[1], FIRST.pill[1]) == (Tone.NEUTRAL, Tone.WARNING)


def test_keys_open_tick_and_ask_for_the_reason(qtbot, problems: ProblemList) -> None:
    problems.setCurrentRow(3)
    press(problems, Qt.Key.Key_Space)
    assert problems.ticked() == ["k1"]
    press(problems, Qt.Key.Key_Space)
    assert problems.ticked() == []
    with qtbot.waitSignal(problems.opened) as opened:
        press(problems, Qt.Key.Key_Return)
    assert opened.args == ["activities", "a1"]
    press(problems, Qt.Key.Key_F2)
    type_text(reason_input(problems), "Sẽ bổ sung")
    with qtbot.waitSignal(problems.reason_given) as given:
        press(reason_input(problems), Qt.Key.Key_Return)
    assert given.args == ["k1", "Sẽ bổ sung"]


def test_enter_ends_a_reason_and_opens_nothing(qtbot, problems: ProblemList) -> None:
    opened: list[str] = []
    problems.opened.connect(lambda _place, target: opened.append(target))
    problems.edit_reason(ALL.index(FIRST))
    type_text(reason_input(problems), "Sẽ bổ sung")
    with qtbot.waitSignal(problems.reason_given) as given:
        press(reason_input(problems), Qt.Key.Key_Return)
    assert given.args == ["k1", "Sẽ bổ sung"]
    assert opened == []


def test_ctrl_a_ticks_what_has_no_reason_and_again_nothing(qtbot, problems: ProblemList) -> None:
    qtbot.keyClick(problems, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert problems.ticked() == ["k1", "k2"]
    qtbot.keyClick(problems, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert problems.ticked() == []


def test_errors_take_neither_tick_nor_reason(qtbot, problems: ProblemList) -> None:
    problems.setCurrentRow(1)
    press(problems, Qt.Key.Key_Space)
    press(problems, Qt.Key.Key_F2)
    assert problems.ticked() == []
    assert problems.viewport().findChildren(QLineEdit, "reason") == []


def test_a_click_does_what_its_place_says(qtbot, problems: ProblemList) -> None:
    area = problems.visualItemRect(problems.item(3))
    line = area.bottom() - 14
    assert zone_at(FIRST, area, area.left() + 8, area.top() + 10) is Zone.BOX
    assert zone_at(FIRST, area, area.left() + 150, line) is Zone.REASON
    assert zone_at(FIRST, area, area.left() + 150, area.top() + 10) is Zone.REST
    assert zone_at(ERROR, area, area.left() + 8, area.top() + 10) is Zone.REST
    viewport = problems.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 8, area.top() + 15))
    assert problems.ticked() == ["k1"]
    with qtbot.waitSignal(problems.opened):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 150, area.top() + 15))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 150, line))
    assert reason_input(problems).hasFocus()


def test_the_same_reason_is_not_told_again(qtbot, problems: ProblemList) -> None:
    problems.edit_reason(3)
    assert reason_input(problems).text() == "Đúng"
    with qtbot.assertNotEmitted(problems.reason_given, wait=20):
        press(reason_input(problems), Qt.Key.Key_Return)


def test_a_reason_being_typed_outlives_a_new_reading(qtbot, problems: ProblemList) -> None:
    problems.edit_reason(2)
    type_text(reason_input(problems), "Đang gõ")
    with qtbot.assertNotEmitted(problems.reason_given, wait=20):
        problems.show_entries([FIRST, replace(SECOND, sentence="Hội nghị: số khác.")])
    assert reason_input(problems).text() == "Đang gõ"
    with qtbot.waitSignal(problems.reason_given) as given:
        press(reason_input(problems), Qt.Key.Key_Return)
    assert given.args == ["k2", "Đang gõ"]


def test_ticks_stay_when_the_list_is_shown_anew(problems: ProblemList) -> None:
    problems.setCurrentRow(3)
    press(problems, Qt.Key.Key_Space)
    problems.show_entries([SECOND, FIRST])
    assert problems.ticked() == ["k1"]
    problems.show_entries([SECOND])
    assert problems.ticked() == []


@pytest.fixture
def panel(qtbot) -> CheckPanel:
    made = CheckPanel()
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.show_entries(ALL)
    made.show()
    return made


def test_the_filter_leaves_out_what_has_a_reason(panel: CheckPanel) -> None:
    panel.only_open.click()
    assert panel.problems.entries() == [ERROR, FIRST, SECOND]
    panel.only_open.click()
    assert panel.problems.entries() == ALL


def test_one_reason_is_asked_for_the_ticked_or_for_all_the_rest(qtbot, panel: CheckPanel) -> None:
    assert not panel.reason_button.isEnabled()
    panel.problems.setCurrentRow(5)
    press(panel.problems, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.reason_wanted) as wanted:
        panel.reason_button.click()
    assert wanted.args == [["k2"]]
    with qtbot.waitSignal(panel.reason_wanted) as wanted:
        panel.reason_rest_button.click()
    assert wanted.args == [["k1", "k2"]]


def test_reasons_of_the_ticked_are_taken_back(qtbot, panel: CheckPanel) -> None:
    assert not panel.take_back_button.isEnabled()
    for row in (5, 7):
        panel.problems.setCurrentRow(row)
        press(panel.problems, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.take_back_wanted) as wanted:
        panel.take_back_button.click()
    assert wanted.args == [["k3"]]


def test_the_panel_says_when_all_is_well(panel: CheckPanel) -> None:
    assert panel.state() == ""
    panel.show_entries([DONE])
    assert "đều đã có lý do" in panel.state()
    assert not panel.reason_rest_button.isEnabled()
    panel.show_entries([])
    assert panel.state() == "Không còn lỗi và không còn mục nào cần xem lại."
    assert not panel.explanation_button.isVisible()


def test_the_export_asks_for_a_reason_only_where_one_is_missing(qtbot) -> None:
    panel = ExportPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_checks(0, "", 2, 3)
    assert panel.asks_reason()
    panel._reason.editor.set_value("Đã xem")
    assert not panel.asks_reason()
    assert panel.explains.isVisible()
    panel.show_checks(0, "", 0, 3)
    assert (panel.asks_reason(), panel.reason()) == (False, "")
    panel.show_checks(0, "", 0, 0)
    assert not panel.explains.isVisible()
    assert not panel.wants_explanation()
