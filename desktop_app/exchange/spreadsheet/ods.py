"""What the values of an .ods do not tell: fonts, hidden rows, errors, merged cells, areas too large to hold."""

from collections.abc import Mapping

from desktop_app.exchange.spreadsheet.archive import suspicious
from desktop_app.exchange.spreadsheet.book import CellStyle, Merge
from desktop_app.exchange.spreadsheet.look import MAX_CELLS, BookLook, SheetLook
from desktop_app.exchange.spreadsheet.xml import local, parser, run
from desktop_app.vietnamese.legacy_fonts import encoding_of_font

CONTENT = "content.xml"
_HIDDEN = ("collapse", "filter")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def look_at(parts: Mapping[str, bytes], file: str) -> BookLook:
    """Return what the parts say; raises `SheetFileError` for areas too large to hold."""
    reader = _Reader(file)
    for name in ("styles.xml", CONTENT):
        if name in parts:
            reader.read(parts[name])
    return BookLook(reader.sheets)


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.sheets: dict[str, SheetLook] = {}
        self._faces: dict[str, str] = {}
        self._styles: dict[str, CellStyle] = {}
        self._zeros: dict[str, int] = {}
        self._style = ""
        self._format = ""
        self._sheet = SheetLook()
        self._row = self._column = 0
        self._filled = self._last_column = 0
        self._depth = 0

    def read(self, data: bytes) -> None:
        made = parser(self._file)
        made.StartElementHandler = self._start
        run(made, data, self._file)
        self._end_row()

    def _start(self, name: str, raw: dict[str, str]) -> None:
        handler = _HANDLERS.get(local(name))
        if handler is not None:
            handler(self, {local(key): value for key, value in raw.items()})
            if name.endswith("cell") and "error" in (
                value for key, value in raw.items() if "value-type" in key
            ):
                self._sheet.errors[self._row, self._at] = "#"

    def _font_face(self, attributes: Mapping[str, str]) -> None:
        self._faces[attributes.get("name", "")] = attributes.get("font-family", "").strip("'\"")

    def _begin_style(self, attributes: Mapping[str, str]) -> None:
        self._style = attributes.get("name", "")
        parent = self._styles.get(attributes.get("parent-style-name", ""), CellStyle())
        zeros = self._zeros.get(attributes.get("data-style-name", ""), parent.zeros)
        self._styles[self._style] = parent._replace(zeros=zeros)

    def _text_properties(self, attributes: Mapping[str, str]) -> None:
        font = attributes.get("font-name", attributes.get("font-family"))
        if font is not None and self._style in self._styles:
            family = self._faces.get(font, font)
            self._styles[self._style] = self._styles[self._style]._replace(
                encoding=encoding_of_font(family) or encoding_of_font(font)
            )

    def _begin_format(self, attributes: Mapping[str, str]) -> None:
        self._format = attributes.get("name", "")

    def _number(self, attributes: Mapping[str, str]) -> None:
        digits = int(attributes.get("min-integer-digits", "1"))
        if digits > 1 and attributes.get("decimal-places", "0") == "0":
            self._zeros[self._format] = digits

    def _table(self, attributes: Mapping[str, str]) -> None:
        self._end_row()
        self._sheet = self.sheets[attributes.get("name", "")] = SheetLook()
        self._row = self._column = self._filled = self._last_column = 0
        self._next = 0

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._end_row()
        self._row, self._column = self._next, 0
        self._repeat = min(int(attributes.get("number-rows-repeated", "1")), _MOST_ROWS)
        self._next = self._row + self._repeat
        if attributes.get("visibility", "") in _HIDDEN and self._repeat < _MOST_ROWS // 2:
            self._sheet.hidden_rows.update(range(self._row, self._next))

    def _end_row(self) -> None:
        """Refuse what would unfold to more cells than memory should hold."""
        if self._filled:
            self._last_column = max(self._last_column, self._filled)
            if self._next * self._last_column > MAX_CELLS:
                raise suspicious(self._file)
        self._filled = 0

    def _column_style(self, attributes: Mapping[str, str]) -> None:
        repeat = min(int(attributes.get("number-columns-repeated", "1")), _MOST_COLUMNS)
        if attributes.get("visibility", "") in _HIDDEN:
            self._sheet.hidden_columns.update(range(self._column, self._column + repeat))
        self._column += repeat

    def _cell(self, attributes: Mapping[str, str]) -> None:
        repeat = min(int(attributes.get("number-columns-repeated", "1")), _MOST_COLUMNS)
        if "value-type" in attributes or "formula" in attributes:
            self._filled_cell(attributes, repeat)
        down, right = (int(attributes.get(f"number-{one}-spanned", "1")) for one in ("rows", "columns"))
        if down > 1 or right > 1:
            self._sheet.merged.append(
                Merge(self._row, self._column, self._row + down - 1, self._column + right - 1)
            )
        self._at = self._column
        self._column += repeat

    def _filled_cell(self, attributes: Mapping[str, str], repeat: int) -> None:
        self._filled = self._column + repeat
        self._end_row_check()
        style = self._styles.get(attributes.get("style-name", ""), CellStyle())
        style = style._replace(percent=attributes.get("value-type") == "percentage")
        place = (self._row, self._column)
        if "formula" in attributes and "value-type" not in attributes:
            self._sheet.uncached.add(place)
        if style != CellStyle():
            for row in range(self._row, self._next):
                for column in range(self._column, self._column + repeat):
                    self._sheet.styles[row, column] = style

    def _end_row_check(self) -> None:
        filled = self._filled
        self._end_row()
        self._filled = filled

    _next = 0
    _repeat = 1
    _at = 0


_HANDLERS = {
    "font-face": _Reader._font_face,
    "style": _Reader._begin_style,
    "default-style": _Reader._begin_style,
    "text-properties": _Reader._text_properties,
    "number-style": _Reader._begin_format,
    "number": _Reader._number,
    "table": _Reader._table,
    "table-row": _Reader._begin_row,
    "table-column": _Reader._column_style,
    "table-cell": _Reader._cell,
    "covered-table-cell": _Reader._cell,
}
