from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from desktop_app.domain.word_template import PLACEHOLDERS, TemplateReview
from desktop_app.report.layout import load_layout
from desktop_app.report.template.review import review_template
from tests.desktop_app.report.template.making import (
    edited,
    packed_of,
    place_of,
    replaced,
    shipped,
    with_line,
    with_parts,
)


def review(data: bytes, name: str = "Mẫu của huyện.docx") -> TemplateReview:
    return review_template(data, name, load_layout())


def refused(data: bytes, name: str = "Mẫu của huyện.docx") -> str:
    """Return why a template is refused."""
    found = review(data, name)
    assert found.problems
    assert not found.data
    return " ".join(found.problems)


def test_the_shipped_template_is_taken_without_a_remark() -> None:
    found = review(shipped())
    assert (found.problems, found.warnings) == ((), ())
    assert found.data == shipped()
    assert {"co_quan", "noi_dung", "chu_ky", "phu_luc", "so_ky_hieu"} <= set(found.used)


def test_every_placeholder_is_known_in_its_place() -> None:
    for one in PLACEHOLDERS:
        lines = [one.written, "{{ dong }}", "{%p endfor %}"] if "for" in one.written else [one.written]
        template = shipped()
        for line in lines:
            template = with_line(line, template)
        assert review(template).problems == (), one.name


def test_an_unknown_placeholder_is_named_with_its_place_and_the_nearest_one() -> None:
    said = refused(replaced("{{ noi_dung }}", "{{ noi_dungg }}"))
    assert "“noi_dungg”" in said
    assert "thân văn bản" in said
    assert "có phải là “noi_dung”?" in said


def test_accents_in_a_placeholder_lead_to_the_right_one() -> None:
    assert "có phải là “noi_dung”?" in refused(replaced("{{ noi_dung }}", "{{ nội_dung }}"))


def test_an_unknown_placeholder_in_the_head_of_the_page_is_found() -> None:
    def change(word) -> None:
        word.sections[0].header.paragraphs[0].add_run("{{ so_kyhieu }}")

    said = refused(edited(change))
    assert "đầu trang" in said
    assert "“so_ky_hieu”" in said


def test_what_is_missing_is_warned_of_but_taken() -> None:
    def change(word) -> None:
        for name in ("noi_dung", "phu_luc"):
            place_of(word, name).text = ""

    found = review(edited(change))
    assert not found.problems
    assert found.data
    assert len(found.warnings) == 2
    assert "nội dung báo cáo" in found.warnings[0]


def test_single_sections_stand_for_the_running_text() -> None:
    assert review(replaced("{{ noi_dung }}", "{{ muc_I }}")).warnings == ()
    assert "hai lần" in " ".join(review(with_line("{{ muc_I }}")).warnings)


def test_a_block_within_a_line_is_refused_with_its_place() -> None:
    said = refused(replaced("{{ noi_dung }}", "Sau đây là {{ noi_dung }} của báo cáo"))
    assert "đứng riêng một đoạn" in said
    assert "Sau đây là" in said


def test_a_block_in_the_head_of_the_page_is_refused() -> None:
    said = refused(edited(lambda word: word.sections[0].header.add_paragraph("{{ chu_ky }}")))
    assert "ngoài thân văn bản" in said


def test_annexes_within_a_table_are_refused() -> None:
    def change(word) -> None:
        place_of(word, "phu_luc").text = ""
        word.tables[1].cell(0, 0).paragraphs[0].text = "{{ phu_luc }}"

    assert "không đặt trong bảng" in refused(edited(change))


