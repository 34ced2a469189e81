"""The fonts, hidden rows, errors and date system of an old .xls (BIFF8 in a compound file), read by hand.

Format: [MS-CFB] and [MS-XLS]; only the records named here are looked at, all else is passed over.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.exchange.spreadsheet.book import CellStyle
from desktop_app.exchange.spreadsheet.look import MAX_CELLS, BookLook, SheetLook, style_of

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_END_OF_CHAIN = 0xFFFFFFFA
_FONT, _FORMAT, _XF, _DATEMODE, _BOUNDSHEET, _BOF = 0x31, 0x41E, 0xE0, 0x22, 0x85, 0x809
_LOCKED = 0x2F
_ROW, _COLINFO, _BOOLERR, _FORMULA, _MULRK = 0x208, 0x7D, 0x205, 0x06, 0xBD
_SINGLE_CELLS = frozenset({0xFD, 0x203, 0x27E, 0x204, _BOOLERR, _FORMULA})
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


class NotReadableError(Exception):
    """The file is no BIFF8 workbook that this module understands; its values may still be."""


class TooLargeError(Exception):
    """The used area of a sheet is larger than memory should hold."""


def streams(content: bytes) -> set[str]:
    """Return the names of the streams of a compound file."""
    return set(_Compound(content).names)


def look_at(content: bytes) -> BookLook:
    """Return what the workbook says beside its values.

    Raises:
        NotReadableError: the structure is not understood.
        TooLargeError: a sheet's used area is too large.
        LockedError: it needs a password.
        CutShortError: its end is missing.
    """
    try:
        compound = _Compound(content)
        name = next((one for one in ("Workbook", "Book") if one in compound.names), None)
        if name is None:
            raise NotReadableError
        return _Workbook(compound.stream(name)).look()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise NotReadableError from error


class LockedError(Exception):
    """The workbook needs a password."""


class CutShortError(Exception):
    """The file ends before a part of it that it names."""


class _Compound:
    """A compound file: a file system of sectors chained by a table."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(SIGNATURE) or len(content) < 512:
            raise NotReadableError
        self._content = content
        self._sector = 1 << struct.unpack_from("<H", content, 30)[0]
        if self._sector not in (512, 4096):
            raise NotReadableError
        directory, self._cutoff, mini_fat = struct.unpack_from("<I4xII", content, 48)
        tables = [one for one in struct.unpack_from("<109I", content, 76) if one < _END_OF_CHAIN]
        more: int = struct.unpack_from("<I", content, 68)[0]
        for _ in range(len(content) // self._sector):
            if more >= _END_OF_CHAIN:
                break
            numbers = struct.unpack(f"<{self._sector // 4}I", self._at(more))
            tables += [one for one in numbers[:-1] if one < _END_OF_CHAIN]
            more = numbers[-1]
        self._next = self._numbers(b"".join(map(self._at, tables)))
        self._mini_next = self._numbers(self._chain(mini_fat))
        entries = self._chain(directory)
        self.names: dict[str, tuple[int, int]] = {}
        self._mini = b""
        for start in range(0, len(entries) - 127, 128):
            length: int = struct.unpack_from("<H", entries, start + 64)[0]
            first, size = struct.unpack_from("<II", entries, start + 116)
            if entries[start + 66] == 5:
                self._mini = self._chain(first)[:size]
            elif 2 <= length <= 64:
                name = entries[start : start + length - 2].decode("utf-16-le")
                self.names[name] = (first, size)

    def stream(self, name: str) -> bytes:
        first, size = self.names[name]
        if size >= self._cutoff:
            return self._chain(first)[:size]
        pieces: list[bytes] = []
        while first < _END_OF_CHAIN and len(pieces) <= len(self._mini_next):
            pieces.append(self._mini[first * 64 : first * 64 + 64])
            first = self._mini_next[first]
        return b"".join(pieces)[:size]

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        if start >= len(self._content):
            raise CutShortError
        return self._content[start : start + self._sector].ljust(self._sector, b"\0")

    def _chain(self, number: int) -> bytes:
        pieces: list[bytes] = []
        while number < _END_OF_CHAIN and len(pieces) <= len(self._next):
            pieces.append(self._at(number))
            number = self._next[number]
        return b"".join(pieces)

    def _numbers(self, data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


@dataclass
class _Workbook:
    data: bytes
    fonts: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=lambda: {9: "0%", 10: "0.00%"})
    looks: list[tuple[int, int]] = field(default_factory=list)
    sheets: list[tuple[int, str]] = field(default_factory=list)
    from_1904: bool = False

    def look(self) -> BookLook:
        if self.data[:2] != struct.pack("<H", _BOF) or struct.unpack_from("<H", self.data, 4)[0] != 0x600:
            raise NotReadableError  # Excel 95 and before: calamine reads the values
        for kind, body in self._records(0):
            self._global(kind, body)
        styles = [self._style(font, number) for font, number in self.looks]
        found = {name: self._sheet(start, styles) for start, name in self.sheets}
        return BookLook(found, {}, self.from_1904)

    def _records(self, start: int) -> Iterator[tuple[int, bytes]]:
        """Yield the records of one substream, up to its end."""
        depth = 0
        while start + 4 <= len(self.data):
            kind, length = struct.unpack_from("<HH", self.data, start)
            depth += (kind == _BOF) - (kind == 0x0A)
            yield kind, self.data[start + 4 : start + 4 + length]
            start += 4 + length
            if depth <= 0:
                return

    def _global(self, kind: int, body: bytes) -> None:
        if kind == _LOCKED:
            raise LockedError
        if kind == _FONT:
            self.fonts.append(_text(body[14:]))
        elif kind == _FORMAT:
            length, flags = struct.unpack_from("<HB", body, 2)
            self.formats[struct.unpack_from("<H", body)[0]] = _decoded(body[5:], length, flags)
        elif kind == _XF:
            self.looks.append(struct.unpack_from("<HH", body))
        elif kind == _DATEMODE:
            self.from_1904 = body[:1] == b"\1"
        elif kind == _BOUNDSHEET:
            self.sheets.append((struct.unpack_from("<I", body)[0], _text(body[6:])))

    def _style(self, font: int, number: int) -> CellStyle:
        font -= font > 4  # there is no font number 4
        name = self.fonts[font] if font < len(self.fonts) else ""
        return style_of(name, self.formats.get(number, ""))

    def _sheet(self, start: int, styles: list[CellStyle]) -> SheetLook:
        look = SheetLook()
        last_row = last_column = 0
        for kind, body in self._records(start):
            if kind in _SINGLE_CELLS:
                row, column, style = struct.unpack_from("<HHH", body)
                last_row, last_column = max(last_row, row), max(last_column, column)
                if style < len(styles) and styles[style] != CellStyle():
                    look.styles[row, column] = styles[style]
                _note_error(look, kind, row, column, body)
            elif kind == _MULRK:
                row, first = struct.unpack_from("<HH", body)
                for index in range((len(body) - 6) // 6):
                    style = struct.unpack_from("<H", body, 4 + 6 * index)[0]
                    if style < len(styles) and styles[style] != CellStyle():
                        look.styles[row, first + index] = styles[style]
            elif kind == _ROW and body[12] & 0x20:
                look.hidden_rows.add(struct.unpack_from("<H", body)[0])
            elif kind == _COLINFO and body[8] & 0x01:
                first, last = struct.unpack_from("<HH", body)
                look.hidden_columns.update(range(first, min(last, 255) + 1))
        if (last_row + 1) * (last_column + 1) > MAX_CELLS:
            raise TooLargeError
        return look


def _note_error(look: SheetLook, kind: int, row: int, column: int, body: bytes) -> None:
    if kind == _BOOLERR and body[7] == 1:
        look.errors[row, column] = _ERRORS.get(body[6], "#")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        look.errors[row, column] = _ERRORS.get(body[8], "#")


def _text(data: bytes) -> str:
    """Return a text with its length and flags in two bytes before it."""
    return _decoded(data[2:], data[0], data[1])


def _decoded(data: bytes, length: int, flags: int) -> str:
    return data[: 2 * length].decode("utf-16-le") if flags & 1 else data[:length].decode("latin-1")
