"""Signed copies: a scanner's PDF is checked; photos of pages become one PDF, upright and without metadata."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

import pypdfium2
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin
from pypdfium2 import raw
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop_app.domain.picture_files import DAMAGED_PICTURE
from desktop_app.errors import AttachmentError
from desktop_app.report.pdf_pages import PDFIUM
from desktop_app.report.scan import NEEDED_DPI, Scan, require_few
from desktop_app.vietnamese.sizes import format_size

MOST_PDF_BYTES = 17_000_000
"""Of a scanner's PDF: more would leave no room in a package of 18 MB."""
MOST_PHOTO_BYTES = 60_000_000
MOST_PIXELS = 120_000_000
MOST_UNPACKED_PIXELS = 50_000_000
"""Of kinds that must be unpacked whole, PNG and progressive JPEG."""
LEAST_DPI = 100
"""Below this a stamped page cannot be read."""

_FORMATS = (JpegImagePlugin.JpegImageFile.format, PngImagePlugin.PngImageFile.format)
_LONG_INCHES = max(A4) / 72
_LONG_SIDE = round(_LONG_INCHES * NEEDED_DPI) + 1
_QUALITIES = (82, 72, 60, 48, 36)
_HEAD = 1024
"""A PDF begins within its first kilobyte (ISO 32000-1, annex H)."""


def is_pdf(data: bytes) -> bool:
    """Tell whether some bytes begin as a PDF does."""
    return b"%PDF-" in data[:_HEAD]


def checked_pdf(data: bytes, name: str) -> Scan:
    """Return a scanner's PDF unchanged, when it can be opened by anyone.

    Raises:
        AttachmentError: too large, damaged, without pages, or locked by a password.
    """
    if len(data) > MOST_PDF_BYTES:
        raise AttachmentError(
            f"Bản ký “{name}” nặng {format_size(len(data))}, gói gửi sẽ quá 18 MB. "
            f"Hãy quét lại ở {NEEDED_DPI} dpi (không cần cao hơn), hoặc chỉ quét các trang có chữ ký và dấu."
        )
    with PDFIUM:
        return Scan(data, _count_pages(data, name))


def _count_pages(data: bytes, name: str) -> int:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise _locked(name) from error
        raise _damaged_pdf(name) from error
    try:
        if raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
            raise _locked(name)
        pages = len(document)
        if pages < 1:
            raise _damaged_pdf(name)
        document[0].close()
    except pypdfium2.PdfiumError as error:
        raise _damaged_pdf(name) from error
    finally:
        document.close()
    return pages


def photos_to_pdf(photos: Sequence[tuple[str, bytes]], room: int) -> Scan:
    """Make one PDF of photos, a page of A4 each, in their order.

    A photo is brought upright by its EXIF mark and shrunk to 200 dots an inch; nothing that the camera wrote
    (place, time, name of the phone) goes along. The same photos give the same bytes.

    Args:
        photos: name and bytes of each, JPEG or PNG.
        room: bytes that the PDF ought to stay below; photos lose quality until it does, down to a limit.

    Raises:
        AttachmentError: a photo is damaged, too large, too small to be read, or there are too many.
    """
    require_few(len(photos))
    pages: list[bytes] = []
    dots = 0
    for quality in _QUALITIES:
        # Photos are read anew for each quality: unpacked pages of a long report would not fit into memory together.
        pages, dots = [], NEEDED_DPI * 100
        for name, data in photos:
            picture, dpi = _upright(name, data)
            pages.append(_jpeg(picture, quality))
            dots = min(dots, dpi)
        if sum(map(len, pages)) <= room:
            break
    return Scan(_drawn(pages), len(pages), dots)


def _upright(name: str, data: bytes) -> tuple[Image.Image, int]:
    """Return a photo as RGB or grey, shrunk, and its dots an inch on A4 paper."""
    if len(data) > MOST_PHOTO_BYTES:
        raise _too_large(name)
    with _translated(name), Image.open(BytesIO(data), formats=_FORMATS) as opened:
        whole = opened.format == "PNG" or "progressive" in opened.info
        if opened.width * opened.height > (MOST_UNPACKED_PIXELS if whole else MOST_PIXELS):
            raise _too_large(name)
        dpi = int(max(opened.size) / _LONG_INCHES)
        if dpi < LEAST_DPI or min(opened.size) < LEAST_DPI:
            raise AttachmentError(
                f"Ảnh “{name}” quá nhỏ ({opened.width} × {opened.height} điểm ảnh) nên không đọc được dấu và chữ ký. "
                "Hãy chụp lại thẳng trang giấy, hoặc gửi ảnh gốc (không qua ứng dụng nhắn tin)."
            )
        scale = min(1.0, _LONG_SIDE / max(opened.size))
        size = max(1, round(opened.width * scale)), max(1, round(opened.height * scale))
        opened.draft(None, size)
        turned = ImageOps.exif_transpose(opened)
        plain = _on_white(turned)
        long_side = max(plain.size)
        if long_side > _LONG_SIDE:
            factor = _LONG_SIDE / long_side
            plain = plain.resize(
                (max(1, round(plain.width * factor)), max(1, round(plain.height * factor))),
                Image.Resampling.LANCZOS,
            )
    plain.info = {}
    return plain, dpi


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=quality, optimize=True, dpi=(NEEDED_DPI, NEEDED_DPI))
    return target.getvalue()


def _drawn(pages: Sequence[bytes]) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pageCompression=1, invariant=1, pdfVersion=(1, 7))
    canvas.setTitle("Bản ký")
    for page in pages:
        picture = ImageReader(BytesIO(page))
        width, height = picture.getSize()
        paper = landscape(A4) if width > height else A4
        scale = min(paper[0] / width, paper[1] / height)
        canvas.setPageSize(paper)
        canvas.drawImage(
            picture,
            (paper[0] - width * scale) / 2,
            (paper[1] - height * scale) / 2,
            width * scale,
            height * scale,
        )
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _locked(name: str) -> AttachmentError:
    return AttachmentError(
        f"Bản ký “{name}” đang khóa bằng mật khẩu nên nơi nhận không mở được. Hãy lưu lại thành tệp PDF không khóa."
    )


def _damaged_pdf(name: str) -> AttachmentError:
    return AttachmentError(
        f"Tệp “{name}” không phải tệp PDF hoặc bị hỏng. Hãy mở thử tệp trên máy, quét hoặc chép lại rồi chọn lại."
    )


def _too_large(name: str) -> AttachmentError:
    return AttachmentError(
        f"Ảnh “{name}” quá lớn. Hãy chụp ở độ phân giải thường, hoặc quét bản ký thành tệp PDF, rồi chọn lại."
    )


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """Turn what Pillow says of a bad file into a sentence."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name) from error
    except DAMAGED_PICTURE as error:
        raise AttachmentError(
            f"Tệp “{name}” không phải ảnh JPEG, PNG hoặc tệp PDF, hoặc bị hỏng, bị cắt ngắn. "
            "Hãy mở thử tệp trên máy, chép lại từ máy chụp rồi chọn lại."
        ) from error
