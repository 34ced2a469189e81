"""Breaking text into lines by the widths of its words."""

import re

from desktop_app.report.fonts import Font

Line = tuple[str, float]
"""A drawable line and its natural width in points."""

_MOST_EVENED = 6
# Where a title is best broken, in order: around a quotation, before the body that issued a document.
_TITLE_GAPS = [re.compile(gap) for gap in (r" (?=“)", r"(?<=”) ", r" (?=của )")]
_TOLERANCE = 1e-6  # rounding must not push a word to the next line


def _pieces(font: Font, word: str, first_room: float, room: float) -> list[tuple[str, float]]:
    """Break a word that is wider than a line by characters; widths in ems."""
    pieces: list[tuple[str, float]] = []
    start, used, limit = 0, 0.0, first_room
    for place, char in enumerate(word):
        width = font.word(char)[1]
        if used + width > limit and place > start:
            pieces.append((word[start:place], used))
            start, used, limit = place, 0.0, room
        used += width
    pieces.append((word[start:], used))
    return pieces


def wrap(font: Font, size: float, text: str, width: float, indent: float = 0.0) -> list[Line]:
    """Break a text into lines, at spaces; only a word wider than a whole line is broken itself.

    Args:
        font: gives the widths.
        size: font size in points.
        text: plain text without line breaks.
        width: width of a line in points.
        indent: what the first line is shorter, in points.

    Returns:
        At least one line, for the empty text an empty one.
    """
    space = font.space
    room = width / size + _TOLERANCE
    limit = room - indent / size
    lines: list[Line] = []
    words: list[str] = []
    used = 0.0
    for raw in text.split(" "):
        word, length = font.word(raw)
        if words:
            if used + space + length <= limit:
                words.append(word)
                used += space + length
                continue
            lines.append((" ".join(words), used * size))
            limit = room
        if length > limit:
            *full, (word, length) = _pieces(font, word, limit, room)
            lines.extend((piece, piece_length * size) for piece, piece_length in full)
            limit = room if full else limit
        words = [word]
        used = length
    lines.append((" ".join(words), used * size))
    return lines


def wrap_title(font: Font, size: float, text: str, width: float) -> list[Line]:
    """Break a centred title as an official would: at a quotation, before “của”, else into like lengths.

    It never takes more lines than `wrap` does.
    """
    lines = wrap(font, size, text, width)
    if len(lines) == 1:
        return lines
    if len(lines) == 2:
        for gap in _TITLE_GAPS:
            match = gap.search(text)
            parts = (text[: match.start()], text[match.end() :]) if match else ()
            pair = [wrap(font, size, part, width) for part in parts]
            if pair and all(len(part) == 1 for part in pair):
                return [part[0] for part in pair]
    return _evened(font, size, text, width, len(lines))


def _evened(font: Font, size: float, text: str, width: float, count: int) -> list[Line]:
    """Find the narrowest lines that are no more than `count`; long texts are left as they are."""
    if count > _MOST_EVENED:
        return wrap(font, size, text, width)
    low, high = width / 2, width
    while high - low > 1.0:
        middle = (low + high) / 2
        if len(wrap(font, size, text, middle)) <= count:
            high = middle
        else:
            low = middle
    return wrap(font, size, text, high)
