"""The composition of a committee against what is usual at its level."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.committee_rules import check_rules, composition_faults, rule_for
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember, CommitteeRole
from desktop_app.errors import ResourceError

DAY = date(2023, 11, 30)
MEMBER = CommitteeMember(full_name="Nguyễn Văn Thêm", position="Ủy viên")
COMMITTEE, TEAM = CommitteeBody.COMMITTEE, CommitteeBody.SUPPORT_TEAM


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_the_committees_of_the_samples_are_complete(sample_of, district):
    members = sample_of(district).register("steering_committee").all()
    assert composition_faults(members, COMMITTEE, UnitLevel.DISTRICT, DAY) == []


def test_what_is_missing_is_named(sample):
    members = sample.register("steering_committee").all()
    without = [
        one
        for one in members
        if one.role not in (CommitteeRole.SECRETARY, CommitteeRole.STANDING_DEPUTY)
        and "Quản lý thị trường" not in one.position
    ]
    assert composition_faults(without, COMMITTEE, UnitLevel.DISTRICT, DAY) == [
        "còn thiếu Phó Trưởng ban Thường trực",
        "còn thiếu Thư ký",
        "chưa có đại diện: Quản lý thị trường",
    ]


def test_former_members_do_not_count(sample):
    members = sample.register("steering_committee").all()
    gone = [
        replace(one, valid_to=date(2023, 6, 1)) if one.role is CommitteeRole.HEAD else one for one in members
    ]
    assert composition_faults(gone, COMMITTEE, UnitLevel.DISTRICT, DAY)[0] == "còn thiếu Trưởng ban"
    assert composition_faults(gone, COMMITTEE, UnitLevel.DISTRICT, date(2023, 5, 1)) == []


def test_too_many_are_told(sample):
    members = sample.register("steering_committee").all()
    heads = [replace(one, role=CommitteeRole.HEAD) for one in members]
    assert "có 15 Trưởng ban (thường có 1)" in composition_faults(heads, COMMITTEE, UnitLevel.DISTRICT, DAY)
    many = [*members, *(replace(MEMBER, id=str(at)) for at in range(20))]
    assert composition_faults(many, COMMITTEE, UnitLevel.DISTRICT, DAY) == [
        "có 35 thành viên (thường từ 9 đến 30)"
    ]


def test_nothing_is_asked_where_nothing_is_usual():
    member = CommitteeMember(full_name="Đào", body=TEAM)
    assert composition_faults([], COMMITTEE, UnitLevel.DISTRICT, DAY) == [], "nobody is entered yet"
    assert composition_faults([member], COMMITTEE, UnitLevel.MEMBER_BODY, DAY) == []
    assert rule_for(COMMITTEE, UnitLevel.MEMBER_BODY) is None
    assert composition_faults([member], TEAM, UnitLevel.COMMUNE, DAY) == [
        "còn thiếu Tổ trưởng",
        "có 1 thành viên (thường từ 3 đến 20)",
    ]


def test_every_level_with_a_committee_has_a_rule():
    for level in (UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE):
        assert rule_for(COMMITTEE, level)
        assert rule_for(TEAM, level)


def test_an_impossible_rule_is_refused():
    rule = {
        "body": "committee",
        "levels": ["district"],
        "least": 9,
        "most": 3,
        "roles": [],
        "represented": [],
    }
    with pytest.raises(ResourceError, match="mục thứ 1"):
        check_rules({"note": "…", "rules": [rule]}, "committee_rules.json")
