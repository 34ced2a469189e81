"""The paragraphs of a Word file as its reader sees them: insertions taken, deletions and comments left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop_app.report.word_lists import ListLabels
from desktop_app.report.word_package import DOCUMENT, WordPackage
from desktop_app.vietnamese.text import clean

_DELETED = {"del", "moveFrom", "delText", "delInstrText", "instrText"}
_BESIDE = {"txbxContent", "Fallback", "ruby", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange"}
_SENTENCE_ENDS = ".;:!?…”»)"
_OFF = ("0", "false", "off", "none")


@dataclass
class WordParagraph:
    """One paragraph.

    Attributes:
        text: cleaned; line breaks within it start a new line.
        bookmarks: names of those that begin in it.
        style: id of its style.
        table: number of the table that it stands in, 0 outside of tables.
        ends_part: the last one of a part of the document.
    """

    text: str = ""
    bookmarks: list[str] = field(default_factory=list)
    style: str = ""
    table: int = 0
    ends_part: bool = False


def read_paragraphs(package: WordPackage) -> list[WordParagraph]:
    """Return the paragraphs of the body in order."""
    reader = _Reader(ListLabels(package.parts))
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.take
    parser.Parse(package.parts[DOCUMENT], True)
    return list(_cleaned(reader.found))


def heading_styles(package: WordPackage) -> frozenset[str]:
    """Return the ids of the styles of headings; a program that saves a file anew may change ids, never names."""
    found: set[str] = set()
    current = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal current
        if name == "w:style":
            current = attributes.get("w:styleId", "")
        elif name == "w:name" and attributes.get("w:val", "").lower().startswith("heading "):
            found.add(current)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(package.parts.get("word/styles.xml", b"<none/>"), True)
    return frozenset(found)


def _cleaned(found: list[WordParagraph]) -> Iterator[WordParagraph]:
    for one in found:
        one.text = _joined_lines(one.text)
        yield one


def _joined_lines(text: str) -> str:
    """Join lines that were broken by hand within a sentence; a break behind a sentence stays."""
    lines = [line for line in clean(text, multiline=True).replace("\u2011", "-").split("\n") if line.strip()]
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].rstrip()[-1] not in _SENTENCE_ENDS:
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(" ".join(line.split()))
    return "\n".join(joined)


class _Reader:
    """Follows the elements of a document; paragraphs within text boxes are not read."""

    def __init__(self, labels: ListLabels) -> None:
        self.found: list[WordParagraph] = []
        self._labels = labels
        self._open: list[str] = []
        self._skipped = 0
        self._tables: list[int] = []
        self._count = 0
        self._waiting: list[str] = []
        self._joins = self._hidden = False
        self._pieces: list[str] = []
        self._list: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        kind = name.rpartition(":")[2]
        self._open.append(kind)
        above = self._open[-2] if len(self._open) > 1 else ""
        if kind in _BESIDE or (kind in _DELETED and above not in ("rPr", "trPr")):
            self._skipped += 1
        if self._skipped:
            return
        if kind in ("p", "tbl", "bookmarkStart"):
            self._begin(kind, attributes)
        elif "pPr" in self._open:
            self._property(kind, above, attributes)
        else:
            self._content(kind, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        kind = name.rpartition(":")[2]
        self._open.pop()
        above = self._open[-1] if self._open else ""
        if self._skipped:
            self._skipped -= kind in _BESIDE or (kind in _DELETED and above not in ("rPr", "trPr"))
        elif kind == "tbl":
            self._tables.pop()
        elif kind == "p" and self.found:
            self._end_paragraph()

    def take(self, text: str) -> None:
        """Take text."""
        if not self._skipped and not self._hidden and self._open and self._open[-1] == "t":
            self._pieces.append(text)

    def _begin(self, kind: str, attributes: dict[str, str]) -> None:
        if kind == "tbl":
            self._count += 1
            self._tables.append(self._tables[0] if self._tables else self._count)
        elif kind == "bookmarkStart":
            name = attributes.get("w:name", "")
            if "p" in self._open:
                self.found[-1].bookmarks.append(name)
            else:
                self._waiting.append(name)
        elif not self._joins:
            self.found.append(WordParagraph(table=self._tables[0] if self._tables else 0))
            self.found[-1].bookmarks, self._waiting = self._waiting, []
            self._pieces, self._list = [], {}
        if kind == "p":
            self._joins = False

    def _property(self, kind: str, above: str, attributes: dict[str, str]) -> None:
        """Take a property of the paragraph."""
        value = attributes.get("w:val", "")
        if kind == "pStyle":
            self.found[-1].style = value
        elif kind in ("numId", "ilvl") and above == "numPr":
            self._list[kind] = value
        elif kind == "sectPr":
            self.found[-1].ends_part = True
        elif kind == "del" and above == "rPr":
            self._joins = True  # its end was deleted: the next paragraph goes on with it

    def _content(self, kind: str, attributes: dict[str, str]) -> None:
        match kind:
            case "r":
                self._hidden = False
            case "vanish":
                self._hidden = attributes.get("w:val", "1") not in _OFF
            case "tab" | "ptab":
                self._pieces.append(" ")
            case "br" if attributes.get("w:type") in ("page", "column"):
                pass
            case "br" | "cr":
                self._pieces.append("\n")
            case "noBreakHyphen":
                self._pieces.append("-")

    def _end_paragraph(self) -> None:
        if self._joins:
            return
        paragraph = self.found[-1]
        text = "".join(self._pieces)
        label = self._labels.next(paragraph.style, self._list) if text.strip() else ""
        paragraph.text = f"{label} {text}" if label else text
