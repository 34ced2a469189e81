"""How the printed report names documents: in full where it first does, short afterwards (NĐ 30/2020, Phụ lục I, II.6).

Only the part behind a number is ever written or taken away (date, issuing body, trích yếu); a document that is not
known, or that the writer cites in words of his own, stays as it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from desktop_app.domain.basis_library import basis_of
from desktop_app.domain.legal_bases import LegalBasis, cite, legal_library
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.documents import Document
from desktop_app.report.model import Report, Section
from desktop_app.vietnamese.document_numbers import canonical, number_spans

_UNKNOWN = "…"
_LONGEST_KIND = 80
_FEWEST_WORDS = 2
"""Words of a body's name that are enough to know it: "Ban Bí thư" of "Ban Bí thư Trung ương Đảng"."""
_ABOUT = re.compile(r"(?:v/v\s*:?|về\s+việc|về|việc)\s+", re.IGNORECASE)
_DATE = re.compile(
    r"\s{0,3},?\s{0,3}(?:ra\s+)?ngày\s+(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s{0,3},?\s{0,3}của\s+", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:$|[,;:.()\[\]”\n]"
    r"|(?:và|đến|tới|trong|tại|cho|với|theo|được|đã|đối với|trên|nhằm|để|là|sau|từ|như|cùng|bằng)\b)"
)
"""What can stand behind the whole name of a body; any other word may still belong to the name of another one."""
_ABSTRACT_WORDS = (
    r"(?:về|v/v|việc|triển khai|thực hiện|phê duyệt|ban hành|quy định|sửa đổi|hướng dẫn|tổ chức|kiện toàn|thành lập"
    r"|phát động|tăng cường|phối hợp)\b"
)
_OWN_WORDS = re.compile(
    rf"\s{{0,3}}(?:[(–-]?\s{{0,3}}{_ABSTRACT_WORDS}|,\s*(?:về|v/v|việc)\b)", re.IGNORECASE
)
_IN_ABSTRACT = re.compile(rf"\b{_ABSTRACT_WORDS}", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:)\n]|\.(?:\s|$)")
_SAME_WORDS = (("Ủy ban nhân dân", "UBND"), ("Mặt trận Tổ quốc", "MTTQ"), ("Ban Chỉ đạo", "BCĐ"))


@dataclass(frozen=True)
class Citable:
    """A document that can be cited in full.

    Attributes:
        abstract: trích yếu as it stands within a sentence ("về việc …"); empty where it is not known.
    """

    kind: str
    number: str
    issued_on: date | None
    issuer: str
    abstract: str

    @cached_property
    def tail(self) -> str:
        """What the full citation says behind the number."""
        return cite("", None, self.issued_on, self.issuer, self.abstract)

    def is_named_before(self, text: str, start: int) -> bool:
        """Say whether the kind of the document stands right before its number: "Chỉ thị số "."""
        return bool(self._kind.search(text[max(0, start - _LONGEST_KIND) : start]))

    def tail_end(self, text: str, end: int) -> int | None:
        """Return where the citation ends that begins with the number ending at `end`; None for another document."""
        found = _DATE.match(text, end)
        if found:
            if self.issued_on is None or _day(found) != self.issued_on:
                return None
            end = found.end()
        found = _OF.match(text, end)
        if found:
            ends = _named(self._issuers, text, found.end())
            named = next((one for one in ends if self._is_end_of_issuer(text, one)), None)
            if named is None:
                return None
            end = named
        return self._abstract_end(text, end) or end

    def _is_end_of_issuer(self, text: str, end: int) -> bool:
        patterns = (_GOES_ON, _OWN_WORDS)
        return bool(self._abstract_end(text, end) or any(one.match(text, end) for one in patterns))

    def _abstract_end(self, text: str, start: int) -> int | None:
        found = self._abstract.match(text, start) if self._abstract else None
        return found.end() if found else None

    @cached_property
    def _kind(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_words(self.kind)}\s+(?:số\s*[:.]?\s*)?$", re.IGNORECASE)

    @cached_property
    def _issuers(self) -> tuple[str, ...]:
        names = {self.issuer}
        for long, short in _SAME_WORDS:
            names |= {name.replace(long, short) for name in names} | {
                name.replace(short, long) for name in names
            }
        return tuple(sorted(filter(None, names), key=len, reverse=True))

    @cached_property
    def _abstract(self) -> re.Pattern[str] | None:
        core = self.abstract
        while found := _ABOUT.match(core):
            core = core[found.end() :]
        if not core:
            return None
        about = r"(?:(?:v/v\s*:?|về|việc)\s+){0,2}"
        return re.compile(rf"\s{{0,3}},?\s{{0,3}}{about}{_words(core)}(?!\w)", re.IGNORECASE)


