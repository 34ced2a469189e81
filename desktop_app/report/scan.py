"""The signed copy of a report as the ledger keeps it: one PDF, and what is worth knowing of it."""

from dataclasses import dataclass

from desktop_app.errors import AttachmentError

NEEDED_DPI = 200
"""Of a scanned document: in colour, 100 %, at least this (NĐ 30/2020/NĐ-CP, Phụ lục I, II)."""

MOST_PHOTOS = 60
"""Of one signed copy; more pages are scanned into a PDF."""


def require_few(photos: int) -> None:
    """Raise `AttachmentError` when a signed copy would be made of too many photos."""
    if photos > MOST_PHOTOS:
        raise AttachmentError(
            f"Chọn {photos} ảnh là quá nhiều (tối đa {MOST_PHOTOS}); hãy quét bản ký thành một tệp PDF."
        )


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
