"""The report model: sections, annexes, recipients and signature as the office and its plan ask."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.awards import AwardStatus
from desktop_app.domain.records.office import Signing, UnitLevel
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.report.build import NOTHING_DONE, NOTHING_NOTED, build_report, text_sections
from desktop_app.report.narrative import OTHER
from tests.records import activity, nominee


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def numbers(report):
    return [(section.level, section.number) for section in report.walk()]


def section(report, key):
    return next(one for one in report.walk() if one.key == key)


def test_the_blocks_of_a_district_report(sample):
    report = sample.report(sample.reports.period(2023))
    assert report.superior_lines == ("ỦY BAN MTTQ VIỆT NAM", "HUYỆN HÀM THUẬN BẮC")
    assert report.symbol == "BC-MTTQ-BCĐ"
    assert (report.number, report.issued_on) == ("", None)
    assert report.subject == (
        "Kết quả thực hiện Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” năm 2023, "
        "phương hướng, nhiệm vụ năm 2024"
    )
    assert report.lead[0].startswith("Thực hiện Kế hoạch của Ban Chỉ đạo Cuộc vận động tỉnh Bình Thuận về ")
    assert report.recipients[0] == "Như trên"
    assert report.signature.authority_lines == ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")
    assert (report.identity.unit_code, report.identity.year, report.identity.check) == ("MAU-HTB", 2023, "")


@pytest.mark.parametrize(("district", "year", "items"), [("ham_thuan_bac", 2023, 8), ("thap_muoi", 2022, 4)])
def test_sections_are_numbered_without_gaps(sample_of, district, year, items):
    ledger = sample_of(district)
    report = ledger.report(ledger.reports.period(year))
    assert [one.number for one in report.sections] == ["I", "II", "III", "IV", "V"]
    for part in report.sections:
        assert [one.number for one in part.children] == [str(n) for n in range(1, len(part.children) + 1)]
    assert len(report.sections[1].children) == items
    assert len({one.key for one in report.walk()}) == len(list(report.walk()))


def test_other_activities_make_one_more_item(ledger, period):
    ledger.activities.save(activity(plan_items=("II.1",)))
    assert OTHER not in {one.key for one in ledger.report(period).walk()}
    ledger.activities.save(activity())
    other = section(ledger.report(period), OTHER)
    assert (other.number, other.title) == ("9", "Nội dung khác")
    assert [one.key for one in ledger.review(period).sections].count(OTHER) == 1


def test_optional_sections_are_printed_only_with_text(ledger, period):
    ledger.activities.save(activity())
    assert [one.key for one in ledger.report(period).sections] == [
        "leadership", "results", "assessment", "next_tasks",
    ]  # fmt: skip
    ledger.reports.save_narrative(period, "proposals_local", "Đề nghị xã.")
    proposals = ledger.report(period).sections[-1]
    assert (proposals.number, [one.number for one in proposals.children]) == ("V", ["1"])


def test_the_officer_s_text_stands_instead_of_the_suggestion(ledger, period):
    ledger.activities.save(activity(plan_items=("II.1",)))
    suggested = section(ledger.report(period), "II.1").paragraphs
    ledger.reports.save_narrative(period, "II.1", "Một.\n\n  \nHai.")
    assert section(ledger.report(period), "II.1").paragraphs == ("Một.", "Hai.")
    ledger.reports.save_narrative(period, "II.1", "")
    assert section(ledger.report(period), "II.1").paragraphs == ()
    ledger.reports.save_narrative(period, "II.1", None)
    assert section(ledger.report(period), "II.1").paragraphs == suggested


def test_annexes_are_left_out_when_empty_and_then_numbered_anew(ledger, period):
    assert [(one.number, one.title) for one in ledger.report(period).annexes] == [
        ("", "Biểu tổng hợp số liệu")
    ]
    ledger.awards.save(nominee())
    assert [(one.number, one.table.key) for one in ledger.report(period).annexes] == [
        ("I", "figures"), ("II", "nominations"),
    ]  # fmt: skip
    ledger.activities.save(activity())
    annexes = ledger.report(period).annexes
    assert [(one.number, one.table.key, one.landscape) for one in annexes] == [
        ("I", "figures", False), ("II", "nominations", True), ("III", "activities", True),
    ]  # fmt: skip


def test_head_and_office_decide_who_signs(ledger, period):
    ledger.save_office(
        replace(ledger.office, signing=Signing.DEPUTY, addressees=("Tỉnh A",), recipients=("Như trên",))
    )
    head = ReportHead(
        number="21", issued_on=date(2023, 11, 22), signer_name="Lê Văn Ký", signer_post="Phó Chủ tịch"
    )
    ledger.reports.save_head(period, head)
    report = ledger.report(period)
    assert (report.number, report.issued_on) == ("21", date(2023, 11, 22))
    assert (report.signature.name, report.signature.post) == ("Lê Văn Ký", "Phó Chủ tịch")
    assert "KT. TRƯỞNG BAN" in report.signature.authority_lines
    assert (report.addressees, report.recipients) == (("Tỉnh A",), ("Như trên",))


def test_without_a_committee_the_standing_board_reports(ledger, period):
    ledger.save_office(replace(ledger.office, has_committee=False))
    report = ledger.report(period)
    assert "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc" in report.lead[0]
    assert report.signature.authority_lines == ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")
    assert report.signature.post == ""


@pytest.mark.parametrize("level", UnitLevel)
@pytest.mark.parametrize("plan", ["BT2023", "DT2022", "TH2024", "TW5"])
@pytest.mark.parametrize("code", ["", "6T", "Q3"])
def test_every_plan_and_level_gives_a_report_without_braces(ledger, level, plan, code):
    ledger.save_plan(2023, load_plan(plan))
    ledger.save_office(replace(ledger.office, level=level))
    ledger.activities.save(activity(date_start=date(2023, 2, 1), content_code="C1"))
    report = ledger.report(ledger.reports.period(2023, code))
    for text in (report.subject, report.closing, *report.lead, *report.addressees, *report.recipients):
        assert text.strip()
        assert "{" not in text
    assert all(one.title for one in report.walk())


def test_text_sections_are_the_printed_ones_and_the_optional_ones(sample):
    period = sample.reports.period(2023)
    sections = sample.review(period).sections
    printed = {one.key for one in sample.report(period).walk() if not one.children}
    assert printed <= {one.key for one in sections}
    assert {one.key for one in sections if not one.optional} <= printed
    headings = {one.key: one.heading for one in sections}
    assert headings["II.1"].startswith("II.1. Công tác tuyên truyền")
    assert headings["next_tasks"] == "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024"
    assert text_sections(sample.plan(2023), period, with_other=True)[12].key == OTHER


def test_the_report_is_built_from_one_state(ledger, period, beside):
    ledger.activities.save(activity("Trước"))
    source = ledger.source(period)
    beside.activities.save(activity("Sau"))
    report = build_report(source)
    assert [row[2] for row in report.annexes[1].table.rows] == ["Trước"]


def test_hostile_texts_are_text(ledger, period):
    title = "<b>&\"' {year} {0} %s =1+1"
    ledger.activities.save(activity(title, result=title, content_code="C1", difficulties=title))
    ledger.save_office(replace(ledger.office, unit_name="huyện {year}<b>"))
    report = ledger.report(period)
    assert report.annexes[1].table.rows[0][2] == title
    assert section(report, "assessment_weaknesses").paragraphs == (f"{title}.",)
    assert "huyện {year}<b>" in report.closing


def test_each_listed_activity_names_its_place_in_the_report(ledger, period):
    ledger.activities.save(activity("Có mục", date_start=date(2023, 1, 2), plan_items=("II.6", "II.1")))
    ledger.activities.save(activity("Ngoài kế hoạch", date_start=date(2023, 1, 3), content_code="C6"))
    rows = ledger.report(period).annexes[1].table.rows
    assert [(row[2], row[3]) for row in rows] == [("Có mục", "II.6"), ("Ngoài kế hoạch", "II.9")]


def test_a_withdrawn_nomination_is_neither_told_nor_listed(ledger, period):
    ledger.activities.save(activity(plan_items=("II.8",)))
    ledger.awards.save(nominee("Ở lại"))
    ledger.awards.save(nominee("Đã rút", status=AwardStatus.WITHDRAWN))
    report = ledger.report(period)
    assert [row[1] for row in report.annexes[1].table.rows] == ["Bà Ở lại"]
    assert "đề nghị khen thưởng 01 cá nhân." in "".join(section(report, "II.8").paragraphs)


@pytest.mark.parametrize(
    ("code", "subject", "title"),
    [
        ("", "năm 2023, phương hướng, nhiệm vụ năm 2024", "NĂM 2024"),
        ("6T", "6 tháng đầu năm 2023, phương hướng, nhiệm vụ 6 tháng cuối năm 2023", "6 THÁNG CUỐI NĂM 2023"),
        ("Q2", "quý II năm 2023, phương hướng, nhiệm vụ quý III năm 2023", "QUÝ III NĂM 2023"),
        ("Q4", "quý IV năm 2023, phương hướng, nhiệm vụ quý I năm 2024", "QUÝ I NĂM 2024"),
    ],
)
def test_each_period_sets_tasks_for_the_time_after_it(sample, code, subject, title):
    period = sample.reports.period(2023, code)
    report = sample.report(period)
    assert report.subject.endswith(f" {subject}")
    part = section(report, "next_tasks")
    assert part.title == f"PHƯƠNG HƯỚNG, NHIỆM VỤ {title}"
    assert part.paragraphs[0].casefold().startswith(title.casefold())
    headings = {one.key: one.heading for one in sample.review(period).sections}
    assert headings["next_tasks"].endswith(title)


def test_text_written_for_the_last_item_is_printed_even_when_its_activities_went(ledger, period):
    ledger.reports.save_narrative(period, OTHER, "Của tôi.")
    assert section(ledger.report(period), OTHER).paragraphs == ("Của tôi.",)
    assert OTHER in [one.key for one in ledger.review(period).sections]


def test_a_heading_of_the_outline_never_stands_bare(ledger, period):
    bare = {one.key: one.paragraphs for one in ledger.report(period).walk() if not one.children}
    assert bare["leadership_funds"] == bare["assessment_causes"] == (NOTHING_NOTED,)
    assert all(bare.values())
    assert any("Nguyên nhân” của báo cáo còn trống" in one.sentence for one in ledger.check(period))


def test_an_item_without_activities_says_so_instead_of_a_bare_heading(ledger, period):
    ledger.activities.save(activity(plan_items=("II.6",), figures={"stalls": 3}))
    printed = {section.key: section for section in ledger.report(period).walk()}
    assert printed["II.1"].paragraphs == (NOTHING_DONE,)
    assert NOTHING_DONE not in printed["II.6"].paragraphs
    ledger.reports.save_narrative(period, "II.1", "Đã phát thanh 05 lượt.")
    told = {section.key: section for section in ledger.report(period).walk()}
    assert told["II.1"].paragraphs == ("Đã phát thanh 05 lượt.",)
