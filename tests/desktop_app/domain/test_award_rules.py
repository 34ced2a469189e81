"""One person twice, the same award again, overlaps, votes and quotas (traps T1 and T2 of the samples)."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.award_catalogue import VoteRule
from desktop_app.domain.award_quotas import Quota, QuotaNominee, quota_uses
from desktop_app.domain.award_rules import AwardContext, AwardRules, award_warnings, same_named
from desktop_app.domain.records.awards import (
    AwardLevel,
    AwardNomination,
    AwardStatus,
    NomineeType,
    PastAward,
    Votes,
)
from desktop_app.exchange.sample import DISTRICTS, load_sample

PERSON = AwardNomination(
    id="person",
    nominee_type=NomineeType.INDIVIDUAL,
    nominated_on=date(2023, 11, 15),
    name="Trần Đình Ước",
    award_form="Giấy khen",
    award_authority="Chủ tịch UBND huyện",
    award_level=AwardLevel.DISTRICT,
    period_from=date(2022, 12, 1),
    period_to=date(2023, 11, 15),
)
EARLIER = replace(
    PERSON,
    id="earlier",
    nominated_on=date(2022, 10, 1),
    status=AwardStatus.DECIDED,
    decision_number="77/QĐ-UBND",
    decision_date=date(2022, 11, 20),
    period_from=date(2021, 12, 1),
    period_to=date(2022, 11, 15),
)


def found(*nominations, **context):
    return [(one.record_id, one.field) for one in award_warnings(nominations, AwardContext(**context))]


def sentences(*nominations, **context):
    return [one.sentence for one in award_warnings(nominations, AwardContext(**context))]


@pytest.mark.parametrize("district", DISTRICTS)
def test_the_traps_of_the_samples_are_found_and_nothing_else(district):
    awards = load_sample(district).records["awards"]
    prefix = awards[0].id.removesuffix("K01")
    assert sorted((one.record_id.removeprefix(prefix), one.field) for one in award_warnings(awards)) == [
        ("K07", "representative"),
        ("K10", "previous_awards"),
        ("K11", "name"),
    ]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (NomineeType.HOUSEHOLD, "household_head"),
        (NomineeType.ENTERPRISE, "representative"),
        (NomineeType.COLLECTIVE, "representative"),
    ],
)
def test_a_person_behind_another_nomination_is_named_on_both(kind, field):
    other = replace(PERSON, id="other", nominee_type=kind, name="Nhóm Rau Sạch", **{field: "TRẦN ĐÌNH ƯỚC"})
    assert found(PERSON, other) == [("person", "name"), ("other", field)]
    assert "“Nhóm Rau Sạch”" in sentences(PERSON, other)[0]


def test_another_mark_is_another_person():
    other = replace(
        PERSON, id="other", nominee_type=NomineeType.HOUSEHOLD, name="Hộ", household_head="Trần Đình Ướt"
    )
    assert found(PERSON, other) == []


@pytest.mark.parametrize("status", [AwardStatus.REJECTED, AwardStatus.WITHDRAWN])
def test_given_up_nominations_warn_of_nothing(status):
    twin = replace(PERSON, id="twin", status=status)
    assert found(PERSON, twin) == []


def test_the_same_name_is_told_apart_by_the_year_of_birth():
    twin = replace(PERSON, id="twin", name="Trần Đình ước")
    assert same_named([PERSON, twin]) == ["person", "twin"]
    assert found(PERSON, twin, birth_years={"person": 1968, "twin": 1990}) == []
    both = sentences(PERSON, twin, birth_years={"person": 1968, "twin": 1968})
    assert len(both) == 2
    assert "trùng họ tên và năm sinh (1968)" in both[0]
    assert "hãy ghi ngày sinh" in sentences(PERSON, twin, birth_years={"person": 1968})[0]


def test_a_collective_nominated_twice_is_told():
    one = replace(PERSON, nominee_type=NomineeType.COLLECTIVE, name="Hội Phụ nữ xã Đông Giang")
    two = replace(one, id="two", award_form="Bằng khen")
    assert sentences(one, two)[0] == "Tập thể này được đề nghị 2 lần trong kỳ."


def test_the_same_award_last_year_is_found_in_the_ledger_with_its_decision():
    (warning,) = sentences(PERSON, earlier=[EARLIER])
    assert warning == (
        "Đã được Giấy khen của Chủ tịch UBND huyện năm trước (quyết định số 77/QĐ-UBND ngày 20/11/2022, "
        "thành tích từ ngày 01/12/2021 đến ngày 15/11/2022)."
    )
    two_years_ago = replace(EARLIER, decision_date=date(2021, 11, 20))
    assert found(PERSON, earlier=[two_years_ago]) == []
    assert found(PERSON, earlier=[replace(EARLIER, award_form="Bằng khen")]) == []
    full = replace(EARLIER, award_authority="Chủ tịch Ủy ban nhân dân huyện Hàm Thuận Bắc")
    assert found(PERSON, earlier=[full]) == [("person", "previous_awards")]


def test_the_same_award_last_year_is_found_among_those_typed():
    past = PastAward(form="giấy khen", authority="Chủ tịch UBND huyện", year=2022)
    assert found(replace(PERSON, previous_awards=(past,))) == [("person", "previous_awards")]
    assert found(replace(PERSON, previous_awards=(replace(past, year=2021),))) == []
    assert (
        found(replace(PERSON, previous_awards=(replace(past, authority="Ủy ban MTTQ Việt Nam huyện"),))) == []
    )


def test_an_achievement_already_rewarded_is_found_by_its_days():
    overlapping = replace(EARLIER, award_form="Bằng khen", period_to=date(2022, 12, 1))
    (warning,) = sentences(PERSON, earlier=[overlapping])
    assert warning.startswith(
        "Thời gian thành tích trùng với thành tích đã khen theo quyết định số 77/QĐ-UBND"
    )
    assert found(PERSON, earlier=[replace(overlapping, period_to=date(2022, 11, 30))]) == []


@pytest.mark.parametrize(
    ("votes", "rule", "words"),
    [
        (Votes(total=15, present=9, agree=9), VoteRule(), "chỉ có 9/15 thành viên dự họp, chưa đủ 2/3"),
        (Votes(total=15, present=10, agree=5), VoteRule(), "chỉ có 5/10 phiếu đồng ý, chưa quá nửa"),
        (Votes(total=15, present=10, agree=7), VoteRule(agree_percent=80), "7/10 phiếu đồng ý, chưa đạt 80%"),
        (Votes(total=15, present=10, agree=6), VoteRule(), ""),
        (Votes(total=15, present=10, agree=8), VoteRule(agree_percent=80), ""),
    ],
)
def test_a_vote_counts_by_the_rule_of_the_ledger(votes, rule, words):
    said = " ".join(sentences(replace(PERSON, votes=votes), rules=AwardRules(votes=rule)))
    assert (words in said) if words else said == ""


def test_a_quota_counts_its_own_and_warns_when_exceeded():
    collective = replace(PERSON, id="c", nominee_type=NomineeType.COLLECTIVE, name="Hội Nông dân")
    quota = Quota(form="giấy khen", most=1, authority="Chủ tịch Ủy ban nhân dân huyện")
    (use,) = quota_uses([quota], [PERSON, collective])
    assert (use.text, use.is_exceeded) == ("giấy khen của Chủ tịch Ủy ban nhân dân huyện: 2/1", True)
    rules = AwardRules(quotas=(quota,))
    assert found(PERSON, collective, rules=rules) == [("person", "award_form"), ("c", "award_form")]
    people = replace(quota, nominee=QuotaNominee.INDIVIDUAL)
    assert found(PERSON, collective, rules=AwardRules(quotas=(people,))) == []
    assert quota_uses([replace(quota, form="Bằng khen")], [PERSON])[0].nominations == ()
