"""Text of the fonts before Unicode, TCVN3 (ABC) and VNI-Windows: recognised by font name or by its letters."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache

from desktop_app.resources_path import resource


class LegacyEncoding(Enum):
    """How a text before Unicode was written; the file holds Latin-1 characters, only the font gives them sense."""

    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3_capitals"
    VNI = "vni"


NAMES: Mapping[LegacyEncoding, str] = {
    LegacyEncoding.TCVN3: "TCVN3 (ABC)",
    LegacyEncoding.TCVN3_CAPITALS: "TCVN3 (ABC), phông chữ hoa",
    LegacyEncoding.VNI: "VNI-Windows",
}

_TCVN3_FONT = re.compile(r"\.vn\w", re.IGNORECASE)
_VNI_FONT = re.compile(r"vni[- ]", re.IGNORECASE)
_LATIN_1_END = "\u00ff"
_MOST_TEXTS = 400
_FEWEST_WORDS = 2
_CLEAR_SHARE = 0.75
_CLEAR_LEAD = 0.3


def encoding_of_font(name: str) -> LegacyEncoding | None:
    """Return the encoding that a font's name tells; None for Unicode fonts.

    Fonts `.Vn…` are TCVN3; those ending in H draw every letter as a capital, which the text does not say.
    """
    name = name.strip()
    if _TCVN3_FONT.match(name):
        capitals = name.split(",")[0].rstrip().endswith("H")
        return LegacyEncoding.TCVN3_CAPITALS if capitals else LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if _VNI_FONT.match(name) else None


def to_unicode(text: str, encoding: LegacyEncoding) -> str:
    """Return the text in Unicode (NFC).

    A text that already holds Vietnamese letters beyond Latin-1 is Unicode in a legacy font and stays.
    It must be called before `clean`: TCVN3 writes ư as a soft hyphen.
    """
    if is_beyond_latin_1(text):
        return text
    if encoding is LegacyEncoding.VNI:
        return _vni_reader()(text)
    text = text.translate(_tcvn3())
    return text.upper() if encoding is LegacyEncoding.TCVN3_CAPITALS else text


def is_beyond_latin_1(text: str) -> bool:
    """Tell whether a text holds letters or marks that no legacy font can hold."""
    return any(
        char > _LATIN_1_END and (char.isalpha() or unicodedata.combining(char) > 0) and char not in _CP1252
        for char in text
    )


def guess(texts: Iterable[str]) -> LegacyEncoding | None:
    """Return the legacy encoding in which texts without font information seem to be, None when none does.

    Only words with a sign beyond ASCII speak: the share of Vietnamese syllables among them must be high after
    the conversion, and clearly higher than before. It is a guess: ask, with a preview.
    """
    words = _speaking_words(texts)
    if len(words) < _FEWEST_WORDS:
        return None
    plain = _share(words)
    encodings = (LegacyEncoding.TCVN3, LegacyEncoding.VNI)
    shares = {one: _share([to_unicode(word, one) for word in words]) for one in encodings}
    best = max(encodings, key=lambda one: shares[one])
    return best if shares[best] >= max(_CLEAR_SHARE, plain + _CLEAR_LEAD) else None


def reads_better(converted: str, plain: str) -> bool:
    """Tell whether a conversion has not made a text worse: as many Vietnamese syllables as before, or more."""
    return _share(_words(converted)) >= _share(_words(plain))


@cache
def _tables() -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = json.loads(resource("legacy_fonts.json").read_text(encoding="ascii"))
    return content


@cache
def _tcvn3() -> dict[int, str]:
    return {ord(char): letter for char, letter in _tables()["tcvn3"].items()}


@cache
def _vni_reader() -> Callable[[str], str]:
    table = _tables()["vni"]
    signs = re.compile("|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)))
    return lambda text: signs.sub(lambda match: table[match[0]], text)


# Signs of Windows-1252 that pasted texts of legacy fonts may hold.
_CP1252 = frozenset("ŒœŠšŸŽžƒˆ˜")
_GAPS = re.compile(r"[\s!-/:-@\[-`{-~0-9“”‘’–—…]+")
_NUCLEI = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iê oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy "
    "ưa ưi ươ ưu yê yu iêu oai oao oay oeo uao uây uôi uyu uya uyê ươi ươu yêu uynh"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    rf"(?:{'|'.join(sorted(_NUCLEI.split(), key=len, reverse=True))})(?:ch|ng|nh|[cmnpt])?"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _words(text: str) -> list[str]:
    return [word for word in _GAPS.split(text) if word]


def _speaking_words(texts: Iterable[str]) -> list[str]:
    words: dict[str, None] = {}
    for count, text in enumerate(texts):
        if count >= _MOST_TEXTS:
            break
        if not text.isascii():
            words.update(dict.fromkeys(word for word in _words(text) if not word.isascii()))
    return list(words)


def _share(words: list[str]) -> float:
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    """Tell whether a word is spelt like a Vietnamese syllable with at most one tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(char in _TONES for char in parts)
    if tones > 1 or (word != word.upper() and word[1:] != word[1:].lower()):
        return False
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    return _SYLLABLE.fullmatch(bare) is not None
