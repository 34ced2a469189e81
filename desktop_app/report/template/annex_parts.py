"""The parts of annexes in a template: its own heads and feet, the paper of each annex, page numbers from 1."""

from copy import deepcopy

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.report.template.adopting import Adopter

_SIZE, _MARGINS, _NUMBERS = qn("w:pgSz"), qn("w:pgMar"), qn("w:pgNumType")
_FOOT, _KIND = qn("w:footerReference"), qn("w:type")
_WIDTH, _HEIGHT, _TURNED = qn("w:w"), qn("w:h"), qn("w:orient")
_SIDES = ("top", "left", "bottom", "right")


def section_in_force(spot: BaseOxmlElement) -> BaseOxmlElement:
    """Return the properties of the part in which a paragraph of the body stands."""
    for one in spot.itersiblings():
        found: BaseOxmlElement | None = (
            one if one.tag == qn("w:sectPr") else one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        )
        if found is not None:
            return found
    made: BaseOxmlElement = spot.getparent().get_or_add_sectPr()
    return made


def annex_properties(
    base: BaseOxmlElement, annex: BaseOxmlElement, main: BaseOxmlElement | None, adopter: Adopter
) -> BaseOxmlElement:
    """Return the properties of an annex's part.

    Args:
        base: of the template's part, which gives heads, feet and all the rest.
        annex: as the direct writer has them: paper, page numbers, a foot of its own.
        main: the direct writer's own main part: a template with other paper keeps its paper.
        adopter: brings a foot into the template.
    """
    made = deepcopy(base)
    for gone in (*made.findall(qn("w:titlePg")), *made.findall(_NUMBERS)):
        made.remove(gone)
    kind = made.find(_KIND)
    if kind is not None:
        kind.set(qn("w:val"), "nextPage")
    if main is not None and _paper(base) == _paper(main):
        _replace(made, annex, (_SIZE, _MARGINS))
    elif main is not None and _is_wide(annex) != _is_wide(main):
        _turn(made)
    numbers = annex.find(_NUMBERS)
    if numbers is not None:
        margins = made.find(_MARGINS)
        (margins if margins is not None else made[-1]).addnext(deepcopy(numbers))
    for foot in annex.findall(_FOOT):
        added = deepcopy(foot)
        adopter.adopt(added)
        for old in [one for one in made.findall(_FOOT) if one.get(_KIND) == foot.get(_KIND)]:
            made.remove(old)
        made.insert(0, added)
    return made


def _paper(properties: BaseOxmlElement) -> list[dict[str, str]]:
    found = (properties.find(tag) for tag in (_SIZE, _MARGINS))
    return [dict(one.attrib) for one in found if one is not None]


def _replace(made: BaseOxmlElement, source: BaseOxmlElement, tags: tuple[str, ...]) -> None:
    for tag in tags:
        old, new = made.find(tag), source.find(tag)
        if old is not None and new is not None:
            made.replace(old, deepcopy(new))


def _is_wide(properties: BaseOxmlElement) -> bool:
    size = properties.find(_SIZE)
    return size is not None and int(size.get(_WIDTH, "0")) > int(size.get(_HEIGHT, "0"))


def _turn(made: BaseOxmlElement) -> None:
    """Turn the template's own paper: what was the left side is on top."""
    size, margins = made.find(_SIZE), made.find(_MARGINS)
    if size is None or margins is None:
        return
    width, height = size.get(_WIDTH), size.get(_HEIGHT)
    size.set(_WIDTH, height)
    size.set(_HEIGHT, width)
    size.set(_TURNED, "landscape")
    old = [margins.get(qn(f"w:{side}"), "0") for side in _SIDES]
    for side, value in zip(_SIDES, (*old[1:], old[0]), strict=True):
        margins.set(qn(f"w:{side}"), value)
