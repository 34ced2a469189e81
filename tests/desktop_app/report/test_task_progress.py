"""Progress counted by the rule of each indicator, on the sample district."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.domain.records.tasks import Task
from tests.records import activity


def words(ledger, year=2023):
    return {key: one.words for key, one in ledger.planning.progress(year).items()}


def test_the_sample_tells_its_progress(sample):
    assert words(sample) == {
        "BT-HTB-N03": "74/80 cuộc, 92%",
        "BT-HTB-N04": "2/2 cuộc, 100%",
        "BT-HTB-N05": "2/10 chuyến, 20%",
        "BT-HTB-N06": "2/3 điểm, 66%",
    }


def test_an_activity_that_names_another_task_moves_over(sample):
    market = next(one for one in sample.activities.all() if one.figures.get("mobile_sales"))
    count = market.figures["mobile_sales"]
    sample.activities.save(replace(sample.activities.get(market.id), task="BT-HTB-N03"))
    assert words(sample)["BT-HTB-N05"].startswith(f"{2 - count}/10")


def test_a_target_of_a_register_follows_the_register(sample):
    sample.register("points_of_sale").save(PointOfSale(name="Điểm bán mới", opened_on=date(2023, 12, 20)))
    assert words(sample)["BT-HTB-N06"] == "3/3 điểm, 100%"


def test_a_figure_that_does_not_add_up_counts_its_latest(ledger):
    tasks = ledger.register("tasks")
    made = tasks.save(
        Task(
            title="Duy trì mô hình",
            due_on=date(2023, 12, 31),
            target_indicator="models_maintained",
            target_value=9,
        )
    )
    for month, count in ((3, 7), (9, 5)):
        ledger.activities.save(
            activity(date_start=date(2023, month, 1), figures={"models_maintained": count})
        )
    assert words(ledger) == {made.id: "5/9 mô hình, 55%"}


def test_only_the_year_counts(ledger):
    tasks = ledger.register("tasks")
    task = Task(title="x", due_on=date(2023, 5, 1), target_indicator="conferences", target_value=4)
    made = tasks.save(task)
    tasks.save(replace(task, due_on=date(2022, 5, 1)))
    for year in (2022, 2023, 2024):
        ledger.activities.save(activity(date_start=date(year, 12, 31), figures={"conferences": 1}))
    assert words(ledger) == {made.id: "1/4 cuộc, 25%"}
