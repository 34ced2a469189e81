"""Elements of the direct writer's document at home in a template: its styles by name, its pictures, its numbers."""

from copy import deepcopy
from itertools import count
from pathlib import PurePosixPath

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_STYLE_USES = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_STYLE_LINKS = (qn("w:basedOn"), qn("w:next"), qn("w:link"))
_RELATION_USES = (qn("r:embed"), qn("r:id"), qn("r:link"))
_ID, _VALUE, _NAME = qn("w:styleId"), qn("w:val"), qn("w:name")
_OWN_PREFIX = "SHV"


class Adopter:
    """Makes elements of one document fit into another."""

    def __init__(self, source: WordDocument, target: WordDocument) -> None:
        self._source, self._target = source.part, target.part
        self._ours = {style.get(_ID): style for style in source.styles.element.findall(qn("w:style"))}
        self._styles = target.styles.element
        self._by_name: dict[str, str] = {}
        self._by_id: dict[str, BaseOxmlElement] = {}
        for style in self._styles.findall(qn("w:style")):
            self._by_id[style.get(_ID)] = style
            self._by_name.setdefault(_name(style), style.get(_ID))
        self._known: dict[str, str] = {}
        self._relations: dict[str, str] = {}

    def adopt(self, element: BaseOxmlElement) -> None:
        """Give an element the template's styles and relations; what the template does not have is added to it."""
        for use in element.iter(*_STYLE_USES):
            use.set(_VALUE, self._style(use.get(_VALUE)))
        for one in element.iter():
            for attribute in _RELATION_USES:
                if (relation := one.get(attribute)) is not None:
                    one.set(attribute, self._relation(relation))

    def _style(self, own: str) -> str:
        """Return the template's id for one of our styles: the style of the same name, else ours, added."""
        style = self._ours.get(own)
        if own in self._known or style is None:
            return self._known.get(own, own)
        there = self._by_name.get(_name(style))
        self._known[own] = there or (own if own not in self._by_id else f"{_OWN_PREFIX}{own}")
        if there is None:
            self._add(style, self._known[own])
        return self._known[own]

    def _add(self, style: BaseOxmlElement, new: str) -> None:
        added = deepcopy(style)
        added.set(_ID, new)
        added.attrib.pop(qn("w:default"), None)
        for link in added.iter(*_STYLE_LINKS):
            link.set(_VALUE, self._style(link.get(_VALUE)))
        self._styles.append(added)
        self._by_id[new] = added

    def _relation(self, own: str) -> str:
        if own not in self._relations:
            relation = self._source.rels[own]
            if relation.is_external:
                new = self._target.relate_to(relation.target_ref, relation.reltype, is_external=True)
            else:
                self._rename(relation.target_part)
                new = self._target.relate_to(relation.target_part, relation.reltype)
            self._relations[own] = new
        return self._relations[own]

    def _rename(self, part: Part) -> None:
        """Give a part a name of its own in the template's package, which may have a picture of the same name."""
        taken = {str(one.partname) for one in self._target.package.iter_parts()}
        if str(part.partname) in taken:
            path = PurePosixPath(str(part.partname))
            names = (f"{path.parent}/shv{path.stem}{number}{path.suffix}" for number in count(1))
            part.partname = PackURI(next(name for name in names if name not in taken))
        for relation in part.rels.values():
            if not relation.is_external:
                self._rename(relation.target_part)


def renumber(body: BaseOxmlElement) -> None:
    """Give bookmarks and drawings numbers of their own: those of the template and of the blocks may be the same."""
    opened: dict[str, list[str]] = {}
    numbers = count(1)
    for mark in body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        old = mark.get(qn("w:id"))
        if mark.tag == qn("w:bookmarkStart"):
            opened.setdefault(old, []).append(str(next(numbers)))
            mark.set(qn("w:id"), opened[old][-1])
        elif opened.get(old):
            mark.set(qn("w:id"), opened[old].pop())
    for number, drawing in enumerate(body.iter(qn("wp:docPr")), 1):
        drawing.set("id", str(number))


def _name(style: BaseOxmlElement) -> str:
    name = style.find(_NAME)
    return "" if name is None else f"{style.get(qn('w:type'))} {name.get(_VALUE)}".lower()
