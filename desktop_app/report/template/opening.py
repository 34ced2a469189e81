"""A template opened for checking or filling: its parts as markup in which every placeholder stands in one piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docxtpl import DocxTemplate
from lxml import etree

from desktop_app.errors import TemplateError, WordFileError
from desktop_app.report.template.braces import brace_faults
from desktop_app.report.template.language import Inspection, in_lines, inspect
from desktop_app.report.template.safety import refuse_unsafe
from desktop_app.report.word_package import open_package

GUIDE_STYLE = "Hướng dẫn dùng mẫu"
"""Paragraphs of this style explain the template and are never printed."""

_PLACES = {RELATIONSHIP_TYPE.HEADER: "đầu trang", RELATIONSHIP_TYPE.FOOTER: "chân trang"}
_BODY = "thân văn bản"
_DAMAGED = (
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    etree.XMLSyntaxError,
    PackageNotFoundError,
)
"""What python-docx runs into where a part is missing or is another than it says."""
_MOST_PROBLEMS = 20


@dataclass(frozen=True)
class TemplatePart:
    """A part that is filled.

    Attributes:
        root: the element that is replaced by the filled markup: the body, or the whole header or footer.
        source: its markup, cleaned by docxtpl, in lines.
        place: where it is, for sentences.
        is_body: blocks may stand in it.
        faults: of its braces; with any, there is no source.
    """

    root: BaseOxmlElement
    source: str
    place: str
    is_body: bool
    faults: tuple[str, ...] = ()

    def inspect(self) -> Inspection:
        """Check what stands in braces."""
        if self.faults:
            return Inspection(list(self.faults))
        return inspect(self.source, self.place, is_body=self.is_body)


class OpenTemplate:
    """A template that nothing speaks against opening.

    Attributes:
        document: its Word document.
        parts: body, headers and footers.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open it.

        Raises:
            TemplateError: it is damaged, of another kind, unsafe, or has far too many braces.
        """
        try:
            package = open_package(data, name)
        except WordFileError as error:
            raise TemplateError(str(error)) from error
        refuse_unsafe(package)
        self._template = DocxTemplate(BytesIO(data))
        try:
            self._template.init_docx()
            self.document: WordDocument = self._template.docx
            _ = self.document.core_properties.title  # written later; what is no such part must be noticed now
            _drop_guide(self.document)
            self.parts = [self._part(root, place) for root, place in _roots(self.document)]
        except _DAMAGED as error:
            raise TemplateError(
                f"Tệp “{name}” thiếu phần hoặc sai cấu trúc nên không dùng làm mẫu được. Hãy mở bằng Word, lưu lại "
                "rồi chọn lại."
            ) from error

    def _part(self, root: BaseOxmlElement, place: str) -> TemplatePart:
        is_body = place == _BODY
        markup = self._template.xml_to_string(root)
        faults = tuple(brace_faults(markup, place))
        if faults:
            return TemplatePart(root, "", place, is_body, faults)
        return TemplatePart(root, in_lines(self._template.patch_xml(markup)), place, is_body)


def inspected(template: OpenTemplate) -> tuple[tuple[str, ...], set[str]]:
    """Return the faults of all parts, each once, and the names that they use."""
    problems: dict[str, None] = {}
    used: set[str] = set()
    for part in template.parts:
        found = part.inspect()
        problems |= dict.fromkeys(found.problems)
        used |= found.used
    listed = tuple(problems)
    if len(listed) > _MOST_PROBLEMS:
        more = f"… và {len(listed) - _MOST_PROBLEMS} chỗ khác."
        listed = (*listed[:_MOST_PROBLEMS], more)
    return listed, used


def _roots(document: WordDocument) -> Iterator[tuple[BaseOxmlElement, str]]:
    yield document.element.body, _BODY
    seen: set[str] = set()
    for relation in document.part.rels.values():
        if relation.reltype in _PLACES and isinstance(relation.target_part, XmlPart):
            part = relation.target_part
            if part.partname not in seen:
                seen.add(part.partname)
                yield part.element, _PLACES[relation.reltype]


def _drop_guide(document: WordDocument) -> None:
    """Take the page of explanations out; it names placeholders that are not meant to be filled."""
    ids = {
        style.get(qn("w:styleId"))
        for style in document.styles.element.findall(qn("w:style"))
        if (name := style.find(qn("w:name"))) is not None and name.get(qn("w:val")) == GUIDE_STYLE
    }
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in ids:
            paragraph.getparent().remove(paragraph)
