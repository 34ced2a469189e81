"""The Word file itself: template, styles, settings, page numbers, sections, packing; shared by all Word writers."""

from collections.abc import Callable
from datetime import datetime, time
from io import BytesIO
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.report import wording
from desktop_app.report.docx.markup import paragraph, twips
from desktop_app.report.docx.styles import PAGE_NUMBER, install_styles, style_id
from desktop_app.report.docx.tables import DataTable
from desktop_app.report.layout import POINTS_PER_MM, Layout, PageSize
from desktop_app.report.model import Report

_ROWS_AT_ONCE = 200
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpg", ".jpeg")
"""Parts that packing makes no smaller."""
# Parts of python-docx's template that say nothing here.
_UNUSED_PARTS = ("thumbnail", "stylesWithEffects", "customXml", "numbering", "webSettings")
_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)


def element(markup: str) -> BaseOxmlElement:
    """Parse one element of markup, which names no namespaces."""
    name, _, rest = markup[1:].partition(">")
    return parse_xml(f"<{name.removesuffix('/')} {nsdecls('w', 'r')}{'/' * name.endswith('/')}>{rest}")


def append(end: BaseOxmlElement, markup: str) -> None:
    """Put markup at the end of the body, where the last section's properties stand."""
    if markup:
        end.addprevious(element(markup))


def append_table(end: BaseOxmlElement, table: DataTable, on_row: Callable[[], None] = lambda: None) -> None:
    """Append a data table; rows are parsed many at once, python-docx's own cells would take minutes."""
    made = element(table.frame())
    end.addprevious(made)
    rows = table.rows(on_row)
    while batch := "".join(islice(rows, _ROWS_AT_ONCE)):
        made.extend(list(element(f"<w:tbl>{batch}</w:tbl>")))


def section(page: PageSize, header: str, *, hide_first: bool = False, first_footer: str = "") -> str:
    """Return the properties of a part: its paper, its own page numbers from 1, what stands at its first foot."""
    width, height, top, right, bottom, left, number = (
        twips(length * POINTS_PER_MM)
        for length in (
            page.width_mm, page.height_mm, page.top_mm, page.right_mm, page.bottom_mm, page.left_mm,
            page.page_number_mm,
        )
    )  # fmt: skip
    turned = ' w:orient="landscape"' if width > height else ""
    foot = f'<w:footerReference w:type="first" r:id="{first_footer}"/>' if first_footer else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>{foot}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{number}" w:footer="{number}" w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/><w:cols w:space="720"/>{"<w:titlePg/>" if hide_first else ""}</w:sectPr>'
    )


def prepare(document: WordDocument, report: Report, layout: Layout) -> None:
    """Make python-docx's template ours: styles, settings, properties."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED_PARTS)]:
            relations.pop(key)
    install_styles(document.styles.element, layout)
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    settings.extend(list(element(f"<w:settings>{_SETTINGS}</w:settings>")))
    describe(document, report)


def describe(document: WordDocument, report: Report) -> None:
    """Write what the file says of itself."""
    properties, words = document.core_properties, wording.properties(report)
    properties.title, properties.subject, properties.keywords = words.title, words.subject, words.keywords
    properties.author = properties.last_modified_by = words.author
    properties.comments = ""
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime.combine(words.day, time())


def add_page_number(document: WordDocument) -> str:
    """Write the page number into a header; return the relation by which sections name it."""
    first = document.sections[0]
    first.header.is_linked_to_previous = False
    root = first.header.part.element
    for child in list(root):
        root.remove(child)
    number = paragraph(PAGE_NUMBER).replace("</w:p>", f"{_PAGE_FIELD}</w:p>")
    root.append(element(number))
    document.element.body.sectPr.remove_headerReference(WD_HEADER_FOOTER.PRIMARY)
    return next(
        str(key)
        for key, relation in document.part.rels.items()
        if relation.reltype == RELATIONSHIP_TYPE.HEADER
    )


def add_contact_line(document: WordDocument, text: str) -> str:
    """Write the contact line below a rule; return the relation of the first page's foot, "" without a line."""
    if not text:
        return ""
    first = document.sections[0]
    first.first_page_footer.is_linked_to_previous = False
    root = first.first_page_footer.part.element
    for child in list(root):
        root.remove(child)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="000000"/></w:pBdr>'
    root.append(element(paragraph(style_id("contact_line"), text, properties=border)))
    document.element.body.sectPr.remove_footerReference(WD_HEADER_FOOTER.FIRST_PAGE)
    return next(
        str(key)
        for key, relation in document.part.rels.items()
        if relation.reltype == RELATIONSHIP_TYPE.FOOTER
    )


def save(document: WordDocument, path: Path) -> None:
    """Pack the file without the time at which it was made."""
    packed, timeless = BytesIO(), BytesIO()
    document.save(packed)
    with ZipFile(packed) as source, ZipFile(timeless, "w") as target:
        for name in source.namelist():
            how = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            target.writestr(ZipInfo(name, _ZIP_DATE), source.read(name), how)
    path.write_bytes(timeless.getvalue())
