"""The running text of a Word file beside that of the report: what the chair changed, and what would be taken over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop_app.domain.narrative_changes import Piece, difference
from desktop_app.vietnamese.sentences import split_sentences


@dataclass(frozen=True)
class WordSection:
    """A section that the officer can write, as the report prints it and as the Word file has it.

    Attributes:
        printed: as the report would print it now.
        found: as it stands in the Word file; None when the file does not have the section.
        own: what the ledger would hold after taking it over; citations that the program shortens in print stay whole.
        basis: the suggestion that the text is written on.
        remarks: what of the file cannot be taken, whole sentences.
    """

    key: str
    heading: str
    printed: str
    found: str | None
    own: str = ""
    basis: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether there is something to take over."""
        return self.found is not None and self.found.split() != self.printed.split()

    def pieces(self) -> tuple[Piece, ...]:
        """Return both texts as one run of words."""
        return difference(self.printed, self.found or "")


@dataclass(frozen=True)
class WordReading:
    """What a Word file holds for one report.

    Attributes:
        name: of the file.
        stranger: why it may be the file of another report, "" when it is this one's.
        notes: what else should be known, whole sentences.
    """

    name: str
    sections: tuple[WordSection, ...]
    stranger: str = ""
    notes: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[WordSection, ...]:
        """The sections that differ."""
        return tuple(one for one in self.sections if one.is_changed)

    @property
    def missing(self) -> tuple[WordSection, ...]:
        """The printed sections that the file does not have."""
        return tuple(one for one in self.sections if one.found is None and one.printed)


def merged(own: str, printed: Sequence[str], found: Sequence[str]) -> str:
    """Return the officer's text with what the chair changed in the printed one.

    Print may say more briefly what the ledger says in full; a paragraph, and in it a sentence, that the chair left
    alone stays as the ledger has it.

    Args:
        own: the ledger's text.
        printed: its paragraphs as printed.
        found: the paragraphs of the Word file.
    """
    lines = [line for line in own.split("\n") if line.strip()]
    return "\n".join(_merged(lines, printed, found, _merged_sentences))


def _merged_sentences(own: str, printed: str, found: str) -> str:
    was, shown, new = (split_sentences(text) for text in (own, printed, found))
    return " ".join(_merged(was, shown, new, lambda _own, _printed, found: found))


def _merged(
    own: Sequence[str], printed: Sequence[str], found: Sequence[str], merge: Callable[[str, str, str], str]
) -> list[str]:
    if len(own) != len(printed):
        return list(found)
    result: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, printed, found, autojunk=False).get_opcodes():
        if kind == "equal":
            result += own[a:b]
        elif b - a == d - c:
            result += map(merge, own[a:b], printed[a:b], found[c:d])
        else:
            result += found[c:d]
    return result
