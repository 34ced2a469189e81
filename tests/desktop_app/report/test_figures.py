"""Figures add up as each indicator says; cancelled and planned activities count nothing."""

from datetime import date

import pytest

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import ActivityStatus, FundGroup, FundLine
from desktop_app.domain.records.awards import AwardNomination, AwardStatus, NomineeType
from desktop_app.report.counting import activity_totals, present_totals
from desktop_app.report.figures import PeriodRecords, compute
from tests.records import activity, nominee

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
INDICATORS = load_indicators()


def counted(*activities, nominations=(), decisions=()):
    return compute(PeriodRecords(YEAR, activities, nominations, decisions), INDICATORS)


def survey(asked, preferring, day=1, **values):
    figures = {"survey_asked": asked, "survey_preferring": preferring}
    return activity(date_start=date(2023, 6, day), figures=figures, **values)


def test_sums_are_summed():
    figures = counted(activity(figures={"visitors": 5}), activity(figures={"visitors": 7, "stalls": 1}))
    assert (figures.indicators["visitors"], figures.indicators["stalls"]) == (12, 1)
    assert figures.indicators["attendees"] == 0


@pytest.mark.parametrize(
    ("status", "is_estimate", "counts"),
    [
        (ActivityStatus.COMPLETED, False, True),
        (ActivityStatus.ONGOING, False, True),
        (ActivityStatus.PLANNED, False, False),
        (ActivityStatus.PLANNED, True, True),
        (ActivityStatus.CANCELLED, False, False),
        (ActivityStatus.CANCELLED, True, False),
    ],
)
def test_only_what_took_place_or_is_estimated_counts(status, is_estimate, counts):
    one = activity(
        status=status,
        is_estimate=is_estimate,
        content_code="C6",
        figures={"visitors": 5},
        funds=(FundLine(source="A", group=FundGroup.OTHER, amount_vnd=9),),
    )
    figures = counted(one)
    assert (
        figures.activities
        == figures.activities_by_content.get("C6", 0)
        == figures.without_plan_item
        == counts
    )
    assert figures.indicators["visitors"] == 5 * counts
    assert figures.funds[FundGroup.OTHER] == 9 * counts
    assert figures.estimated == ({"visitors"} if counts and is_estimate else set())


def test_the_last_survey_counts_by_date_then_id():
    first, second = survey(1000, 500, 1, id="z"), survey(800, 700, 2, id="a")
    assert counted(second, first).indicators["survey_asked"] == 800
    same_day = survey(10, 9, 2, id="b")
    assert counted(same_day, second, first).indicators["survey_asked"] == 10


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (824, 1000, 82.4),
        (1, 400, 0.3),
        (49, 400, 12.3),
        (1, 3, 33.3),
        (2, 3, 66.7),
        (0, 5, 0.0),
        (5, 5, 100.0),
    ],
)
def test_percentages_are_computed_and_halves_round_up(part, whole, percent):
    assert counted(survey(whole, part)).indicators["consumer_preference_pct"] == percent


def test_a_percentage_of_nothing_is_none():
    assert counted(survey(0, 0)).indicators["consumer_preference_pct"] is None
    assert counted().indicators["consumer_preference_pct"] is None


def test_a_typed_percentage_is_ignored():
    figures = counted(survey(1000, 824), activity(figures={"consumer_preference_pct": 99}))
    assert figures.indicators["consumer_preference_pct"] == 82.4


def test_an_unknown_figure_harms_nobody():
    assert counted(activity(figures={"của_bản_mới": 5})).activities == 1


def test_by_content_holds_own_figures_only_where_typed():
    figures = counted(
        activity(content_code="C1", figures={"attendees": 5}),
        activity(content_code="C6", figures={"attendees": 7, "stalls": 0}),
        activity(content_code="", figures={"attendees": 1}),
    )
    assert figures.by_content == {"C1": {"attendees": 5}, "C6": {"attendees": 7, "stalls": 0}}
    assert figures.indicators["attendees"] == 13
    assert figures.activities_by_content == {"C1": 1, "C6": 1}


def test_funds_are_told_by_group():
    lines = (
        FundLine(source="Ngân sách huyện", group=FundGroup.STATE_BUDGET, amount_vnd=5),
        FundLine(source="Hiện vật", group=FundGroup.SOCIALISED, amount_vnd=7, in_kind=True),
        FundLine(source="Khác", group=FundGroup.SOCIALISED, amount_vnd=1),
    )
    assert counted(activity(funds=lines)).funds == {
        FundGroup.STATE_BUDGET: 5,
        FundGroup.SOCIALISED: 8,
        FundGroup.OTHER: 0,
    }


def test_nominations_and_decisions_are_counted_apart():
    nominations = [nominee(status=AwardStatus.SUBMITTED), nominee(status=AwardStatus.DRAFT)]
    decisions = [
        AwardNomination(name="A", nominee_type=NomineeType.COLLECTIVE, reward_vnd=500_000),
        AwardNomination(name="B", nominee_type=NomineeType.INDIVIDUAL),
    ]
    figures = counted(nominations=nominations, decisions=decisions)
    assert figures.awards_by_type == {"individual": 2}
    assert figures.awards_by_status == {"draft": 1, "submitted": 1}
    assert figures.indicators["collectives_commended"] == figures.indicators["individuals_commended"] == 1
    assert figures.indicators["reward_vnd"] == 500_000


def test_an_award_belongs_to_the_period_of_its_decision(ledger):
    ledger.awards.save(
        nominee(nominated_on=date(2022, 10, 1), status=AwardStatus.DECIDED, decision_date=date(2023, 1, 5))
    )
    ledger.awards.save(
        nominee(nominated_on=date(2023, 10, 1), status=AwardStatus.SUBMITTED, decision_date=date(2023, 11, 5))
    )
    figures = ledger.figures(ledger.reports.period(2023))
    assert figures.indicators["individuals_commended"] == 1
    assert figures.awards_by_status == {"submitted": 1}


def test_present_totals_hold_only_what_was_typed():
    one = activity(figures={"visitors": 0, "stalls": 3})
    assert present_totals([one], INDICATORS) == {"visitors": 0, "stalls": 3}
    assert present_totals([], INDICATORS) == {}


def test_huge_figures_stay_exact():
    most = 999_999_999_999_999
    many = [activity(figures={"revenue_vnd": most}) for _ in range(200)]
    assert activity_totals(many, INDICATORS)["revenue_vnd"] == 200 * most
