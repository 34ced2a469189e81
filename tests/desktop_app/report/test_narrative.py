"""The suggested sentences: every activity told once, each figure of section II part of the annex."""

from datetime import date

import pytest

from desktop_app.domain.indicators import indicator, load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.activities import ActivityStatus, FundGroup, FundLine
from desktop_app.domain.records.awards import AwardStatus
from desktop_app.report.counting import activity_totals
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.report.narrative import OTHER, figure_phrase, own_activities, suggestions
from tests.records import OFFICE, activity, nominee

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
INDICATORS = load_indicators()


def suggested(*activities, plan="BT2023", nominations=(), decisions=()):
    records = PeriodRecords(YEAR, activities, nominations, decisions)
    return suggestions(OFFICE, load_plan(plan), records, compute(records, INDICATORS), INDICATORS)


@pytest.mark.parametrize(("district", "year"), [("ham_thuan_bac", 2023), ("thap_muoi", 2022)])
def test_the_items_of_section_two_sum_to_the_annex(sample_of, district, year):
    ledger = sample_of(district)
    source = ledger.source(ledger.reports.period(year))
    groups = own_activities(source.plan, source.records)
    items = [activity_totals(activities, INDICATORS) for activities in groups.values()]
    summable = [one.code for one in INDICATORS if one.source == "activities" and one.over_time == "sum"]
    assert len(summable) > 35
    for code in summable:
        assert sum(item[code] for item in items) == source.figures.indicators[code], code
    assert sum(map(len, groups.values())) == source.figures.activities == 45


@pytest.mark.parametrize(("district", "year"), [("ham_thuan_bac", 2023), ("thap_muoi", 2022)])
def test_what_section_two_prints_is_what_was_summed(sample_of, district, year):
    ledger = sample_of(district)
    source = ledger.source(ledger.reports.period(year))
    texts = source.suggested()
    for key, activities in own_activities(source.plan, source.records).items():
        if key == OTHER:
            continue
        for code, value in activity_totals(activities, INDICATORS).items():
            if value:
                assert figure_phrase(indicator(code), value) in texts[key]


def test_an_activity_is_told_under_its_first_item_only():
    one = activity(plan_items=("II.6", "II.1"))
    plan = load_plan("BT2023")
    groups = own_activities(plan, PeriodRecords(YEAR, [one], (), ()))
    assert {key: len(found) for key, found in groups.items() if found} == {"II.6": 1}


def test_the_other_items_refer_to_it():
    texts = suggested(
        activity(plan_items=("II.6", "II.1")),
        activity(plan_items=("II.4", "II.1")),
        activity(plan_items=("II.4",)),
    )
    assert (
        texts["II.1"] == "Nội dung này được thực hiện qua 02 hoạt động đã nêu tại mục 4, mục 6 của phần này."
    )
    own = suggested(activity(plan_items=("II.6", "II.1")), activity(plan_items=("II.1",)))["II.1"].split("\n")
    assert own == [
        "Trong kỳ, đã triển khai 01 hoạt động.",
        "Ngoài ra, nội dung này còn được thực hiện qua 01 hoạt động đã nêu tại mục 6 của phần này.",
    ]


def test_activities_without_a_known_item_are_told_by_their_content():
    texts = suggested(
        activity(content_code="C6", figures={"visitors": 5}),
        activity(content_code="C6", plan_items=("VIII.9",)),
        activity(content_code=""),
        activity(content_code="C99"),
        activity(content_code="C1", status=ActivityStatus.CANCELLED),
    )
    assert texts[OTHER].split("\n") == [
        "Đưa hàng Việt về nông thôn, vùng đồng bào dân tộc thiểu số, miền núi, hải đảo: trong kỳ, đã triển khai "
        "02 hoạt động; kết quả: 05 lượt khách tham quan, mua sắm.",
        "Chưa phân nhóm nội dung: trong kỳ, đã triển khai 02 hoạt động.",
    ]


def test_nominations_and_decisions_are_told_apart():
    texts = suggested(
        activity(),
        nominations=[nominee(), nominee(status=AwardStatus.DECIDED)],
        decisions=[nominee(status=AwardStatus.DECIDED)],
    )
    assert texts["II.8"] == "Đã đề nghị khen thưởng 02 cá nhân. Đã có quyết định khen thưởng 01 cá nhân."


def test_funds_are_told_in_words():
    line = FundLine(source="A", group=FundGroup.STATE_BUDGET, amount_vnd=45_500_000)
    assert suggested(activity(funds=(line,)))["leadership_funds"] == (
        "Tổng kinh phí thực hiện 45,5 triệu đồng, gồm: ngân sách nhà nước 45,5 triệu đồng."
    )


def test_what_officers_wrote_is_collected_once():
    texts = suggested(
        activity(difficulties="Đường xa.", proposals="Thêm kinh phí."),
        activity(difficulties="Đường xa."),
        activity(difficulties="Mưa."),
    )
    assert texts["assessment_weaknesses"] == "Đường xa.\nMưa."
    assert texts["proposals_province"] == "Thêm kinh phí."


def test_strengths_do_not_speak_of_no_groups():
    assert suggested(activity())["assessment_strengths"] == (
        "Trong năm 2023, Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc đã triển khai 01 hoạt động của Cuộc vận động."
    )
    assert "thuộc 01 nhóm nội dung" in suggested(activity(content_code="C1"))["assessment_strengths"]


def test_nothing_is_suggested_of_nothing():
    assert set(suggested()) == {"next_tasks"}


@pytest.mark.parametrize(
    ("code", "value", "phrase"),
    [
        ("conferences", 5, "05 hội nghị, cuộc tuyên truyền"),
        ("attendees", 12_230, "12.230 lượt người tham dự"),
        ("revenue_vnd", 4_438_000_000, "4,44 tỷ đồng"),
        ("consumer_preference_pct", 82.4, "82,4%"),
        ("attendees", None, ""),
    ],
)
def test_figures_in_words(code, value, phrase):
    assert phrase in figure_phrase(indicator(code), value)
    assert (figure_phrase(indicator(code), value) == "") == (phrase == "")


def test_every_indicator_has_a_phrase_without_braces():
    for one in INDICATORS:
        told = figure_phrase(one, 5)
        assert "{" not in told
        assert "5" in told
