"""Draws for Windows, from resources/icons/app: the icons of the program and its files, the installer's pictures."""

import struct
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = ("program", "ledger", "handover")
"""In the order in which they stand in the exe: number 0 is the program's, and so on (see installer.nsi)."""

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_SMALL = 24
"""Up to this many pixels the simpler drawing `<name>_small.svg` is taken."""

_BAND, _BAND_END = "#A61C28", "#6B0F18"


@dataclass(frozen=True)
class Pictures:
    """Where the drawn files lie, in one folder: they are made by the freezing and used by the installer after it."""

    folder: Path

    def icon(self, name: str) -> Path:
        """Return the path of one of `ICONS`."""
        return self.folder / f"{name}.ico"

    @property
    def band(self) -> Path:
        """Return the tall picture of the first and last page of the installer (164 x 314)."""
        return self.folder / "band.bmp"

    @property
    def header(self) -> Path:
        """Return the picture at the top of the pages between (150 x 57)."""
        return self.folder / "header.bmp"


def draw(source: Path, folder: Path) -> Pictures:
    """Draw everything into `folder`.

    Args:
        source: The root of the project.
        folder: Gets the pictures; made if it is not there.

    Raises:
        OSError: A drawing is missing, or a picture cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawings = source / "resources" / "icons" / "app"
    pictures = Pictures(folder)
    for name in ICONS:
        images = [
            image(drawings / (f"{name}_small.svg" if size <= _SMALL else f"{name}.svg"), size)
            for size in SIZES
        ]
        pictures.icon(name).write_bytes(icon_file(images))
    _save(_band(drawings / "program.svg"), pictures.band)
    _save(_header(drawings / "program.svg"), pictures.header)
    return pictures


def icon_file(images: list[QImage]) -> bytes:
    """Return the content of an .ico: plain pixels below 256 (older parts of Windows and NSIS read them), PNG at 256."""
    contents = [_png(image) if image.width() >= 256 else _pixels(image) for image in images]
    offset = 6 + 16 * len(images)
    head, body = struct.pack("<HHH", 0, 1, len(images)), b""
    for image, content in zip(images, contents, strict=True):
        side = image.width() % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), offset + len(body))
        body += content
    return head + body


def image(drawing: Path, side: int) -> QImage:
    """Return a drawing as a square picture of so many pixels.

    Raises:
        OSError: The drawing is missing.
    """
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    _paint(drawing, image, QRectF(0, 0, side, side))
    return image


def _pixels(image: QImage) -> bytes:
    """Return a bitmap without file header: colours from the bottom up, then the mask that nothing reads any more."""
    side = image.width()
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    rows = bytes(plain.constBits())
    line = side * 4
    upside_down = b"".join(rows[row * line : (row + 1) * line] for row in reversed(range(side)))
    mask = bytes((side + 31) // 32 * 4 * side)
    return struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, 0, 0, 0, 0, 0) + upside_down + mask


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _band(drawing: Path) -> QImage:
    image = QImage(164, 314, QImage.Format.Format_RGB32)
    for row in range(image.height()):
        share = row / image.height()
        begin, end = QColor(_BAND), QColor(_BAND_END)
        mixed = [
            round(one + (other - one) * share)
            for one, other in zip(begin.getRgb()[:3], end.getRgb()[:3], strict=True)
        ]
        for column in range(image.width()):
            image.setPixelColor(column, row, QColor(*mixed))
    # On red the book would not be seen: it lies on a white card.
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#00000000"))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(QRectF(27, 90, 110, 110), 14, 14)
    painter.end()
    _paint(drawing, image, QRectF(42, 105, 80, 80))
    return image


def _header(drawing: Path) -> QImage:
    image = QImage(150, 57, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    _paint(drawing, image, QRectF(100, 6, 45, 45))
    return image


def _paint(drawing: Path, image: QImage, place: QRectF) -> None:
    renderer = QSvgRenderer(drawing.read_bytes())
    if not renderer.isValid():
        raise OSError(f"{drawing} is no drawing")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, place)
    painter.end()


def _save(image: QImage, path: Path) -> None:
    if not image.convertToFormat(QImage.Format.Format_RGB32).save(str(path), "BMP"):
        raise OSError(f"{path} cannot be written")
