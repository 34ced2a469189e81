"""The bullets and numbers that Word writes before the paragraphs of a list; they are no part of the text."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

_BULLET = "-"
_MOST_DIGITS = 9
_PLACES = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class _Level:
    """How one level of a list is written: the kind of its numbers, the text around them, where they begin."""

    kind: str = "bullet"
    text: str = ""
    start: int = 1


class ListLabels:
    """Counts the paragraphs of each list."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._abstract: dict[str, dict[str, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._styles: dict[str, dict[str, str]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._read_numbering(parts.get("word/numbering.xml", b"<none/>"))
        self._read_styles(parts.get("word/styles.xml", b"<none/>"))

    def next(self, style: str, own: Mapping[str, str]) -> str:
        """Return what Word writes before the next paragraph: "-", "1.", "b)"; "" for one of no list.

        Args:
            style: id of the paragraph's style, which may put it into a list.
            own: `numId` and `ilvl` of the paragraph itself.
        """
        found = {**self._styles.get(style, {}), **own}
        number, place = found.get("numId", "0"), found.get("ilvl", "0")
        if number == "0":
            return ""
        level = self._abstract.get(self._lists.get(number, ""), {}).get(place, _Level())
        if level.kind == "none":
            return ""
        count = self._counts[number, place] = self._counts.get((number, place), level.start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == number and key[1] > place]:
            del self._counts[deeper]
        return _label(level, count)

    def _read_numbering(self, data: bytes) -> None:
        current: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            value = attributes.get("w:val", "")
            match name:
                case "w:abstractNum":
                    current["abstract"] = attributes.get("w:abstractNumId", "")
                case "w:lvl":
                    current.update(level=attributes.get("w:ilvl", "0"), kind="bullet", text="", start="1")
                case "w:start" | "w:numFmt" | "w:lvlText":
                    current[{"w:start": "start", "w:numFmt": "kind", "w:lvlText": "text"}[name]] = value
                case "w:num":
                    current["num"] = attributes.get("w:numId", "")
                case "w:abstractNumId" if "num" in current:
                    self._lists[current["num"]] = value

        def end(name: str) -> None:
            if name == "w:lvl" and "abstract" in current:
                begin = current["start"]
                is_number = begin.isascii() and begin.isdigit() and len(begin) <= _MOST_DIGITS
                level = _Level(current["kind"], current["text"], int(begin) if is_number else 1)
                self._abstract.setdefault(current["abstract"], {})[current["level"]] = level

        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(data, True)

    def _read_styles(self, data: bytes) -> None:
        current = ""

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal current
            if name == "w:style":
                current = attributes.get("w:styleId", "")
            elif name in ("w:numId", "w:ilvl") and current:
                self._styles.setdefault(current, {})[name.removeprefix("w:")] = attributes.get("w:val", "")

        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.Parse(data, True)


def _label(level: _Level, count: int) -> str:
    match level.kind:
        case "decimal" | "decimalZero":
            number = str(count)
        case "lowerLetter":
            number = _PLACES[(count - 1) % len(_PLACES)]
        case "upperLetter":
            number = _PLACES[(count - 1) % len(_PLACES)].upper()
        case _:
            return _BULLET
    text = level.text
    closing = text[-1] if text and text[-1] in ".):" else "."
    return f"{number}{closing}"
