"""The library of legal bases: the shipped documents, those of the plan, those of the register, each once."""

import re
from collections.abc import Iterable, Sequence

from desktop_app.domain.legal_bases import LegalBasis, cite, legal_library
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.vietnamese.document_numbers import parse, same_document
from desktop_app.vietnamese.folding import fold, search_terms

_NO_KIND = "Văn bản"
_ABOUT = re.compile(r"^v/v\s*:?\s*", re.IGNORECASE)
_NEEDS_NO_ABOUT = ("ve ", "phe duyet ", "quy dinh ", "ban hanh ", "sua doi")


def library(plan_bases: Iterable[LegalBasis], documents: Iterable[Document]) -> list[LegalBasis]:
    """Return all known legal bases, the newest first, undated ones last; a document written in two ways stands once.

    Args:
        plan_bases: those of the plan of the year.
        documents: the register; only its legal bases count.
    """
    known: list[LegalBasis] = []
    own = (basis_of(one) for one in documents if one.direction is Direction.BASIS)
    for basis in (*own, *plan_bases, *legal_library().values()):
        if not contains(known, basis):
            known.append(basis)
    return sorted(known, key=lambda one: one.issued_on.toordinal() if one.issued_on else 0, reverse=True)


def contains(bases: Iterable[LegalBasis], wanted: LegalBasis) -> bool:
    """Tell whether a document is among others: the same number, and no two known dates that differ."""
    return any(
        same_document(one.number, wanted.number)
        and (one.issued_on is None or wanted.issued_on is None or one.issued_on == wanted.issued_on)
        for one in bases
    )


def matching(bases: Sequence[LegalBasis], text: str) -> list[LegalBasis]:
    """Return the bases whose number is the text, else those that hold all typed words, accents ignored."""
    exact = [one for one in bases if same_document(one.number, text)]
    terms = search_terms(text)
    return exact or [one for one in bases if _holds(one, terms)]


def _holds(basis: LegalBasis, terms: Sequence[str]) -> bool:
    words = search_terms(f"{basis.kind} {basis.number} {basis.issuer} {basis.abstract}")
    return all(any(word.startswith(term) for word in words) for term in terms)


def document_of(basis: LegalBasis) -> Document:
    """Return the register's document of a legal basis."""
    parts = parse(basis.number)
    return Document(
        direction=Direction.BASIS,
        number=parts.number if parts else "",
        symbol=parts.symbol if parts else basis.number,
        issued_on=basis.issued_on,
        doc_type=basis.kind,
        issuer=basis.issuer,
        abstract=basis.abstract,
        short_name=basis.short,
    )


def basis_of(document: Document) -> LegalBasis:
    """Return a document of the register as a legal basis of a plan or report."""
    kind = document.doc_type or _NO_KIND
    number = document.display or "…"
    return LegalBasis(
        kind,
        number,
        document.issuer or "…",
        _begun_small(document.abstract),
        document.short_name or f"{kind} số {number}",
        document.issued_on,
    )


def citation(document: Document) -> str:
    """Return how a report names a document for the first time; after that it says `basis_of(…).short`."""
    return cite(
        document.doc_type or _NO_KIND,
        document.display or None,
        document.issued_on,
        document.issuer or "…",
        _begun_small(document.abstract),
    )


def new_documents(
    chosen: Iterable[LegalBasis], documents: Iterable[Document]
) -> tuple[list[Document], list[str]]:
    """Return the documents to add for the chosen bases, and the numbers of those without a day, which cannot be kept.

    One that the register has as a legal basis already is left out.
    """
    known = [basis_of(one) for one in documents if one.direction is Direction.BASIS]
    added: list[Document] = []
    undated: list[str] = []
    for basis in chosen:
        if contains(known, basis):
            continue
        if basis.issued_on is None:
            undated.append(basis.number)
            continue
        known.append(basis)
        added.append(document_of(basis))
    return added, undated


def _begun_small(abstract: str) -> str:
    """Return an abstract as it stands within a sentence: "Triển khai …" becomes "về triển khai …"."""
    text = _ABOUT.sub("Về việc ", abstract.strip()) or "…"
    if text[:1].islower():
        return text
    small = text if text[:2].isupper() else text[0].lower() + text[1:]
    return small if fold(text).startswith(_NEEDS_NO_ABOUT) else f"về {small}"
