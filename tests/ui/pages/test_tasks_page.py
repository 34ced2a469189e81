"""Tasks: progress, lateness, suggestions of the plan; all by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.ledger import Ledger
from tests.records import activity
from tests.ui.keys import press, type_text
from ui.dialogs.plan_tasks_dialog import PlanTasksDialog
from ui.operations import Operations
from ui.pages.tasks_page import TasksPage
from ui.roles import Tone
from ui.widgets.table_model import TONE_ROLE


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> TasksPage:
    made = TasksPage(sample.register("tasks"), sample, operations)
    operations.changed.connect(made.receive_changes)
    qtbot.addWidget(made)
    made.resize(1166, 680)
    made.show()
    return made


def column(page: TasksPage, title: str) -> list[str]:
    model = page.table.model()
    at = next(at for at, one in enumerate(model.columns) if one.title == title)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def tones(page: TasksPage, title: str) -> list[Tone | None]:
    model = page.table.model()
    at = next(at for at, one in enumerate(model.columns) if one.title == title)
    return [model.index(row, at).data(TONE_ROLE) for row in range(model.rowCount())]


def answer(act) -> None:
    """Use the dialog that is about to open."""

    def look() -> None:
        act(QApplication.activeModalWidget())

    QTimer.singleShot(0, look)


def test_the_first_due_stands_on_top_and_late_is_said(page: TasksPage) -> None:
    assert column(page, "Hạn")[:4] == ["15/03/2023", "Quý I", "Quý III", "Tháng 10"]
    assert column(page, "Trạng thái")[3:5] == ["Quá hạn", "Quá hạn"]
    assert tones(page, "Trạng thái")[3] is Tone.BAD
    assert page.figure_line.text() == "Hoàn thành: 3/8 nhiệm vụ · Quá hạn: 2"


def test_progress_follows_the_activities(page: TasksPage, sample: Ledger, operations: Operations) -> None:
    assert "74/80 cuộc" in column(page, "Đạt được")
    assert column(page, "Tiến độ").count("") == 4
    new = activity(content_code="C1", figures={"conferences": 6}, organizer="x", place="y")
    operations.run(lambda: sample.activities.save(new), changed={"activities"})
    assert "80/80 cuộc" in column(page, "Đạt được")
    assert "100%" in column(page, "Tiến độ")


def test_a_reached_target_is_offered_as_done_and_taken_back(
    page: TasksPage, sample: Ledger, operations: Operations
) -> None:
    assert page.notice.isHidden()
    task = sample.register("tasks").get("BT-HTB-N03")
    operations.run(lambda: sample.register("tasks").save(replace(task, target_value=70)), changed={"tasks"})
    assert page.notice.text().startswith("1 nhiệm vụ đã đạt chỉ tiêu")
    page.finish_button.setFocus()
    press(page.finish_button, Qt.Key.Key_Return)
    assert sample.register("tasks").get("BT-HTB-N03").status is TaskStatus.DONE
    assert page.notice.isHidden()
    operations.undo()
    assert sample.register("tasks").get("BT-HTB-N03").status is TaskStatus.IN_PROGRESS
    assert page.notice.isVisible()


def test_filters_by_content_state_and_unit(page: TasksPage) -> None:
    page.show_filtered("status", "open|in_progress")
    assert page.table.count() == 5
    page.show_filtered("content_code", "C2")
    assert page.table.count() == 2
    page.show_filtered("responsible", "Phòng Kinh tế và Hạ tầng huyện")
    assert page.table.count() == 3


def test_the_plans_tasks_are_ticked_and_added_by_keyboard(qtbot, page: TasksPage, sample: Ledger) -> None:
    def use(dialog: PlanTasksDialog) -> None:
        assert [one.title for one in dialog.tasks()] == [
            item.title for item in sample.plan(2023).items if item.key in ("II.3", "II.8")
        ]
        entries = dialog.list.focusProxy()
        press(entries, Qt.Key.Key_Space)  # the first one: the year has one like it, so it is not ticked
        assert len(dialog.tasks()) == 3
        press(dialog.add_button, Qt.Key.Key_Return)

    answer(use)
    page.from_plan_button.setFocus()
    press(page.from_plan_button, Qt.Key.Key_Return)
    assert page.table.count() == 11

    def look_again(dialog: PlanTasksDialog) -> None:
        assert dialog.tasks() == []
        assert not dialog.add_button.isEnabled()
        dialog.reject()

    answer(look_again)
    page.from_plan_button.click()
    assert page.table.count() == 11, "nothing is doubled"


def test_a_task_is_typed_saved_found_and_brought_back(qtbot, page: TasksPage, sample: Ledger) -> None:
    page.open_new()
    form = page.panel.form
    type_text(form._fields["title"].editor.focus_target(), "Khảo sát người tiêu dùng")
    type_text(form._fields["due_on"].editor.focus_target(), "1/6/23")
    form._fields["due_kind"].editor.set_raw("quarter")
    form._fields["due_kind"].editor.edited.emit()
    assert page.remark(form.current_record()) == "Chậm nhất 30/06/2023"
    page.panel.save()
    assert "Quý II" in column(page, "Hạn")
    page.filter_bar.search_box.setText("khao sat")
    qtbot.waitUntil(lambda: page.table.count() == 1)
    page.panel.delete()
    assert sample.register("tasks").count(page.query()) == 0
    page._operations.undo()
    assert page.table.count() == 1


def test_an_indicator_offers_its_content(page: TasksPage) -> None:
    task = Task(title="x", due_on=date(2023, 5, 1), target_indicator="mobile_sales")
    assert page.follow("target_indicator", task) == {"content_code": "C6"}
    leadership = replace(task, target_indicator="committee_meetings")
    assert page.follow("target_indicator", leadership) == {}
    assert page.follow("title", task) == {}
