"""Find the sections of a report again in the Word file that the chair has changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from xml.parsers import expat

from desktop_app.report import wording
from desktop_app.report.model import Identity, Report, Section
from desktop_app.report.word_anchors import CLOSING, OUTSIDE, is_section_anchor, section_anchor
from desktop_app.report.word_package import WordPackage
from desktop_app.report.word_paragraphs import WordParagraph, heading_styles, read_paragraphs
from desktop_app.vietnamese.folding import fold

_ALIKE_HEADING = 0.75
_ALIKE_CLOSING = 0.6
_GOES_ON = 0.9
"""How alike a heading is to the same one with more words behind it."""
_LONGEST_HEADING = 300
_NUMBER = re.compile(r"^\s*([IVXLC]+|\d{1,2}|[a-zđ])[.)]\s*", re.IGNORECASE)
_KEYWORDS = re.compile(
    r"^(?P<unit>.*?)[\s,;]+(?P<year>\d{4})(?:[\s,;]+(?P<period>[A-Z0-9]{2}))?(?:[\s,;]+(?P<check>\S{10}))?$"
)
_ENDORSEMENT = "noi nhan:"


@dataclass
class FoundSection:
    """A section as the Word file has it.

    Attributes:
        paragraphs: its running text.
        heading: as it stands there, "" when the section has none.
        has_table: a table among its text was passed over.
    """

    paragraphs: list[str] = field(default_factory=list)
    heading: str = ""
    has_table: bool = False


@dataclass(frozen=True)
class FoundNarrative:
    """What a Word file holds of a report.

    Attributes:
        sections: key -> section; those that are not there are left out.
        strange: headings that are none of the report's; what stands below them belongs to no section.
        identity: what its properties say: unit, year, period, check code; None where they say nothing.
    """

    sections: dict[str, FoundSection]
    identity: Identity | None
    strange: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Wanted:
    """A section to look for: its bookmark, its printed heading, what stands before the text of one without heading."""

    key: str
    anchor: str
    heading: str
    mark: str
    is_printed: bool = True


def read_narrative(
    package: WordPackage, report: Report, further: Sequence[tuple[str, str]] = ()
) -> FoundNarrative:
    """Return the sections of a report that a Word file holds.

    Args:
        package: the file.
        report: as it would be printed now.
        further: key and heading of sections that are not printed now; they are only found by their heading.
    """
    paragraphs = read_paragraphs(package)
    wanted = [_wanted(section) for section in report.walk()]
    wanted += [_Wanted(key, section_anchor(key), heading, "", is_printed=False) for key, heading in further]
    begins = _begins(paragraphs, wanted)
    ends = list(_ends(paragraphs, report))
    strange = list(_strange_headings(paragraphs, heading_styles(package), {*begins.values(), *ends}))
    bounds = sorted([*begins.values(), *ends, *strange, len(paragraphs)])
    found = {}
    for one in wanted:
        if one.key in begins:
            begin = begins[one.key]
            end = next(bound for bound in bounds if bound > begin)
            found[one.key] = _section(one, paragraphs[begin:end])
    first, last = min(begins.values(), default=0), max(begins.values(), default=0)
    end = min((one for one in ends if one > last), default=len(paragraphs))
    told = tuple(paragraphs[place].text for place in strange if first < place < end)
    return FoundNarrative(found, _identity(package), told)


def _wanted(section: Section) -> _Wanted:
    heading = wording.section_heading(section)
    return _Wanted(section.key, section_anchor(section.key), heading, wording.section_mark(section))


def _begins(paragraphs: Sequence[WordParagraph], wanted: Sequence[_Wanted]) -> dict[str, int]:
    """Return where the sections begin: at their bookmark, else at a paragraph that reads like their heading."""
    places: dict[str, int] = {}
    for place, paragraph in enumerate(paragraphs):
        for name in paragraph.bookmarks:
            places.setdefault(name, place)
    begins = {one.key: places[one.anchor] for one in wanted if one.anchor in places}
    taken = set(begins.values())
    last = -1
    for one in wanted:
        if one.key in begins:
            last = begins[one.key]
        elif one.heading:
            there = _like_heading(paragraphs, one.heading, last if one.is_printed else -1, taken)
            if there is not None:
                begins[one.key] = there
                last = there if one.is_printed else last
                taken.add(there)
    return begins


def _like_heading(
    paragraphs: Sequence[WordParagraph], heading: str, after: int, taken: set[int]
) -> int | None:
    """Return the paragraph behind `after` that is most like a heading, its number the same; None without one."""
    best = _ALIKE_HEADING
    found: int | None = None
    number, title = _parted(heading)
    for place, paragraph in enumerate(paragraphs):
        first = paragraph.text.split("\n", 1)[0]
        if place <= after or place in taken or paragraph.table or not 0 < len(first) <= _LONGEST_HEADING:
            continue
        own_number, own_title = _parted(first)
        if own_number not in ("", number):
            continue
        alike = _likeness(own_title, title)
        if own_number != number:
            alike -= 0.1
        elif own_title.startswith(title):
            alike = max(alike, _GOES_ON)
        if alike > best:
            best, found = alike, place
    return found


@lru_cache(maxsize=1_000)
def _likeness(one: str, other: str) -> float:
    """Return how alike two headings are; what is too far apart is not compared letter by letter."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) <= _ALIKE_HEADING:
        return 0.0
    return matcher.ratio()


