"""Pictures for paper and screen: drawings as PNG, photos as small JPEGs, the QR code of the check code."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing, String

from desktop_app.domain.picture_files import DAMAGED_PICTURE
from desktop_app.report.fonts import FontSet
from desktop_app.report.model import Identity, Photo
from desktop_app.report.pdf_pages import PdfPages

PHOTO_SIDE = 1024
"""Longest side of a photo in the PDF, in pixels (product row D5)."""
WORD_PHOTO_SIDE = 640
"""In the Word file: the PDF has the photos, the package is to stay small."""

PDF_BUDGET, WORD_BUDGET = 1_900_000, 700_000
"""Bytes of all photos of a file: folder, package and message together stay below 10 MB."""
_MOST_OF_ONE = 240_000
_QUALITIES = (85, 78, 70, 62, 54, 46, 38, 30)
_EMPTY = 225  # a light grey
_SMALLER = 0.8
_LEAST_SIDE = 320
_MOST_KEPT = 64
CODE_MM = 13.0
"""Side of the QR code: 29 modules of 0.45 mm, which a phone reads from paper."""
CODE_EDGE_MM = 5.0
"""From the paper's lower edge to a code in the margin; printers leave up to so much blank."""
_QR_MARK = "SHV1"
_QR_TEXT = 8.0


def drawing_png(drawing: Drawing, dpi: float) -> bytes:
    """Return a drawing as a grey PNG on white, so many pixels to an inch; the same drawing gives the same bytes."""
    with PdfPages(renderPDF.drawToString(drawing)) as pages:
        bitmap = pages.render(0, dpi)
    size = (bitmap.width, bitmap.height)
    picture = Image.frombytes("RGB", size, bitmap.data, "raw", "RGB", bitmap.stride, 1)
    target = BytesIO()
    picture.convert("L").save(target, "PNG")
    return target.getvalue()


@dataclass(frozen=True)
class SmallPhoto:
    """A photo as it stands in a file: JPEG bytes, and its sides in pixels."""

    data: bytes
    width: int
    height: int


_made: dict[tuple[str, int, int], SmallPhoto] = {}


def small_photo(photo: Photo, side: int, count: int, budget: int) -> SmallPhoto:
    """Return a photo with its longest side not above `side`, as a JPEG that leaves room for the others.

    Args:
        photo: what the ledger keeps.
        side: in pixels.
        count: how many photos share the budget.
        budget: bytes of all of them.
    """
    limit = min(budget // max(count, 1), _MOST_OF_ONE)
    key = (photo.key, side, limit)
    known = _made.get(key)
    if known is None:
        if len(_made) >= _MOST_KEPT:
            _made.clear()
        known = _made[key] = _shrunk(photo, side, limit)
    return known


def _shrunk(photo: Photo, side: int, limit: int) -> SmallPhoto:
    picture = _opened(photo, side)
    picture.info = {}
    while True:
        picture.thumbnail((side, side), Image.Resampling.BICUBIC)
        data = _best(picture, limit)
        if len(data) <= limit or side <= _LEAST_SIDE:
            return SmallPhoto(data, *picture.size)
        side = max(round(side * _SMALLER), _LEAST_SIDE)


def _best(picture: Image.Image, limit: int) -> bytes:
    """Return the JPEG of the best quality that is small enough, else that of the least."""
    best = b""
    low, high = 0, len(_QUALITIES) - 1
    while low <= high:
        middle = (low + high) // 2
        target = BytesIO()
        picture.save(target, "JPEG", quality=_QUALITIES[middle], subsampling="4:2:0", optimize=True)
        if target.tell() <= limit:
            best, high = target.getvalue(), middle - 1
        else:
            low = middle + 1
    return best or target.getvalue()


def _opened(photo: Photo, side: int) -> Image.Image:
    """Return the picture; a grey frame where a file that the ledger took for sound cannot be read after all."""
    try:
        with Image.open(BytesIO(photo.data)) as opened:
            opened.draft("RGB", (side, side))
            return opened.convert("L" if opened.mode == "L" else "RGB")
    except DAMAGED_PICTURE:
        return Image.new("L", (max(photo.width, 1), max(photo.height, 1)), _EMPTY)


def code_text(identity: Identity) -> str:
    """Return what the QR code says: "SHV1|unit|year|period|revision|check"."""
    parts = (
        _QR_MARK, identity.unit_code, str(identity.year), identity.period, str(identity.revision),
        identity.check,
    )  # fmt: skip
    return "|".join(parts)


def code_drawing(identity: Identity, fonts: FontSet, height: float) -> Drawing:
    """Return the QR code with the check code in letters beside it; `height` in points, no border of its own.

    Around it the paper must stay white by four of its modules (ISO/IEC 18004).
    """
    widget = QrCodeWidget(code_text(identity), barLevel="M", barBorder=0, barWidth=height, barHeight=height)
    font = fonts.font()
    lines = [f"Mã kiểm tra: {identity.check}", f"Lần báo cáo: {identity.revision}"]
    left = height * 1.2
    drawing = Drawing(left + max(font.em_width(line) for line in lines) * _QR_TEXT + 1, height)
    drawing.initialFontName = font.name  # else the file names a Times that is not embedded
    drawing.add(widget)
    leading = _QR_TEXT * 1.25
    top = (height + leading * len(lines)) / 2
    for place, line in enumerate(lines, 1):
        drawing.add(
            String(
                left, top - place * leading + 2, font.drawable(line), fontName=font.name, fontSize=_QR_TEXT
            )
        )
    return drawing
