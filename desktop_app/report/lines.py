"""Breaking text into lines by the widths of its words."""

from desktop_app.report.fonts import Font

Line = tuple[str, float]
"""A drawable line and its natural width in points."""

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
