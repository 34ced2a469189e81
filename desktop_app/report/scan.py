"""The signed copy of a report as the ledger keeps it: one PDF, and what is worth knowing of it."""

from dataclasses import dataclass

NEEDED_DPI = 200
"""Of a scanned document: in colour, 100 %, at least this (NĐ 30/2020/NĐ-CP, Phụ lục I, II)."""


@dataclass(frozen=True)
class Scan:
    """A signed copy.

    Attributes:
        data: the PDF. pages: how many.
        dpi: of the coarsest photo on A4 paper; 0 for a PDF, whose scanner knew better.
    """

    data: bytes
    pages: int
    dpi: int = 0
