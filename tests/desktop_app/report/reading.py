"""Read the written files back: all text in order, pieces of a page with their places."""

from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader
from python_calamine import CalamineWorkbook


class Piece(NamedTuple):
    """A piece of text on a page; x and y in points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float


def pdf_pieces(path: Path, page: int = 0) -> list[Piece]:
    """Return the pieces of one page in drawing order."""
    pieces: list[Piece] = []

    def visit(text: str, cm: list, tm: list, _font: dict | None, size: float) -> None:
        if text.strip():
            pieces.append(Piece(text.strip(), tm[4], tm[5], size))

    with PdfReader(path) as reader:
        reader.pages[page].extract_text(visitor_text=visit)
    return pieces


def pdf_pages(path: Path) -> list[str]:
    """Return the text of each page."""
    with PdfReader(path) as reader:
        return [page.extract_text() for page in reader.pages]


def pdf_text(path: Path) -> str:
    """Return the text of all pages without the page numbers, which stand on top."""
    pages = pdf_pages(path)
    bodies = []
    for page in pages:
        first, _, rest = page.partition("\n")
        bodies.append(rest if first.strip().isdigit() else page)
    return "\n".join(bodies)


def docx_text(path: Path) -> str:
    """Return the text of the body with its tables, in order."""
    body = Document(str(path)).element.body
    lines = []
    for paragraph in body.iter(qn("w:p")):
        parts = (
            node.text or "" if node.tag == qn("w:t") else "\n"
            for node in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        lines.append("".join(parts))
    return "\n".join(lines)


def xlsx_sheets(path: Path) -> dict[str, list[list]]:
    """Return the rows of each sheet by its name."""
    workbook = CalamineWorkbook.from_path(str(path))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def xlsx_text(path: Path) -> str:
    """Return the text cells of all sheets."""
    return "\n".join(
        cell for rows in xlsx_sheets(path).values() for row in rows for cell in row if isinstance(cell, str)
    )
