import re
import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from desktop_app.errors import WordFileError
from desktop_app.report.docx import write_docx
from desktop_app.report.layout import Layout
from desktop_app.report.model import Section
from desktop_app.report.template.rendering import write_from_template
from desktop_app.report.word_lists import ListLabels
from desktop_app.report.word_narrative import FoundNarrative, read_narrative
from desktop_app.report.word_package import open_package, read_file
from tests.desktop_app.report.sample import make_report
from tests.desktop_app.report.template.making import edited, place_of

SECTIONS = (
    Section("I", "I", "Công tác lãnh đạo, chỉ đạo", 1, (), (
        Section("I.1", "1", "Ban hành văn bản", 2, ("Đã ban hành 08 văn bản. Đã tổ chức 04 cuộc họp.",)),
        Section("I.2", "2", "Kinh phí thực hiện", 2, ("Ngân sách cấp 12 triệu đồng.", "Xã hội hóa 5 triệu đồng.")),
    )),
    Section("II", "II", "Kết quả thực hiện", 1, ("Tỷ lệ ưu tiên hàng Việt đạt 82,4%.",)),
)  # fmt: skip
REPORT = make_report(sections=SECTIONS)
FILES = Path(__file__).parents[2] / "files" / "word"
PRINTED = {
    "I": [],
    "I.1": ["Đã ban hành 08 văn bản. Đã tổ chức 04 cuộc họp."],
    "I.2": ["Ngân sách cấp 12 triệu đồng.", "Xã hội hóa 5 triệu đồng."],
    "II": ["Tỷ lệ ưu tiên hàng Việt đạt 82,4%."],
}


@pytest.fixture
def word(docx_path: Path, layout: Layout):
    """The exported file, opened in Word."""
    write_docx(REPORT, docx_path, layout)
    return Document(str(docx_path))


def line(word, text: str) -> Paragraph:
    return next(one for one in word.paragraphs if one.text.startswith(text))


def reread(word, further=()) -> FoundNarrative:
    saved = BytesIO()
    word.save(saved)
    return read_narrative(open_package(saved.getvalue(), "BaoCao.docx"), REPORT, further)


def read(word) -> dict[str, list[str]]:
    return {key: one.paragraphs for key, one in reread(word).sections.items()}


def put_after(paragraph: Paragraph, text: str) -> Paragraph:
    made = parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:p>")
    paragraph._p.addnext(made)
    return Paragraph(made, paragraph._parent)


def runs(paragraph: Paragraph, markup: str) -> None:
    """Put other runs in place of those of a paragraph."""
    for one in [one for one in paragraph._p if one.tag == qn("w:r")]:
        paragraph._p.remove(one)
    paragraph._p.extend(list(parse_xml(f"<w:p {nsdecls('w', 'r')}>{markup}</w:p>")))


def test_an_untouched_file_says_what_was_printed(word) -> None:
    assert read(word) == PRINTED


def test_the_file_names_its_report(word) -> None:
    identity = reread(word).identity
    assert identity is not None
    assert (identity.unit_code, identity.year, identity.period, identity.check) == (
        "BT-HTB",
        2023,
        "",
        "7KQ2MX4T9A",
    )


def test_changed_and_added_paragraphs_belong_to_their_section(word) -> None:
    line(word, "Đã ban hành").text = "Đã ban hành 09 văn bản."
    put_after(line(word, "Xã hội hóa"), "Đoạn thêm vào cuối mục.")
    put_after(line(word, "2. Kinh phí"), "Đoạn thêm vào đầu mục.")
    assert read(word) == PRINTED | {
        "I.1": ["Đã ban hành 09 văn bản."],
        "I.2": ["Đoạn thêm vào đầu mục.", *PRINTED["I.2"], "Đoạn thêm vào cuối mục."],
    }


def test_what_stands_behind_the_last_section_is_not_taken(word) -> None:
    put_after(line(word, "Tỷ lệ"), "Đoạn cuối.")
    assert read(word)["II"] == [*PRINTED["II"], "Đoạn cuối."]


