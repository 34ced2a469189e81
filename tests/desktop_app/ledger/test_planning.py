"""The plan as a whole: tasks, printing with versions, the beginning of a year and taking it back."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.new_year import NewYear, copied_plan
from desktop_app.domain.plan_content import PlanTexts, with_text
from desktop_app.domain.plan_editing import changed
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.activities import InspectionKind, Recommendation
from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.errors import ConflictError, ExportError, InvalidValueError
from tests.desktop_app.report.reading import docx_text
from tests.records import activity


def new_year(ledger, **values):
    plan = copied_plan(ledger.plan(2023), 2023, 2024)
    return NewYear(**{"year": 2024, "plan": plan, "carry_tasks": True, "reset_plans": True, **values})


def test_the_plans_tasks_are_added_at_once_and_taken_back_at_once(ledger):
    planning = ledger.planning
    chosen = [one.task for one in planning.proposals(2023)]
    planning.add_tasks(2023, chosen)
    assert len(planning.tasks(2023)) == len(chosen) == 11
    assert all(one.is_there for one in planning.proposals(2023))
    assert ledger.operations.undo().label == "Đã thêm 11 nhiệm vụ từ kế hoạch năm 2023"
    assert planning.tasks(2023) == []


def test_tasks_are_finished_together(ledger):
    tasks = ledger.register("tasks")
    made = [tasks.save(Task(title=title, due_on=date(2023, 5, 1))) for title in ("Một", "Hai")]
    ledger.planning.finish(made)
    assert {one.status for one in ledger.planning.tasks(2023)} == {TaskStatus.DONE}
    ledger.operations.undo()
    assert {one.status for one in ledger.planning.tasks(2023)} == {TaskStatus.OPEN}
    tasks.save(replace(tasks.get(made[0].id), title="Khác"))
    with pytest.raises(ConflictError):
        ledger.planning.finish(made)
    assert {one.status for one in ledger.planning.tasks(2023)} == {TaskStatus.OPEN}


def test_a_year_is_set_up_once_and_that_is_no_undo(ledger):
    ledger.planning.set_up(2023, ledger.plan(2023))
    ledger.planning.set_up(2023, ledger.plan(2023))
    assert [one.due_on for one in ledger.planning.tasks(2023)] == [date(2023, 3, 15), date(2023, 11, 18)]
    assert ledger.operations.latest() is None


def test_the_first_plan_of_a_year_brings_its_days(ledger):
    ledger.planning.save_plan(2023, ledger.plan(2023))
    assert ledger.planning.tasks(2023) == [], "the year had its plan already"
    ledger.planning.save_plan(2024, ledger.plan(2023))
    assert len(ledger.planning.tasks(2024)) == 2
    assert ledger.years() == [2023, 2024]


def test_each_changed_content_is_a_version_and_the_same_is_none(sample, tmp_path, clock):
    planning, path = sample.planning, tmp_path / "KH.docx"
    assert planning.is_changed(2023)
    assert planning.print_now(2023, path).version == 1
    assert not planning.is_changed(2023)
    planning.save_texts(2023, PlanTexts(number="5", issued_on=date(2023, 4, 20)))
    assert not planning.is_changed(2023), "number and date of the clerk make no version"
    assert planning.print_now(2023, tmp_path / "KH.pdf").version == 1
    assert "Số: 05/KH-MTTQ-BCĐ" in (planning.print_now(2023, path), docx_text(path))[1]

    planning.save_texts(2023, with_text(planning.store.texts(2023), "purposes", "- Mới"))
    with pytest.raises(InvalidValueError, match="lý do"):
        planning.print_now(2023, path)
    assert planning.print_now(2023, path, "Bổ sung mục đích").version == 2
    text = docx_text(path)
    assert "Kế hoạch này thay thế Kế hoạch số 05/KH-MTTQ-BCĐ ngày 20 tháng 4 năm 2023./." in text
    assert "Số: 05" not in text, "the changed plan is a document of its own"
    assert planning.store.texts(2023).number == ""
    planning.save_texts(2023, replace(planning.store.texts(2023), number="9"))
    planning.print_now(2023, path)
    assert "Số: 09/KH" in docx_text(path)
    assert "thay thế Kế hoạch số 05" in docx_text(path)
    assert [one.note for one in planning.store.versions(2023)] == ["Bổ sung mục đích", ""]


def test_an_old_version_is_printed_as_it_was(sample, tmp_path):
    planning = sample.planning
    planning.print_now(2023, tmp_path / "1.docx")
    tasks = sample.register("tasks")
    tasks.delete("BT-HTB-N05")
    sample.save_office(replace(sample.office, signer_name="Người ký mới"))
    planning.print_now(2023, tmp_path / "2.docx", "Bỏ một nhiệm vụ")
    planning.print_version(planning.store.versions(2023)[1], tmp_path / "lại.docx")
    assert docx_text(tmp_path / "lại.docx") == docx_text(tmp_path / "1.docx")
    assert "Đưa hàng Việt về các xã vùng xa" not in docx_text(tmp_path / "2.docx")
    assert "Người ký mới" in docx_text(tmp_path / "2.docx")


def test_a_plan_that_cannot_be_written_is_no_version(sample, tmp_path):
    with pytest.raises(ExportError):
        sample.planning.print_now(2023, tmp_path / "không có" / "KH.docx")
    assert sample.planning.store.versions(2023) == []


def test_a_new_year_takes_plan_and_tasks_along_and_can_be_taken_back(sample):
    units = sample.register("subunits")
    issued = sum(unit.plan_issued for unit in units.all())
    assert issued
    sample.planning.begin_year(new_year(sample), 2023)
    assert (sample.year, sample.years()) == (2024, [2023, 2024])
    assert sample.plan(2024).name == "Kế hoạch năm 2024 - tỉnh Bình Thuận"
    moved = sample.planning.tasks(2024)
    assert len(moved) == 8, "15/3 and 18/11 came along and are not doubled"
    assert {one.status for one in moved} == {TaskStatus.OPEN}
    assert len(sample.planning.tasks(2023)) == 8
    assert not any(unit.plan_issued for unit in units.all())
    assert len(sample.register("steering_committee").all()) == 15, "standing lists simply stay"

    assert sample.operations.undo().label == "Đã bắt đầu năm 2024"
    assert (sample.year, sample.years(), sample.planning.tasks(2024)) == (2023, [2023], [])
    assert sum(unit.plan_issued for unit in units.all()) == issued


def test_a_new_year_without_the_old_tasks_begins_with_the_plans_days(sample):
    wanted = new_year(sample, plan=load_plan("TH2024"), carry_tasks=False, reset_plans=False)
    sample.planning.begin_year(wanted, 2023)
    assert [one.due_on for one in sample.planning.tasks(2024)] == [date(2024, 3, 15), date(2024, 11, 18)]
    assert sample.plan(2024).code == "TH2024"
    assert any(unit.plan_issued for unit in sample.register("subunits").all())


def test_a_plan_changed_since_is_not_thrown_away(sample):
    sample.planning.begin_year(new_year(sample), 2023)
    sample.save_plan(2024, changed(sample.plan(2024), name="Đã sửa"))
    with pytest.raises(ConflictError, match="Kế hoạch của năm 2024 đã được sửa"):
        sample.operations.undo()
    assert (sample.plan(2024).name, len(sample.planning.tasks(2024))) == ("Đã sửa", 8)


def test_taking_back_a_year_leaves_the_year_that_was_chosen_since(sample):
    sample.save_plan(2022, sample.plan(2023))
    sample.planning.begin_year(new_year(sample), 2023)
    sample.set_year(2022)
    sample.operations.undo()
    assert (sample.year, sample.years()) == (2022, [2022, 2023])


def test_inspections_of_earlier_years_stay_while_something_is_open(ledger):
    def inspect(title, year, *rows):
        ledger.activities.save(
            activity(
                title,
                date_start=date(year, 5, 1),
                inspection_kind=InspectionKind.CAMPAIGN,
                recommendations=rows,
            )
        )

    inspect("Năm trước, còn việc", 2022, Recommendation(text="x", due_on=date(2023, 11, 1)))
    inspect("Năm trước, xong", 2022)
    inspect("Năm nay", 2023)
    inspect("Năm sau", 2024)
    ledger.activities.save(activity("Không phải kiểm tra"))
    assert [one.title for one in ledger.planning.inspections(2023)] == ["Năm trước, còn việc", "Năm nay"]
    found = ledger.planning.due(2023, date(2023, 11, 20))
    assert [(item.place, item.is_late) for item in found] == [("inspections", True)]
