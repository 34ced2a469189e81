"""Text as it is stored: one Unicode form, no invisible characters, no loose ends."""

import unicodedata

_LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_OBJECT_PLACEHOLDER = "\ufffc"  # stands for a picture in text pasted from Word


def _replacement(char: str) -> str:
    if char in _LINE_BREAKS:
        return "\n"
    category = unicodedata.category(char)
    if char == "\t" or category == "Zs":
        return " "
    noncharacter = ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"
    if category in {"Cc", "Cf", "Cs"} or noncharacter or char == _OBJECT_PLACEHOLDER:
        return ""
    return char


class _StoredForm(dict[int, str]):
    """A table for `str.translate` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _replacement(chr(code))
        return self[code]


_STORED_FORM = _StoredForm()


def clean(text: str, *, multiline: bool = False) -> str:
    """Bring text to the form in which it is stored; cleaning twice changes nothing more.

    Legacy fonts must be converted before: TCVN3 writes ư as a soft hyphen, which is dropped here.

    Args:
        text: what was typed, pasted or read from a file.
        multiline: keep line breaks (as a single line feed each); else they become spaces.

    Returns:
        NFC text without control, formatting and unpaired characters, trimmed at both ends and, if it
        has several lines, at the end of each.
    """
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    # Characters are dropped first: one of them may stand between a letter and its mark.
    text = text.replace("\r\n", "\n").translate(_STORED_FORM)
    text = unicodedata.normalize("NFC", text)
    if not multiline:
        return text.replace("\n", " ").strip(" ")
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).strip(" \n")


def shorten(text: str, length: int) -> str:
    """Return the text on one line, cut between two words and closed with “…” if it is too long.

    Args:
        text: any text; runs of white space become one space.
        length: most characters to return, “…” included, at least 1.
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[:length]  # one character too many: shows whether the cut falls between two words
    head = head[: head.rindex(" ")] if " " in head else head[:-1]
    return head.rstrip(" ,;:.-–—(“") + "…"
