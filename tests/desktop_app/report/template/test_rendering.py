import re
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree
from PIL import Image

from desktop_app.errors import CancelledError, TemplateError
from desktop_app.report.docx import write_docx
from desktop_app.report.layout import Layout
from desktop_app.report.model import Annex, Photos, Report
from desktop_app.report.template import filling
from desktop_app.report.template.opening import GUIDE_STYLE
from desktop_app.report.template.rendering import LEFT_OVER, render, write_from_template
from desktop_app.report.template.review import review_template
from tests.desktop_app.report.pictured import CHARTS, photo
from tests.desktop_app.report.sample import make_report
from tests.desktop_app.report.template.making import (
    edited,
    place_of,
    replaced,
    shipped,
    texts,
    with_line,
    with_parts,
)

Fill = Callable[..., WordDocument]
PICTURED = (
    Annex("III", "Biểu đồ", CHARTS),
    Annex("IV", "Hình ảnh", Photos("photos", (photo("a"), photo("b", 300, 400)))),
)


@pytest.fixture
def fill(docx_path: Path, layout: Layout) -> Fill:
    def filled(template: bytes, report: Report | None = None) -> WordDocument:
        write_from_template(report or make_report(), docx_path, layout, template)
        return Document(str(docx_path))

    return filled


def markup(document: WordDocument) -> str:
    """Return the body without the numbers that say nothing."""
    text = etree.tostring(document.element.body).decode()
    return re.sub(r'(w:id|r:id|r:embed| id|xmlns:\w+)="[^"]*"', "", text)


def styles(document: WordDocument) -> dict[str, str]:
    found = document.styles.element.findall(qn("w:style"))
    return {style.get(qn("w:styleId")): etree.tostring(style).decode() for style in found}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"annexes": ()},
        {"number": "", "issued_on": None},
        {"addressees": ("Thường trực Tỉnh ủy", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh")},
        {"addressees": (), "recipients": (), "lead": (), "closing": ""},
        {"sections": ()},
        {"annexes": make_report().annexes[:1]},
        {"annexes": make_report().annexes[1:]},
        {
            "annexes": (*make_report().annexes, *PICTURED),
            "prints_code": True,
            "contact_line": "Số 12; ĐT 0252",
        },
        {"annexes": (), "prints_code": True},
    ],
    ids=[
        "whole",
        "no annex",
        "no number",
        "many addressees",
        "bare",
        "no sections",
        "upright",
        "wide",
        "pictures",
        "code alone",
    ],
)
def test_the_untouched_template_gives_the_document_of_the_direct_writer(
    fill: Fill, layout: Layout, tmp_path: Path, changes: dict[str, object]
) -> None:
    report = make_report(**changes)
    write_docx(report, tmp_path / "thẳng.docx", layout)
    direct, filled = Document(str(tmp_path / "thẳng.docx")), fill(shipped(), report)
    assert [(p.style.name, p.text) for p in filled.paragraphs] == [
        (p.style.name, p.text) for p in direct.paragraphs
    ]
    assert markup(filled) == markup(direct)
    assert styles(direct).items() <= styles(filled).items()
    for name in ("title", "subject", "keywords", "author", "created"):
        assert getattr(filled.core_properties, name) == getattr(direct.core_properties, name)
    header = [one.sections[0].header.paragraphs[0]._p for one in (filled, direct)]
    assert etree.tostring(header[0]) == etree.tostring(header[1])


def test_the_same_report_gives_the_same_bytes(fill: Fill, docx_path: Path) -> None:
    fill(shipped())
    first = docx_path.read_bytes()
    fill(shipped())
    assert docx_path.read_bytes() == first


def test_the_guide_is_in_the_template_and_never_in_a_report(fill: Fill) -> None:
    template = Document(BytesIO(shipped()))
    guide = [one for one in template.paragraphs if one.style.name == GUIDE_STYLE]
    assert len(guide) > 30
    assert not [one for one in fill(shipped()).paragraphs if one.style.name == GUIDE_STYLE]


