"""The words of the printed report read back from PDF and Word: signatures, Nơi nhận, number, contact line, citing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desktop_app.domain.office_setup import with_drafter
from desktop_app.domain.records.documents import Direction
from desktop_app.domain.records.documents import Document as Paper
from desktop_app.domain.records.office import Signing, UnitLevel
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.report import wording, writers
from desktop_app.report.model import Report
from desktop_app.report.pdf.foot import RULE_GAP_PT
from tests.desktop_app.report.reading import docx_text, pdf_pages, pdf_pieces, pdf_text
from tests.desktop_app.report.sample import make_report, squashed

WAYS = [
    (True, Signing.HEAD, {}, ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]),
    (True, Signing.DEPUTY, {}, ["TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"]),
    (True, Signing.DEPUTY, {"short_signing": True}, ["TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"]),
    (True, Signing.ACTING, {}, ["TM. BAN CHỈ ĐẠO", "Q. TRƯỞNG BAN"]),
    (
        True,
        Signing.AUTHORISED,
        {"signer_title": "Ủy viên Thường trực"},
        ["TUQ. TRƯỞNG BAN", "ỦY VIÊN THƯỜNG TRỰC"],
    ),
    (False, Signing.HEAD, {}, ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"]),
    (False, Signing.DEPUTY, {}, ["TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    (False, Signing.ACTING, {}, ["TM. BAN THƯỜNG TRỰC", "Q. CHỦ TỊCH"]),
    (False, Signing.BY_ORDER, {"level": UnitLevel.PROVINCE}, ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    (
        False,
        Signing.DEPUTY,
        {"level": UnitLevel.MEMBER_BODY, "head_title": "Giám đốc", "signer_post": "Phó Giám đốc"},
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    ),
]


def texts_of(report: Report, folder: Path) -> list[str]:
    """Write the report as PDF and Word and return both texts without white space."""
    pdf, word = folder / "a.pdf", folder / "a.docx"
    writers.write("pdf", report, pdf)
    writers.write("docx", report, word)
    return [squashed(pdf_text(pdf)), squashed(docx_text(word))]


def in_order(text: str, words: list[str]) -> bool:
    """Say whether the words follow each other in a text without white space, whatever else is between."""
    place = 0
    for word in map(squashed, words):
        place = text.find(word, place) + len(word)
        if place < len(word):
            return False
    return True


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
@pytest.mark.parametrize(("has_committee", "way", "more", "lines"), WAYS)
def test_every_signature_is_printed(district, has_committee, way, more, lines, sample_of, tmp_path):
    ledger = sample_of(district)
    office = replace(ledger.office, has_committee=has_committee, signing=way, symbol="", **more)
    ledger.save_office(office)
    period = ledger.reports.period(ledger.year)
    ledger.reports.save_head(period, ReportHead(number="7", issued_on=date(ledger.year, 2, 5)))
    report = ledger.report(period)
    series = {True: "BC-MTTQ-BCĐ", False: "BC-MTTQ-BTT"}[has_committee]
    if office.level is UnitLevel.MEMBER_BODY:
        series = "BC"
    post = office.signer_post if has_committee else ""
    for text in texts_of(report, tmp_path):
        assert in_order(text, [f"Số: 07/{series}", f"ngày 05 tháng 02 năm {ledger.year}", "Kính gửi:"])
        assert in_order(text, ["trân trọng báo cáo./.", *lines, office.signer_name, post])
        assert in_order(text, ["Nơi nhận:", "- Như trên;"])


def test_the_other_post_stands_above_or_below_the_name(sample, tmp_path):
    period = sample.reports.period(2023)
    post, name = sample.office.signer_post, sample.office.signer_name
    for above, order in ((False, [name, post]), (True, [post.upper(), name])):
        sample.save_office(replace(sample.office, post_above_name=above))
        for text in texts_of(sample.report(period), tmp_path):
            end = text.split("./.")[1].split(squashed("Phụ lục"))[0]
            assert in_order(end, ["TRƯỞNG BAN", *order])
            assert not in_order(end, ["TRƯỞNG BAN", *reversed(order)])


def test_a_post_above_the_name_leaves_the_room_for_the_seal_above_itself(layout, tmp_path):
    signature = replace(make_report().signature, post="CHỦ TỊCH", post_above=True)
    writers.write("pdf", make_report(signature=signature), tmp_path / "a.pdf")
    pieces = [one for page in (0, 1) for one in pdf_pieces(tmp_path / "a.pdf", page)]
    heights = {one.text: one.y for one in pieces if one.text in ("TRƯỞNG BAN", "CHỦ TỊCH", signature.name)}
    line = layout.line_height_pt(layout.styles.signer_post)
    assert heights["TRƯỞNG BAN"] - heights["CHỦ TỊCH"] > layout.signature.name_gap_mm * 72 / 25.4
    assert heights["CHỦ TỊCH"] - heights[signature.name] == pytest.approx(line, abs=0.1)


@pytest.mark.parametrize(
    ("recipients", "mark", "last"),
    [
        (("Như trên", "Lưu: VT, BTT"), "NVA", "Lưu: VT, BTT, NVA"),
        (("Như trên", "Lưu: VT, BTT."), "NVA", "Lưu: VT, BTT, NVA"),
        (("Như trên", "Lưu: VT, BTT (05 bản)"), "NVA", "Lưu: VT, BTT, NVA (05 bản)"),
        (("Như trên", "- Lưu: VT, Ban PT."), "NVA.05", "- Lưu: VT, Ban PT, NVA.05"),
        (("Như trên", "Lưu VT"), "NVA", "Lưu VT, NVA"),
        (("Như trên", "Lưu:"), "NVA", "Lưu: NVA"),
        (("Như trên",), "NVA", "Lưu: VT, NVA"),
        (("Như trên", "Lưu: VT"), " ", "Lưu: VT"),
        (("Như trên", "Lưu: VT" + "." * 5000 + "x" + " ." * 5000), "NVA", "Lưu: VT" + "." * 5000 + "x, NVA"),
    ],
)
def test_the_drafter_stands_with_those_who_keep_a_copy(recipients, mark, last):
    assert with_drafter(recipients, mark)[-1] == last


def test_groups_and_purposes_of_recipients_are_printed_with_their_signs(tmp_path):
    report = make_report(
        recipients=("Như trên", "Để báo cáo:", "+ Thường trực Huyện ủy", "+ UBND huyện.", "BTT (để b/c);",
                    "Lưu: VT, BTT (05 bản)."),
    )  # fmt: skip
    assert wording.recipient_lines(report) == [
        "- Như trên;", "- Để báo cáo:", "+ Thường trực Huyện ủy;", "+ UBND huyện;", "- BTT (để b/c);",
        "- Lưu: VT, BTT (05 bản).",
    ]  # fmt: skip
    for text in texts_of(report, tmp_path):
        assert in_order(text, wording.recipient_lines(report))


def test_one_addressee_stands_on_the_line_several_below_it():
    assert wording.addressee_lines(make_report(addressees=("Tỉnh ủy.",))) == ["Tỉnh ủy."]
    assert wording.addressee_lines(make_report(addressees=("Tỉnh ủy", "- UBND tỉnh;"))) == [
        "- Tỉnh ủy;",
        "- UBND tỉnh.",
    ]


CONTACT = (
    "Địa chỉ: Số 12 đường 8 tháng 4, thị trấn Ma Lâm; thư điện tử: mattran@hamthuanbac.invalid; điện thoại: …"
)


def test_the_contact_line_stands_at_the_foot_of_the_first_page_alone(layout, tmp_path):
    report = make_report(contact_line=CONTACT)
    texts_of(report, tmp_path)
    pages = [squashed(one) for one in pdf_pages(tmp_path / "a.pdf")]
    assert [squashed(CONTACT) in one for one in pages] == [True, *[False] * (len(pages) - 1)]
    lines = [one for one in pdf_pieces(tmp_path / "a.pdf") if squashed(one.text) in squashed(CONTACT)]
    assert len(lines) == 2
    assert {one.size for one in lines} == {layout.styles.contact_line.size_pt}
    size = layout.styles.contact_line.size_pt
    assert max(one.y for one in lines) + size + RULE_GAP_PT < layout.portrait.bottom_mm * 72 / 25.4
    assert min(one.y for one in lines) > layout.portrait.page_number_mm * 72 / 25.4
    word = Document(str(tmp_path / "a.docx"))
    first, *others = word.sections
    assert first.different_first_page_header_footer
    assert first.first_page_footer.paragraphs[0].text == CONTACT
    assert first.first_page_footer.paragraphs[0].style.name == "Địa chỉ ở chân trang đầu"
    assert first.footer.is_linked_to_previous
    assert not any(one.different_first_page_header_footer for one in others)


def test_without_a_contact_line_there_is_no_foot(tmp_path):
    texts_of(make_report(), tmp_path)
    assert Document(str(tmp_path / "a.docx")).sections[0].first_page_footer.is_linked_to_previous


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_a_document_of_an_earlier_year_is_cited_in_full_once_in_print_and_not_in_the_ledger(
    district, sample_of, tmp_path
):
    ledger = sample_of(district)
    year, period = ledger.year, ledger.reports.period(ledger.year)
    paper = Paper(
        direction=Direction.INCOMING, number="12", symbol="NQ/HU", issued_on=date(year - 2, 1, 8),
        doc_type="Nghị quyết", issuer="Huyện ủy", abstract="Phát triển thương mại trên địa bàn huyện",
    )  # fmt: skip
    ledger.add_all("thử", {"documents": [paper]})
    full = f"Nghị quyết số 12-NQ/HU ngày 08/01/{year - 2} của Huyện ủy về phát triển thương mại trên địa bàn huyện"
    written = "Thực hiện Nghị quyết số 12-NQ/HU, các xã đã họp."
    outline = {"leadership_documents": written, "assessment_strengths": f"Làm tốt {full}."}
    for key, text in outline.items():
        ledger.reports.save_narrative(period, key, text)
    for text in texts_of(ledger.report(period), tmp_path):
        assert text.count(squashed(full)) == 1
        assert squashed("Làm tốt Nghị quyết số 12-NQ/HU.") in text
    assert ledger.source(period).narrative["leadership_documents"] == written
    ledger.save_office(replace(ledger.office, cites_short=False))
    for text in texts_of(ledger.report(period), tmp_path):
        assert squashed(written) in text
        assert squashed(f"Làm tốt {full}.") in text
