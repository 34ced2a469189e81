"""Activities that contradict themselves are told, and those that only look like it are not."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.activities import ActivityStatus, Channel
from tests.records import activity

FULL = {
    "content_code": "C1",
    "organizer": "MTTQ",
    "place": "Xã A",
    "figures": {"attendees": 5},
    "plan_items": ("II.1",),
}


@pytest.fixture
def found_in(ledger):
    """Save an activity and return the rules of its warnings."""

    def save(title="Lễ phát động", **values):
        saved = ledger.activities.save(activity(title, **(FULL | values)))
        found = ledger.check(ledger.reports.period(2023))
        return {one.rule for one in found if one.record_id == saved.id}

    return save


def test_what_is_done_cannot_lie_ahead(found_in, clock):
    today = clock().date()
    assert found_in(date_start=today) == set()
    assert found_in("Ngày hội", date_start=date(2023, 11, 21)) == {"future"}


@pytest.mark.parametrize("values", [{"is_estimate": True}, {"status": ActivityStatus.PLANNED}])
def test_estimates_and_plans_may_lie_ahead(found_in, values):
    assert found_in(date_start=date(2023, 11, 21), **values) == set()


def test_what_was_planned_and_is_over_must_be_brought_up_to_date(found_in):
    assert found_in(status=ActivityStatus.PLANNED) == {"overdue"}


def test_what_comes_after_the_report_is_an_estimate(ledger, found_in):
    period = ledger.reports.period(2023)
    ledger.reports.save_head(period, replace(ledger.reports.head(period), issued_on=date(2023, 11, 10)))
    assert found_in(date_start=date(2023, 11, 10)) == set()
    assert found_in("Ngày hội", date_start=date(2023, 11, 18)) == {"after_report"}
    assert found_in("Tổng kết", date_start=date(2023, 11, 18), is_estimate=True) == set()


def test_figures_that_all_belong_to_another_content_are_told(ledger, found_in):
    assert found_in(figures={"market_checks": 12, "violations": 3}) == {"content"}
    (found,) = [one for one in ledger.check(ledger.reports.period(2023)) if one.rule == "content"]
    assert "nội dung C2" in found.sentence
    assert found.field == "content_code"


def test_one_figure_of_another_content_is_usual(found_in):
    assert found_in(figures={"attendees": 300, "stalls": 4}) == set()


@pytest.mark.parametrize(
    "values",
    [
        {"channels": (Channel.CONFERENCE,)},
        {"title": "Hội nghị tuyên truyền Cuộc vận động"},
        {"figures": {"attendees": 5, "conferences": 0}},
    ],
)
def test_people_at_no_conference_are_told(found_in, values):
    assert found_in(**values) == {"no_conference"}


def test_people_at_other_meetings_are_no_contradiction(found_in):
    held = {"attendees": 15, "committee_meetings": 1}
    assert found_in("Hội nghị tuyên truyền, họp Ban", figures=held, content_code="C7") == set()
    assert found_in("Khai trương điểm bán", figures={"attendees": 120}) == set()


def test_a_conference_without_people_is_told(found_in):
    assert found_in(figures={"conferences": 3}) == {"no_attendees"}
    assert found_in("Tập huấn", figures={"conferences": 1, "trainees": 60}, content_code="C5") == set()
