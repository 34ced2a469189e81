"""A sum told twice, or told by an activity that does not hold it, is named; a proper one is not."""

from datetime import date, timedelta

import pytest

from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.funds import FundKind
from desktop_app.report.checks.funds import NEAR_DAYS, fund_remarks, is_similar_source
from tests.desktop_app.report.fund_records import (
    DAY,
    enterprise,
    entry,
    line,
    point,
    records,
    support,
    told,
)


def remarks(*activities, **others):
    return list(fund_remarks(records(*activities, **others)))


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [
        ("Sở Công Thương", "So cong thuong hỗ trợ", True),
        ("Ngân sách huyện", "Ngân sách xã", False),
        ("", "Ngân sách xã", True),
        ("Xã hội hóa", "Doanh nghiệp tài trợ", False),
    ],
)
def test_sources_are_similar_when_one_name_holds_the_other(one, other, similar):
    assert is_similar_source(one, other) is is_similar_source(other, one) is similar


@pytest.mark.parametrize("apart", [-NEAR_DAYS, 0, NEAR_DAYS])
def test_an_unlinked_support_that_an_activity_tells_too(apart):
    (found,) = remarks(told(line(80), day=DAY + timedelta(days=apart)), points_of_sale=[point()])
    assert (found.register, found.record_id, found.field) == ("points_of_sale", "p1", "support_activity")
    assert "80.000.000 đồng có thể bị tính hai lần" in found.sentence
    assert "Khai trương điểm bán" in found.sentence


@pytest.mark.parametrize(
    "activity",
    [
        told(line(80), day=DAY + timedelta(days=NEAR_DAYS + 1)),
        told(line(79)),
        told(line(80, source="Ngân sách huyện")),
        told(line(80), status=ActivityStatus.CANCELLED),
    ],
)
def test_other_activities_are_no_twin(activity):
    assert remarks(activity, points_of_sale=[point()]) == []


def test_the_opening_stands_for_the_day_of_support_that_is_missing():
    point_ = point(supported_on=None, opened_on=DAY)
    assert len(remarks(told(line(80)), points_of_sale=[point_])) == 1


def test_a_support_of_another_period_is_not_looked_at():
    assert remarks(told(line(80)), points_of_sale=[point(day=date(2022, 12, 20))]) == []


def test_an_enterprise_is_looked_at_like_a_point_of_sale():
    (found,) = remarks(told(line(30, source="Khuyến công")), enterprises=[enterprise(support())])
    assert (found.register, found.field) == ("enterprises", "supports")


def test_an_entry_that_repeats_an_activity():
    activity = told(line(5, source="Ngân sách huyện"))
    (found,) = remarks(activity, funds=[entry()])
    assert (found.register, found.record_id) == ("funds", "f1")
    assert "xóa ở sổ kinh phí" in found.sentence
    assert remarks(activity, funds=[entry(kind=FundKind.PLANNED)]) == []


def test_a_linked_support_that_its_activity_holds_is_fine():
    linked = point(support_activity="a1")
    assert remarks(told(line(80)), points_of_sale=[linked]) == []
    assert remarks(told(line(200)), points_of_sale=[linked]) == []


def test_a_linked_support_that_its_activity_does_not_hold():
    (found,) = remarks(told(line(50)), points_of_sale=[point(support_activity="a1")])
    assert "chưa ghi đủ khoản hỗ trợ 80.000.000 đồng" in found.sentence


def test_two_supports_need_both_sums():
    two = [point(support_activity="a1"), point(id="p2", support_activity="a1")]
    assert len(remarks(told(line(80)), points_of_sale=two)) == 2
    assert remarks(told(line(80), line(80)), points_of_sale=two) == []


@pytest.mark.parametrize(
    "activities", [(), (told(line(80), status=ActivityStatus.PLANNED),), (told(line(80), record_id="b"),)]
)
def test_a_link_to_an_activity_that_does_not_count_drops_the_sum(activities):
    found = remarks(*activities, points_of_sale=[point(support_activity="a1")])
    assert len(found) == 1
    assert "chưa vào tổng kinh phí" in found[0].sentence
