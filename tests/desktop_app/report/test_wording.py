import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.report import wording
from desktop_app.report.model import Annex, Section
from desktop_app.vietnamese.dates import roman
from tests.desktop_app.report.sample import FIGURES, make_report


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("21", "Số: 21/BC-MTTQ-BCĐ"),
        ("5", "Số: 05/BC-MTTQ-BCĐ"),
        ("05", "Số: 05/BC-MTTQ-BCĐ"),
        ("", "Số:        /BC-MTTQ-BCĐ"),
        ("12a", "Số: 12a/BC-MTTQ-BCĐ"),
    ],
)
def test_number_line(number: str, line: str) -> None:
    assert wording.number_line(make_report(number=number)) == line


def test_date_line() -> None:
    assert wording.date_line(make_report()) == "Hàm Thuận Bắc, ngày 22 tháng 11 năm 2023"
    early = make_report(issued_on=date(2024, 2, 5))
    assert wording.date_line(early) == "Hàm Thuận Bắc, ngày 05 tháng 02 năm 2024"
    blank = make_report(issued_on=None)
    assert wording.date_line(blank) == "Hàm Thuận Bắc, ngày       tháng       năm 2023"
    assert wording.date_line(make_report(place_name="")).startswith("ngày 22")


def test_recipients_and_addressees_end_as_in_the_decree() -> None:
    report = make_report(recipients=("- Như trên;", "Lưu: VT."), addressees=("Sở A", "Sở B;", ""))
    assert wording.recipient_lines(report) == ["- Như trên;", "- Lưu: VT."]
    assert wording.addressee_lines(report) == ["- Sở A;", "- Sở B."]
    assert wording.addressee_lines(make_report(addressees=("Sở A",))) == ["Sở A."]
    assert wording.addressee_lines(make_report(addressees=())) == []


@pytest.mark.parametrize("closing", ["Trân trọng báo cáo.", "Trân trọng báo cáo./.", "Trân trọng báo cáo"])
def test_end_mark_stands_once(closing: str) -> None:
    assert wording.closing_paragraphs(make_report(closing=closing)) == ["Trân trọng báo cáo./."]


def test_no_closing_no_end_mark() -> None:
    assert wording.closing_paragraphs(make_report(closing=" ")) == []


def test_annex_lines() -> None:
    assert wording.annex_reference(make_report()) == (
        "(Kèm theo Báo cáo số 05/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023 "
        "của Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc)"
    )
    blank = make_report(number="", issued_on=None, issuer_name="")
    assert wording.annex_reference(blank) == (
        "(Kèm theo Báo cáo số        /BC-MTTQ-BCĐ ngày       tháng       năm 2023 của huyện Hàm Thuận Bắc)"
    )
    assert wording.annex_label(Annex("", "Số liệu", FIGURES)) == "Phụ lục"
    assert wording.annex_heading(Annex("II", "Số liệu", FIGURES)) == "Phụ lục II. Số liệu"


@pytest.mark.parametrize(
    ("section", "heading", "texts"),
    [
        (Section("I", "I", "Lãnh đạo", 1, ("Một.\nHai.",)), "I. Lãnh đạo", ["Một.", "Hai."]),
        (Section("a", "đ", "Cấp xã", 3), "đ) Cấp xã", []),
        (Section("1", "1", "", 2, ("Một.", "Hai.")), "", ["1. Một.", "Hai."]),
        (Section("1", "1", "", 2), "", ["1."]),
        (Section("x", "", "Mở đầu", 1), "Mở đầu", []),
    ],
)
def test_section_text(section: Section, heading: str, texts: list[str]) -> None:
    assert wording.section_text(section) == (heading, texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng Tháp", "Đồng Tháp"),
        (unicodedata.normalize("NFD", "Đồng Tháp"), "Đồng Tháp"),
        ("a\x00b\x1bc", "abc"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("a\tb\xa0c", "a b c"),
        ("nửa \ud83d cặp", "nửa \ufffd cặp"),
        ("cười 😀", "cười 😀"),
        ("<b>&amp;[[x]]=1+1", "<b>&amp;[[x]]=1+1"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert wording.plain(text) == expected


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "(kèm theo các phụ lục)"),
        (1, "(kèm theo Phụ lục)"),
        (2, "(kèm theo Phụ lục I và Phụ lục II)"),
        (14, "(kèm theo các Phụ lục từ I đến XIV)"),
    ],
)
def test_the_closing_names_the_annexes(count, words):
    one = make_report().annexes[0]
    annexes = tuple(replace(one, number=roman(place) if count > 1 else "") for place in range(1, count + 1))
    report = make_report(closing=f"Trên đây là Báo cáo {wording.ANNEXES_ENCLOSED}.", annexes=annexes)
    assert wording.closing_paragraphs(report) == [f"Trên đây là Báo cáo {words}./."]
