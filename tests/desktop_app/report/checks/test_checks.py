"""What is missing, contradictory or unusual is listed with its place; errors stand first."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.report.checks import OFFICE as OFFICE_PLACE
from desktop_app.report.checks import REPORT, Severity
from tests.records import activity, change_raw, nominee

FULL = {
    "content_code": "C1",
    "organizer": "MTTQ",
    "place": "Xã A",
    "figures": {"attendees": 5},
    "plan_items": ("II.1",),
}


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def problems(ledger, period, place=None):
    return [one for one in ledger.check(period) if place in (None, one.place)]


def test_the_samples_have_warnings_but_no_errors(sample_of):
    for district, year in (("ham_thuan_bac", 2023), ("thap_muoi", 2022)):
        ledger = sample_of(district)
        found = ledger.check(ledger.reports.period(year))
        assert {one.severity for one in found} == {Severity.WARNING}


def test_a_whole_activity_has_no_problem(ledger, period):
    ledger.activities.save(activity(**FULL))
    assert problems(ledger, period, "activities") == []


def test_gaps_are_warnings_with_record_and_field(ledger, period):
    saved = ledger.activities.save(activity("Phiên chợ", **{**FULL, "place": ""}))
    (found,) = problems(ledger, period, "activities")
    assert (found.severity, found.record_id, found.field) == (Severity.WARNING, saved.id, "place")
    assert found.sentence == "Phiên chợ: Chưa ghi “Địa điểm”."


def test_an_empty_year_and_an_unnamed_office_are_errors_and_stand_first(ledger, period):
    ledger.save_office(Office())
    found = problems(ledger, period)
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert [(one.place, one.field) for one in errors] == [
        (OFFICE_PLACE, "unit_code"), (OFFICE_PLACE, "unit_name"), (OFFICE_PLACE, "place_name"), (REPORT, "data_from"),
    ]  # fmt: skip
    assert found[: len(errors)] == errors
    assert "(01/01/2023 - 30/11/2023)" in errors[-1].sentence
    assert any(one.field == "signer_name" and one.severity is Severity.WARNING for one in found)


def test_a_member_body_must_name_its_symbol(ledger, period):
    ledger.save_office(replace(ledger.office, level=UnitLevel.MEMBER_BODY))
    assert "symbol" in [one.field for one in problems(ledger, period, OFFICE_PLACE)]
    ledger.save_office(replace(ledger.office, symbol="BC-SKHĐT"))
    assert "symbol" not in [one.field for one in problems(ledger, period, OFFICE_PLACE)]


def test_cancelled_activities_alone_are_no_report(ledger, period):
    ledger.activities.save(activity(**FULL, status=ActivityStatus.CANCELLED))
    assert "data_from" in [one.field for one in problems(ledger, period, REPORT)]


def test_an_impossible_stored_value_is_an_error(ledger, period):
    saved = ledger.activities.save(activity(**FULL))
    change_raw(ledger.path, "UPDATE activities SET date_end = '2022-01-01'")
    (found,) = problems(ledger, period, "activities")
    assert (found.severity, found.record_id, found.field) == (Severity.ERROR, saved.id, "date_end")


def test_an_activity_that_ends_after_the_last_day_may_be_an_estimate(ledger, period):
    ledger.activities.save(activity(**FULL, date_end=date(2023, 11, 30)))
    assert problems(ledger, period, "activities") == []
    saved = ledger.activities.save(activity("Hội nghị tổng kết", **FULL, date_end=date(2023, 12, 20)))
    (found,) = problems(ledger, period, "activities")
    assert "kết thúc 20/12/2023, sau ngày chốt số liệu 30/11/2023" in found.sentence
    ledger.activities.save(replace(saved, is_estimate=True))
    assert problems(ledger, period, "activities") == []


def test_an_unusual_figure_is_asked_about(ledger, period):
    ledger.activities.save(activity(**{**FULL, "figures": {"committee_meetings": 11, "attendees": 100_000}}))
    (found,) = problems(ledger, period, "activities")
    assert "“Cuộc họp Ban Chỉ đạo” ghi 11 cuộc, lớn khác thường" in found.sentence


def test_empty_sections_are_listed_by_their_heading(ledger, period):
    ledger.activities.save(activity(**FULL))
    fields = [one.field for one in problems(ledger, period, REPORT)]
    assert "II.2" in fields
    assert "II.1" not in fields
    assert "proposals_local" not in fields
    ledger.reports.save_narrative(period, "II.2", "Đã làm.")
    assert "II.2" not in [one.field for one in problems(ledger, period, REPORT)]
    ledger.reports.save_narrative(period, "II.1", "  ")
    assert "II.1" in [one.field for one in problems(ledger, period, REPORT)]


def test_nominations_are_checked_too_without_their_personal_values(ledger, period):
    ledger.awards.save(nominee(status="decided"))
    found = problems(ledger, period, "awards")
    assert {one.field for one in found} >= {"award_form", "award_authority", "achievement", "decision_number"}
    assert {one.severity for one in found} == {Severity.WARNING}
    assert "060179004321" not in repr(found)


def test_records_of_other_periods_are_not_checked(ledger, period):
    ledger.activities.save(activity(**FULL))
    ledger.activities.save(activity("Cũ", date_start=date(2022, 1, 1)))
    assert problems(ledger, period, "activities") == []
    assert problems(ledger, ReportPeriod(2022, "", date(2022, 1, 1), date(2022, 11, 30)), "activities") != []


def test_a_long_title_is_shortened_in_the_sentence(ledger, period):
    ledger.activities.save(activity("Tổ chức hội nghị tuyên truyền " * 15))
    for one in problems(ledger, period, "activities"):
        assert len(one.sentence) < 170


def test_a_text_whose_figures_changed_is_listed_until_it_was_looked_at(ledger, period):
    ledger.activities.save(activity(**FULL))
    suggested = ledger.source(period).suggested()["II.1"]
    ledger.reports.save_narrative(period, "II.1", f"{suggested} Của tôi.", suggested)
    ledger.reports.save_narrative(period, "II.2", "", "")
    assert [one for one in problems(ledger, period, REPORT) if "đã thay đổi" in one.sentence] == []
    ledger.activities.save(activity("Hội nghị", **FULL))
    (found,) = [one for one in problems(ledger, period, REPORT) if "đã thay đổi" in one.sentence]
    assert (found.severity, found.field) == (Severity.WARNING, "II.1")
    assert found.sentence.startswith("Mục “II.1. Công tác tuyên truyền")
    ledger.reports.accept_suggestion(period, "II.1", ledger.source(period).suggested()["II.1"])
    assert [one for one in problems(ledger, period, REPORT) if "đã thay đổi" in one.sentence] == []


def test_a_text_of_an_older_program_is_not_suspected(ledger, period):
    ledger.activities.save(activity(**FULL))
    ledger.reports.save_narrative(period, "II.1", "Bài cũ.")
    change_raw(ledger.path, "DELETE FROM narrative_versions")
    assert ledger.source(period).changed_sections() == []


def test_the_traps_of_the_samples_stand_beside_their_nominations(sample_of):
    for district, year in (("ham_thuan_bac", 2023), ("thap_muoi", 2022)):
        ledger = sample_of(district)
        found = ledger.check(ledger.reports.period(year))
        traps = {(one.record_id[-3:], one.field) for one in found if one.place == "awards"}
        assert traps == {
            ("K11", "name"), ("K07", "representative"),  # T1: one person twice
            ("K10", "previous_awards"),  # T2: the same award last year
            ("K04", "dossier"),  # T3: a paper is missing
            ("K01", "name"),  # and a name that is not written in full
        }  # fmt: skip


def test_a_district_that_is_no_more_is_told_before_the_export(sample):
    last_year = [one.sentence for one in sample.check(sample.reports.period(2024))]
    found = [one for one in sample.check(sample.reports.period(2026)) if one.field == "unit_name"]
    assert [one.sentence for one in found] == ["Đơn vị này kết thúc ngày 30/06/2025; hãy chọn đơn vị mới."]
    assert [one.severity for one in found] == [Severity.WARNING]
    assert found[0].sentence not in last_year


def test_a_key_names_place_record_field_and_rule_and_no_two_problems_share_one(sample_of):
    for district, year in (("ham_thuan_bac", 2023), ("thap_muoi", 2022)):
        ledger = sample_of(district)
        found = ledger.check(ledger.reports.period(year))
        keys = [one.key for one in found]
        assert len(keys) == len(set(keys))
        assert keys == [f"{one.place}/{one.record_id}/{one.field}/{one.rule}" for one in found]
        assert all(one.rule for one in found)
        assert [one.key for one in ledger.check(ledger.reports.period(year))] == keys


def test_problems_of_one_key_are_told_apart_by_their_words(ledger, period):
    for name in ("Đội 1", "Đội 2"):
        ledger.awards.save(nominee("Lê Thị Ửng", unit=name, representative="", nominee_type="individual"))
    ledger.awards.save(nominee("Hộ ông A", nominee_type="household", representative="Lê Thị Ửng"))
    ledger.awards.save(nominee("Hộ ông B", nominee_type="household", representative="Lê Thị Ửng"))
    found = [one for one in problems(ledger, period, "awards") if one.rule.startswith("together")]
    assert any("#" in one.rule for one in found)
    assert len({one.key for one in found}) == len(found)


def test_the_samples_give_no_false_alarm(sample_of):
    """Every warning of the samples is one that an officer would want; a new rule must not add to them unseen."""
    usual = {
        ("activities", "gap"), ("activities", "late"), ("activities", "future"), ("awards", "gap"),
        ("awards", "together"), ("reported_figures", "awaited"), ("points_of_sale", "not_held"),
    }  # fmt: skip
    for district, year in (("ham_thuan_bac", 2023), ("thap_muoi", 2022)):
        ledger = sample_of(district)
        found = ledger.check(ledger.reports.period(year))
        assert {(one.place, one.rule.partition("#")[0]) for one in found} <= usual