@pytest.mark.parametrize(
    "text",
    [
        "<w:p>chèn</w:p>",
        "Công ty A & B <Việt>",
        "{{ 7*7 }}",
        "{% if x %}",
        "{_{ 7 }_}",
        "{#x#}",
        "a\"b'c",
        "]]>",
    ],
)
def test_data_are_printed_as_they_are(fill: Fill, text: str) -> None:
    template = with_line("Đơn vị: {{ ten_don_vi }}; {{ trich_yeu }}; {{ nguoi_ky }}")
    report = make_report(
        subject=text,
        closing=text,
        lead=(text,),
        recipients=(text,),
        addressees=(text,),
        place_name=text,
    )
    printed = texts(fill(template, report))
    assert any(line == f"Đơn vị: huyện Hàm Thuận Bắc; {text}; Trần Thị Mỹ Ái" for line in printed)
    assert text in printed
    assert sum(text in line for line in printed) >= 5


def test_fixed_words_order_and_heads_are_the_templates(fill: Fill) -> None:
    def change(word: WordDocument) -> None:
        word.tables[0].cell(0, 1).paragraphs[1].text = "Đoàn kết - Dân chủ"
        place_of(word, "kinh_gui")._p.addprevious(place_of(word, "mo_dau")._p)
        place_of(word, "mo_dau").insert_paragraph_before("Chữ của huyện", style="Trích yếu nội dung")
        word.sections[0].footer.paragraphs[0].text = "{{ ten_don_vi|in_hoa }} – {{ so_ky_hieu }}"

    filled = fill(edited(change))
    lines = [one.text for one in filled.paragraphs]
    assert filled.tables[0].cell(0, 1).paragraphs[1].text == "Đoàn kết - Dân chủ"
    assert lines.index("Chữ của huyện") < lines.index(make_report().lead[0])
    assert lines.index(make_report().lead[0]) < next(i for i, line in enumerate(lines) if "Kính gửi" in line)
    for section in filled.sections:
        assert section.footer.paragraphs[0].text == "HUYỆN HÀM THUẬN BẮC – 05/BC-MTTQ-BCĐ"


def test_styles_are_the_templates(fill: Fill) -> None:
    def change(word: WordDocument) -> None:
        word.styles["Nội dung văn bản"].font.size = Pt(15)

    lead = next(one for one in fill(edited(change)).paragraphs if one.text.startswith("Thực hiện Kế hoạch"))
    assert lead.style.font.size == Pt(15)


def test_styles_are_found_by_name_when_another_program_gave_them_other_ids(fill: Fill) -> None:
    def rename(old: bytes) -> bytes:
        return old.replace(b'"ReportBody"', b'"kieu12"').replace(b'"Heading1"', b'"kieu7"')

    template = with_parts({"word/styles.xml": rename, "word/document.xml": rename})
    filled = fill(template)
    used = {one.style.style_id: one.style.name for one in filled.paragraphs}
    assert used["kieu12"] == "Nội dung văn bản"
    assert used["kieu7"] == "Heading 1"
    assert "ReportBody" not in styles(filled)


def test_styles_that_the_template_lacks_are_added(fill: Fill) -> None:
    def change(word: WordDocument) -> None:
        root = word.styles.element
        for style in root.findall(qn("w:style")):
            if style.get(qn("w:styleId")) in ("AnnexTitle", "Heading2", "TableCenter"):
                root.remove(style)

    filled = fill(edited(change))
    assert {"AnnexTitle", "Heading2", "TableCenter"} <= set(styles(filled))
    assert filled.styles["Heading 2"].font.bold


def test_a_style_of_the_same_id_but_another_name_is_left_alone(fill: Fill) -> None:
    def change(word: WordDocument) -> None:
        word.styles["Tên phụ lục"].element.find(qn("w:name")).set(qn("w:val"), "Kiểu của huyện")

    filled = fill(edited(change))
    title = next(one for one in filled.paragraphs if one.text.casefold() == "số liệu năm 2023")
    assert (title.style.style_id, title.style.name) == ("SHVAnnexTitle", "Tên phụ lục")


