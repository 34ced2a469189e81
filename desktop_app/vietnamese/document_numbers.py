"""Numbers and symbols of documents ("05/KH-MTTQ-BCĐ", "03-CT/TW"): taken apart, compared, found in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import clean

_LONGEST = 120
"""Characters; the longest real number and symbol has some 40. A longer text is no number."""
_MOST_IN_TEXT = 100_000
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_SLASHES = dict.fromkeys(map(ord, "∕⁄／"), "/")
_SAME_SIGNS = _DASHES | _SLASHES
_LABEL = re.compile(r"(?:số|so)\s*[:.]?\s*(?=[0-9])", re.IGNORECASE)
_AROUND_SIGNS = re.compile(r"\s*([-/])\s*")
_LETTERS = r"[^\W\d_]"
_NUMBER = re.compile(
    rf"(?P<digits>[0-9]{{1,6}})(?P<suffix>{_LETTERS}?)"
    r"(?:/(?P<year>(?:19|20)[0-9]{2}))?"
    rf"[-/](?P<symbol>{_LETTERS}[^\W_]*(?:[-/.][^\W_]+)*)"
)
_IN_TEXT = re.compile(
    rf"(?<![\w/.-])[0-9]{{1,6}}{_LETTERS}?(?:\s?/\s?(?:19|20)[0-9]{{2}})?\s?[-/]\s?"
    rf"{_LETTERS}{{2,}}[0-9]*(?:\s?[-/]\s?{_LETTERS}[^\W_]*)*",
)
_SYMBOL_SIGNS = re.compile(r"[-/.]")
_LEADING_ZEROS = 2
"""How many digits a number is filled up to on paper (NĐ 30/2020/NĐ-CP: a number below 10 gets a 0)."""

_SAME_SYMBOLS = {"ct-cp": "ct-ttg"}
"""Folded symbol -> the one that is meant: a directive is the Prime Minister's, never the Government's
("28/CT-CP" in the Bình Thuận plan)."""


@dataclass(frozen=True)
class DocumentNumber:
    """A number and its symbol, as they are written but for spaces around the signs.

    Attributes:
        number: with its leading zeros, letter and year: "03", "12a", "91/2012".
        symbol: "KH-MTTQ-BCĐ", "CT/TW", "QH15".
    """

    number: str
    symbol: str


def parse(text: str) -> DocumentNumber | None:
    """Return number and symbol of a text that is nothing else; None for any other text.

    Spaces around the signs, "Số:" in front, other dashes, a decomposed form and end marks make no difference.

    >>> parse("Số: 326 /KH-MTTW-BCĐTWCVĐ")
    DocumentNumber(number='326', symbol='KH-MTTW-BCĐTWCVĐ')
    """
    found = _NUMBER.fullmatch(_tidy(text))
    if found is None:
        return None
    year = f"/{found['year']}" if found["year"] else ""
    return DocumentNumber(f"{found['digits']}{found['suffix']}{year}", found["symbol"])


def canonical(text: str) -> str:
    """Return the form in which two ways of writing the same document are equal: "3/ct-tw", "91/2012/tt-btc".

    Leading zeros, case, marks, đ or d, and which sign stands where ("03-CT/TW", "03/CT-TW") make no difference.
    A text that is no number comes back folded.
    """
    found = _NUMBER.fullmatch(_tidy(text))
    return _canonical(found) if found else fold(text)


def same_document(one: str, other: str) -> bool:
    """Tell whether two texts name the same number and symbol; an empty text names nothing.

    Numbers begin anew each year and with each body: compare date and issuer too, where they are known.
    """
    return bool(fold(one)) and canonical(one) == canonical(other)


def search_forms(text: str) -> tuple[str, ...]:
    """Return the forms under which people look for a document: without zeros, with them, and every known symbol.

    The words of a search need not be beside each other, so the bare number and the symbols are enough.
    """
    found = _NUMBER.fullmatch(_tidy(text))
    if found is None:
        return ()
    plain = _plain_number(found["digits"])
    symbol = _known_symbol(found["symbol"])
    others = [other for other, meant in _SAME_SYMBOLS.items() if meant == symbol]
    return tuple(dict.fromkeys([plain, plain.zfill(_LEADING_ZEROS), _canonical(found), *others]))


def number_value(number: str) -> int | None:
    """Return what a number counts ("03" and "3a" are 3), None where it begins with no digit."""
    digits = re.match(r"[0-9]{1,9}", number.strip())
    return int(digits[0]) if digits else None


def written_number(value: int) -> str:
    """Return a number as it is written on paper: 5 is "05" (NĐ 30/2020/NĐ-CP, Phụ lục I)."""
    return str(value).zfill(_LEADING_ZEROS)


def find_numbers(text: str) -> Iterator[str]:
    """Yield the canonical form of every document number that a running text names ("Công văn số 12/UBND-KT")."""
    for _, _, number in number_spans(clean(text[:_MOST_IN_TEXT])):
        yield number


def number_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the numbers of a clean text stand: begin, end, canonical form."""
    for found in _IN_TEXT.finditer(text[:_MOST_IN_TEXT].translate(_SAME_SIGNS)):
        if parse(found[0]) is not None:
            yield found.start(), found.end(), canonical(found[0])


def _tidy(text: str) -> str:
    """Return the text on one line, in one Unicode form, without label, end marks and spaces around signs."""
    if len(text) > _LONGEST:
        return ""
    tidy = clean(text).translate(_SAME_SIGNS).strip(" .,;:()“”\"'")
    return _AROUND_SIGNS.sub(r"\1", _LABEL.sub("", tidy, count=1) if _LABEL.match(tidy) else tidy)


def _canonical(found: re.Match[str]) -> str:
    year = f"{found['year']}/" if found["year"] else ""
    return f"{_plain_number(found['digits'])}{fold(found['suffix'])}/{year}{_known_symbol(found['symbol'])}"


def _plain_number(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _known_symbol(symbol: str) -> str:
    parts = (fold(part).replace(" ", "") for part in _SYMBOL_SIGNS.split(symbol))
    folded = "-".join(part for part in parts if part)
    return _SAME_SYMBOLS.get(folded, folded)
