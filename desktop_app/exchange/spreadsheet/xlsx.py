"""What the values of an .xlsx do not tell: fonts, number formats, hidden rows, errors, formulas without result."""

import posixpath
import re
from collections.abc import Mapping

from desktop_app.exchange.spreadsheet.archive import damaged, suspicious
from desktop_app.exchange.spreadsheet.book import CellStyle, Place, Run, column_index
from desktop_app.exchange.spreadsheet.look import MAX_CELLS, BookLook, SheetLook, style_of
from desktop_app.exchange.spreadsheet.xml import elements, local, parser, run
from desktop_app.vietnamese.legacy_fonts import encoding_of_font

WORKBOOK = "xl/workbook.xml"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_DIGITS = "0123456789"
# Five digits: a cell that matches lies within the first 99 999 rows.
_USUAL_CELL = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,5}"')
_USUAL_ROW = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,5})"')
# Searched one by one: together in one expression they take ten times as long.
_ERROR_CELL = re.compile(rb"""t\s*=\s*["']e["']""")
_PREFIXED = re.compile(rb"<[\w.-]+:(?:c|row|f|v)[\s>/]")
_NEEDS_A_PASS = (b"hidden", b"<f")
_YES = frozenset({"1", "true"})


def look_at(parts: Mapping[str, bytes], file: str) -> BookLook:
    """Return what the parts say; raises `SheetFileError` for damaged parts and for areas too large to hold."""
    styles = _styles(parts.get(_STYLES, b""), file)
    from_1904 = False
    paths = _targets(parts, file)
    sheets: dict[str, SheetLook] = {}
    for name, attributes in elements(parts[WORKBOOK], file):
        if name == "workbookPr":
            from_1904 = attributes.get("date1904", "") in _YES
        if name == "sheet":
            path = paths.get(attributes.get("id", ""), "")
            if "worksheets/" in path or path in parts:
                if path not in parts:
                    raise damaged(file)
                plain = not styles and is_plain(parts[path])
                look = SheetLook() if plain else _SheetPass(styles, file).look(parts[path])
                sheets[attributes.get("name", "")] = look
    return BookLook(sheets, _runs(parts.get(_STRINGS, b""), file), from_1904)


def is_plain(data: bytes) -> bool:
    """Tell whether a sheet holds nothing but values within an area of safe size, so that no pass is needed.

    Whatever is written in an unusual way needs one: the pass is the authority, this only saves its time.
    """
    if any(sign in data for sign in _NEEDS_A_PASS) or _has_errors(data) or _has_prefixes(data):
        return False
    columns = _USUAL_CELL.findall(data)
    others = data.count(b"<c") - len(columns)
    if others and others != data.count(b"<col"):  # every other element with a c needs the pass
        return False
    widest = max((column_index(letters.decode()) for letters in set(columns)), default=0)
    rows = 100_000
    if rows * (widest + 1) > MAX_CELLS:
        rows = max(map(int, set(_USUAL_ROW.findall(data))))
    return rows * (widest + 1) <= MAX_CELLS


def _has_errors(data: bytes) -> bool:
    # Single letters are found ten times as fast as an expression; it decides only where they occur.
    return (b'"e"' in data or b"'" in data) and _ERROR_CELL.search(data) is not None


def _has_prefixes(data: bytes) -> bool:
    begins = data.find(b"<sheetData")
    return begins < 0 or (data.find(b":", begins) >= 0 and _PREFIXED.search(data) is not None)


def _targets(parts: Mapping[str, bytes], file: str) -> dict[str, str]:
    relations = parts.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        raise damaged(file)
    return {
        attributes.get("Id", ""): posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))[1:]
        for name, attributes in elements(relations, file)
        if name == "Relationship"
    }


def _styles(data: bytes, file: str) -> dict[str, CellStyle]:
    """Return the styles worth knowing, by the number that cells give."""
    fonts: list[str] = []
    formats: dict[str, str] = {}
    found: dict[str, CellStyle] = {}
    section, place = "", 0
    for name, attributes in elements(data, file) if data else ():
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            section, place = name, 0
        elif section == "fonts" and name == "font":
            fonts.append("")
        elif section == "fonts" and name == "name" and fonts:
            fonts[-1] = attributes.get("val", "")
        elif name == "numFmt" and section != "dxfs":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif section == "cellXfs" and name == "xf":
            font = int(attributes.get("fontId", "0") or 0)
            number = attributes.get("numFmtId", "0")
            code = formats.get(number, "0%" if number in ("9", "10") else "")
            style = style_of(fonts[font] if font < len(fonts) else "", code)
            if style != CellStyle():
                found[str(place)] = style
            place += 1
    return found


