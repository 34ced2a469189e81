"""What was probably entered twice is told once, at the later record; what only looks alike is not."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.enterprises import Enterprise
from desktop_app.domain.records.funds import FundEntry
from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.checks.duplicates import NEAR_DAYS, duplicate_remarks
from desktop_app.report.figures import PeriodRecords
from tests.desktop_app.report.fund_records import YEAR
from tests.records import activity

TITLE = "Phiên chợ hàng Việt về xã Đông Giang"


def twice(*activities):
    named = [replace(one, id=str(place)) for place, one in enumerate(activities)]
    return [one.record_id for one in duplicate_remarks(PeriodRecords(YEAR, named, [], []))]


def one(title=TITLE, day=20, place="Xã Đông Giang", **values):
    return activity(title, date_start=date(2023, 5, day), place=place, **values)


@pytest.mark.parametrize(
    "other",
    [
        one(),
        one("phien cho hang viet ve xa Dong Giang"),
        one("Phiên chợ hàng Việt về xã Đông Giang.", place="xã đông giang"),
        one("Phiên chợ đưa hàng Việt về xã Đông Giang"),
        one(day=20 + NEAR_DAYS),
        one(day=20 - NEAR_DAYS),
        one(place=""),
    ],
)
def test_the_same_activity_twice_is_told_once(other):
    assert len(twice(one(), other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        one(day=20 + NEAR_DAYS + 1),
        one(place="Xã La Dạ"),
        one(f"{TITLE} lần 2"),
        one("Hội nghị tuyên truyền về xã Đông Giang"),
        one(status=ActivityStatus.CANCELLED),
    ],
)
def test_another_activity_is_not_told(other):
    assert twice(one(), other) == []


def test_the_later_one_is_told_and_each_only_once():
    assert sorted(twice(one(day=21), one(day=20), one(day=22))) == ["0", "2"]


def test_many_alike_are_walked_through_once():
    """20,000 of the same title: a comparison of all with all would never end."""
    dice = random.Random(7)
    many = [one(place=f"Xã {n % 40}", day=1) for n in range(20_000)]
    many = [replace(a, date_start=date(2023, 1, 1) + timedelta(days=dice.randrange(334))) for a in many]
    assert len(twice(*many)) > 10_000


def others(**registers):
    return [(o.register, o.record_id) for o in duplicate_remarks(PeriodRecords(YEAR, [], [], [], registers))]


def test_points_of_sale_of_one_name_and_commune_are_told():
    known = PointOfSale(id="1", name="Hàng Việt La Dạ", commune="Xã La Dạ")
    same = PointOfSale(id="2", name="hang viet La Dạ", commune="xã La Dạ")
    elsewhere = PointOfSale(id="3", name="Hàng Việt La Dạ", commune="Xã Đa Mi")
    closed = replace(known, id="4", closed_on=date(2022, 5, 1))
    assert others(points_of_sale=[known, same, elsewhere, closed]) == [("points_of_sale", "2")]


def test_enterprises_funds_and_answers_are_looked_at():
    assert others(enterprises=[Enterprise(id=n, name="HTX Thanh long", commune="Xã A") for n in "12"]) == [
        ("enterprises", "2")
    ]
    entry = FundEntry(id="1", purpose="In tờ rơi", entered_on=date(2023, 5, 1), source="NSNN", amount_vnd=5)
    more = [entry, replace(entry, id="2"), replace(entry, id="3", amount_vnd=6)]
    assert others(funds=more) == [("funds", "2")]
    answer = ReportedFigures(id="1", body="Hội Nông dân", period_to=date(2023, 6, 30))
    answers = [answer, replace(answer, id="2"), replace(answer, id="3", is_counted=False)]
    assert others(reported_figures=answers) == [("reported_figures", "2")]
