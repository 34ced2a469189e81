"""The grammar of numbers and sums of money as officers write them; gives a value or None, no words."""

import re
from fractions import Fraction

from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import clean

_LONGEST = 60

_VIETNAMESE_NUMBER = re.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)(?:,(?P<part>[0-9]+))?"
)
# A point that cannot part thousands is taken for a decimal point: 82.4, 0.125.
_POINT_NUMBER = re.compile(r"(?P<whole>0|[0-9]+(?=\.(?:[0-9]{1,2}|[0-9]{4,})$))\.(?P<part>[0-9]+)")

_UNITS = {
    "nghin ty": 10**12, "ngan ty": 10**12, "nghin ti": 10**12, "ngan ti": 10**12,
    "ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 10**3, "ngan": 10**3, "k": 10**3,
}  # fmt: skip
_WORDS = re.compile(
    rf"(?P<unit>{'|'.join(_UNITS)})?(?P<half> ?ruoi)?(?P<currency> ?(?:dong|vnd|d))?",
)
_WORD_RUN = re.compile(r"([a-z]+(?: [a-z]+)*)")


def read_whole(text: str) -> int | None:
    """Read a whole number that is not negative: 1234, 1.234, 1 234; None if it is none."""
    text = " ".join(text.split())
    match = _VIETNAMESE_NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or match["part"] is not None:
        return None
    return int(re.sub(r"[. ]", "", match["whole"]))


def read_number(text: str) -> Fraction | None:
    """Read a number that is not negative: 1234, 1.234, 1 234, 1.234,5, 82.4; None if it is none.

    A point parts thousands wherever it can; a comma always begins the decimals.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    match = _VIETNAMESE_NUMBER.fullmatch(text) or _POINT_NUMBER.fullmatch(text)
    if match is None:
        return None
    whole = re.sub(r"[. ]", "", match["whole"])
    return Fraction(f"{whole}.{match['part'] or 0}")


def _tail(number: str, unit_before: int, *, with_currency: bool) -> Fraction | None:
    """Read the last number of “1tr5”, “2 tỷ 300”, “1 triệu 500.000 đồng”; “1 triệu 50” is anyone's guess."""
    value = read_number(number)
    if value is None or value >= 1000:
        return value
    digits = number.strip()
    if with_currency or len(digits) not in {1, 3} or not digits.isdigit():
        return None
    return value * Fraction(unit_before, 10 ** len(digits))


def _read_part(number: str, words: str, unit_before: int) -> tuple[Fraction, int] | None:
    """Return the sum of one number with its words, and its unit; unit_before is 0 for the first."""
    match = _WORDS.fullmatch(words)
    if match is None:
        return None
    unit = _UNITS.get(match["unit"], 1)
    if unit == 1 and unit_before:
        value = _tail(number, unit_before, with_currency=match["currency"] is not None)
    else:
        value = read_number(number)
    if value is None:
        return None
    if match["half"]:
        if unit == 1 or value.denominator != 1:
            return None
        value += Fraction(1, 2)
    return value * unit, unit


def _split(text: str) -> list[tuple[str, str]] | None:
    """Return (number, words) pairs of a written sum, or None if it holds any other sign."""
    text = " ".join(clean(text).replace("₫", "đ").split())
    if len(text) > _LONGEST or not all(char.isalpha() or char in "0123456789 .," for char in text):
        return None
    pieces = _WORD_RUN.split(fold(text))
    if not pieces[-1].strip():
        pieces.pop()
    else:
        pieces.append("")
    return list(zip(pieces[::2], pieces[1::2], strict=True))


def read_money(text: str) -> Fraction | None:
    """Read a sum in đồng: 1.500.000, 1,5 triệu, 2 tỷ 300 triệu, 2 tỷ rưỡi, 300k, 1tr5; None if it is none.

    Units must go down, and each part must be smaller than the unit before it.
    """
    parts = _split(text)
    if not parts:
        return None
    total, unit = Fraction(0), 0
    for index, (number, words) in enumerate(parts):
        read = _read_part(number, words, unit)
        closing = words.endswith(("ruoi", "dong", "vnd", "d"))
        if read is None or (unit and read[0] >= unit) or (closing and index < len(parts) - 1):
            return None
        total, unit = total + read[0], read[1]
    return total
