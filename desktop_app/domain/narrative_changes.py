"""What changed in a suggested text since the officer wrote on it, and how he takes it over, sentence by sentence.

Only sentences of the old suggestion are ever replaced or taken out; every other word of the officer stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from desktop_app.vietnamese.sentences import split_sentences

_ALIKE = 0.35
"""Sentences less alike than this are told apart: one went, another came."""


class Word(StrEnum):
    """What became of some words of a sentence."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Words in a row with the same fate; `text` holds the spaces around them as they stand."""

    kind: Word
    text: str


@dataclass(frozen=True)
class Change:
    """One sentence of the suggestion that is not what it was.

    Attributes:
        old: "" for a sentence that came new.
        new: "" for a sentence that is no longer suggested.
    """

    old: str
    new: str

    def pieces(self) -> tuple[Piece, ...]:
        """Return both sentences as one run of words, old words before new ones."""
        return difference(self.old, self.new)


class Taken(StrEnum):
    """What taking over one sentence did to the officer's text."""

    REPLACED = "replaced"
    APPENDED = "appended"
    REMOVED = "removed"
    UNTOUCHED = "untouched"


def changes(basis: str, suggestion: str) -> tuple[Change, ...]:
    """Return what differs between two suggestions, in the order of the new one.

    Sentences that only moved, and other line breaks, are no difference.

    Args:
        basis: the suggestion on which the officer wrote.
        suggestion: the suggestion of today's figures.
    """
    old, new = _without_common(split_sentences(basis), split_sentences(suggestion))
    return tuple(Change(*pair) for pair in _aligned(old, new))


def has_changed(basis: str, suggestion: str) -> bool:
    """Tell whether there is anything to look at."""
    return Counter(split_sentences(basis)) != Counter(split_sentences(suggestion))


def take(text: str, change: Change) -> tuple[str, Taken]:
    """Return the officer's text with one sentence taken over, and how.

    The new sentence stands where the old one stands word by word; else it comes last, in a paragraph of its own.
    A sentence that is no longer suggested is taken out where it stands word by word, else nothing happens.
    """
    place = _place_of(text, change.old)
    if place < 0:
        if not change.new or change.new in split_sentences(text):
            return text, Taken.UNTOUCHED
        return f"{text.rstrip()}\n{change.new}".lstrip("\n"), Taken.APPENDED
    before, after = text[:place], text[place + len(change.old) :]
    if change.new:
        return f"{before}{change.new}{after}", Taken.REPLACED
    return _closed_up(before, after), Taken.REMOVED


def settled(basis: str, change: Change) -> str:
    """Return the basis after one change was taken over or passed by: that change is gone from `changes`."""
    sentences = split_sentences(basis)
    if change.old in sentences:
        place = sentences.index(change.old)
        sentences[place : place + 1] = [change.new] if change.new else []
    elif change.new:
        sentences.append(change.new)
    return "\n".join(sentences)


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Return two texts as one run of words: those that stayed, went and came."""
    before, after = _words(old), _words(new)
    plain = [word.strip() for word in before], [word.strip() for word in after]
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if kind == "equal":
            for was, now in zip(before[a:b], after[c:d], strict=True):
                found += _same(was, now)
        else:
            found += [Piece(Word.GONE, "".join(before[a:b])), Piece(Word.NEW, "".join(after[c:d]))]
    return _joined(_with_spaces_in_place(_joined(found)))


def _same(was: str, now: str) -> list[Piece]:
    """Return a word that stayed; the white space behind it may have gone or come."""
    if was == now:
        return [Piece(Word.SAME, now)]
    word = now.strip()
    return [
        Piece(Word.SAME, word),
        Piece(Word.GONE, was[len(word) :]),
        Piece(Word.NEW, now[len(word) :]),
    ]


def _with_spaces_in_place(pieces: Sequence[Piece]) -> list[Piece]:
    """Keep a line break that words came or went before: it is not gone and new, it stands behind them."""
    found = list(pieces)
    for place in range(len(found) - 1, 0, -1):
        space, words = found[place - 1], found[place]
        if {space.kind, words.kind} != {Word.GONE, Word.NEW} or not space.text.isspace():
            continue
        rest = words.text.removesuffix(space.text)
        if rest != words.text and rest.strip():
            found[place - 1 : place + 1] = [Piece(words.kind, rest), Piece(Word.SAME, space.text)]
    return found


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join pieces of one kind that follow each other; empty ones go."""
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].kind is piece.kind:
            piece = Piece(piece.kind, found.pop().text + piece.text)
        found.append(piece)
    return tuple(found)


def _words(text: str) -> list[str]:
    """Return the words, each with the white space behind it, and that before the first; joined they are the text."""
    return re.findall(r"^\s+|\S+\s*", text)


def _without_common(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """Leave out what stands in both, so that a sentence that moved is neither gone nor new."""
    common = Counter(old) & Counter(new)
    return _left(old, common), _left(new, common)


def _left(sentences: Sequence[str], common: Counter[str]) -> list[str]:
    rest = Counter(common)
    left: list[str] = []
    for one in sentences:
        if rest[one]:
            rest[one] -= 1
        else:
            left.append(one)
    return left


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair the sentences so that the pairs, in order, are as alike as can be."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(a, b) for b in new] for a in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], ""
            i += 1
        else:
            yield "", new[j]
            j += 1
    yield from ((one, "") for one in old[i:])
    yield from (("", one) for one in new[j:])


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _place_of(text: str, old: str) -> int:
    """Return where a sentence stands word by word, -1 where it does not; "5 xã." does not stand in "15 xã."."""
    place = text.find(old) if old else -1
    while place > 0 and text[place - 1].isalnum():
        place = text.find(old, place + 1)
    return place


def _closed_up(before: str, after: str) -> str:
    """Join what stood around a sentence, without the space or the empty line that it leaves."""
    if not before or before.endswith("\n"):
        after = after.lstrip(" ")
        if not before or after.startswith("\n"):
            after = after.removeprefix("\n")
        return before + after if after else before.rstrip("\n")
    return before.rstrip(" ") + after