@dataclass
class _Mentions:
    """What has been cited so far, and the documents by number."""

    documents: dict[str, list[Citable]]
    cited: set[Citable] = field(default_factory=set)

    def text(self, text: str) -> str:
        """Return a text with its citations in full or short."""
        made: list[str] = []
        done = skip = 0
        fence: int | None = None  # end of a document whose trích yếu may name others
        for start, end, number in number_spans(text):
            if start < skip or _is_quoted(text, start):
                continue
            document, tail = self._document(text, start, end, number)
            if document is None:
                fence = end
                continue
            if fence is not None and _is_in_abstract(text[fence:start]):
                continue
            is_first = document not in self.cited
            self.cited.add(document)
            skip, fence = tail, None
            if _OWN_WORDS.match(text, tail):
                fence = end
                continue
            made += [text[done:end], f" {self._tail(document)}" if is_first else ""]
            done = tail
        return "".join([*made, text[done:]])

    def _tail(self, document: Citable) -> str:
        """Return what a citation in full says behind the number; what was cited before is short in it, too."""
        made: list[str] = []
        done = skip = 0
        for start, end, number in number_spans(document.tail):
            if start < skip or _is_quoted(document.tail, start):
                continue
            other, skip = self._document(document.tail, start, end, number)
            if other in self.cited:
                made.append(document.tail[done:end])
                done = skip
        return "".join([*made, document.tail[done:]])

    def _document(self, text: str, start: int, end: int, number: str) -> tuple[Citable | None, int]:
        """Return the one document that is meant, and where its citation ends; none where two could be meant."""
        found = [
            (one, tail)
            for one in self.documents.get(number, ())
            if one.is_named_before(text, start) and (tail := one.tail_end(text, end)) is not None
        ]
        return found[0] if len(found) == 1 else (None, end)


def citables(plan: Plan, documents: Iterable[Document]) -> list[Citable]:
    """Return the documents that a report can cite: the register of all years, the plan, its bases, the library.

    A document that stands in several of them is taken from the first; one without kind, number or anything to say
    behind the number cannot be cited.
    """
    found: dict[str, list[Citable]] = defaultdict(list)
    for one in _known(plan, documents):
        same = found[canonical(one.number)]
        if one.tail and _is_balanced(one.abstract) and not any(_is_same(one, other) for other in same):
            same.append(one)
    return [one for same in found.values() for one in same]


def cite_documents(report: Report, documents: Iterable[Citable]) -> Report:
    """Return the report with each document in full where lead, sections and closing first name it, then short.

    Headings, bases, tables and everything between quotation marks stay as they are. Doing it twice changes nothing
    more.
    """
    by_number: dict[str, list[Citable]] = defaultdict(list)
    for one in documents:
        by_number[canonical(one.number)].append(one)
    mentions = _Mentions(dict(by_number))
    return replace(
        report,
        lead=_texts(mentions, report.lead),
        sections=tuple(_section(mentions, one) for one in report.sections),
        closing=mentions.text(report.closing),
    )


def _texts(mentions: _Mentions, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(mentions.text(one) for one in texts)


def _section(mentions: _Mentions, section: Section) -> Section:
    own = _texts(mentions, section.paragraphs)  # before the children: the order of printing
    return replace(
        section, paragraphs=own, children=tuple(_section(mentions, one) for one in section.children)
    )


def _known(plan: Plan, documents: Iterable[Document]) -> Iterator[Citable]:
    for document in documents:
        if document.doc_type and document.display:
            yield _citable(basis_of(document))
    if plan.number:
        yield Citable(
            plan.kind, plan.number, plan.issued_on, plan.issuer, f"về {plan.title[0].lower()}{plan.title[1:]}"
        )
    for basis in (*plan.legal_bases, *legal_library().values()):
        yield _citable(basis)


def _citable(basis: LegalBasis) -> Citable:
    issuer, abstract = (
        "" if _UNKNOWN in text else " ".join(text.split()) for text in (basis.issuer, basis.abstract)
    )
    return Citable(basis.kind, basis.number, basis.issued_on, issuer, abstract.rstrip(" .;,"))


def _is_same(one: Citable, other: Citable) -> bool:
    return one.issued_on is None or other.issued_on is None or one.issued_on == other.issued_on


def _is_balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _is_quoted(text: str, place: int) -> bool:
    return (
        text.count("“", 0, place) > text.count("”", 0, place)
        or text.count('"', 0, place) % 2 == 1
        or text.count("«", 0, place) > text.count("»", 0, place)
    )


def _is_in_abstract(between: str) -> bool:
    """Say whether what follows a number names a document only within the trích yếu of the one before."""
    return not _CLAUSE_END.search(between) and bool(_IN_ABSTRACT.search(between))


def _day(found: re.Match[str]) -> date | None:
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(issuers: Sequence[str], text: str, start: int) -> Iterator[int]:
    """Yield where the name of an issuing body may end, whole names before their first words."""
    for name in issuers:
        words = name.split()
        for count in (len(words), *range(len(words) - 1, _FEWEST_WORDS - 1, -1)):
            found = re.compile(rf"{_words(' '.join(words[:count]))}(?!\w)", re.IGNORECASE).match(text, start)
            if found:
                yield found.end()


def _words(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())
