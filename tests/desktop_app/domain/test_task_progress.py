from datetime import date

import pytest

from desktop_app.domain.labels.tasks import due_words
from desktop_app.domain.records.activities import Activity, ActivityStatus
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.domain.task_progress import Progress, activities_of, has_target
from tests.records import activity


def task(**values) -> Task:
    return Task(**{"id": "N1", "title": "Tổ chức hội nghị", "due_on": date(2023, 5, 15), **values})


@pytest.mark.parametrize(
    ("kind", "words", "last"),
    [
        (DueKind.DAY, "15/05/2023", date(2023, 5, 15)),
        (DueKind.MONTH, "Tháng 5", date(2023, 5, 31)),
        (DueKind.QUARTER, "Quý II", date(2023, 6, 30)),
        (DueKind.YEAR, "Cả năm", date(2023, 12, 31)),
    ],
)
def test_a_due_date_is_meant_as_exactly_as_its_kind_says(kind, words, last):
    made = task(due_kind=kind)
    assert (due_words(made), made.last_day) == (words, last)
    assert not made.is_late_on(last)
    assert made.is_late_on(date(2024, 1, 1))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_lies_in_its_quarter(month):
    quarters = ["Quý I"] * 3 + ["Quý II"] * 3 + ["Quý III"] * 3 + ["Quý IV"] * 3
    made = task(due_on=date(2023, month, 1), due_kind=DueKind.QUARTER)
    assert due_words(made) == quarters[month - 1]
    assert made.last_day is not None
    assert (made.last_day.month - 1) // 3 == (month - 1) // 3


def test_a_february_of_a_leap_year_ends_on_its_29th():
    assert task(due_on=date(2024, 2, 1), due_kind=DueKind.MONTH).last_day == date(2024, 2, 29)


@pytest.mark.parametrize("status", [TaskStatus.DONE, TaskStatus.CANCELLED])
def test_what_is_done_or_given_up_is_never_late(status):
    assert not task(status=status).is_late_on(date(2030, 1, 1))


def carried(made: Task, *activities: Activity) -> list[str]:
    return [one.title for one in activities_of(made, activities)]


def test_an_activity_that_names_a_task_counts_for_that_task_alone():
    made = task(plan_items=("II.1",), content_code="C1")
    own = activity("Của nhiệm vụ", task="N1", content_code="C6")
    other = activity("Của nhiệm vụ khác", task="N2", plan_items=("II.1",), content_code="C1")
    item = activity("Cùng nội dung kế hoạch", plan_items=("II.2", "II.1"), content_code="C2")
    content = activity("Cùng nhóm, không mục", content_code="C1")
    foreign = activity("Mục khác", plan_items=("II.5",), content_code="C1")
    assert carried(made, own, other, item, content, foreign) == [
        "Của nhiệm vụ",
        "Cùng nội dung kế hoạch",
        "Cùng nhóm, không mục",
    ]


def test_a_task_without_item_goes_by_content_and_one_without_both_takes_all():
    c1, c2 = activity("Một", content_code="C1", plan_items=("II.1",)), activity("Hai", content_code="C2")
    assert carried(task(content_code="C1"), c1, c2) == ["Một"]
    assert carried(task(), c1, c2) == ["Một", "Hai"]
    assert carried(task(plan_items=("II.1",)), c1, c2) == ["Một"]


def test_planned_and_cancelled_activities_carry_nothing_out():
    planned = activity(status=ActivityStatus.PLANNED)
    assert carried(task(), planned, activity(status=ActivityStatus.CANCELLED)) == []
    assert carried(task(), activity("Ước", status=ActivityStatus.PLANNED, is_estimate=True)) == ["Ước"]


def test_progress_is_told_in_the_unit_of_its_indicator():
    made = Progress("conferences", 74, 80)
    assert made.words == "74/80 cuộc, 92%"
    assert not made.is_reached
    assert Progress("conferences", 799, 800).percent == 99, "100 % is said only when all is reached"
    assert Progress("attendees", 12_230, 10_000).words == "12.230/10.000 lượt người, 122%"
    assert Progress("conferences", 0, 0).is_reached


def test_a_target_needs_both_parts():
    assert not has_target(task(target_indicator="conferences"))
    assert not has_target(task(target_value=3))
    assert has_target(task(target_indicator="conferences", target_value=0))
