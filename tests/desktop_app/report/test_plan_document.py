"""The office's own plan: what it says, and the same words in Word and PDF."""

from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from desktop_app.domain.office_setup import suggested_plan
from desktop_app.domain.office_wording import placeholders
from desktop_app.domain.plan_content import PlanTexts, StoredPlan, with_text
from desktop_app.domain.plan_editing import changed
from desktop_app.domain.plans import available_plans, fill, load_plan
from desktop_app.domain.records.documents import Direction
from desktop_app.domain.records.documents import Document as Paper
from desktop_app.domain.records.office import Signing, UnitLevel
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.report.plan_document import (
    PlanSource,
    parts,
    plan_content,
    plan_recipients_of,
    plan_report,
)
from desktop_app.report.writers import write
from tests.desktop_app.report.reading import docx_text, pdf_text
from tests.records import OFFICE

TASKS = (
    Task(
        id="b",
        title="Kiểm tra các xã",
        due_on=date(2023, 5, 1),
        due_kind=DueKind.QUARTER,
        responsible="Ban Chỉ đạo",
        partners=("Công an huyện", "Phòng Kinh tế"),
        target_indicator="campaign_inspections",
        target_value=2,
    ),
    Task(id="a", title="Hội nghị quán triệt", due_on=date(2023, 3, 15), responsible="Mặt trận"),
    Task(id="c", title="Việc đã thôi", due_on=date(2023, 4, 1), status=TaskStatus.CANCELLED),
)


def source(**values) -> PlanSource:
    usual = {
        "office": OFFICE,
        "plan": load_plan("BT2023"),
        "year": 2023,
        "texts": PlanTexts(),
        "tasks": TASKS,
    }
    return PlanSource(**{**usual, **values})


def stored(made: PlanSource, **values) -> StoredPlan:
    content, recipients = plan_content(made), plan_recipients_of(made)
    return StoredPlan(content=content, office=made.office, recipients=recipients, **values)


def test_the_content_takes_plan_tasks_and_usual_texts():
    content = plan_content(source())
    assert content.subject == (
        "Triển khai thực hiện Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” năm 2023"
    )
    assert [task.id for task in content.tasks] == ["a", "b"], "by their last days, without those given up"
    assert content.tasks[1].due == "Quý II"
    assert content.tasks[1].target == "2 cuộc"
    assert content.tasks[1].partners == "Công an huyện; Phòng Kinh tế"
    assert "mục tiêu phát triển kinh tế - xã hội của huyện năm 2023" in content.purposes
    assert [title for title, _ in content.items] == [item.title for item in load_plan("BT2023").items]
    assert content.lead.endswith("năm 2023 như sau:")
    assert "báo cáo cấp trên trước ngày 30/11/2023" in content.organisation


def test_an_item_is_not_told_twice_with_its_title():
    content = plan_content(source())
    texts = dict(content.items)
    first, second = list(texts.values())[:2]
    assert first.startswith("- Tuyên truyền, phổ biến")
    assert second.startswith("Nâng cao hiệu quả công tác giám sát")


def test_what_the_officer_wrote_stands_instead():
    texts = with_text(PlanTexts(subject="Trích yếu riêng"), "purposes", "- Của huyện.")
    made = source(texts=with_text(texts, "II.3", ""))
    content = plan_content(made)
    assert (content.subject, content.purposes) == ("Trích yếu riêng", "- Của huyện.")
    assert dict(content.items)[load_plan("BT2023").items[2].title] == ""
    known = {part.key: part for part in parts(made)}
    assert known["purposes"].text == "- Của huyện."
    assert known["purposes"].usual.startswith("- Thông qua")
    assert list(known)[-1] == "organisation"


def test_bases_are_cited_once_the_oldest_first_and_none_from_later():
    papers = [
        Paper(
            direction=Direction.BASIS,
            abstract="Triển khai Cuộc vận động trên địa bàn huyện",
            number="12",
            symbol="CT/HU",
            doc_type="Chỉ thị",
            issuer="Huyện ủy",
            issued_on=date(2023, 1, 5),
        ),
        Paper(
            direction=Direction.BASIS,
            abstract="về tăng cường",
            number="28",
            symbol="CT-CP",
            doc_type="Chỉ thị",
            issuer="Thủ tướng Chính phủ",
            issued_on=date(2021, 10, 26),
        ),
        Paper(abstract="Văn bản đi", number="3", symbol="TB-MTTQ-BCĐ", issued_on=date(2023, 2, 1)),
    ]
    bases = plan_content(source(documents=papers, texts=PlanTexts(issued_on=date(2023, 2, 21)))).bases
    assert bases[0].startswith("Căn cứ Thông báo số 264-TB/TW")
    assert "12-CT/HU" in bases[-1]
    assert sum("28" in base.split(" ngày ")[0] for base in bases) == 1, "28/CT-CP is 28/CT-TTg"
    assert not any("710/KH" in base for base in bases), "issued on 14/4/2023, after the plan"
    assert not any("TB-MTTQ" in base for base in bases)