def test_a_deleted_section_is_missing_and_nothing_slips_into_another(word) -> None:
    for text in ("2. Kinh phí", "Ngân sách cấp", "Xã hội hóa"):
        one = line(word, text)._p
        one.getparent().remove(one)
    assert read(word) == {key: text for key, text in PRINTED.items() if key != "I.2"}


def strip_bookmarks(word) -> None:
    for mark in list(word.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)


def test_sections_are_found_by_their_headings_when_bookmarks_are_lost(word) -> None:
    strip_bookmarks(word)
    assert read(word) == PRINTED


def test_a_heading_that_was_changed_a_little_is_found(word) -> None:
    strip_bookmarks(word)
    line(word, "2. Kinh phí").text = "2. Kinh phí thực hiện Cuộc vận động"
    line(word, "I. CÔNG TÁC").text = "I. Công tác lãnh đạo, chỉ  đạo:"
    found = reread(word).sections
    assert found["I.2"].paragraphs == PRINTED["I.2"]
    assert found["I.2"].heading == "2. Kinh phí thực hiện Cuộc vận động"


def test_a_heading_typed_anew_costs_only_its_bookmark(word) -> None:
    one = line(word, "1. Ban hành")
    put_after(one, "1. Ban hành văn bản")
    one._p.getparent().remove(one._p)
    assert read(word) == PRINTED


def test_an_optional_section_that_the_chair_added_is_found_by_its_heading(word) -> None:
    put_after(put_after(line(word, "Xã hội hóa"), "3. Khó khăn, vướng mắc"), "x").text = "Thiếu kinh phí."
    found = reread(word, [("I.3", "3. Khó khăn, vướng mắc")]).sections
    assert found["I.3"].paragraphs == ["Thiếu kinh phí."]
    assert found["I.2"].paragraphs == PRINTED["I.2"]


def test_tracked_changes_count_as_accepted_and_comments_as_nothing(word) -> None:
    runs(
        line(word, "Đã ban hành"),
        "<w:r><w:t>Đã </w:t></w:r><w:del><w:r><w:delText>ban hành</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>phát hành</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t xml:space='preserve'> chỗ cũ</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t xml:space='preserve'> chỗ mới</w:t></w:r></w:moveTo>"
        "<w:commentRangeStart w:id='1'/><w:r><w:t>.</w:t></w:r><w:commentRangeEnd w:id='1'/>"
        "<w:r><w:commentReference w:id='1'/></w:r>",
    )
    assert read(word)["I.1"] == ["Đã phát hành chỗ mới."]


def test_a_deleted_end_of_paragraph_joins_two(word) -> None:
    mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:del w:id='1' w:author='x'/></w:rPr>")
    line(word, "Ngân sách cấp")._p.pPr.append(mark)
    assert read(word)["I.2"] == ["Ngân sách cấp 12 triệu đồng.Xã hội hóa 5 triệu đồng."]


def test_hyphens_breaks_fields_and_spaces_are_brought_to_one_form(word) -> None:
    runs(
        line(word, "Đã ban hành"),
        "<w:r><w:t>Ủy\u00a0ban</w:t></w:r><w:r><w:t xml:space='preserve"
        f"'> {unicodedata.normalize('NFD', 'huyện')}</w:t></w:r>"
        "<w:r><w:tab/><w:t>ban</w:t><w:softHyphen/><w:t>hành số 05</w:t><w:noBreakHyphen/><w:t>KH,</w:t><w:br/>"
        "<w:t>gồm</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE \\@ d </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t xml:space='preserve'> 08</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:fldSimple w:instr='PAGE'><w:r><w:t xml:space='preserve'> văn bản.</w:t></w:r></w:fldSimple>"
        "<w:r><w:br/><w:t>Câu thứ hai.</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ ẩn</w:t></w:r>"
        "<w:r><w:br w:type='page'/></w:r>",
    )
    assert read(word)["I.1"] == ["Ủy ban huyện banhành số 05-KH, gồm 08 văn bản.", "Câu thứ hai."]


