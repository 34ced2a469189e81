"""Put the blocks of a report where a filled template has its marks."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.errors import TemplateError
from desktop_app.report.docx.markup import paragraph
from desktop_app.report.docx.styles import PART_END
from desktop_app.report.docx.word_file import element
from desktop_app.report.template.adopting import Adopter, renumber
from desktop_app.report.template.annex_parts import annex_properties, section_in_force
from desktop_app.report.template.blocks import Blocks, Elements, bookmarks, copied
from desktop_app.report.template.filling import MARK
from desktop_app.report.word_anchors import CLOSING, OUTSIDE, is_section_anchor

_MOST_BLOCKS = 60
_ANNEXES, _REST, _SECTION = "phu_luc", "muc_con_lai", "muc_"
_P, _TABLE, _CELL, _PROPERTIES = qn("w:p"), qn("w:tbl"), qn("w:tc"), qn("w:sectPr")
_SHOWN = tuple(qn(name) for name in ("w:t", "w:drawing", "w:pict", "w:sectPr", "w:fldSimple", "w:instrText"))
_TOO_MANY = "Mẫu Word có quá nhiều khối nội dung nên không dùng được; hãy bớt các từ khóa lặp lại."
_INSIDE = "Khối “phu_luc” trong mẫu Word phải đứng ở thân văn bản, không đặt trong bảng hoặc khung chữ."


class Placer:
    """Replaces marks by blocks; each block is moved once, further uses are copies."""

    def __init__(self, document: WordDocument, direct: WordDocument, blocks: Blocks) -> None:
        self._body, self._blocks = document.element.body, blocks
        self._adopter = Adopter(direct, document)
        self._moved: set[BaseOxmlElement] = set()
        self._of_sections: set[BaseOxmlElement] = set()
        self._used: set[str] = set()

    def place(self) -> bool:
        """Replace all marks; return False when sections had no place in the template and were put behind the others.

        Raises:
            TemplateError: there are far too many marks, or one stands where its block cannot be.
        """
        _drop_bookmarks(self._body)
        marks = list(self._body.iter(MARK))
        if len(marks) > _MOST_BLOCKS:
            raise TemplateError(_TOO_MANY)
        spots = [(str(mark.get("ten")), mark, _spot(mark)) for mark in marks]
        behind: BaseOxmlElement | None = None
        for name, _mark, spot in spots:
            if name not in (_ANNEXES, _REST):
                self._put(spot, self._elements(name))
                behind = spot if name.startswith(_SECTION) else behind
        complete = self._put_rest(next((spot for name, _mark, spot in spots if name == _REST), None), behind)
        for _name, mark, spot in spots:
            if _name == _ANNEXES:
                self._put_annexes(spot)
            _remove(mark, spot)
        self._finish()
        return complete

    def _elements(self, name: str) -> Elements:
        number = name.removeprefix(_SECTION)
        if name == number:
            found = self._blocks.named.get(name, [])
        else:
            found = self._blocks.sections.get(number, [])
            self._used.add(number)
        if name == "noi_dung":
            self._used.update(self._blocks.sections)
        if name == "noi_dung" or name != number:
            return self._as_sections(found)
        return self._moving(found)

    def _as_sections(self, elements: Elements) -> Elements:
        moved = self._moving(elements)
        self._of_sections.update(moved)
        return moved

    def _moving(self, elements: Elements) -> Elements:
        if not self._moved.isdisjoint(elements):
            return copied(elements)
        for one in elements:
            self._adopter.adopt(one)
        self._moved.update(elements)
        return elements

    def _put(self, spot: BaseOxmlElement, elements: Elements) -> None:
        for one in elements:
            spot.addprevious(one)

    def _put_rest(self, spot: BaseOxmlElement | None, behind: BaseOxmlElement | None) -> bool:
        """Put the sections that the template names nowhere at their own place, else behind those that it names."""
        rest = [
            one
            for number, found in self._blocks.sections.items()
            if number not in self._used
            for one in found
        ]
        place = spot if spot is not None else behind
        if rest and self._used and place is not None:
            self._put(place, self._as_sections(rest))
        return not rest or not self._used or spot is not None

    def _put_annexes(self, spot: BaseOxmlElement) -> None:
        annexes, self._blocks.annexes = self._blocks.annexes, []
        if spot.getparent() is not self._body:
            raise TemplateError(_INSIDE)
        if not annexes:
            return
        base, is_last = section_in_force(spot), not any(_is_shown(one) for one in spot.itersiblings())
        self._end_part(spot, base, self._part_end())
        for place, annex in enumerate(annexes, 1):
            self._put(spot, self._moving(annex.elements))
            properties = annex_properties(base, annex.properties, self._blocks.properties, self._adopter)
            end = self._part_end() if place < len(annexes) else self._ending()
            if place < len(annexes) or not is_last:
                self._end_part(spot, properties, end)
            else:
                for empty in [one for one in spot.itersiblings() if one.tag == _P]:
                    self._body.remove(empty)
                spot.addprevious(end)
                self._body.replace(self._body.sectPr, properties)

    def _end_part(self, spot: BaseOxmlElement, properties: BaseOxmlElement, end: BaseOxmlElement) -> None:
        spot.addprevious(end)
        end.pPr.append(deepcopy(properties))

    def _part_end(self) -> BaseOxmlElement:
        made = element(paragraph(PART_END))
        self._adopter.adopt(made)
        return made

    def _ending(self) -> BaseOxmlElement:
        """Return the last paragraph of the direct writer's document; it is used once."""
        return self._moving([self._blocks.ending])[0]

    def _put_foot(self) -> None:
        """Give the first page the foot with the contact line, unless the template has a foot of its own there."""
        main, ours = next(self._body.iter(_PROPERTIES), None), self._blocks.properties
        foot = None if ours is None else _first_foot(ours)
        if main is None or foot is None or _first_foot(main) is not None:
            return
        added = deepcopy(foot)
        self._adopter.adopt(added)
        main.insert(len(main.findall(qn("w:headerReference"))), added)
        main.titlePg_val = True

    def _finish(self) -> None:
        """Mend what blocks and their absence leave: cells and body end with a paragraph, sections have bounds."""
        for cell in self._body.iter(_CELL):
            if len(cell) == 0 or cell[-1].tag != _P:
                cell.append(self._part_end())
        properties = self._body.sectPr
        last = next(iter(self._body[-1:]), None) if properties is None else properties.getprevious()
        has_code = self._blocks.ending not in self._moved and _is_shown(self._blocks.ending)
        if last is None or last.tag == _TABLE or has_code:
            self._body.insert(len(self._body) - (properties is not None), self._ending())
        self._put_foot()
        self._bound_sections()
        renumber(self._body)

    def _bound_sections(self) -> None:
        """Mark what follows a section and is none, so that it is not read back as its text."""
        number = 0
        for one in list(self._body.iter(_P)):
            before = one.getprevious()
            if before is None or before not in self._of_sections or one in self._of_sections:
                continue
            if CLOSING not in (names := bookmarks(one)) and not any(map(is_section_anchor, names)):
                number += 1
                begin = element(f'<w:bookmarkStart w:id="{OUTSIDE}" w:name="{OUTSIDE}_{number}"/>')
                one.insert(0 if one.pPr is None else 1, begin)
                one.append(element(f'<w:bookmarkEnd w:id="{OUTSIDE}"/>'))


