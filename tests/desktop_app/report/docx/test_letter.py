"""A công văn and a paper on its side, read back from Word: heads, rules, the subject, Kính gửi, signature."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from desktop_app.report import wording
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, load_layout
from desktop_app.report.measures import longest_line
from desktop_app.report.official import Head, OfficialDocument, SignPlace, Text
from desktop_app.report.writers import write_official
from tests.desktop_app.report.sample import make_report

SUBJECT = "đính chính Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023"
ADDRESSEES = ("Sở Công Thương", "Ban Dân vận Tỉnh ủy")


def _letter(folder: Path, **changes: object) -> WordDocument:
    front = make_report(
        **{"kind_name": "CÔNG VĂN", "symbol": "MTTQ-BTT", "subject": SUBJECT, "annexes": ()} | changes
    )
    signs = SignPlace(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "", "Trần Thị Mỹ Ái")
    letter = OfficialDocument("CongVan", front, (Text("Nội dung đính chính./."),), Head.LETTER, right=signs)
    path = folder / "CongVan.docx"
    write_official(letter, path)
    return Document(str(path))


def _texts(word: WordDocument) -> list[tuple[str, str]]:
    names = {style.style_id: style.name for style in word.styles}
    return [
        (names[one.pPr.pStyle.get(qn("w:val"))], "".join(node.text for node in one.iter(qn("w:t"))))
        for one in word.element.body.iter(qn("w:p"))
    ]


def test_the_subject_stands_under_the_number(tmp_path: Path) -> None:
    word = _letter(tmp_path)
    number, subject = word.tables[0].rows[1].cells[0].paragraphs
    assert number.text == "Số: 05/MTTQ-BTT"
    assert subject.text.replace("\n", " ") == f"V/v {SUBJECT}"
    assert subject.style.font.size == Pt(12)
    assert subject.style.paragraph_format.space_before == Pt(6)
    assert not subject.style.font.bold
    assert word.tables[0].rows[1].cells[1].text == "Hàm Thuận Bắc, ngày 22 tháng 11 năm 2023"


def test_no_kind_is_printed_but_the_file_says_it(tmp_path: Path) -> None:
    word = _letter(tmp_path)
    assert not [text for style, text in _texts(word) if style == "Tên loại văn bản" or text == "CÔNG VĂN"]
    assert word.core_properties.title == f"Công văn {SUBJECT}"


@pytest.mark.parametrize("addressees", [ADDRESSEES[:1], ADDRESSEES])
def test_addressees_stand_apart_from_the_head(addressees: tuple[str, ...], tmp_path: Path) -> None:
    first = next(
        one for one in _letter(tmp_path, addressees=addressees).paragraphs if one.text.startswith("Kính")
    )
    assert first.paragraph_format.space_before == Pt(18)


def test_a_subject_that_says_it_already_is_not_said_twice(tmp_path: Path) -> None:
    texts = _texts(_letter(tmp_path, subject="V/v mời họp"))
    assert ("Trích yếu công văn", "V/v mời họp") in texts
    assert "Trích yếu công văn" not in dict(_texts(_letter(tmp_path, subject="")))


@pytest.mark.parametrize("landscape", [False, True])
def test_the_rule_under_the_motto_is_as_long_as_the_motto(landscape: bool, tmp_path: Path) -> None:
    paper = OfficialDocument(
        "Bang", make_report(annexes=()), (Text("Một."),), Head.NOMINEE, landscape=landscape
    )
    write_official(paper, tmp_path / "Bang.docx")
    table = Document(str(tmp_path / "Bang.docx")).tables[0]
    rule = table.rows[0].cells[1].paragraphs[-1]
    assert rule.style.style_id == "RuleLine"
    sides = (rule.paragraph_format.left_indent + rule.paragraph_format.right_indent) / Pt(1)
    layout = load_layout()
    column = layout.page(landscape=landscape).text_width_mm - layout.header.left_mm
    motto = longest_line(load_fonts(), [wording.MOTTO], layout.styles.motto, 500)
    assert column * POINTS_PER_MM - sides == pytest.approx(motto, abs=0.2)
