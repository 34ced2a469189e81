"""The form of a text in which it is searched: no marks, no case, no quotes, single spaces."""

import re
import unicodedata

# Dropped, not turned into spaces: “M’gar” and “Mgar” are the same place.
APOSTROPHES = "'’‘‛‚`´′ʼʹʻ"
# Eth and the African d look like đ and stand for it in badly converted files.
D_WITH_STROKE = "đðɖ"

_MINUS = "−"
_DOUBLE_QUOTES = '"„'  # the others are known by their Unicode category
_TOKEN = re.compile(r"[^\W_]+")


def _folded_part(char: str) -> str:
    if char in D_WITH_STROKE:
        return "d"
    category = unicodedata.category(char)
    if char in APOSTROPHES or category in {"Mn", "Me", "Cf", "Cs"}:
        return ""
    if char in _DOUBLE_QUOTES or char == _MINUS or category[0] == "Z" or category in {"Cc", "Pd", "Pi", "Pf"}:
        return " "
    return char


def _folded(char: str) -> str:
    if char in APOSTROPHES:  # before NFKD, which makes a space and a mark of “´”
        return ""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(map(_folded_part, parts))


class _SearchForm(dict[int, str]):
    """A table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_SEARCH_FORM = _SearchForm()


def fold(text: str) -> str:
    """Return the search form: “Đồng Tháp”, its NFD form and “dong  thap” all give “dong thap”.

    Tone placement (hoà, hòa), case, quotes and dashes make no difference; other punctuation stays.
    """
    return " ".join(text.translate(_SEARCH_FORM).split())


def search_terms(text: str) -> list[str]:
    """Return the folded words and numbers of a query, in the order typed, without punctuation."""
    return _TOKEN.findall(fold(text))