def test_text_boxes_and_tables_are_passed_over_and_told(word) -> None:
    one = line(word, "Ngân sách cấp")
    table = word.add_table(1, 1)
    table.cell(0, 0).text = "Trong bảng"
    one._p.addnext(table._tbl)
    runs(
        line(word, "Xã hội hóa"),
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Khung chữ</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        "<w:r><w:t>Xã hội hóa 6 triệu đồng.</w:t></w:r>",
    )
    found = reread(word).sections["I.2"]
    assert found.has_table
    assert found.paragraphs == ["Ngân sách cấp 12 triệu đồng.", "Xã hội hóa 6 triệu đồng."]


def test_lists_made_by_word_keep_their_dashes(word) -> None:
    for text in ("Ngân sách cấp", "Xã hội hóa"):
        number = parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='7'/></w:numPr>")
        line(word, text)._p.pPr.append(number)
    assert read(word)["I.2"] == ["- Ngân sách cấp 12 triệu đồng.", "- Xã hội hóa 5 triệu đồng."]


@pytest.mark.parametrize("begin", ["²", "9" * 6_000, "-3", ""])
def test_a_list_with_an_odd_first_number_begins_with_1(begin: str) -> None:
    level = f"<w:start w:val='{begin}'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/>"
    numbering = (
        f"<w:numbering {nsdecls('w')}><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'>{level}</w:lvl>"
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    )
    labels = ListLabels({"word/numbering.xml": numbering.encode()})
    assert labels.next("", {"numId": "1"}) == "1."


def test_fixed_words_of_a_template_between_sections_are_not_taken(docx_path: Path, layout: Layout) -> None:
    def change(word) -> None:
        place = place_of(word, "noi_dung")
        place.insert_paragraph_before("{{ muc_II }}")
        place.insert_paragraph_before("Chữ cố định của mẫu")
        place.text = "{{ muc_I }}"

    write_from_template(REPORT, docx_path, layout, edited(change))
    word = Document(str(docx_path))
    assert read(word) == PRINTED
    put_after(line(word, "Tỷ lệ"), "Thêm vào mục II.")
    assert read(word)["II"] == [*PRINTED["II"], "Thêm vào mục II."]


@pytest.mark.parametrize("name", ["report_saved_by_libreoffice.docx", "report_through_odt.docx"])
def test_a_file_saved_by_another_program_is_read_the_same(name: str) -> None:
    found = read_narrative(open_package((FILES / name).read_bytes(), name), REPORT)
    texts = {key: one.paragraphs for key, one in found.sections.items()}
    assert texts == PRINTED | {"I.2": ["Ngân sách cấp 15 triệu đồng.", PRINTED["I.2"][1]]}
    assert found.identity is not None
    assert found.identity.check == "7KQ2MX4T9A"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "Lưu thành"),
        (b"PK\x03\x04cut", "hỏng"),
        (b"{\\rtf1}", "hỏng"),
    ],
)
def test_other_files_are_refused_with_advice(data: bytes, said: str) -> None:
    with pytest.raises(WordFileError, match=said):
        open_package(data, "BaoCao.doc")


def test_an_odt_file_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "BaoCao.odt"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(WordFileError, match="không phải tệp Word"):
        open_package(read_file(path, 1), path.name)


def test_a_missing_file_a_folder_and_a_large_file_are_told(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "x.docx", "Không tìm thấy"), (tmp_path, "thư mục")):
        with pytest.raises(WordFileError, match=said):
            read_file(path, 1)
    large = tmp_path / "to.docx"
    large.write_bytes(b"\0" * (2**20 + 1))
    with pytest.raises(WordFileError, match=re.escape("1 MB")):
        read_file(large, 1)


def test_nothing_of_tables_and_annexes_is_text(word) -> None:
    assert isinstance(word.tables[0], WordTable)
    joined = " ".join(text for one in read(word).values() for text in one)
    assert "Nơi nhận" not in joined
    assert "Phụ lục" not in joined