def test_sections_can_stand_in_another_order(fill: Fill) -> None:
    def change(word: WordDocument) -> None:
        place = place_of(word, "noi_dung")
        place.insert_paragraph_before("{{ muc_II }}")
        place.insert_paragraph_before("Xen giữa")
        place.text = "{{ muc_I }}"

    headings = [one.text for one in fill(edited(change)).paragraphs if one.style.name == "Heading 1"]
    assert headings == ["II. KẾT QUẢ THỰC HIỆN", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"]


def test_a_section_without_a_place_is_printed_all_the_same(layout: Layout) -> None:
    document, notes = render(make_report(), layout, replaced("{{ noi_dung }}", "{{ muc_I }}"), lambda: None)
    assert notes == (LEFT_OVER,)
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"][1].startswith("II.")


def test_the_rest_of_the_sections_has_its_place(layout: Layout) -> None:
    template = with_line("{{ muc_con_lai }}", replaced("{{ ket_thuc }}", "{{ muc_II }}"))
    template = edited(lambda word: setattr(place_of(word, "noi_dung"), "text", ""), template)
    document, notes = render(make_report(), layout, template, lambda: None)
    assert notes == ()
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", "II. KẾT QUẢ THỰC HIỆN"]


def test_if_and_for_work(fill: Fill) -> None:
    template = shipped()
    for line in (
        "{%p for dong in ds_noi_nhan %}", "{{ loop.index }}: {{ dong }}", "{%p endfor %}",
        "{%p if phu_luc %}", "Có phụ lục", "{%p endif %}", "{%p if muc_IX %}", "Có mục IX", "{%p endif %}",
        "{% if nam == '2023' and not muc_IX %}Năm 2023{% else %}Năm khác{% endif %}",
    ):  # fmt: skip
        template = with_line(line, template)
    lines = texts(fill(template))
    assert [line for line in lines if re.match(r"\d: ", line)] == [
        "1: - Như trên;",
        "2: - Thường trực Huyện ủy (b/c);",
        "3: - Lưu: VT, BCĐ.",
    ]
    assert "Có phụ lục" in lines
    assert "Có mục IX" not in lines
    assert "Năm 2023" in lines


def test_a_placeholder_typed_in_pieces_is_one(fill: Fill) -> None:
    def change(word: WordDocument) -> None:
        line = place_of(word, "noi_dung").insert_paragraph_before("Đơn vị {")
        for piece, bold in (("{ ten_", True), ("don", False), ("_vi }", True), ("}.", False)):
            line.add_run(piece).bold = bold

    assert "Đơn vị huyện Hàm Thuận Bắc." in texts(fill(edited(change)))


def test_a_block_used_twice_is_printed_twice_with_numbers_of_its_own(fill: Fill) -> None:
    filled = fill(with_line("{{ noi_dung }}"))
    assert len([one for one in filled.paragraphs if one.style.name == "Heading 1"]) == 4
    marks = list(filled.element.body.iter(qn("w:bookmarkStart")))
    numbers, names = [one.get(qn("w:id")) for one in marks], [one.get(qn("w:name")) for one in marks]
    assert len(set(numbers)) == len(numbers)
    assert len(set(names)) == len(names)


def test_a_template_made_from_an_exported_report_has_no_old_bookmarks(
    fill: Fill, layout: Layout, tmp_path: Path
) -> None:
    write_docx(make_report(), tmp_path / "cũ.docx", layout)
    old = Document(str(tmp_path / "cũ.docx"))
    old.paragraphs[0].insert_paragraph_before("{{ noi_dung }}")
    saved = BytesIO()
    old.save(saved)
    names = [one.get(qn("w:name")) for one in fill(saved.getvalue()).element.body.iter(qn("w:bookmarkStart"))]
    assert names.count("_shv_muc_I") == 1


def test_a_logo_stays_and_other_paper_is_kept_for_the_annexes(fill: Fill) -> None:
    picture = BytesIO()
    Image.new("RGB", (40, 40), "red").save(picture, "PNG")

    def change(word: WordDocument) -> None:
        word.tables[0].cell(0, 0).paragraphs[0].insert_paragraph_before().add_run().add_picture(
            picture, Mm(12)
        )
        word.sections[0].page_width, word.sections[0].page_height = Mm(200), Mm(280)
        word.sections[0].left_margin = Mm(33)

    filled = fill(edited(change))
    assert len(filled.inline_shapes) == 1
    main, figures, nominations = filled.sections
    for upright in (main, figures):
        assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (200, 280)
        assert round(upright.left_margin.mm) == 33
    assert nominations.orientation is WD_ORIENT.LANDSCAPE
    assert (round(nominations.page_width.mm), round(nominations.page_height.mm)) == (280, 200)
    assert round(nominations.top_margin.mm) == 33
    assert main.different_first_page_header_footer
    assert not nominations.different_first_page_header_footer


def test_pictures_of_template_and_report_have_names_of_their_own(fill: Fill, docx_path: Path) -> None:
    logo = BytesIO()
    Image.new("RGB", (40, 40), "red").save(logo, "PNG")

    def change(word: WordDocument) -> None:
        word.tables[0].cell(0, 0).paragraphs[0].insert_paragraph_before().add_run().add_picture(logo, Mm(12))
        word.sections[0].footer.paragraphs[0].text = "Chân trang của huyện"

    filled = fill(edited(change), make_report(annexes=PICTURED, prints_code=True, contact_line="Số 12"))
    names = ZipFile(docx_path).namelist()
    assert len(set(names)) == len(names)
    shown = [one.get(qn("r:embed")) for one in filled.element.body.iter(qn("a:blip"))]
    assert len(shown) == 1 + 3 + 2 + 1
    pictures = {filled.part.related_parts[one].blob for one in shown}
    assert logo.getvalue() in pictures
    assert len(pictures) == len(shown)
    ids = [one.get("id") for one in filled.element.body.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids)
    assert filled.sections[0].first_page_footer.paragraphs[0].text == "Số 12"
    assert filled.sections[0].footer.paragraphs[0].text == "Chân trang của huyện"


def test_what_stands_behind_the_annexes_stays_behind_them(fill: Fill) -> None:
    template = edited(lambda word: word.add_paragraph("Cuối văn bản"))
    filled = fill(template)
    lines = [one.text for one in filled.paragraphs]
    assert lines.index("Cuối văn bản") > lines.index("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
    assert len(filled.sections) == 4
    assert filled.sections[-1].orientation is WD_ORIENT.PORTRAIT


def test_every_cell_and_the_body_end_with_a_paragraph(fill: Fill) -> None:
    filled = fill(shipped(), make_report(annexes=(), recipients=()))
    for cell in filled.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
    assert filled.element.body[-2].tag == qn("w:p")


def test_a_template_that_runs_too_long_is_given_up(layout: Layout) -> None:
    ticks = count(0, 4.0)
    watch = filling.Watch(lambda: None, clock=lambda: next(ticks), seconds=10)
    lines = filling.context(make_report(), set(), watch)["ds_noi_nhan"]
    with pytest.raises(TemplateError, match="quá lâu"):
        list(lines)  # type: ignore[call-overload]


def test_a_wish_to_stop_ends_the_filling(docx_path: Path, layout: Layout) -> None:
    def stop() -> None:
        raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        render(make_report(), layout, shipped(), stop)
    assert not docx_path.exists()


def test_a_faulty_template_writes_nothing(docx_path: Path, layout: Layout) -> None:
    with pytest.raises(TemplateError, match="noi_dungg"):
        write_from_template(make_report(), docx_path, layout, with_line("{{ noi_dungg }}"))
    assert not docx_path.exists()


def test_marks_typed_into_the_file_by_hand_are_no_danger(fill: Fill) -> None:
    mark = b'<shv:khoi xmlns:shv="urn:so-hang-viet:khoi" ten="khong_co"/>'
    template = with_parts({"word/document.xml": lambda old: old.replace(b"<w:sectPr>", mark + b"<w:sectPr>")})
    assert "khoi" not in etree.tostring(fill(template).element.body).decode()


def test_the_direct_document_is_not_changed_by_copies(layout: Layout) -> None:
    first, _ = render(make_report(), layout, with_line("{{ chu_ky }}"), lambda: None)
    body = deepcopy(first.element.body)
    assert len([one for one in body.iter(qn("w:t")) if one.text == "Trần Thị Mỹ Ái"]) == 2


@pytest.mark.parametrize("name", ["template_saved_by_libreoffice.docx", "template_through_odt.docx"])
def test_a_template_saved_by_another_program_prints_the_same_words(
    fill: Fill, layout: Layout, tmp_path: Path, name: str
) -> None:
    data = (Path(__file__).parents[3] / "files" / "word" / name).read_bytes()
    assert review_template(data, name, layout).problems == ()
    write_docx(make_report(), tmp_path / "thẳng.docx", layout)
    direct, filled = Document(str(tmp_path / "thẳng.docx")), fill(data)
    assert [line for line in texts(filled) if line] == [line for line in texts(direct) if line]
    assert [one.orientation for one in filled.sections] == [one.orientation for one in direct.sections]
    named = [[p.style.name.lower() for p in one.paragraphs if p.text] for one in (filled, direct)]
    assert named[0] == named[1]
