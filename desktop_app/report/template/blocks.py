"""The blocks of a report, cut out of the document that the direct writer makes: a template prints the same ones."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.report.docx.styles import RULE, style_id
from desktop_app.report.model import Report
from desktop_app.report.word_anchors import CLOSING, is_section_anchor, section_anchor

_TITLE = {style_id("kind_name"), style_id("subject"), RULE}
_ADDRESSEE = {style_id("addressee")}
_MARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))

Elements = list[BaseOxmlElement]


@dataclass
class AnnexBlock:
    """An annex: what is printed, and the properties of its part."""

    elements: Elements
    properties: BaseOxmlElement


@dataclass
class Blocks:
    """The blocks of one report.

    Attributes:
        named: name of the placeholder -> its elements; `phu_luc` is not among them.
        sections: Roman number -> elements of a section with all that stands below it.
        annexes: in order. properties: of the main part.
        ending: the last paragraph of the document, which may carry the QR code.
    """

    named: dict[str, Elements]
    sections: dict[str, Elements]
    ending: BaseOxmlElement
    annexes: list[AnnexBlock] = field(default_factory=list)
    properties: BaseOxmlElement | None = None


def is_of_section(element: BaseOxmlElement) -> bool:
    """Say whether an element begins a section."""
    return any(is_section_anchor(name) for name in bookmarks(element))


def cut(document: WordDocument, report: Report) -> Blocks:
    """Take a document apart; its elements are moved later, each once (see `copied`)."""
    body = document.element.body
    children = [child for child in body if child.tag != qn("w:sectPr")]
    tables = [place for place, child in enumerate(children) if child.tag == qn("w:tbl")]
    first_part = next((place for place, one in enumerate(children) if _section_of(one) is not None), None)
    end_of_main = len(children) if first_part is None else first_part
    heads, endorsement = tables[0], max(place for place in tables if place < end_of_main)
    reader = _Reader(children[heads + 1 : endorsement])
    named = {
        "co_quan": _cell(children[heads], 0),
        "tieu_de": reader.while_(lambda one: _style(one) in _TITLE),
        "kinh_gui": reader.while_(lambda one: _style(one) in _ADDRESSEE),
        "mo_dau": reader.while_(lambda one: not is_of_section(one) and CLOSING not in bookmarks(one)),
        "noi_dung": reader.while_(lambda one: CLOSING not in bookmarks(one)),
        "ket_thuc": reader.rest(),
        "noi_nhan": _cell(children[endorsement], 0),
        "chu_ky": _cell(children[endorsement], 1),
    }
    annexes = [] if first_part is None else _annexes(children[first_part:], body.sectPr)
    main = body.sectPr if first_part is None else _section_of(children[first_part])
    return Blocks(named, _sections(named["noi_dung"], report), children[-1], annexes, main)


def copied(elements: Elements) -> Elements:
    """Return copies without bookmarks, for a block that is printed once more."""
    copies = [deepcopy(one) for one in elements]
    for one in copies:
        for mark in list(one.iter(*_MARKS)):
            mark.getparent().remove(mark)
    return copies


class _Reader:
    """Goes through elements in order."""

    def __init__(self, elements: Elements) -> None:
        self._elements, self._place = elements, 0

    def while_(self, holds: Callable[[BaseOxmlElement], bool]) -> Elements:
        """Return the elements up to the first for which it does not hold."""
        begin = self._place
        while self._place < len(self._elements) and holds(self._elements[self._place]):
            self._place += 1
        return self._elements[begin : self._place]

    def rest(self) -> Elements:
        """Return what is left."""
        return self.while_(lambda _one: True)


def _sections(elements: Elements, report: Report) -> dict[str, Elements]:
    """Part the running text where a section of the first level begins."""
    begins = {section_anchor(one.key): one.number for one in report.sections}
    found: dict[str, Elements] = {}
    number = ""
    for element in elements:
        number = next((begins[name] for name in bookmarks(element) if name in begins), number)
        found.setdefault(number, []).append(element)
    return found


def _annexes(children: Elements, last: BaseOxmlElement) -> list[AnnexBlock]:
    """Part what follows the main part; each part's properties stand in the paragraph that ends it."""
    found: list[AnnexBlock] = []
    elements: Elements = []
    for child in children[1:]:
        properties = _section_of(child)
        if properties is None:
            elements.append(child)
        else:
            found.append(AnnexBlock(elements, properties))
            elements = []
    return [*found, AnnexBlock(elements[:-1], last)]  # the last paragraph is the document's ending


def _cell(table: BaseOxmlElement, place: int) -> Elements:
    cell = table.findall(f"{qn('w:tr')}/{qn('w:tc')}")[place]
    return [child for child in cell if child.tag != qn("w:tcPr")]


def _section_of(element: BaseOxmlElement) -> BaseOxmlElement | None:
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if element.tag == qn("w:p") else None


def _style(element: BaseOxmlElement) -> str:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def bookmarks(element: BaseOxmlElement) -> list[str]:
    """Return the names of the bookmarks that begin in a paragraph."""
    return [str(mark.get(qn("w:name"))) for mark in element.findall(qn("w:bookmarkStart"))]