class _SheetPass:
    """One pass over a sheet; the previous cell is judged when the next one begins."""

    def __init__(self, styles: Mapping[str, CellStyle], file: str) -> None:
        self._styles = styles
        self._file = file
        self._look = SheetLook()
        self._parser = parser(file)
        self._columns: dict[str, int] = {}
        self._row, self._column = -1, -1
        self._cell: dict[str, str] | None = None
        self._at: Place = (0, 0)
        self._formula = self._value = self._errors = False
        self._last_row = self._last_column = 0
        self._prefix = ""

    def look(self, data: bytes) -> SheetLook:
        """Return what the sheet says."""
        self._parser.StartElementHandler = self._first
        run(self._parser, data, self._file)
        self._judge()
        if (self._last_row + 1) * (self._last_column + 1) > MAX_CELLS:
            raise suspicious(self._file)
        return self._look

    def _first(self, name: str, attributes: dict[str, str]) -> None:
        self._prefix = name[: -len(local(name))] if name != local(name) else ""
        self._parser.StartElementHandler = self._start if not self._prefix else self._prefixed

    def _prefixed(self, name: str, attributes: dict[str, str]) -> None:
        self._start(local(name), attributes)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            if self._cell is not None:
                self._judge()
            self._cell = attributes
            self._at = self._place(attributes.get("r", ""))
            self._formula = self._value = False
        elif name == "v" or name == "is":
            self._value = True
            if self._cell is not None and self._cell.get("t") == "e":
                self._read_error()
            elif self._formula and self._cell is not None and self._cell.get("t") != "str":
                self._value = False  # an empty <v/> is no result; only a text may be empty
                self._parser.CharacterDataHandler = self._saw
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._judge()
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
            if attributes.get("hidden", "") in _YES:
                self._look.hidden_rows.add(self._row)
        elif name == "col" and attributes.get("hidden", "") in _YES:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self._look.hidden_columns.update(range(first - 1, min(last, 16_384)))

    def _saw(self, text: str) -> None:
        self._value = self._value or not text.isspace()

    def _judge(self) -> None:
        """Take note of the cell that has just ended."""
        cell, self._cell = self._cell, None
        if cell is None:
            return
        if self._errors or self._formula:
            self._parser.CharacterDataHandler = None
            self._errors = False
        if self._value or self._formula:
            row, column = self._at
            self._last_row, self._last_column = max(self._last_row, row), max(self._last_column, column)
            if not self._value:
                self._look.uncached.add(self._at)
            elif cell.get("t") == "e":
                self._look.errors.setdefault(self._at, "#")
            style = self._styles.get(cell.get("s", ""))
            if style is not None:
                self._look.styles[self._at] = style

    def _place(self, reference: str) -> Place:
        letters = reference.rstrip(_DIGITS)
        if not letters:
            self._column += 1
            return self._row, self._column
        if letters not in self._columns:
            self._columns[letters] = column_index(letters)
        self._column = self._columns[letters]
        return int(reference[len(letters) :] or 1) - 1, self._column

    def _read_error(self) -> None:
        self._errors = True
        self._parser.CharacterDataHandler = self._error_text

    def _error_text(self, sign: str) -> None:
        self._look.errors.setdefault(self._at, sign)


def _runs(data: bytes, file: str) -> dict[str, tuple[Run, ...]]:
    """Return the texts that have parts in legacy fonts, by the whole text."""
    lower = data.lower()
    if b"rfont" not in lower or not (b'".vn' in lower or b'"vni' in lower):
        return {}
    reader = _RunReader()
    made = parser(file)
    made.StartElementHandler, made.CharacterDataHandler = reader.start, reader.text
    made.EndElementHandler = reader.end
    run(made, data, file)
    return reader.found


class _RunReader:
    def __init__(self) -> None:
        self.found: dict[str, tuple[Run, ...]] = {}
        self._runs: list[Run] = []
        self._font: str | None = None
        self._reading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "si":
            self._runs = []
        if name in ("si", "r"):
            self._font = None
        elif name == "rFont":
            self._font = attributes.get("val", "")
        elif name == "t":
            self._runs.append(Run("", self._font is not None, encoding_of_font(self._font or "")))
        self._reading = name == "t"

    def text(self, piece: str) -> None:
        if self._reading:
            self._runs[-1] = self._runs[-1]._replace(text=self._runs[-1].text + piece)

    def end(self, name: str) -> None:
        self._reading = False
        if local(name) == "si" and any(one.encoding for one in self._runs):
            self.found["".join(one.text for one in self._runs)] = tuple(self._runs)
