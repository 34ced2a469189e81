"""Sentences of official prose: put together by Vietnamese rules, and taken apart again."""

import re
from collections.abc import Iterable

_PROPER = re.compile(
    r"(Mặt trận|Nhân dân|Đảng(?! viên)|Tết|Trung ương|Chính phủ|Quốc hội|Nhà nước|Ủy ban|Ban chỉ đạo|Hội đồng|"
    r"Công đoàn|Công an|Đoàn thanh niên|Thành phố Hồ Chí Minh|Thủ đô|(Phường|Quận) \d+|"
    r"(Tỉnh|Thành|Huyện|Thị|Quận) (ủy|đoàn))\b",
    re.IGNORECASE,
)
"""Names whose second syllable is small or a number: bodies, feasts, units (NĐ 30/2020, Phụ lục II)."""
_COMMON = re.compile(
    r"(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|khu phố|"
    r"chợ|họp|treo|dự|thăm|tặng|mở|ký|đưa)\b",
    re.IGNORECASE,
)
"""Kinds of places and verbs: small before a name, too ("xã Đông Giang", "họp Ban Chỉ đạo")."""
_SHORT_FORMS = frozenset(
    {"TP", "TX", "TT", "TS", "ThS", "GS", "PGS", "BS", "KS", "CN", "Tr", "St", "Mr", "Mrs", "vs", "tr", "tp"}
)
_END = re.compile(r"[.!?…]+[”’\"»)]*(?=\s)")
_LAST_SIGNS = ".!?…"
_OPENING = '“‘"«(-–+ '
_CLOSING = '”’"»)'


def listed(parts: Iterable[str], *, last: str = " và ") -> str:
    """Return an enumeration: "a", "a và b", "a, b và c"; with semicolons where a part holds a comma itself."""
    found = [part for part in parts if part]
    if len(found) < 2:
        return "".join(found)
    if any("," in part or ";" in part for part in found):
        return "; ".join(found)
    return f"{', '.join(found[:-1])}{last}{found[-1]}"


def capitalised(text: str) -> str:
    """Return the text with a capital first letter; quotation marks and brackets before it stay."""
    place = len(text) - len(text.lstrip(_OPENING))
    return f"{text[:place]}{text[place : place + 1].upper()}{text[place + 1 :]}"


def lowered(text: str) -> str:
    """Return the text as it goes on inside a sentence: the first letter small unless it begins a name.

    A name is told by its second capital ("Hội Liên hiệp", "UBND huyện"), or is one of a few ("Huyện đoàn").
    """
    words = text.split(maxsplit=2)
    if not words or not words[0][0].isupper() or _begins_name(text, words):
        return text
    return f"{text[0].lower()}{text[1:]}"


def _begins_name(text: str, words: list[str]) -> bool:
    first = words[0].rstrip(",;:")
    if len(first) > 1 and not first[1:].islower():
        return True  # UBND, OCOP, K’Văn
    if _PROPER.match(text):
        return True
    return not _COMMON.match(text) and len(words) > 1 and first == words[0] and words[1][0].isupper()


def sentence(text: str) -> str:
    """Return the text as a whole sentence: a capital first, one full stop last; "" stays empty."""
    text = " ".join(text.split()).rstrip(" ,;:-–")
    if not text.strip(_LAST_SIGNS + _CLOSING + " "):
        return ""
    text = capitalised(text)
    core = text.rstrip(_CLOSING)
    if core.endswith(("!", "?", "…")):
        return text
    if core.endswith("."):
        return f"{core.rstrip('.')}.{text[len(core) :]}" if core != text else f"{core.rstrip('.')}."
    return f"{text}."


def without_stop(text: str) -> str:
    """Return the text without its last full stop, to stand inside another sentence."""
    return " ".join(text.split()).rstrip(" .;,")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, line by line, each trimmed; full stops of numbers and short forms end none."""
    return [one for line in text.split("\n") for one in _of_line(line)]


def _of_line(line: str) -> list[str]:
    found: list[str] = []
    begin = 0
    for match in _END.finditer(line):
        if _ends(line[begin : match.start()], match.group(), line[match.end() :].lstrip()):
            found.append(line[begin : match.end()].strip())
            begin = match.end()
    found.append(line[begin:].strip())
    return [one for one in found if one]


def _ends(before: str, mark: str, after: str) -> bool:
    """Tell whether a mark ends a sentence: a beginning follows it, and no short form precedes it."""
    if not after:
        return True
    first = after.lstrip(_OPENING)[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    word = before.split()[-1].lstrip("“(") if before.split() else ""
    if mark != ".":
        return True
    is_mark_of_list = word.isdigit() and before.strip() == word  # "1. Công tác …"
    return not (word in _SHORT_FORMS or is_mark_of_list or (len(word) == 1 and word.isalpha()))
