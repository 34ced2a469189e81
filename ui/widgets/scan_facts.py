"""What a file says about itself before it is taken as a scan of the signed report: kind, size, fineness, colour."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.sizes import format_size

PHOTOS = (".jpg", ".jpeg", ".png")
PDF = ".pdf"
LEAST_DPI = 200
"""A scan of a paper is in colour and has at least 200 dots per inch (Decree 30/2020, Annex I, part III)."""
_A4_INCHES = 297 / 25.4
_MOST_PIXELS = 60_000_000
"""A larger picture is not drawn small: decoding it would stop the window."""


@dataclass(frozen=True)
class ScanFacts:
    """One chosen file.

    Attributes:
        path: the file.
        problem: why it cannot be taken, "" when it can.
        detail: size, and of a photo pixels and fineness.
        hint: what could be better, "" when nothing.
        picture: the photo in small; a null one for a PDF.
    """

    path: Path
    problem: str
    detail: str
    hint: str
    picture: QPixmap

    @property
    def is_photo(self) -> bool:
        """Whether it is a photo of one page."""
        return self.path.suffix.casefold() in PHOTOS


def scan_facts(path: Path, room: QSize) -> ScanFacts:
    """Look at a chosen file.

    Args:
        path: the file.
        room: how large its small picture may be.
    """
    nothing = QPixmap()
    kind = path.suffix.casefold()
    if kind != PDF and kind not in PHOTOS:
        return ScanFacts(path, f"“{path.name}” không phải tệp PDF, JPEG hay PNG.", "", "", nothing)
    try:
        size = path.stat().st_size
    except OSError:
        return ScanFacts(path, f"Không mở được tệp “{path.name}”; hãy chọn lại.", "", "", nothing)
    if not size:
        return ScanFacts(path, f"Tệp “{path.name}” rỗng; hãy quét hoặc chụp lại.", "", "", nothing)
    if kind == PDF:
        return ScanFacts(path, "", f"PDF · {format_size(size)}", "", nothing)
    return _photo_facts(path, size, room)


def _photo_facts(path: Path, size: int, room: QSize) -> ScanFacts:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    pixels = reader.size()
    if not pixels.isValid():
        problem = f"Ảnh “{path.name}” bị hỏng, không đọc được; hãy chụp hoặc quét lại."
        return ScanFacts(path, problem, "", "", QPixmap())
    dpi = round(max(pixels.width(), pixels.height()) / _A4_INCHES)
    detail = (
        f"Ảnh {format_integer(pixels.width())} × {format_integer(pixels.height())} điểm · "
        f"khoảng {format_integer(dpi)} dpi trên khổ A4 · {format_size(size)}"
    )
    hints = [] if dpi >= LEAST_DPI else [f"Ảnh dưới {LEAST_DPI} dpi, nên quét hoặc chụp lại rõ hơn."]
    picture = QPixmap()
    if pixels.width() * pixels.height() <= _MOST_PIXELS:
        reader.setScaledSize(pixels.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
        image = reader.read()
        if image.isNull():
            problem = f"Ảnh “{path.name}” bị hỏng, không đọc được; hãy chụp hoặc quét lại."
            return ScanFacts(path, problem, "", "", picture)
        if image.allGray():
            hints.append("Ảnh đen trắng; bản số hóa nên là ảnh màu để thấy rõ dấu đỏ.")
        picture = QPixmap.fromImage(image)
    return ScanFacts(path, "", detail, " ".join(hints), picture)
