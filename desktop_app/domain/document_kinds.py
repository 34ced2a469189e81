"""Kinds of administrative documents and how each begins a symbol (NĐ 30/2020/NĐ-CP, Phụ lục III)."""

import re
from functools import cache

from msgspec import Struct

from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.resources_path import resource
from desktop_app.vietnamese.folding import fold

_SIGNS = re.compile(r"[-/]")


class DocumentKind(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of document.

    Attributes:
        abbreviation: how its symbol begins ("KH"); "" for an official letter (công văn), which has none.
    """

    name: Text
    abbreviation: str


class _KindsFile(Struct, frozen=True, forbid_unknown_fields=True):
    source: Text
    kinds: tuple[DocumentKind, ...]


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """Return the kinds in the order of the decree.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("document_kinds.json")
    kinds = checked(read_json(path), _KindsFile, path.name).kinds
    repeated = first_repeated(fold(one.name) for one in kinds)
    if repeated is not None:
        raise bad_file(path.name, f"mục thứ {repeated + 1}", f"tên loại “{kinds[repeated].name}” bị lặp lại")
    return kinds


def kind_named(name: str) -> DocumentKind | None:
    """Return the kind of a name, accents and case ignored; None for one that is not in the list."""
    wanted = fold(name)
    return next((one for one in document_kinds() if fold(one.name) == wanted), None)


def kind_of_symbol(symbol: str) -> DocumentKind | None:
    """Return the kind that a symbol begins with: "KH-MTTQ-BCĐ" is a plan; None where it says none."""
    first = fold(_SIGNS.split(symbol.strip(), maxsplit=1)[0])
    return next((one for one in document_kinds() if first and fold(one.abbreviation) == first), None)


def symbol_of_kind(kind: str, symbol: str) -> str:
    """Return a symbol begun as a kind asks: ("Báo cáo", "KH-MTTQ-BCĐ") gives "BC-MTTQ-BCĐ".

    The beginning of another kind is replaced, a symbol without one gets it; of an official letter only the body
    stays ("MTTQ-BTT"). A kind that is not in the list leaves the symbol as it is.
    """
    known = kind_named(kind)
    if known is None:
        return symbol
    old = kind_of_symbol(symbol)
    body = symbol.strip()
    if old is not None:
        body = body[len(_SIGNS.split(body, maxsplit=1)[0]) :].lstrip("-/")
    return "-".join(part for part in (known.abbreviation, body) if part)
