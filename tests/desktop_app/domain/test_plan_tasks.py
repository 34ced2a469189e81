from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.plan_editing import changed
from desktop_app.domain.plan_parts import Deadlines, DueDate, StandingEvent
from desktop_app.domain.plan_tasks import (
    carried_over,
    moved_to,
    new_standing_tasks,
    proposals,
    standing_tasks,
)
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.domain.registers import TASKS
from desktop_app.domain.rules import gaps, problems
from tests.records import OFFICE

PLAN = load_plan("BT2023")


def test_the_days_of_the_year_stand_ready():
    made = standing_tasks(PLAN, OFFICE, 2024)
    assert [(one.due_on, one.is_standing) for one in made] == [
        (date(2024, 3, 15), True),
        (date(2024, 11, 18), True),
    ]
    assert made[0].title == "Tổ chức hoạt động nhân Ngày Quyền của người tiêu dùng Việt Nam (15/3)"
    assert made[1].responsible == "Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc"


def test_a_plan_suggests_its_items_days_and_deadlines():
    found = proposals(PLAN, OFFICE, 2023, [])
    assert [one.source for one in found] == [
        *(f"Nội dung {number}" for number in range(1, 9)),
        "Ngày trong năm",
        "Ngày trong năm",
        "Hạn gửi",
    ]
    first = found[0].task
    assert (first.due_kind, first.due_on, first.plan_items, first.content_code) == (
        DueKind.YEAR,
        date(2023, 12, 31),
        ("II.1",),
        "C1",
    )
    assert found[-1].task.due_on == date(2023, 11, 29), "before 30/11"
    assert all(problems(TASKS, one.task) == {} and gaps(TASKS, one.task) == {} for one in found)


def test_an_item_of_several_contents_leaves_the_content_to_the_officer():
    plan = load_plan("TH2024")
    several = next(item for item in plan.items if len(item.content_codes) > 1)
    task = next(
        one.task for one in proposals(plan, OFFICE, 2024, []) if one.task.plan_items == (several.key,)
    )
    assert task.content_code == ""


def test_nothing_is_suggested_twice():
    added = [one.task for one in proposals(PLAN, OFFICE, 2023, [])]
    again = proposals(PLAN, OFFICE, 2023, added)
    assert all(one.is_there for one in again)


def test_what_stands_under_another_name_is_told():
    own = Task(
        title="Tuyên truyền nhân ngày 15/3", due_on=date(2023, 3, 15), is_standing=True, content_code="C2"
    )
    found = proposals(PLAN, OFFICE, 2023, [own])
    known = [one.source for one in found if one.known]
    assert known == ["Nội dung 2", "Ngày trong năm"]
    assert not any(one.is_there for one in found)
    assert [one.due_on for one in new_standing_tasks(PLAN, OFFICE, 2023, [own])] == [date(2023, 11, 18)]


def test_all_three_deadlines_are_suggested():
    plan = changed(
        PLAN, deadlines=Deadlines(DueDate(11, 30), DueDate(6, 15, inclusive=True), DueDate(10, 10))
    )
    days = [one.task.due_on for one in proposals(plan, OFFICE, 2023, []) if one.source == "Hạn gửi"]
    assert days == [date(2023, 6, 15), date(2023, 10, 9), date(2023, 11, 29)]


def test_a_task_is_moved_without_its_state():
    old = Task(
        id="N1",
        save_count=3,
        title="Kiểm tra năm 2023",
        due_on=date(2023, 9, 30),
        due_kind=DueKind.QUARTER,
        starts_on=date(2023, 7, 1),
        status=TaskStatus.DONE,
        result="Đã kiểm tra 4 xã.",
        partners=("Công an huyện",),
        target_indicator="campaign_inspections",
        target_value=2,
    )
    new = moved_to(2024, old)
    assert (new.id, new.save_count, new.status, new.result) == ("", 0, TaskStatus.OPEN, "")
    assert (new.title, new.due_on, new.starts_on) == (
        "Kiểm tra năm 2024",
        date(2024, 9, 30),
        date(2024, 7, 1),
    )
    assert (new.partners, new.target_value, new.due_kind) == (("Công an huyện",), 2, DueKind.QUARTER)


def test_a_leap_day_moves_to_the_28th():
    assert moved_to(2025, Task(title="x", due_on=date(2024, 2, 29))).due_on == date(2025, 2, 28)
    plan = changed(PLAN, standing_events=(StandingEvent(2, 29, "Ngày nhuận"),))
    assert standing_tasks(plan, OFFICE, 2023)[0].due_on == date(2023, 2, 28)


def test_given_up_tasks_and_those_that_are_there_are_not_carried_over():
    kept = Task(title="Hội nghị", due_on=date(2023, 5, 1))
    given_up = Task(title="Hội thi", due_on=date(2023, 6, 1), status=TaskStatus.CANCELLED)
    assert [one.title for one in carried_over(2024, [kept, given_up], [])] == ["Hội nghị"]
    assert carried_over(2024, [kept], [replace(kept, title="HOI NGHI", due_on=date(2024, 5, 2))]) == []


@pytest.mark.parametrize("code", ["BT2023", "TH2024", "DT2022", "TW5"])
def test_every_shipped_plan_gives_tasks(code):
    assert len(proposals(load_plan(code), OFFICE, 2024, [])) > 4
