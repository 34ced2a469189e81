"""What a ledger keeps for its nominations beside the records."""

from datetime import date

import pytest

from desktop_app.domain.award_catalogue import VoteRule, load_awards
from desktop_app.domain.award_quotas import Quota
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.records.award_folder import AwardMeeting
from desktop_app.errors import LedgerFileError
from tests.records import change_raw


@pytest.fixture
def settings(ledger):
    return ledger.award_desk.settings


def test_a_new_ledger_has_the_shipped_rule_of_votes_and_nothing_else(settings):
    assert settings.rules(2023) == AwardRules(load_awards().votes, ())
    assert settings.meeting(2023) == AwardMeeting()
    assert settings.folder() == ""


def test_quotas_belong_to_a_year_and_the_rule_of_votes_to_all(settings):
    votes, quotas = VoteRule(agree_percent=80), (Quota(form="Bằng khen", most=3),)
    settings.save_rules(2023, AwardRules(votes, quotas))
    assert settings.rules(2023) == AwardRules(votes, quotas)
    assert settings.rules(2024) == AwardRules(votes, ())


def test_the_meeting_and_the_folder_are_remembered(settings):
    meeting = AwardMeeting(held_on=date(2023, 10, 20), chair="Ông A", present=("Bà B", "Ông C"))
    settings.save_meeting(2023, meeting)
    settings.save_folder("/ho_so")
    assert (settings.meeting(2023), settings.meeting(2024)) == (meeting, AwardMeeting())
    assert settings.folder() == "/ho_so"


def test_a_damaged_rule_is_told_as_a_damaged_file(ledger, settings):
    settings.save_rules(2023, AwardRules(VoteRule(), ()))
    change_raw(ledger.path, "UPDATE settings SET value = '{\"agree_percent\": 0}' WHERE key = 'award_votes'")
    with pytest.raises(LedgerFileError):
        settings.rules(2023)
