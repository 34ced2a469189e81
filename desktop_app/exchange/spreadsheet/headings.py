"""What a heading means: folded labels and the other words that officers use, and the unit of money in it."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from desktop_app.domain.resource_files import checked
from desktop_app.exchange.spreadsheet.columns import ID_KEY, columns_of
from desktop_app.exchange.spreadsheet.office_words import FILE, content_of_words
from desktop_app.vietnamese.folding import fold

IGNORED = "-"
"""The key of a column that says nothing (STT)."""

_MARKS = re.compile(r"[\s*:.]+$|^[\s*]+|^\(?\d{1,2}[.)]\s*")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_UNIT_WORDS = re.compile(r"\b(?:(ty|ti)|(trieu|tr)|(nghin|ngan|1\.?000)) ?(?:dong|vnd|d)\b|\b(tr\.?d|trd)\b")
_UNIT_LINE = re.compile(r"\b(?:don vi tinh|dvt|don vi)\b")


@lru_cache(maxsize=4096)
def normal(heading: str) -> str:
    """Return a heading as it is looked up: folded, without asterisks, numbers and colons at its ends."""
    folded = fold(heading)
    while (shorter := _MARKS.sub("", folded)) != folded:
        folded = shorter
    return folded


def money_unit(heading: str) -> int:
    """Return what a bare number under a heading is multiplied by: “(triệu đồng)” 1,000,000; 1 when unsaid."""
    match = _UNIT_WORDS.search(fold(heading))
    if match is None:
        return 1
    if match[1]:
        return 10**9
    return 10**3 if match[3] else 10**6


def is_unit_line(text: str) -> bool:
    """Tell whether a text above the table names the unit of its sums: “ĐVT: triệu đồng”."""
    return _UNIT_LINE.search(fold(text)) is not None and money_unit(text) > 1


@cache
def meanings(register: str) -> Mapping[str, str]:
    """Return folded heading -> key of a column of a register, `IGNORED` for columns that say nothing.

    With "" for the register, the words that hold for all.
    """
    content = content_of_words()
    found: dict[str, str] = {}
    own = columns_of(register) if register else ()
    columns = {column.key for column in own} | {ID_KEY, IGNORED}
    for part in ("*", register):
        words = checked(content.get(part, {}), dict[str, list[str]], FILE)
        found |= {word: key for key, known in words.items() if key in columns for word in known}
    # The words of the form come last, so that nothing else takes their place; a figure is known without its unit too.
    headings = [(normal(column.heading), column.key) for column in own]
    bare = {normal(_BRACKETS.sub("", heading)): key for heading, key in headings}
    return MappingProxyType({**bare, **found, **dict(headings)})


def meaning(register: str, heading: str, remembered: Mapping[str, str] | None = None) -> str:
    """Return the key of the column that a heading names, "" when it is unknown.

    Args:
        register: its name.
        heading: as the sheet has it.
        remembered: folded heading -> key, chosen by the user before.
    """
    folded = normal(heading)
    if remembered and folded in remembered:
        return remembered[folded]
    known = meanings(register)
    return known.get(folded) or known.get(normal(_BRACKETS.sub("", folded)), "")