HOSTILE = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ nam.__init__.__globals__ }}",
    "{{ nam['__class__'] }}",
    "{{ (nam|attr('__class__')) }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ range(10**9) }}",
    "{{ 'x' * 10**9 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ lipsum() }}",
    "{{ nam() }}",
    "{{ nam.upper() }}",
    "{{ '%s'|format(nam) }}",
    "{{ nam|safe }}",
    "{{ nam|map('upper') }}",
    "{{ noi_dung|upper }}",
    "{{ ds_noi_nhan }}",
    "{{ ds_noi_nhan[0] }}",
    "{{ [nam] * 99 }}",
    "{{ nam if nam else so_ky_hieu }}",
    "{{ namespace() }}",
    "{% include 'C:/Windows/win.ini' %}",
    "{% import 'os' as os %}",
    "{% extends nam %}",
    "{% set x = nam %}{{ x }}",
    "{% macro m() %}{% endmacro %}",
    "{% block b %}{% endblock %}",
    "{% filter upper %}x{% endfilter %}",
    "{% with x = nam %}{{ x }}{% endwith %}",
    "{% autoescape false %}{{ nam }}{% endautoescape %}",
    "{% for x in range(10**9) %}x{% endfor %}",
    "{% for x in nam %}{{ x }}{% endfor %}",
    "{% for x in ds_noi_nhan recursive %}{{ loop(x) }}{% endfor %}",
    "{% for nam in ds_noi_nhan %}{{ nam }}{% endfor %}",
    "{% for x in ds_noi_nhan %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for x in ds_noi_nhan %}{{ x.__class__ }}{% endfor %}",
    "{% for x in ds_noi_nhan %}{{ noi_dung }}{% endfor %}",
    "{% for a in ds_noi_nhan %}{% for b in ds_noi_nhan %}{% for c in ds_co_quan %}x" + "{% endfor %}" * 3,
    "{% if nam %}" * 9 + "x" + "{% endif %}" * 9,
    "{{ " + "not " * 400 + "nam }}",
    "{{ " + "(" * 200 + "nam" + ")" * 200 + " }}",
    "{% colspan 10**9 %}",
    "{% cellbg nam.__class__ %}",
    "{{r nam.__class__ }}",
    "{{ nam ",
    "{% if nam %} không đóng",
    "{% endfor %}",
    "{{ }}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_but_names_if_and_for_may_stand_in_a_template(text: str) -> None:
    assert refused(with_line(text)).endswith((".", "?"))


def test_a_flood_of_placeholders_is_refused() -> None:
    assert "quá nhiều" in refused(with_line("{{ nam }} " * 1_000))
    flood = b"<w:p><w:r><w:t>" + b"{{ nam }}" * 1_000_000 + b"</w:t></w:r></w:p>"
    assert refused(
        with_parts({"word/document.xml": lambda old: old.replace(b"<w:sectPr>", flood + b"<w:sectPr>")})
    )


@pytest.mark.parametrize("piece", ["{{r ", "{%p ", "{", "-%}", "{% colspan x", "{{ nam", "}}"])
def test_open_braces_in_a_long_text_are_refused_before_any_pattern_runs(piece: str) -> None:
    """The patterns of docxtpl take minutes on such a file, and nothing can stop them."""
    line = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    words = (line.format(piece) * 280 + line.format("lời văn dài " * 500) * 60).encode()
    data = with_parts({"word/document.xml": lambda old: old.replace(b"<w:sectPr>", words + b"<w:sectPr>")})
    assert "viết chưa đúng" in refused(data)


def test_if_and_for_that_cut_a_table_are_refused() -> None:
    def change(word) -> None:
        word.tables[0].cell(0, 1).paragraphs[0].insert_paragraph_before("{%tr if nam %}")
        place_of(word, "mo_dau").insert_paragraph_before("{%p endif %}")

    assert "sai cấu trúc" in refused(edited(change))


RELATIONS = "word/_rels/document.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str) -> bytes:
    """Return the shipped template with a relation to the outside."""
    link = f'<Relationship Id="rIdX" Type="{TYPE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return with_parts({RELATIONS: lambda old: old.replace(b"</Relationships>", link.encode())})


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "http://xau.example/mau.dotm"),
        ("image", "http://xau.example/theo-doi.png"),
        ("image", r"\\may-chu\anh.png"),
        ("oleObject", "file:///c:/x.exe"),
        ("frame", "http://xau.example/"),
        ("hyperlink", "file:///c:/windows/system32/cmd.exe"),
        ("subDocument", "khac.docx"),
        ("aFChunk", "khac.html"),
    ],
)
def test_links_to_the_outside_are_refused(kind: str, target: str) -> None:
    said = refused(related(kind, target))
    assert "bên ngoài" in said or "đối tượng nhúng" in said


def test_a_link_to_a_page_of_the_web_is_harmless() -> None:
    assert not review(related("hyperlink", "https://mattran.org.vn")).problems


