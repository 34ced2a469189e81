"""Figures that cannot be, that are hardly ever seen, or that have changed much since the year before."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.indicators import indicator, load_indicators
from desktop_app.domain.records.procurement import Procurement
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.checks.earlier import FACTOR, earlier_remarks
from desktop_app.report.comparison import PreviousFigures, Totals, figures_of
from tests.records import activity

FULL = {"content_code": "C2", "organizer": "MTTQ", "place": "Xã A", "plan_items": ("II.2",)}
LATE = date(2023, 11, 20)


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


@pytest.fixture
def save(ledger):
    def save_activity(title="Việc", **figures):
        return ledger.activities.save(activity(title, **FULL, figures=figures))

    return save_activity


def rules(ledger, period):
    return {one.rule: one for one in ledger.check(period) if ":" in one.rule}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("violations", "market_checks"),
        ("complaints_resolved", "complaints_received"),
        ("survey_preferring", "survey_asked"),
    ],
)
def test_a_part_larger_than_its_whole_is_told_at_its_record(ledger, period, save, part, whole):
    save("Đúng", **{part: 8, whole: 8 if part != "survey_preferring" else 9})
    assert rules(ledger, period) == {}
    saved = save("Sai", **{part: 10, whole: 9})
    found = rules(ledger, period)
    assert found[f"part:{part}"].record_id == saved.id
    assert found[f"part:{part}"].field == "figures"


def test_parts_may_stand_in_another_record_than_the_whole(ledger, period, save):
    save("Kiểm tra", market_checks=20)
    saved = save("Xử lý", violations=15)
    assert rules(ledger, period) == {}
    save("Xử lý thêm", violations=6)
    found = rules(ledger, period)
    assert found["total_part:violations"].record_id == saved.id
    assert "Cả kỳ" in found["total_part:violations"].sentence


def test_figures_of_other_bodies_are_looked_at_too(ledger, period):
    ledger.register("reported_figures").save(
        ReportedFigures(
            body="Đội QLTT", period_to=date(2023, 6, 30), figures={"violations": 4, "market_checks": 3}
        )
    )
    assert rules(ledger, period)["part:violations"].place == "reported_figures"


def test_the_fault_of_a_real_report_is_told(ledger, period, save):
    """265 items of 2.241 hours (domain research, §2.2 e) are eight hours an item."""
    save("Phát thanh", radio_items=265, radio_minutes=1325)
    assert rules(ledger, period) == {}
    save("Phát thanh quý II", radio_items=265, radio_minutes=2241 * 60)
    assert "bình quân 507,4" in rules(ledger, period)["share:radio_minutes"].sentence


@pytest.mark.parametrize(
    "one", [one for one in load_indicators() if one.usual_share], ids=lambda one: one.code
)
def test_a_share_is_told_only_beyond_its_range(ledger, period, save, one):
    usual, by = one.usual_share, 100
    save("Vừa đủ", **{one.code: int(usual.most * by), usual.per: by})
    save("Vừa ít", **{one.code: int(usual.least * by), usual.per: by})
    assert f"share:{one.code}" not in rules(ledger, period)
    save("Quá nhiều", **{one.code: int(usual.most * by) + 1, usual.per: by})
    assert f"share:{one.code}" in rules(ledger, period)


def test_a_percentage_hardly_ever_seen_leads_to_its_largest_record(ledger, period, save):
    save("Khảo sát", survey_asked=1000, survey_preferring=400)
    assert rules(ledger, period) == {}
    saved = save("Khảo sát lại", survey_asked=1000, survey_preferring=999)
    figures = {"survey_asked": 900, "survey_preferring": 300}
    ledger.activities.save(replace(saved, date_start=date(2023, 6, 1), figures=figures))
    assert "33,3%" in rules(ledger, period)["total:consumer_preference_pct"].sentence
    bought = ledger.register("procurement").save(
        Procurement(unit="UBND xã", period_from=date(2023, 3, 1), total_vnd=100, vietnamese_vnd=29)
    )
    assert rules(ledger, period)["total:procurement_ratio_pct"].record_id == bought.id


def with_previous(ledger, period, complete=True, **totals):
    figures = figures_of(Totals(totals), load_indicators())
    previous = PreviousFigures("năm 2022", figures, is_complete=complete)
    return replace(ledger.source(period), previous=previous)


def changed(ledger, period, today=LATE, **totals):
    found = earlier_remarks(with_previous(ledger, period, **totals), today)
    return {one.rule: one for one in found}


def test_far_more_and_far_less_than_the_year_before_are_told(ledger, period, save):
    floor = indicator("attendees").change_floor
    saved = save("Hội nghị", attendees=FACTOR * floor)
    assert changed(ledger, period, attendees=floor)["earlier:attendees"].record_id == saved.id
    assert "tăng nhiều so với" in changed(ledger, period, attendees=floor)["earlier:attendees"].sentence
    assert changed(ledger, period, attendees=floor + 1) == {}
    less = changed(ledger, period, attendees=FACTOR * FACTOR * floor)
    assert "giảm nhiều so với" in less["earlier:attendees"].sentence
    assert changed(ledger, period, attendees=FACTOR * FACTOR * floor - 1) == {}


def test_small_numbers_may_change_by_any_factor(ledger, period, save):
    floor = indicator("leaflets").change_floor
    save("Phát tờ rơi", leaflets=floor - 1)
    assert changed(ledger, period, leaflets=0) == {}
    assert changed(ledger, period, leaflets=1) == {}


def test_nothing_after_many_and_many_after_nothing_are_told(ledger, period, save):
    save("Hội nghị", attendees=1)
    floor = indicator("leaflets").change_floor
    gone = changed(ledger, period, leaflets=floor)["earlier:leaflets"]
    assert "kỳ này không có, năm 2022 là" in gone.sentence
    assert gone.register == "activities"
    save("Phát tờ rơi", leaflets=floor)
    assert "năm 2022 không có" in changed(ledger, period, leaflets=0)["earlier:leaflets"].sentence


def test_a_percentage_is_compared_in_points(ledger, period, save):
    save("Khảo sát", survey_asked=1000, survey_preferring=800)
    points = indicator("consumer_preference_pct").change_floor
    near = changed(ledger, period, survey_asked=1000, survey_preferring=800 - 10 * points + 1)
    assert "earlier:consumer_preference_pct" not in near
    far = changed(ledger, period, survey_asked=1000, survey_preferring=800 - 10 * points)
    assert "earlier:consumer_preference_pct" in far


def test_what_nobody_knows_is_not_compared(ledger, period, save):
    save("Hội nghị", attendees=90_000)
    assert changed(ledger, period) == {}
    assert changed(ledger, period, complete=False, attendees=1) == {}


def test_less_is_told_only_when_the_period_is_nearly_over(ledger, period, save):
    save("Hội nghị", attendees=1)
    assert changed(ledger, period, today=date(2023, 6, 1), attendees=50_000) == {}
    save("Hội nghị lớn", attendees=90_000)
    assert "earlier:attendees" in changed(ledger, period, today=date(2023, 6, 1), attendees=10_000)
