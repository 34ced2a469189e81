"""A member replaced, a new decision, the order of the list."""

from datetime import date

from desktop_app.domain.committee import (
    Decision,
    Newcomer,
    ended,
    in_order,
    next_place,
    reappointed,
    replaced,
)
from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.steering_committee import CommitteeMember, CommitteeRole, MemberChange

OLD = CommitteeMember(
    id="a",
    full_name="Nguyễn Văn Bảy",
    position="Phó Chủ tịch UBND huyện",
    role=CommitteeRole.DEPUTY,
    place=3,
    duty="Phụ trách thị trường",
    decision_number="1187-QĐ/HU",
    valid_from=date(2022, 1, 1),
    phone="0987650001",
)
DECISION = Decision("1302-QĐ/HU", date(2023, 6, 1), "Ban Thường vụ Huyện ủy")


def test_the_old_one_ends_the_day_before_the_new_one_begins():
    left, new = replaced(
        OLD, Newcomer("Lê Thị Ửng", "Phó Chủ tịch UBND huyện", Honorific.MRS), DECISION, date(2023, 6, 5)
    )
    assert (left.id, left.valid_to, left.decision_number) == ("a", date(2023, 6, 4), "1187-QĐ/HU")
    assert not left.is_member_on(date(2023, 6, 5))
    assert left.is_member_on(date(2023, 6, 4))
    assert (new.id, new.valid_from, new.change, new.replaces) == (
        "",
        date(2023, 6, 5),
        MemberChange.REPLACEMENT,
        "Nguyễn Văn Bảy",
    )
    assert (new.role, new.place, new.duty) == (OLD.role, 3, "Phụ trách thị trường")
    assert (new.decision_number, new.decision_date, new.decided_by) == (
        "1302-QĐ/HU",
        date(2023, 6, 1),
        "Ban Thường vụ Huyện ủy",
    )
    assert new.phone == "", "contact data belong to one person"


def test_a_new_decision_makes_nobody_new():
    (one,) = reappointed([OLD], Decision("5-QĐ/HU", date(2023, 8, 1)))
    assert (one.decision_number, one.decision_date, one.valid_from, one.change) == (
        "5-QĐ/HU",
        date(2023, 8, 1),
        date(2022, 1, 1),
        MemberChange.NONE,
    )
    assert ended([OLD], date(2023, 7, 31))[0].valid_to == date(2023, 7, 31)


def test_members_stand_by_place_then_by_role():
    named = [
        CommitteeMember(full_name="D"),
        CommitteeMember(full_name="C", role=CommitteeRole.HEAD),
        CommitteeMember(full_name="B", place=2),
        CommitteeMember(full_name="A", place=1),
    ]
    assert [one.full_name for one in in_order(named)] == ["A", "B", "C", "D"]
    assert next_place(named) == 3
    assert next_place([]) == 1
