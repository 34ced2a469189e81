from datetime import date

import pytest

from desktop_app.domain.follow_up import (
    case_rows,
    done_of,
    has_open_ends,
    planned_until,
    recommendation_rows,
)
from desktop_app.domain.records.activities import (
    ActivityStatus,
    CaseKind,
    ConsumerCase,
    FollowUp,
    InspectedUnit,
    InspectionKind,
    Quarter,
    Recommendation,
)
from desktop_app.domain.registers import ACTIVITIES
from desktop_app.domain.rules import gaps
from tests.records import activity

TODAY = date(2023, 11, 20)


def inspection(**values):
    usual = {"id": "K1", "inspection_kind": InspectionKind.CAMPAIGN, "result": "Đã kiểm tra.", "place": "x"}
    return activity("Kiểm tra các xã", **{**usual, "organizer": "y", "content_code": "C2", **values})


def recommend(text, due=None, status=FollowUp.OPEN, **values):
    return Recommendation(text=text, due_on=due, status=status, **values)


def test_late_recommendations_stand_first_and_done_ones_last():
    one = inspection(
        recommendations=(
            recommend("xong", date(2023, 1, 1), FollowUp.DONE),
            recommend("không hạn"),
            recommend("sau", date(2023, 12, 15), FollowUp.IN_PROGRESS),
            recommend("trễ", date(2023, 11, 19)),
        )
    )
    rows = recommendation_rows([one], TODAY)
    assert [row.text for row in rows] == ["trễ", "sau", "không hạn", "xong"]
    assert [row.is_late_on(TODAY) for row in rows] == [True, False, False, False]
    assert {row.activity for row in rows} == {"K1"}
    assert len({row.id for row in rows}) == 4
    assert (done_of(one), has_open_ends(one)) == ((1, 4), True)


def test_open_cases_stand_first_the_oldest_on_top():
    cases = (
        ConsumerCase(matter="mới", received_on=date(2023, 9, 1)),
        ConsumerCase(matter="xong", received_on=date(2023, 1, 1), status=FollowUp.DONE),
        ConsumerCase(matter="không ngày", kind=CaseKind.TIP),
    )
    rows = case_rows([inspection(cases=cases)])
    assert [row.text for row in rows] == ["không ngày", "mới", "xong"]
    assert rows[0].day == date(2023, 5, 20), "the day of the activity stands for a day that is not noted"
    assert not any(row.is_late_on(date(2030, 1, 1)) for row in rows)


def test_an_inspection_without_open_ends():
    done = recommend("xong", status=FollowUp.DONE)
    assert not has_open_ends(inspection(recommendations=(done,)))
    assert has_open_ends(inspection(cases=(ConsumerCase(matter="m"),)))


@pytest.mark.parametrize(
    ("values", "day"),
    [
        ({"planned_quarter": Quarter.SECOND}, date(2023, 6, 30)),
        ({"planned_quarter": Quarter.FOURTH}, date(2023, 12, 31)),
        ({}, date(2023, 5, 20)),
        ({"date_end": date(2023, 5, 25)}, date(2023, 5, 25)),
        ({"status": ActivityStatus.COMPLETED, "planned_quarter": Quarter.FIRST}, None),
        ({"inspection_kind": InspectionKind.NONE}, None),
    ],
)
def test_a_planned_inspection_has_until_the_end_of_its_quarter(values, day):
    assert planned_until(inspection(**{"status": ActivityStatus.PLANNED, **values})) == day


UNITS = (InspectedUnit(unit="Xã A"), InspectedUnit(unit="Xã B"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"inspected": UNITS, "figures": {"units_inspected": 2}}, ""),
        ({"figures": {"units_inspected": 5}}, ""),
        ({"inspected": UNITS, "figures": {"units_inspected": 3}}, "Ghi 2 đơn vị"),
        ({"inspected": UNITS}, "là chưa có"),
        (
            {"recommendations": (recommend("a"), recommend("b")), "figures": {"recommendations": 1}},
            "2 kiến nghị",
        ),
        ({"recommendations": (recommend("a"),), "figures": {"recommendations": 4}}, ""),
        ({"cases": (ConsumerCase(matter="m"),)}, "1 khiếu nại tiếp nhận"),
        ({"cases": (ConsumerCase(matter="m", kind=CaseKind.TIP),)}, ""),
        (
            {
                "cases": (ConsumerCase(matter="m", status=FollowUp.DONE),),
                "figures": {"complaints_received": 1},
            },
            "1 khiếu nại đã giải quyết",
        ),
        ({"inspected": UNITS, "status": ActivityStatus.PLANNED}, ""),
    ],
)
def test_figures_that_do_not_match_the_rows_are_a_gap(values, said):
    sentence = gaps(ACTIVITIES, inspection(**values)).get("figures", "")
    assert said in sentence if said else sentence == ""


def test_a_recommendation_that_is_done_needs_its_day():
    missing = inspection(
        recommendations=(recommend("a", status=FollowUp.DONE),), figures={"recommendations": 1}
    )
    assert list(gaps(ACTIVITIES, missing)) == ["recommendations"]
    dated = recommend("a", status=FollowUp.DONE, done_on=TODAY)
    assert gaps(ACTIVITIES, inspection(recommendations=(dated,), figures={"recommendations": 1})) == {}
