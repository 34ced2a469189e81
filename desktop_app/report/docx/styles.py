"""The styles of the Word file, made from the layout profile: what an officer sees in Word's list of styles."""

from typing import NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.styles import CT_Styles
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.report.docx.markup import attribute, twips
from desktop_app.report.layout import POINTS_PER_MM, Align, Layout, TextStyle

RULE, PART_END, TABLE_CENTER, TABLE_RIGHT = "RuleLine", "PartEnd", "TableCenter", "TableRight"
BODY, PAGE_NUMBER = "ReportBody", "Header"

_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_HEADINGS = ("heading_1", "heading_2", "heading_3")


class _Named(NamedTuple):
    """A style's id, its name in Word, and the field of `layout.Styles` that sets it."""

    style_id: str
    name: str
    field: str


# Word takes a comma in a name for the start of another name.
_NAMED = (
    _Named("NationalName", "Quốc hiệu", "national_name"),
    _Named("Motto", "Tiêu ngữ", "motto"),
    _Named("Superior", "Cơ quan chủ quản", "superior"),
    _Named("Issuer", "Cơ quan ban hành", "issuer"),
    _Named("NumberLine", "Số và ký hiệu", "number_line"),
    _Named("DateLine", "Địa danh và ngày tháng", "date_line"),
    _Named("KindName", "Tên loại văn bản", "kind_name"),
    _Named("Subject", "Trích yếu nội dung", "subject"),
    _Named("LetterSubject", "Trích yếu công văn", "letter_subject"),
    _Named("Addressee", "Kính gửi", "addressee"),
    _Named("Basis", "Căn cứ ban hành", "basis"),
    _Named("PlaceDate", "Địa danh và ngày cuối văn bản", "place_date"),
    _Named("Caption", "Chú dẫn chữ ký", "caption"),
    _Named(BODY, "Nội dung văn bản", "body"),
    _Named("Heading1", "heading 1", "heading_1"),
    _Named("Heading2", "heading 2", "heading_2"),
    _Named("Heading3", "heading 3", "heading_3"),
    _Named("Authority", "Quyền hạn và chức vụ", "authority"),
    _Named("SignerName", "Họ tên người ký", "signer_name"),
    _Named("SignerPost", "Chức vụ khác của người ký", "signer_post"),
    _Named("RecipientsTitle", "Nơi nhận", "recipients_title"),
    _Named("Recipients", "Danh sách nơi nhận", "recipients"),
    _Named(PAGE_NUMBER, "header", "page_number"),
    _Named("ContactLine", "Địa chỉ ở chân trang đầu", "contact_line"),
    _Named("AnnexNumber", "Số phụ lục", "annex_number"),
    _Named("AnnexTitle", "Tên phụ lục", "annex_title"),
    _Named("AnnexReference", "Dòng kèm theo của phụ lục", "annex_reference"),
    _Named("UnitNote", "Đơn vị tính của bảng", "unit_note"),
    _Named("TableHeading", "Bảng - tiêu đề cột", "table_heading"),
    _Named("TableText", "Bảng - chữ", "table_cell"),
)
_IDS = {named.field: named.style_id for named in _NAMED}


def style_id(field: str) -> str:
    """Return the id of the style that a field of `layout.Styles` sets."""
    return _IDS[field]


def install_styles(styles: CT_Styles, layout: Layout) -> None:
    """Put the profile's styles in the place of python-docx's own, which are blue and set in Calibri."""
    for child in list(styles):
        if child.tag != qn("w:latentStyles"):
            styles.remove(child)
    styles.insert(0, _element(_defaults(layout)))
    for style in (_NORMAL, _NORMAL_TABLE):
        styles.append(_element(style))
    for named in _NAMED:
        styles.append(_element(_style(named, getattr(layout.styles, named.field))))
    cell = layout.styles.table_cell
    for name_id, name, align in (
        (TABLE_CENTER, "Bảng - giữa", Align.CENTER),
        (TABLE_RIGHT, "Bảng - số", Align.RIGHT),
    ):
        styles.append(_element(_derived(name_id, name, style_id("table_cell"), _alignment(align))))
    styles.append(_element(_derived(RULE, "Đường kẻ ngang", "Normal", _rule_paragraph(layout), cell)))
    styles.append(_element(_derived(PART_END, "Kết thúc phần", "Normal", _tiny_paragraph(), cell)))


def _element(xml: str) -> BaseOxmlElement:
    return parse_xml(xml.replace(" ", f" {nsdecls('w')} ", 1))


_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
_NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _defaults(layout: Layout) -> str:
    """Return what holds where no style says otherwise: the typeface for every script, the language."""
    family = attribute(layout.font_family)
    size = _half_points(layout.styles.body.size_pt)
    return (
        "<w:docDefaults ><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={family} w:hAnsi={family} w:eastAsia={family} w:cs={family}/>"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _style(named: _Named, style: TextStyle) -> str:
    is_heading = named.field in _HEADINGS
    outline = _HEADINGS.index(named.field) if is_heading else 0
    level = f'<w:outlineLvl w:val="{outline}"/>' if is_heading or named.field == "annex_number" else ""
    keep = "<w:keepNext/><w:keepLines/>" if is_heading or named.field in _KEPT else ""
    following = BODY if is_heading else named.style_id
    return (
        f'<w:style w:type="paragraph" w:styleId="{named.style_id}"><w:name w:val={attribute(named.name)}/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{keep}<w:widowControl/>{_spacing(style)}{_indent(style)}{_alignment(style.align)}"
        f"{level}</w:pPr>"
        f"<w:rPr>{_run(style)}</w:rPr></w:style>"
    )


# Blocks that make no sense without what follows them.
_KEPT = (
    "national_name", "motto", "superior", "issuer", "kind_name", "subject", "authority", "annex_number",
    "annex_title", "annex_reference", "unit_note",
)  # fmt: skip


def _derived(name_id: str, name: str, base: str, paragraph: str, run: TextStyle | None = None) -> str:
    marks = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>' if run else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name_id}"><w:name w:val={attribute(name)}/>'
        f'<w:basedOn w:val="{base}"/><w:pPr>{paragraph}</w:pPr>{marks}</w:style>'
    )


def _rule_paragraph(layout: Layout) -> str:
    """A line drawn as the lower border of a paragraph that has no height of its own."""
    eighths = round(layout.rule.width_pt * 8)
    return (
        "<w:keepNext/>"
        f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"/></w:pBdr>'
        f'<w:spacing w:before="0" w:line="{twips(max(layout.rule.gap_pt, 1))}" w:lineRule="exact"/>'
    )


def _tiny_paragraph() -> str:
    """Word demands a paragraph between a table and the end of a part; this one takes no room."""
    return '<w:spacing w:line="20" w:lineRule="exact"/>'


def _half_points(size_pt: float) -> int:
    return round(size_pt * 2)


def _spacing(style: TextStyle) -> str:
    line = round(240 * style.line_spacing)
    return f'<w:spacing w:before="{twips(style.space_before_pt)}" w:line="{line}" w:lineRule="auto"/>'


def _indent(style: TextStyle) -> str:
    if not style.first_indent_mm:
        return ""
    return f'<w:ind w:firstLine="{twips(style.first_indent_mm * POINTS_PER_MM)}"/>'


def _alignment(align: Align) -> str:
    return f'<w:jc w:val="{_JUSTIFICATION[align]}"/>'


def _run(style: TextStyle) -> str:
    size = _half_points(style.size_pt)
    return (
        f"{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}"
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
