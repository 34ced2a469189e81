"""Small PDFs for tests."""

from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

UPRIGHT, WIDE = A4, landscape(A4)


def make_pdf(*sizes: tuple[float, float], words: str = "goods") -> bytes:
    """Return pages of these sizes, each with its number, some words, and a black square an inch from left and top."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    for number, size in enumerate(sizes, 1):
        canvas.setPageSize(size)
        canvas.drawString(200, size[1] - 60, f"page {number} {words}")
        canvas.rect(72, size[1] - 144, 72, 72, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