@pytest.mark.parametrize(
    ("office", "symbol", "lines"),
    [
        (OFFICE, "KH-MTTQ-BCĐ", ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")),
        (replace(OFFICE, has_committee=False), "KH-MTTQ-BTT", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        (
            replace(OFFICE, signing=Signing.DEPUTY),
            "KH-MTTQ-BCĐ",
            ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"),
        ),
        (
            replace(OFFICE, level=UnitLevel.MEMBER_BODY, symbol="BC-SKHĐT", signer_post="Giám đốc"),
            "KH-SKHĐT",
            ("GIÁM ĐỐC",),
        ),
    ],
)
def test_heads_and_signature_follow_the_office(office, symbol, lines):
    report = plan_report(stored(source(office=office)), 2023)
    assert (report.symbol, report.signature.authority_lines) == (symbol, lines)
    assert (report.kind_name, report.addressees) == ("KẾ HOẠCH", ())


def test_the_province_stands_in_the_place_of_as_above():
    lines = plan_recipients_of(source())
    assert lines[0] == (
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Bình Thuận - Thường trực Ban Chỉ đạo Cuộc vận động (để báo cáo)"
    )
    assert not any("Như trên" in line for line in lines)
    own = replace(OFFICE, recipients=("Như trên;", "Lưu: VT"), addressees=("Sở Công Thương",))
    assert plan_recipients_of(source(office=own)) == ("Sở Công Thương (để báo cáo)", "Lưu: VT")


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_the_file_says_all_of_it(tmp_path, ending):
    path = tmp_path / f"KH.{ending}"
    made = stored(source(), number="5", issued_on=date(2023, 2, 21), replaces="03/KH-MTTQ-BCĐ")
    write(ending, plan_report(made, 2023), path)
    text = " ".join((docx_text if ending == "docx" else pdf_text)(path).split())
    expected = [
        "Số: 05/KH-MTTQ-BCĐ",
        "ngày 21 tháng 02 năm 2023",
        "KẾ HOẠCH",
        "Căn cứ Thông báo số 264-TB/TW",
        "như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG, NHIỆM VỤ TRỌNG TÂM",
        "III. TỔ CHỨC THỰC HIỆN",
        "Chủ trì",
        "Hội nghị quán triệt",
        "Kiểm tra các xã",
        "Kế hoạch này thay thế Kế hoạch số 03/KH-MTTQ-BCĐ./.",
        "Nơi nhận:",
        "TRƯỞNG BAN",
    ]
    places = [text.find(words) for words in expected]
    assert -1 not in places, [words for words, place in zip(expected, places, strict=True) if place < 0]
    if ending == "docx":
        # Word keeps Nơi nhận and the signature in one row: left first.
        assert places == sorted(places)


def test_bases_are_italic_and_the_table_repeats_its_heading(tmp_path):
    path = tmp_path / "KH.docx"
    write("docx", plan_report(stored(source()), 2023), path)
    word = Document(str(path))
    bases = [one for one in word.paragraphs if one.text.startswith("Căn cứ")]
    assert {one.style.name for one in bases} == {"Căn cứ ban hành"}
    assert bases[0].style.font.italic
    assert [one.text[-1] for one in bases] == [";"] * (len(bases) - 1) + ["."]
    table = word.tables[1]
    assert [cell.text for cell in table.rows[0].cells][1:3] == ["Nhiệm vụ", "Chủ trì"]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert len(table.rows) == 3


def test_a_plan_without_tasks_has_no_table(tmp_path):
    report = plan_report(stored(source(tasks=())), 2023)
    assert all(section.table is None for section in report.walk())
    write("pdf", report, tmp_path / "KH.pdf")
    assert "Phân công nhiệm vụ cụ thể" not in pdf_text(tmp_path / "KH.pdf")


def test_a_long_table_runs_over_pages_in_both_formats(tmp_path):
    many = [replace(TASKS[0], id=str(number), title=f"Nhiệm vụ số {number}") for number in range(80)]
    report = plan_report(stored(source(tasks=many)), 2023)
    for ending, read in (("docx", docx_text), ("pdf", pdf_text)):
        path = tmp_path / f"KH.{ending}"
        write(ending, report, path)
        text = read(path)
        assert all(f"Nhiệm vụ số {number}" in " ".join(text.split()) for number in range(80))
        assert "Trên đây là Kế hoạch" in " ".join(text.split())


@pytest.mark.parametrize("plan", available_plans(), ids=lambda plan: plan.code)
def test_every_shipped_plan_prints(tmp_path, plan):
    office = replace(OFFICE, level=UnitLevel.MEMBER_BODY) if plan.scope == "office" else OFFICE
    content = plan_content(source(plan=plan, office=office))
    texts = [content.purposes, content.requirements, content.organisation, content.lead, *content.bases]
    assert all(texts)
    assert not any("{" in text or "}" in text for text in texts)
    write("docx", plan_report(stored(source(plan=plan, office=office)), 2024), tmp_path / "KH.docx")


def test_a_plan_stored_before_plans_had_purposes_takes_the_usual_ones():
    old = changed(
        suggested_plan(available_plans(), 2023, "60", UnitLevel.DISTRICT), purposes=(), requirements=()
    )
    content = plan_content(source(plan=old))
    assert content.purposes.startswith("- Tiếp tục tuyên truyền")
    assert content.requirements.startswith("- Xác định rõ trách nhiệm")


@pytest.mark.parametrize("code", ["BT2023", "TH2024"])
def test_a_district_does_not_speak_for_the_whole_province(code):
    plan = load_plan(code)
    told = {item.key: item.local_wording for item in plan.items if item.local_wording}
    assert told
    for level, has_own in (
        (UnitLevel.DISTRICT, True),
        (UnitLevel.COMMUNE, True),
        (UnitLevel.PROVINCE, False),
    ):
        office = replace(OFFICE, level=level)
        content = plan_content(PlanSource(office, plan, 2023, PlanTexts(), ()))
        printed = "\n".join(f"{title}. {text}" for title, text in content.items)
        for one in (wording for group in told.values() for wording in group):
            own = fill(one.locally, placeholders(office, 2023))
            assert (own in printed) is has_own
            assert (one.says in printed.replace(own, "")) is not has_own


def test_words_that_a_district_says_otherwise_stand_in_the_plan():
    for plan in available_plans():
        for item in plan.items:
            for one in item.local_wording:
                assert one.says in item.text
