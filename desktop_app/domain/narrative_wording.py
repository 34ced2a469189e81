"""The words in which the report tells its contents and figures, as data."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta, Struct

from desktop_app.domain.contents import content_codes
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.resources_path import resource

FIGURE = "{n}"
"""Where a phrase has its figure."""
EXAMPLES = "Điển hình như"


class ContentWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How one of the common contents is told.

    Attributes:
        kind: its activities in an enumeration ("hoạt động tuyên truyền").
        lead: first sentence without its full stop, with {n} for the number of activities, {Period} for
            "Trong năm 2023".
        headline: code of the figure that is compared with the period before; "" compares none.
        registers: names of the registers that are told under it.
        examples: how the sentence with its best activities begins.
    """

    code: Text
    kind: Text
    lead: Annotated[str, Meta(pattern=r"\{n\}")]
    headline: str = ""
    registers: tuple[str, ...] = ()
    examples: Text = EXAMPLES


class Phrase(Struct, frozen=True, forbid_unknown_fields=True):
    """How one figure is told.

    Attributes:
        code: of the indicator.
        first: as the beginning of a sentence.
        next: behind another figure, with the punctuation before it.
    """

    code: Text
    first: Annotated[str, Meta(pattern=r"\{n\}")]
    next: Annotated[str, Meta(pattern=r"\{n\}")]


class NarrativeWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All words of the narrative.

    Attributes:
        sentences: figures that one sentence tells together, in its order.
        highlights: codes of the figures that the overall assessment names and compares.
    """

    contents: Annotated[tuple[ContentWords, ...], Meta(min_length=1)]
    sentences: tuple[tuple[Phrase, ...], ...]
    highlights: tuple[str, ...]

    def content(self, code: str) -> ContentWords | None:
        """Return the words of a content, None for an unknown one."""
        return next((one for one in self.contents if one.code == code), None)


@cache
def load_narrative_words() -> NarrativeWords:
    """Return the shipped words.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("narrative.json")
    return check_narrative_words(read_json(path), path.name)


def check_narrative_words(raw: object, name: str) -> NarrativeWords:
    """Return words read from a file, after all checks; `name` names the file in the error."""
    words = checked(raw, NarrativeWords, name)
    problem = next(_problems(words), "")
    if problem:
        raise bad_file(name, "", problem)
    return words


def _problems(words: NarrativeWords) -> Iterator[str]:
    known = {one.code for one in load_indicators()}
    told = [phrase.code for group in words.sentences for phrase in group]
    named = [*told, *words.highlights, *(one.headline for one in words.contents if one.headline)]
    yield from (f"chỉ tiêu “{code}” không có trong danh mục chỉ tiêu" for code in named if code not in known)
    repeated = first_repeated(told)
    if repeated is not None:
        yield f"chỉ tiêu “{told[repeated]}” có hai câu"
    contents = [one.code for one in words.contents]
    if set(contents) != content_codes() or len(contents) != len(set(contents)):
        yield "mỗi nhóm nội dung phải có đúng một mục"
