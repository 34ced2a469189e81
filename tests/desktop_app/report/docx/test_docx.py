import time
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop_app.report.docx import write_docx
from desktop_app.report.layout import Layout
from desktop_app.report.model import Annex, Table
from tests.desktop_app.report.sample import NOMINATIONS, ManyRows, make_report, with_rows


@pytest.fixture
def word(docx_path: Path, layout: Layout) -> WordDocument:
    write_docx(make_report(), docx_path, layout)
    return Document(str(docx_path))


def test_typeface_and_language_hold_for_every_script(word: WordDocument) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults")).find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = defaults.find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "28"
    assert word.core_properties.language == "vi-VN"


def test_headings_are_real_black_and_bold(word: WordDocument) -> None:
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
        ("Heading 2", "1. Ban hành văn bản"),
        ("Heading 3", "a) Cấp xã"),
        ("Heading 1", "II. KẾT QUẢ THỰC HIỆN"),
    ]
    style = word.styles["Heading 1"]
    assert style.font.bold
    assert style.font.size == Pt(14)
    assert str(style.font.color.rgb) == "000000"
    assert style.paragraph_format.keep_with_next


def test_body_is_justified_and_indented(word: WordDocument) -> None:
    lead = next(p for p in word.paragraphs if p.text.startswith("Thực hiện Kế hoạch"))
    assert lead.style.name == "Nội dung văn bản"
    assert lead.style.paragraph_format.first_line_indent == pytest.approx(Mm(10), abs=700)
    assert lead.style.paragraph_format.space_before == Pt(6)


def test_sections_number_their_own_pages(word: WordDocument, layout: Layout) -> None:
    body, figures, nominations = word.sections
    assert body.different_first_page_header_footer
    assert not figures.different_first_page_header_footer
    assert figures.orientation == WD_ORIENT.PORTRAIT
    assert nominations.orientation == WD_ORIENT.LANDSCAPE
    assert nominations.page_width > nominations.page_height
    for section in word.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert " PAGE " in section.header._element.xml
        assert section.header.paragraphs[0].style.paragraph_format.alignment == 1
    assert body.left_margin == pytest.approx(Mm(layout.portrait.left_mm), abs=700)


def test_no_empty_paragraphs_serve_as_spacers(word: WordDocument) -> None:
    names = {p.style.name for p in word.paragraphs if not p.text}
    assert names == {"Đường kẻ ngang", "Kết thúc phần"}
    assert "Normal" not in {p.style.name for p in word.paragraphs}


def test_rules_are_borders_of_the_right_length(word: WordDocument, layout: Layout) -> None:
    header = word.tables[0]
    rules = [p for p in header._tbl.iter(qn("w:p")) if p.pPr.pStyle.get(qn("w:val")) == "RuleLine"]
    assert len(rules) == 2
    indent = rules[1].pPr.find(qn("w:ind"))
    sides = int(indent.get(qn("w:left"))) + int(indent.get(qn("w:right")))
    length_mm = layout.header.right_mm - sides / 20 / 72 * 25.4
    assert length_mm == pytest.approx(56.1, abs=0.3)  # the motto at 13 pt bold
    assert "<w:u " not in word.element.xml
    assert "____" not in word.element.xml


def test_number_and_date_share_a_row(word: WordDocument) -> None:
    texts = ["".join(node.text for node in row.iter(qn("w:t"))) for row in word.tables[0]._tbl.tr_lst]
    assert texts[1] == "Số: 05/BC-MTTQ-BCĐHàm Thuận Bắc, ngày 22 tháng 11 năm 2023"


def test_tables_repeat_their_heading_and_split_no_row(word: WordDocument) -> None:
    for table in word.tables[2:]:
        rows = table._tbl.tr_lst
        assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_a_sum_is_kept_with_the_row_above(docx_path: Path, layout: Layout) -> None:
    rows = (("một", ""), ("hai", ""), ("Cộng", ""))
    table = Table("t", "T", NOMINATIONS.columns, rows, bold_rows=frozenset({2}))
    write_docx(make_report(annexes=(Annex("", "Danh sách", table),)), docx_path, layout)
    printed = Document(str(docx_path)).tables[-1].rows
    assert [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in printed[1:3]] == [
        False,
        True,
    ]


def test_last_paragraph_is_kept_with_the_signature(word: WordDocument) -> None:
    closing = next(p for p in word.paragraphs if p.text.endswith("./."))
    assert closing.paragraph_format.keep_with_next
    assert closing._p.getnext().tag == qn("w:tbl")


def test_properties_hold_no_time_of_export(word: WordDocument) -> None:
    properties = word.core_properties
    assert properties.created.isoformat() == "2023-11-22T00:00:00+00:00"
    assert properties.created == properties.modified
    assert properties.comments == ""
    assert properties.title.startswith("Báo cáo Kết quả thực hiện")


def test_nothing_of_the_template_stays(docx_path: Path, word: WordDocument) -> None:
    with ZipFile(docx_path) as archive:
        names = archive.namelist()
        assert "Calibri" not in archive.read("word/styles.xml").decode("utf-8")
        assert 'w:val="15"' in archive.read("word/settings.xml").decode("utf-8")
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_a_thousand_rows_take_less_than_two_seconds(docx_path: Path, layout: Layout) -> None:
    report = with_rows(ManyRows(1_000))
    start = time.perf_counter()
    write_docx(report, docx_path, layout)
    assert time.perf_counter() - start < 2
    assert len(Document(str(docx_path)).tables[-1]._tbl.tr_lst) == 1_001


def test_several_addressees_get_a_line_each(docx_path: Path, layout: Layout) -> None:
    write_docx(make_report(addressees=("Sở A", "Sở B")), docx_path, layout)
    texts = [p.text for p in Document(str(docx_path)).paragraphs if p.style.name == "Kính gửi"]
    assert texts == ["Kính gửi:", "- Sở A;", "- Sở B."]


def test_a_list_of_recipients_longer_than_a_page_leaves_no_signature_alone(
    docx_path: Path, layout: Layout
) -> None:
    recipients = tuple(f"Xã số {number}" for number in range(120))
    write_docx(make_report(recipients=recipients, annexes=()), docx_path, layout)
    table = Document(str(docx_path)).tables[-1]
    first, rest = table.rows
    assert "Trần Thị Mỹ Ái" in first.cells[-1].text
    assert 30 < len(first.cells[0].paragraphs) < 60
    listed = [paragraph.text for row in (first, rest) for paragraph in row.cells[0].paragraphs]
    assert listed == ["Nơi nhận:", *(f"- Xã số {number};" for number in range(119)), "- Xã số 119."]
    assert table._tbl.getprevious().pPr.keepNext is not None
