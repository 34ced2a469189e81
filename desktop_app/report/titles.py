"""Breaking centred titles as an official would: around quotations, at commas, into lines of like length."""

from functools import lru_cache
from itertools import pairwise

from desktop_app.report.fonts import Font
from desktop_app.report.lines import Line, wrap

_MOST_WORDS = 60
_REMEMBERED = 256
# What a break costs, a further line being 1: a title takes one line more before it cuts a name in two.
_LINE = 1.0
_WITHIN_QUOTATION = 1.2
_WITHIN_NAME = 0.6
_BETWEEN_WORDS = 0.3
_EMPTY_LINE = 0.3
_NAMES = {("việt", "nam"), ("ủy", "ban"), ("chỉ", "đạo"), ("cuộc", "vận"), ("vận", "động")}


def wrap_title(font: Font, size: float, text: str, width: float) -> list[Line]:
    """Break a title into lines; sizes and widths in points. Very long ones are broken like running text."""
    return list(_wrapped(font, size, text, width))


@lru_cache(_REMEMBERED)  # the same titles stand in the PDF and in the Word file, those of annexes many times
def _wrapped(font: Font, size: float, text: str, width: float) -> tuple[Line, ...]:
    lines = wrap(font, size, text, width)
    words = text.split(" ")
    if len(lines) == 1 or len(words) > _MOST_WORDS:
        return tuple(lines)
    starts = _best_starts(words, [font.word(word)[1] * size for word in words], font.space * size, width)
    if not starts:
        return tuple(lines)
    parts = [words[start:end] for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    return tuple(line for part in parts for line in wrap(font, size, " ".join(part), width))


def _best_starts(words: list[str], lengths: list[float], space: float, width: float) -> list[int]:
    """Return at which words lines begin at the least cost; nothing if a word fits on no line."""
    best: list[tuple[float, list[int]] | None] = [(0.0, [])]
    costs = _break_costs(words)
    for end in range(1, len(words) + 1):
        choices = []
        length = -space
        for start in range(end - 1, -1, -1):
            length += lengths[start] + space
            if length > width:
                break
            before = best[start]
            if before is not None:
                empty = _EMPTY_LINE * (1 - length / width) ** 2
                choices.append((before[0] + _LINE + costs[start] + empty, [*before[1], start]))
        best.append(min(choices, default=None))
    last = best[-1]
    return last[1] if last is not None else []


def _break_costs(words: list[str]) -> list[float]:
    """Return what a break before each word costs."""
    costs = [0.0]
    depth = 0
    for before, after in pairwise(words):
        depth += before.count("“") - before.count("”")
        pair = (before.casefold(), after.casefold())
        if depth > 0:
            costs.append(_WITHIN_QUOTATION)
        elif before.endswith((",", ";", "-", "”")) or after.startswith(("“", "của")):
            costs.append(0.0)
        elif pair in _NAMES or after[:1].isdigit():
            costs.append(_WITHIN_NAME)
        else:
            costs.append(_BETWEEN_WORDS)
    return costs
