"""The template that the program ships: made from the layout profile, with a last page that explains it."""

from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.domain.word_template import BLOCKS, LISTS, WORDS, Placeholder
from desktop_app.report.docx import build_docx
from desktop_app.report.docx.markup import attribute, paragraph
from desktop_app.report.docx.styles import BODY, style_id
from desktop_app.report.docx.word_file import element, save
from desktop_app.report.layout import Layout
from desktop_app.report.model import Identity, Report, Signature
from desktop_app.report.template.opening import GUIDE_STYLE

_GUIDE = "TemplateGuide"
_BODY_BLOCKS = (
    ("tieu_de", style_id("kind_name")),
    ("kinh_gui", style_id("addressee")),
    ("mo_dau", BODY),
    ("noi_dung", BODY),
    ("ket_thuc", BODY),
)
_HELP = (
    "HƯỚNG DẪN DÙNG MẪU (trang này không in ra báo cáo, có thể xóa)",
    "Sửa mẫu bằng Word như văn bản thường: đổi chữ cố định, thứ tự các khối, đầu trang, chân trang, thêm lô-gô. "
    "Muốn đổi phông, cỡ chữ, giãn dòng thì sửa kiểu (Styles) cùng tên, ví dụ “Nội dung văn bản”, “Trích yếu nội dung”.",
    "Chỗ có hai dấu ngoặc nhọn là từ khóa; khi xuất báo cáo, chương trình thay bằng nội dung trong sổ. "
    "Sửa xong, lưu dạng .docx rồi vào Cài đặt, chọn “Chọn mẫu Word…”.",
    "Từ khóa là khối – đứng riêng một đoạn, chỉ trong thân văn bản:",
)
_HELP_WORDS = "Từ khóa là từ ngữ – đặt được ở mọi chỗ, kể cả đầu trang, chân trang; thêm “| upper” để in hoa:"
_HELP_LISTS = (
    "Danh sách – lặp từng dòng; viết ba đoạn: dòng mở như dưới đây, dòng {{ dong }}, dòng {%p endfor %}. "
    "Phần chỉ in khi có nội dung: {%p if phu_luc %} … {%p endif %}."
)


def write_shipped(path: Path, layout: Layout) -> None:
    """Write the template for an office to change.

    Raises:
        OSError: the file cannot be written.
    """
    document = build_docx(_report(), layout, lambda: None)
    document.styles.element.append(element(_guide_style()))
    body = document.element.body
    heads, endorsement = body.findall(qn("w:tbl"))
    _fill(heads, 0, "{{ co_quan }}", style_id("issuer"))
    _fill(heads, 2, "Số: {{ so_ky_hieu }}", style_id("number_line"))
    _fill(heads, 3, "{{ dia_danh_ngay }}", style_id("date_line"))
    _fill(endorsement, 0, "{{ noi_nhan }}", style_id("recipients"))
    _fill(endorsement, 1, "{{ chu_ky }}", style_id("authority"))
    for child in [one for one in body if one.tag == qn("w:p")]:
        body.remove(child)
    for name, style in _BODY_BLOCKS:
        endorsement.addprevious(element(paragraph(style, f"{{{{ {name} }}}}")))
    for markup in (paragraph(BODY, "{{ phu_luc }}"), *_guide()):
        body.sectPr.addprevious(element(markup))
    properties = document.core_properties
    properties.title, properties.keywords, properties.subject = "Mẫu Word của báo cáo", "", ""
    properties.author = properties.last_modified_by = ""
    save(document, path)


def _report() -> Report:
    return Report(
        identity=Identity("", "", 2023),
        superior_lines=("{{ co_quan }}",),
        issuer_lines=(),
        symbol="",
        place_name="",
        subject="{{ tieu_de }}",
        addressees=(),
        lead=(),
        sections=(),
        closing="",
        recipients=(),
        signature=Signature(()),
    )


def _fill(table: BaseOxmlElement, place: int, text: str, style: str) -> None:
    cell = table.findall(f"{qn('w:tr')}/{qn('w:tc')}")[place]
    for child in [one for one in cell if one.tag != qn("w:tcPr")]:
        cell.remove(child)
    cell.append(element(paragraph(style, text)))


def _guide() -> list[str]:
    lines = [*_HELP, *map(_line, BLOCKS), _HELP_WORDS, *map(_line, WORDS), _HELP_LISTS, *map(_line, LISTS)]
    made = [paragraph(_GUIDE, line) for line in lines]
    made[0] = paragraph(_GUIDE, lines[0], properties="<w:pageBreakBefore/>", bold=True)
    return made


def _line(one: Placeholder) -> str:
    return f"{one.written} – {one.meaning}"


def _guide_style() -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{_GUIDE}"><w:name w:val={attribute(GUIDE_STYLE)}/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="60"/></w:pPr>'
        '<w:rPr><w:color w:val="1F4E79"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>'
    )
