"""The suggested sentences: every activity told once, each figure of section II part of the annex, all of it prose."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import indicator
from desktop_app.domain.periods import usual_period
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.activities import ActivityStatus, Area
from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.counting import activity_totals, present_totals
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.narrative import OTHER, Earlier, own_activities
from desktop_app.report.narrative.phrases import shown
from desktop_app.vietnamese.sentences import split_sentences
from tests.desktop_app.report.narrative.material import INDICATORS, YEAR, material, suggested
from tests.records import activity

DISTRICTS = [("ham_thuan_bac", 2023), ("thap_muoi", 2022)]
_FAULTS = re.compile(r"\.\.|  | [,;.]|[{}]|\b00 |,,|;;|\(\)|: ;|\bNone\b|\b(?:nan|the|and)\b")


def faults(text):
    """Return what no official text has: doubled stops, holes, zeros told as results, sentences without an end."""
    found = _FAULTS.findall(text)
    for one in split_sentences(text):
        if not (one.endswith((".", "./.")) or one.endswith("sau:")):
            found.append(f"không có dấu chấm: {one}")
        if one.lstrip("-+ “(")[:1].islower():
            found.append(f"không viết hoa: {one}")
    return found


@pytest.mark.parametrize(("district", "year"), DISTRICTS)
def test_the_items_of_section_two_sum_to_the_annex(sample_of, district, year):
    ledger = sample_of(district)
    source = ledger.source(ledger.reports.period(year))
    groups = own_activities(source.plan, source.records)
    items = [activity_totals(activities, INDICATORS) for activities in groups.values()]
    reported = source.figures.reported
    summable = [one.code for one in INDICATORS if one.source == "activities" and one.over_time == "sum"]
    assert len(summable) > 35
    for code in summable:
        own = source.figures.indicators[code] - reported.get(code, 0)
        assert sum(item[code] for item in items) == own, code
    assert sum(map(len, groups.values())) == source.figures.activities == 45


@pytest.mark.parametrize(("district", "year"), DISTRICTS)
def test_section_two_prints_every_figure_that_was_summed(sample_of, district, year):
    ledger = sample_of(district)
    source = ledger.source(ledger.reports.period(year))
    texts = source.suggested()
    for key, activities in own_activities(source.plan, source.records).items():
        for content in {one.content_code for one in activities} if key == OTHER else {None}:
            own = [one for one in activities if content in (None, one.content_code)]
            for code, value in activity_totals(own, INDICATORS).items():
                if value:
                    assert shown(indicator(code), value) in texts[key], code


@pytest.mark.parametrize(("district", "year"), DISTRICTS)
@pytest.mark.parametrize("code", ["", "6T", "Q1", "Q4", "GD", "DX"])
def test_the_samples_are_told_in_faultless_sentences(sample_of, district, year, code):
    ledger = sample_of(district)
    texts = ledger.source(ledger.reports.period(year, code)).suggested()
    assert "next_tasks" in texts
    assert {key: faults(text) for key, text in texts.items() if faults(text)} == {}


@pytest.mark.parametrize(("district", "year"), DISTRICTS)
def test_a_year_fills_every_section_that_must_be_filled(sample_of, district, year):
    ledger = sample_of(district)
    source = ledger.source(ledger.reports.period(year))
    needed = {one.key for one in ledger.review(source.records.period).sections if not one.optional}
    # Nobody but the officer knows the causes.
    assert needed - set(source.suggested()) == {"assessment_causes"}


_activities = st.lists(
    st.builds(
        activity,
        title=st.sampled_from(
            ["Phiên chợ hàng Việt.", "Huyện đoàn ra quân", "Hội nghị “Một”: hai", "UBND họp"]
        ),
        date_start=st.dates(date(2023, 1, 1), date(2023, 11, 30)),
        plan_items=st.lists(st.sampled_from(["II.1", "II.5", "II.6", "lạ"]), max_size=2).map(tuple),
        content_code=st.sampled_from(["", "C1", "C2", "C6", "C8"]),
        organizer=st.sampled_from(["", "Huyện đoàn", "UBND xã A"]),
        status=st.sampled_from(list(ActivityStatus)),
        is_estimate=st.booleans(),
        result=st.sampled_from(["", "Đạt 100%.", "trao 02 giải.. ", "Một. Hai"]),
        figures=st.dictionaries(
            st.sampled_from([one.code for one in INDICATORS if one.is_typed]),
            st.integers(0, 3000),
            max_size=5,
        ),
        areas=st.sets(st.sampled_from(list(Area)), max_size=2).map(tuple),
        programmes=st.sampled_from([(), ("Dân vận khéo",), ("Toàn dân đoàn kết", "Nông thôn mới.")]),
        difficulties=st.sampled_from(["", "đường xa", "Do mưa; Vì xa.", "Thiếu kinh phí. Do dịch."]),
        proposals=st.sampled_from(["", "thêm kinh phí", "Đề nghị Bộ Công Thương hỗ trợ.", "xã cần cán bộ."]),
    ),
    max_size=7,
)


@given(_activities, st.sampled_from(["BT2023", "DT2022", "TH2024", "TW5"]))
def test_whatever_is_recorded_is_told_in_faultless_sentences(activities, plan):
    texts = suggested(*activities, plan=plan)
    assert {key: faults(text) for key, text in texts.items() if faults(text)} == {}


@given(_activities)
def test_no_zero_is_told_and_no_figure_is_forgotten(activities):
    one = material(*activities)
    texts = suggested(*activities)
    for key, own in own_activities(one.plan, one.records).items():
        if key == OTHER:
            continue
        for code, value in present_totals(own, INDICATORS).items():
            if value:
                assert shown(indicator(code), value) in texts[key], code
        if own and not any(any(found.figures.values()) for found in own):
            assert not re.search(r"Đã (tổ chức|treo|trao) \d", texts[key])


def test_an_activity_is_told_under_its_first_item_only():
    one = activity(plan_items=("II.6", "II.1"))
    groups = own_activities(load_plan("BT2023"), PeriodRecords(YEAR, [one], (), ()))
    assert {key: len(found) for key, found in groups.items() if found} == {"II.6": 1}


def test_the_other_items_refer_to_it():
    texts = suggested(
        activity(plan_items=("II.6", "II.1"), content_code="C6"),
        activity(plan_items=("II.4", "II.1"), content_code="C4"),
        activity(plan_items=("II.4",), content_code="C4"),
    )
    assert (
        texts["II.1"]
        == "Nội dung này được thực hiện qua 02 hoạt động đã nêu tại mục 4 và mục 6 của phần này."
    )
    own = suggested(
        activity(plan_items=("II.6", "II.1")), activity("Hội nghị", plan_items=("II.1",), content_code="C1")
    )["II.1"].split("\n")
    assert own == [
        "Trong năm 2023, đã triển khai 01 hoạt động tuyên truyền về Cuộc vận động: hội nghị.",
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
        "Trong năm 2023, đã tổ chức 02 hoạt động đưa hàng Việt về nông thôn. Thu hút 05 lượt khách tham quan, "
        "mua sắm.",
        "Trong năm 2023, đã triển khai 02 hoạt động chưa phân nhóm nội dung.",
    ]


def test_one_organizer_is_named_several_are_counted():
    values = {"plan_items": ("II.1",), "content_code": "C1"}
    huyen_doan = activity(organizer="Huyện đoàn", **values)
    assert ", do Huyện đoàn chủ trì." in suggested(huyen_doan, huyen_doan)["II.1"]
    both = suggested(huyen_doan, activity(organizer="Hội Nông dân", **values))["II.1"]
    assert ", do 02 cơ quan, tổ chức, đơn vị chủ trì." in both
    assert "chủ trì" not in suggested(huyen_doan, activity(**values))["II.1"]


def test_areas_programmes_and_estimates_are_told():
    one = activity(
        plan_items=("II.6",),
        content_code="C6",
        areas=(Area.MOUNTAIN, Area.ETHNIC_MINORITY),
        programmes=("Ngày hội Đại đoàn kết toàn dân tộc", "Dân vận khéo"),
        is_estimate=True,
        status=ActivityStatus.ONGOING,
    )
    text = suggested(one)["II.6"]
    assert "Hoạt động được tổ chức tại địa bàn miền núi và vùng đồng bào dân tộc thiểu số." in text
    assert "được lồng ghép với ngày hội Đại đoàn kết toàn dân tộc và dân vận khéo." in text
    assert "Hiện có 01 hoạt động đang tiếp tục thực hiện." in text
    assert "Số liệu của 01 hoạt động là số ước thực hiện." in text


def test_areas_of_several_activities_are_counted():
    first = activity(plan_items=("II.6",), content_code="C6", areas=(Area.MOUNTAIN, Area.ETHNIC_MINORITY))
    second = activity(plan_items=("II.6",), content_code="C6", areas=(Area.MOUNTAIN,))
    assert (
        "Trong đó, có 02 hoạt động tại địa bàn miền núi và 01 hoạt động tại vùng đồng bào dân tộc thiểu số."
        in suggested(first, second)["II.6"]
    )


def test_several_contents_under_one_item_are_enumerated():
    item = {"plan_items": ("II.1",), "plan": "DT2022"}
    ones = [activity(plan_items=item["plan_items"], content_code=code) for code in ("C7", "C1", "C1")]
    assert suggested(*ones, plan="DT2022")["II.1"].startswith(
        "Trong năm 2023, đã triển khai 03 hoạt động, gồm: 02 hoạt động tuyên truyền; 01 hoạt động củng cố Ban Chỉ đạo"
    )


def test_a_register_without_an_item_of_its_own_is_told_at_the_end():
    outlet = PointOfSale(name="Điểm A", opened_on=date(2023, 3, 1))
    texts = suggested(activity(plan_items=("1",), content_code="C1"), plan="TW5", points_of_sale=[outlet])
    assert "01 điểm bán hàng Việt Nam" in texts["2"]
    no_home = suggested(activity(plan_items=("II.1",)), plan="DT2022", nominations=(), decisions=())
    assert OTHER not in no_home


def test_figures_of_other_bodies_are_told_apart_from_the_own_ones():
    reported = ReportedFigures(
        body="Hội Liên hiệp Phụ nữ huyện", period_to=date(2023, 11, 1), figures={"attendees": 300, "gifts": 0}
    )
    texts = suggested(activity(plan_items=("II.1",), content_code="C1"), reported_figures=[reported])
    assert texts["II.1"].split("\n")[-1] == (
        "Ngoài ra, theo số liệu của Hội Liên hiệp Phụ nữ huyện: 300 lượt người tham dự."
    )
    assert "suất quà" not in texts.get("II.6", "")


def test_a_content_is_compared_with_the_period_before():
    ones = [activity(plan_items=("II.1",), content_code="C1", figures={"attendees": n}) for n in (100, 25)]
    before = material(activity(content_code="C1", figures={"attendees": 100}))
    text = suggested(*ones, earlier=Earlier("năm 2022", before.figures))["II.1"]
    assert "So với năm 2022, số lượt người tham dự tăng 25 lượt (25%)." in text
    split = [*ones, activity(plan_items=("II.4",), content_code="C1", figures={"attendees": 5})]
    elsewhere = suggested(*split, earlier=Earlier("năm 2022", before.figures))["II.1"]
    assert "So với" not in elsewhere, "the item tells only a part of what the period before has whole"


def test_nothing_is_suggested_of_nothing():
    assert set(suggested()) == {"next_tasks"}


@pytest.mark.parametrize("code", ["", "6T", "Q1", "Q2", "Q3", "Q4"])
def test_every_period_has_a_time_after_it(code):
    period = usual_period(2023, code)
    begins, ends = period.next_days
    assert begins > date(2023, *period.kind.ends)
    assert (ends + timedelta(days=1)).day == 1
    assert str(begins.year) in period.next_title


def test_all_contents_can_be_told():
    for content in load_contents():
        text = suggested(activity(content_code=content.code))[OTHER]
        assert "01 hoạt động" in text
        assert not faults(text)
