"""Steps of many nominations in one operation, settings of a year, earlier awards, personal data erased for good."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.award_catalogue import VoteRule
from desktop_app.domain.award_quotas import Quota, QuotaNominee
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.award_steps import StepForMany
from desktop_app.domain.query import Query
from desktop_app.domain.records.award_folder import AwardMeeting
from desktop_app.domain.records.awards import AwardStatus
from desktop_app.errors import ConflictError
from tests.records import SECRETS, nominee, raw, whole_text

STEP = StepForMany(status=AwardStatus.SUBMITTED, on=date(2023, 10, 25), number="15/TTr-MTTQ-BCĐ")


def test_many_take_a_step_in_one_operation_and_keep_their_personal_values(ledger):
    ids = [ledger.awards.save(nominee(f"Người {n}")).id for n in range(3)]
    ledger.award_desk.step_all(ids, STEP)
    for one in ids:
        moved = ledger.awards.get(one)
        assert (moved.status, moved.proposal_number, moved.proposal_date) == (
            AwardStatus.SUBMITTED, "15/TTr-MTTQ-BCĐ", date(2023, 10, 25),
        )  # fmt: skip
        assert moved.national_id == "060179004321"
    assert ledger.operations.latest().label == "Đã chuyển 3 đề nghị sang “Đã trình”"
    ledger.operations.undo()
    assert {ledger.awards.get(one).status for one in ids} == {AwardStatus.DRAFT}


def test_a_step_is_taken_by_all_or_by_none(ledger):
    kept = ledger.awards.save(nominee())
    gone = ledger.awards.save(nominee("Người khác"))
    ledger.awards.delete(gone.id)
    with pytest.raises(ConflictError):
        ledger.award_desk.step_all([kept.id, gone.id], STEP)
    assert ledger.awards.get(kept.id).status is AwardStatus.DRAFT


def test_rules_and_meeting_are_kept_by_year(ledger):
    settings = ledger.award_desk.settings
    assert settings.rules(2023) == AwardRules()
    quota = Quota(form="Giấy khen", most=4, nominee=QuotaNominee.INDIVIDUAL)
    rules = AwardRules(VoteRule(agree_percent=80), (quota,))
    settings.save_rules(2023, rules)
    assert settings.rules(2023) == rules
    assert settings.rules(2024) == AwardRules(VoteRule(agree_percent=80))
    meeting = AwardMeeting(held_on=date(2023, 10, 20), present=("Ông A", "Bà B"))
    settings.save_meeting(2023, meeting)
    assert settings.meeting(2023) == meeting
    assert settings.meeting(2024) == AwardMeeting()


def test_earlier_decisions_of_the_ledger_reach_the_checks(ledger):
    award = {"award_form": "Giấy khen", "award_authority": "Chủ tịch UBND huyện", "achievement": "Tốt"}
    past = nominee(
        nominated_on=date(2022, 10, 1),
        status="decided",
        decision_number="7/QĐ",
        decision_date=date(2022, 11, 1),
    )
    ledger.awards.save(replace(past, **award, status=AwardStatus.DECIDED))
    saved = ledger.awards.save(replace(nominee(), **award))
    found = [one for one in ledger.check(ledger.reports.period(2023)) if one.record_id == saved.id]
    assert any("năm trước (quyết định số 7/QĐ ngày 01/11/2022)" in one.sentence for one in found)


def test_two_of_one_name_are_told_apart_by_their_birth_dates_in_the_side_table(ledger):
    one = ledger.awards.save(nominee())
    two = ledger.awards.save(nominee(date_of_birth=date(1990, 1, 1)))
    period = ledger.reports.period(2023)

    def twins():
        return {one.record_id for one in ledger.check(period) if "trùng họ tên" in one.sentence}

    assert twins() == set()
    ledger.awards.save(replace(ledger.awards.get(two.id), date_of_birth=date(1979, 12, 31)))
    assert twins() == {one.id, two.id}


def test_erasing_takes_the_personal_values_of_a_year_from_everywhere(ledger):
    other = {"national_id": "060179009999", "phone": "", "address": ""}
    kept = ledger.awards.save(nominee(nominated_on=date(2022, 5, 1), **other))
    saved = ledger.awards.save(nominee())
    ledger.awards.save(replace(ledger.awards.get(saved.id), phone="0987650002"))
    ledger.awards.delete(saved.id)
    ledger.drafts.put("awards", saved.id, {"name": "A", "phone": "0987650003"})
    assert ledger.award_desk.count_personal(2023) == 1
    assert ledger.award_desk.erase_personal(2023) == 1
    text = whole_text(ledger.path)
    assert not [one for one in (*SECRETS[:3], "0987650002", "0987650003") if one in text]
    assert ledger.awards.get(saved.id).national_id == ""
    assert ledger.awards.get(kept.id).national_id == "060179009999"
    assert ledger.award_desk.count_personal(2023) == 0
    assert raw(ledger.path, "SELECT count(*) FROM awards") == [(2,)]


def test_erasing_is_not_taken_back_and_a_nomination_can_be_saved_after_it(ledger):
    saved = ledger.awards.save(nominee())
    ledger.award_desk.erase_personal(2023)
    assert ledger.operations.latest().kind == "create"
    again = ledger.awards.save(replace(ledger.awards.get(saved.id), address="Xã La Dạ"))
    assert ledger.awards.get(again.id).address == "Xã La Dạ"
    assert ledger.awards.count(Query()) == 1
