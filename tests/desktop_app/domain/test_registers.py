"""What is impossible or missing in each register by itself."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.awards import AwardLevel, AwardNomination, AwardStatus, NomineeType, Votes
from desktop_app.domain.registers import ACTIVITIES, AWARDS
from desktop_app.domain.rules import gaps, problems
from tests.records import activity, nominee


@pytest.mark.parametrize("register", [ACTIVITIES, AWARDS], ids=lambda register: register.name)
def test_naming_field_and_date_are_all_that_is_needed(register):
    required = {name for name, spec in register.specs.items() if spec.required}
    assert required == {register.naming_field, register.date_field}
    assert register.label(register.naming_field)


def test_an_activity_ends_when_it_begins_or_later():
    assert problems(ACTIVITIES, activity(date_end=date(2023, 5, 20))) == {}
    assert problems(ACTIVITIES, activity(date_end=date(2023, 5, 19))) == {
        "date_end": "Kết thúc trước khi bắt đầu (20/05/2023)."
    }
    assert list(problems(ACTIVITIES, activity(date_start=None, date_end=date(2023, 5, 19)))) == ["date_start"]


@pytest.mark.parametrize(
    ("values", "gap"),
    [
        ({}, True),
        ({"figures": {"visitors": 0}}, False),
        ({"result": "Tốt."}, False),
        ({"status": ActivityStatus.PLANNED}, False),
        ({"status": ActivityStatus.CANCELLED}, False),
    ],
)
def test_a_completed_activity_needs_figures_or_a_result(values, gap):
    assert ("figures" in gaps(ACTIVITIES, activity(**values))) == gap


def test_the_achievement_s_period_ends_after_it_begins():
    found = problems(AWARDS, nominee(period_from=date(2023, 5, 1), period_to=date(2023, 4, 30)))
    assert list(found) == ["period_to"]
    assert problems(AWARDS, nominee(period_to=date(2023, 4, 30))) == {}


@pytest.mark.parametrize(
    "number",
    ["06017900432", "0601790043211", "06017900432a", "０６０１７９００４３２１", "²" * 12, "060 17900432"],
)
def test_a_national_id_has_twelve_digits(number):
    assert "national_id" in problems(AWARDS, nominee(national_id=number))
    assert number not in str(problems(AWARDS, nominee(national_id=number)))


def test_a_national_id_may_be_missing():
    assert problems(AWARDS, nominee(national_id="")) == problems(AWARDS, nominee()) == {}


@pytest.mark.parametrize(
    ("total", "present", "agree", "possible"),
    [
        (15, 13, 12, True),
        (15, 15, 15, True),
        (0, 0, 0, True),
        (15, 16, 1, False),
        (15, 13, 14, False),
        (15, 13, -1, False),
    ],
)
def test_votes_cannot_exceed_members(total, present, agree, possible):
    votes = Votes(total=total, present=present, agree=agree)
    assert ("votes" not in problems(AWARDS, nominee(votes=votes))) == possible


def test_a_decided_award_has_number_and_day():
    found = gaps(AWARDS, nominee(status=AwardStatus.DECIDED))
    assert {"decision_number", "decision_date"} <= set(found)
    full = nominee(status=AwardStatus.DECIDED, decision_number="1", decision_date=date(2023, 11, 1))
    assert not {"decision_number", "decision_date"} & set(gaps(AWARDS, full))
    assert "decision_number" not in gaps(AWARDS, nominee(status=AwardStatus.SUBMITTED))


def test_a_person_has_a_post_or_a_unit():
    assert "position" in gaps(AWARDS, nominee())
    assert "position" not in gaps(AWARDS, nominee(unit="Xã A"))
    assert "position" not in gaps(AWARDS, nominee(nominee_type=NomineeType.HOUSEHOLD))


@pytest.mark.parametrize("kind", NomineeType)
def test_only_an_individual_s_name_is_a_person_s(kind):
    assert AwardNomination(name="A", nominee_type=kind).names_person == (kind is NomineeType.INDIVIDUAL)
    assert not activity().names_person


def test_a_dossier_must_be_whole_from_the_meeting_to_the_decision():
    parts = {"proposal_letter": True, "minutes": True}
    reviewed = nominee(status=AwardStatus.REVIEWED, award_level=AwardLevel.DISTRICT, dossier=parts)
    assert gaps(AWARDS, reviewed)["dossier"] == "Hồ sơ còn thiếu: báo cáo thành tích."
    for status in (AwardStatus.DRAFT, AwardStatus.DECIDED, AwardStatus.WITHDRAWN):
        assert "dossier" not in gaps(AWARDS, replace(reviewed, status=status))
    whole = replace(reviewed, dossier={**parts, "achievement_report": True})
    assert "dossier" not in gaps(AWARDS, whole)
    assert "ý kiến cấp ủy" in gaps(AWARDS, replace(whole, award_level=AwardLevel.PROVINCE))["dossier"]
