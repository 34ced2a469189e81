"""Vietnamese order as plain text: keys that compare correctly character by character.

A key holds three levels parted by spaces: letters and numbers, tones, case. Within the first two
“-” parts words; in ASCII a space comes before “-”, “-” before digits, digits before letters.
"""

import re
import string
import unicodedata
from functools import lru_cache

from desktop_app.vietnamese.folding import APOSTROPHES, D_WITH_STROKE

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = dict(zip(_ALPHABET, string.ascii_uppercase + string.ascii_lowercase, strict=False))
_SHAPE_MARKS = "\u0306\u0302\u031b"  # breve, circumflex, horn: they make another letter
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_FOREIGN_MARK = "6"
_LEVEL_GAP = " "
_GAP = "-"
_DROP_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
_PIECE = re.compile(r"[0-9]+|[^0-9]")

_Weights = tuple[str, str, str]


def _number_weights(digits: str) -> _Weights:
    """Put the length before the digits, so that 9 comes before 10; “05” follows “5”."""
    value = digits.lstrip("0")
    length = f"{len(value):02d}" if len(value) < 99 else f"99{len(value):09d}"
    return length + value, "", str(min(9, len(digits) - len(value)))


def _letter_weights(letter: str) -> tuple[str, str]:
    """Return the place in the alphabet and the tone of one lower-case letter; ngang is empty."""
    if letter in D_WITH_STROKE:
        return _PLACES["đ"], ""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    shape = [mark for mark in marks if mark in _SHAPE_MARKS]
    rest = [mark for mark in marks if mark not in _SHAPE_MARKS]
    shaped = unicodedata.normalize("NFC", base + "".join(shape))
    if shaped not in _PLACES:  # a letter of another language: like its base if that is Latin
        return _PLACES.get(base, letter), _FOREIGN_MARK if base in _PLACES else ""
    if not rest:
        return _PLACES[shaped], ""
    return _PLACES[shaped], _TONES.get(rest[0], _FOREIGN_MARK) if len(rest) == 1 else _FOREIGN_MARK


@lru_cache(maxsize=4096)
def _weights(piece: str) -> _Weights:
    if "0" <= piece[0] <= "9":
        return _number_weights(piece)
    if piece in APOSTROPHES or unicodedata.category(piece) in {"Mn", "Me", "Cf", "Cs"}:
        return "", "", ""
    if piece.isdecimal():
        return _number_weights(str(unicodedata.decimal(piece)))
    if not piece.isalnum():
        return _GAP, _GAP, ""
    folded = unicodedata.normalize("NFC", piece.casefold())  # may be longer: ß becomes ss
    letters = [_letter_weights(letter) for letter in folded if letter.isalnum()]
    places = "".join(place for place, _ in letters)
    tones = "".join(tone for _, tone in letters)
    return places, tones, ("1" if piece.isupper() else "0") * len(letters)


@lru_cache(maxsize=4096)  # names of bodies and places come again and again
def sort_key(text: str) -> str:
    """Return a key whose plain comparison (SQLite's BINARY) gives Vietnamese order.

    Letters count first (a ă â b c d đ e ê …; numbers by value, before letters), then tones (ngang,
    huyền, hỏi, ngã, sắc, nặng), then case. Punctuation only parts words. A tone belongs to its word,
    not to a letter of it: hòa and hoà have one key, and both come before hóa and hoá.
    """
    text = text.translate(_DROP_APOSTROPHES)  # before NFKC, which makes a space and a mark of “´”
    pieces = _PIECE.findall(unicodedata.normalize("NFKC", text))
    weights = [("", "", ""), *map(_weights, pieces)]
    places, tones, cases = ("".join(level) for level in zip(*weights, strict=True))
    # Gaps stand at the same positions in both levels; empty words between two gaps are dropped.
    words = [pair for pair in zip(places.split(_GAP), tones.split(_GAP), strict=True) if pair[0]]
    letters = _GAP.join(place for place, _ in words)
    # What is stripped says nothing: a shorter level already comes first.
    return _LEVEL_GAP.join((letters, _GAP.join(tone for _, tone in words).rstrip(_GAP), cases.rstrip("0")))


def person_sort_key(full_name: str) -> str:
    """Return a key that orders people by given name (the last word), then family and middle names."""
    words = [word for word in full_name.split() if any(char.isalnum() for char in word)]
    given, rest = "".join(words[-1:]), " ".join(words[:-1])
    return _LEVEL_GAP.join((sort_key(given), sort_key(rest)))
