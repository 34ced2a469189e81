"""Fill in a form as a body does: cells of the Excel file, cells of the Word table."""

import re
import shutil
import zipfile
from xml.sax.saxutils import escape

from docx import Document

from desktop_app.exchange.spreadsheet.reading import read_book

SHEET = "xl/worksheets/sheet1.xml"
_NOTE_KEY = "@joint_note"


def fill(path, values):
    """Write values (key of a line -> number or text) into a form and return its path."""
    if path.suffix == ".docx":
        fill_word(path, values)
    else:
        fill_cells(path, {cell_of(path, key): value for key, value in values.items()})
    return path


def cell_of(path, key):
    """Return the address of the cell that a key names."""
    sheet = read_book(path).sheets[0]
    row = next(row for row in range(len(sheet.rows)) if sheet.cell(row, 0).text == key)
    column = "B" if key == _NOTE_KEY else "D" if key.startswith("@") else "E"
    return f"{column}{row + 1}"


def fill_cells(path, values):
    """Write values into cells by their addresses."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[SHEET].decode()
    for address, value in values.items():
        found = re.search(rf'<c r="{address}"( s="\d+")?[^>]*?(/>|>.*?</c>)', text)
        assert found, address
        cell = _cell(address, value).replace(" STYLE", found.group(1) or "")
        text = text[: found.start()] + cell + text[found.end() :]
    parts[SHEET] = text.encode()
    _pack(path, parts)


def fill_word(path, values):
    """Write values into the last cell of the lines of a Word form."""
    document = Document(str(path))
    keys = {f"{{{key}}}": value for key, value in values.items()}
    for table in document.tables:
        for row in table.rows:
            found = next((key for key in keys if key in row.cells[0].text), None)
            if found:
                row.cells[-1].text = str(keys.pop(found))
    assert not keys
    document.save(str(path))


def without_row(path, key):
    """Take a line out of a Word form."""
    document = Document(str(path))
    row = next(row for table in document.tables for row in table.rows if f"{{{key}}}" in row.cells[0].text)
    row._tr.getparent().remove(row._tr)
    document.save(str(path))


def copied(path, name):
    """Return a copy of a file under another name."""
    return shutil.copy(path, path.with_name(name))


def _cell(address, value):
    if isinstance(value, str) and value.startswith("="):
        return f'<c r="{address}" STYLE><f>{escape(value[1:])}</f></c>'
    if isinstance(value, str) and value.startswith("#"):
        return f'<c r="{address}" STYLE t="e"><v>{value}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{address}" STYLE t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{address}" STYLE t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{address}" STYLE><v>{value}</v></c>'


def _pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