@pytest.mark.parametrize(
    "code", ["INCLUDEPICTURE http://xau.example/a.png", "DDEAUTO cmd", "INCLUDETEXT c:/x.txt"]
)
def test_fields_that_fetch_are_refused_even_in_pieces(code: str) -> None:
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:5], code[5:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    field = f"<w:p>{begin}{pieces}{end}</w:p>"
    data = with_parts(
        {"word/document.xml": lambda old: old.replace(b"<w:sectPr>", field.encode() + b"<w:sectPr>")}
    )
    assert "trường (field)" in refused(data)


def test_macros_and_embedded_objects_are_refused() -> None:
    assert "macro" in refused(with_parts({"word/vbaProject.bin": b"x"}))
    assert "đối tượng nhúng" in refused(with_parts({"word/embeddings/oleObject1.bin": b"x"}))
    types = {"[Content_Types].xml": lambda old: old.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )}  # fmt: skip
    assert "macro" in refused(with_parts(types))


def test_a_template_of_word_itself_is_refused_with_advice() -> None:
    types = {"[Content_Types].xml": lambda old: old.replace(b"document.main+xml", b"template.main+xml")}
    assert ".dotx" in refused(with_parts(types))


def test_an_old_or_locked_file_is_refused_with_advice() -> None:
    said = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert ".docx" in said
    assert "mật khẩu" in said


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7", shipped()[:5_000]], ids=["0", "zip", "pdf", "cut"]
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert "hỏng" in refused(data)


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert "không phải tệp Word" in refused(packed.getvalue())


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_document_types_are_refused(part: str) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>'
    data = with_parts({part: lambda old: old.replace(b"?>", b"?>" + bomb, 1)})
    assert "bất thường" in refused(data)


def test_a_document_type_hidden_by_another_encoding_is_refused() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'
    assert "bất thường" in refused(with_parts({"word/theme/theme1.xml": text.encode("utf-16")}))


def test_a_bomb_and_a_huge_part_are_refused() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.png", b"\0" * 300 * 2**20)
    assert "quá lớn" in refused(packed.getvalue())
    long = b"<w:p><w:r><w:t>" + bytes(range(97, 122)) * 100_000 + b"</w:t></w:r></w:p>"
    data = with_parts({"word/document.xml": lambda old: old.replace(b"<w:sectPr>", long + b"<w:sectPr>")})
    assert refused(data)


def test_parts_that_are_missing_are_told() -> None:
    data = with_parts({RELATIONS: lambda old: old.replace(b"styles.xml", b"khong-co.xml")})
    assert "cấu trúc" in refused(data)


def test_paths_out_of_the_file_are_refused() -> None:
    assert "bất thường" in refused(with_parts({"../../khoi-dong.bat": b"x"}))


@pytest.mark.parametrize("name", ["khac.bin", "khac.XML", "khac.xml"])
def test_a_document_under_another_name_is_refused(name: str) -> None:
    field = b'<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://xau.example/a.png"/></w:p></w:body>'
    with ZipFile(BytesIO(shipped())) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[f"word/{name}"] = parts["word/document.xml"].replace(b"</w:body>", field)
    parts[f"word/_rels/{name}.rels"] = parts[RELATIONS]
    for part in ("_rels/.rels", "[Content_Types].xml"):
        parts[part] = parts[part].replace(b"word/document.xml", f"word/{name}".encode())
    assert "bất thường" in refused(packed_of(parts))


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_file_damaged_within_is_refused_however_it_is_packed(method: int) -> None:
    with ZipFile(BytesIO(shipped())) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    data = bytearray(packed_of(parts, method))
    data[60:90] = bytes(30)
    assert "hỏng" in refused(bytes(data))


def test_properties_that_are_no_properties_are_told() -> None:
    types = {"[Content_Types].xml": lambda old: old.replace(b"core-properties+xml", b"khac+xml")}
    assert "cấu trúc" in refused(with_parts(types))


def test_a_template_without_anything_is_warned_of() -> None:
    empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    found = review(with_parts({"word/document.xml": empty}))
    assert not found.problems
    assert any("noi_dung" in one for one in found.warnings)