def _spot(mark: BaseOxmlElement) -> BaseOxmlElement:
    """Return the paragraph that a mark stands in, else the mark itself."""
    return next((one for one in mark.iterancestors() if one.tag == _P), mark)


def _remove(mark: BaseOxmlElement, spot: BaseOxmlElement) -> None:
    """Take a mark away with its paragraph, unless that ends a part of the document."""
    if spot is not mark and spot.find(f"{qn('w:pPr')}/{_PROPERTIES}") is not None:
        mark.getparent().remove(mark)
    elif spot.getparent() is not None:
        spot.getparent().remove(spot)


def _first_foot(properties: BaseOxmlElement) -> BaseOxmlElement | None:
    """Return the reference to the foot of a part's first page."""
    feet = properties.findall(qn("w:footerReference"))
    return next((one for one in feet if one.get(qn("w:type")) == "first"), None)


def _is_shown(one: BaseOxmlElement) -> bool:
    if one.tag == _PROPERTIES:
        return False
    return one.tag == _TABLE or next(one.iter(*_SHOWN), None) is not None


def _drop_bookmarks(body: BaseOxmlElement) -> None:
    """Take our own bookmarks out of a template that was made from an exported report."""
    for mark in list(body.iter(qn("w:bookmarkStart"))):
        if str(mark.get(qn("w:name"))).startswith("_shv_"):
            number = mark.get(qn("w:id"))
            for end in [one for one in body.iter(qn("w:bookmarkEnd")) if one.get(qn("w:id")) == number]:
                end.getparent().remove(end)
            mark.getparent().remove(mark)
