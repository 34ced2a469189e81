"""Read the tables of a Word file: the text of each cell, hidden text apart; nothing of the file is run or fetched."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.errors import SheetFileError
from desktop_app.exchange.spreadsheet.archive import read_parts
from desktop_app.exchange.spreadsheet.xml import local, parser, run

DOCUMENT = "word/document.xml"


@dataclass
class WordCell:
    """One cell.

    Attributes:
        text: what a reader sees, paragraphs parted by line breaks.
        hidden: hidden text.
    """

    text: str = ""
    hidden: str = ""


@dataclass
class WordTables:
    """The tables of a file.

    Attributes:
        rows: cells of each row, table after table; a table within a cell is text of that cell.
        hidden: hidden text outside of tables, one entry a paragraph.
    """

    rows: list[list[WordCell]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def is_word_file(content: bytes) -> bool:
    """Say whether a zip may hold a Word document."""
    return content.startswith(b"PK") and DOCUMENT.encode() in content


def read_word_tables(path: Path, content: bytes) -> WordTables:
    """Return the tables of a Word file.

    Raises:
        SheetFileError: the file is damaged, locked or beyond the limits.
    """
    try:
        data = read_parts(path, content).get(DOCUMENT)
    except SheetFileError as error:
        raise _unreadable(path) from error
    if data is None:
        raise _unreadable(path)
    reader = _Reader()
    made = parser(path.name)
    made.StartElementHandler, made.EndElementHandler = reader.start, reader.end
    made.CharacterDataHandler = reader.take
    try:
        run(made, data, path.name)
    except SheetFileError as error:
        raise _unreadable(path) from error
    return reader.found


def _unreadable(path: Path) -> SheetFileError:
    return SheetFileError(
        f"Tệp Word “{path.name}” bị hỏng, khóa bằng mật khẩu hoặc có cấu trúc bất thường nên không đọc được. "
        "Hãy mở bằng Word, lưu lại, hoặc xin lại tệp từ nơi gửi."
    )


class _Reader:
    """Follows the elements of a document."""

    def __init__(self) -> None:
        self.found = WordTables()
        self._cells = 0
        self._is_text = self._is_hidden = self._in_run = False
        self._hidden_line = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        match local(name):
            case "tr" if not self._cells:
                self.found.rows.append([])
            case "tc":
                self._cells += 1
                if self._cells == 1:
                    self.found.rows[-1].append(WordCell())
            case "r":
                self._in_run, self._is_hidden = True, False
            case "vanish" if self._in_run:
                self._is_hidden = attributes.get("w:val", "1") not in ("0", "false", "off")
            case "t":
                self._is_text = True
            case "br" | "tab":
                self._add("\n" if local(name) == "br" else " ")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        match local(name):
            case "tc":
                self._cells -= 1
            case "r":
                self._in_run = False
            case "t":
                self._is_text = False
            case "p" if self._cells:
                self._add("\n")
            case "p" if self._hidden_line:
                self.found.hidden.append(self._hidden_line)
                self._hidden_line = ""

    def take(self, text: str) -> None:
        """Take text."""
        if self._is_text:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self._cells:
            if self._is_hidden and self._is_text:
                self._hidden_line += text
            return
        cell = self.found.rows[-1][-1]
        if self._is_hidden and self._is_text:
            cell.hidden += text
        else:
            cell.text += text