def _parted(heading: str) -> tuple[str, str]:
    """Return number and words of a heading, without case and accents."""
    match = _NUMBER.match(heading)
    number = fold(match.group(1)) if match else ""
    return number, fold(heading[match.end() :] if match else heading)


def _ends(paragraphs: Sequence[WordParagraph], report: Report) -> Iterator[int]:
    """Yield where something begins that belongs to no section."""
    endorsed = {one.table for one in paragraphs if one.table and fold(one.text).startswith(_ENDORSEMENT)}
    has_closing = any(CLOSING in one.bookmarks for one in paragraphs)
    closing = "" if has_closing else fold(report.closing)
    for place, one in enumerate(paragraphs):
        is_marked = any(name == CLOSING or name.startswith(OUTSIDE) for name in one.bookmarks)
        if is_marked or one.ends_part or one.table in endorsed or _alike(fold(one.text), closing):
            yield place


def _strange_headings(
    paragraphs: Sequence[WordParagraph], styles: frozenset[str], known: set[int]
) -> Iterator[int]:
    for place, one in enumerate(paragraphs):
        if one.style in styles and one.text and not one.table and place not in known:
            yield place


def _alike(text: str, closing: str) -> bool:
    if not text or not closing:
        return False
    matcher = SequenceMatcher(None, text, closing, autojunk=False)
    return matcher.real_quick_ratio() > _ALIKE_CLOSING and matcher.ratio() > _ALIKE_CLOSING


def _section(wanted: _Wanted, paragraphs: Sequence[WordParagraph]) -> FoundSection:
    first, *rest = paragraphs
    lines = first.text.split("\n")
    found = FoundSection(has_table=any(one.table for one in rest))
    if wanted.heading:
        found.heading = lines.pop(0)
    elif wanted.mark:
        lines[0] = lines[0].removeprefix(wanted.mark).strip()
    # Other sections' bookmarks only end a section; a paragraph that ends a part of the document holds no text of ours.
    for one in rest:
        if not one.table and not one.ends_part and not any(map(is_section_anchor, one.bookmarks)):
            lines += one.text.split("\n")
    found.paragraphs = [line for line in lines if line.strip()]
    return found


def _identity(package: WordPackage) -> Identity | None:
    """Return what the file's keywords say of its report."""
    match = _KEYWORDS.match(_keywords(package).strip())
    if match is None:
        return None
    return Identity(
        match["unit"], "", int(match["year"]), period=match["period"] or "", check=match["check"] or ""
    )


def _keywords(package: WordPackage) -> str:
    pieces: list[str] = []
    reading = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal reading
        reading = name.rpartition(":")[2] == "keywords"

    def end(_name: str) -> None:
        nonlocal reading
        reading = False

    def take(text: str) -> None:
        if reading:
            pieces.append(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, take
    parser.Parse(package.parts.get("docProps/core.xml", b"<none/>"), True)
    return "".join(pieces)
