"""Turn a photo into what the ledger keeps: upright, small, sRGB, without any metadata; the only user of Pillow here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from desktop_app.domain.picture_files import DAMAGED_PICTURE
from desktop_app.errors import AttachmentError

LONG_SIDE = 1600
THUMBNAIL_SIDE = 240
MOST_PIXELS = 120_000_000
"""Of a JPEG, which is read at a fraction of its size."""
MOST_UNPACKED_PIXELS = 50_000_000
"""Of the other kinds and of progressive JPEGs, which must be unpacked whole: about 200 MB of memory."""
MOST_BYTES = 620_000
"""Of a stored photo: 60 of them with their thumbnails stay below 40 MB."""

_QUALITIES = (85, 78, 70, 60, 50, 40, 30)
_THUMBNAIL_QUALITY = 72
_FORMATS = tuple(
    plugin.format
    for plugin in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
        BmpImagePlugin.BmpImageFile,
        GifImagePlugin.GifImageFile,
    )
)
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a photo is brought upright, by its EXIF orientation."""

# Pillow warns from here on and refuses twice as much; the exact limits below are ours.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


@dataclass(frozen=True)
class StoredPhoto:
    """A photo as the ledger keeps it.

    Attributes:
        data: JPEG or PNG without metadata. thumbnail: JPEG of at most 240 pixels.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    thumbnail: bytes


def shrink_photo(source: bytes, name: str) -> StoredPhoto:
    """Make a photo ready to be stored; the same photo always gives the same bytes.

    Args:
        source: a JPEG, PNG, WebP, BMP or GIF (its first picture).
        name: how the sentence names it.

    Raises:
        AttachmentError: it is damaged, cut short, of another kind or too large to be unpacked.
    """
    with _translated(name), Image.open(BytesIO(source), formats=_FORMATS) as opened:
        _refuse_too_large(opened, name)
        lossless = opened.format in ("PNG", "GIF", "BMP") and max(opened.size) <= LONG_SIDE
        turn = _TURNS.get(_orientation(opened))
        picture = _shrunk(opened)
        picture = _in_srgb(_on_white(picture), opened.info.get("icc_profile"))
    if turn is not None:
        picture = picture.transpose(turn)
    picture.info = {}  # the writers take comments and profiles from here unasked
    data, media_type = _encoded(picture, lossless=lossless)
    small = picture.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return StoredPhoto(data, media_type, *picture.size, thumbnail=_jpeg(small, _THUMBNAIL_QUALITY))


def _refuse_too_large(image: Image.Image, name: str) -> None:
    unpacked_whole = image.format not in ("JPEG", "MPO") or "progressive" in image.info
    limit = MOST_UNPACKED_PIXELS if unpacked_whole else MOST_PIXELS
    if image.width * image.height > limit:
        raise AttachmentError(
            f"Ảnh “{name}” quá lớn ({image.width} × {image.height} điểm ảnh). "
            "Hãy thu nhỏ ảnh, hoặc chụp ở độ phân giải thường, rồi thêm lại."
        )


def _orientation(image: Image.Image) -> int:
    # Broken EXIF data is common and no reason to refuse a photo that can be seen.
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except DAMAGED_PICTURE:
        return 1


def _shrunk(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be resized well, at most 1,600 pixels long."""
    scale = min(1.0, LONG_SIDE / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    image.draft(None, size)  # lets a JPEG be unpacked at a half, a quarter or an eighth
    image.load()
    picture: Image.Image = image
    if picture.mode.startswith("I") or picture.mode == "F":
        picture = _eight_bits(picture)
    elif picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    return picture.resize(size, Image.Resampling.LANCZOS) if picture.size != size else picture.copy()


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Bring grey of 16 or 32 bits to eight."""
    grey = picture.convert("F")
    extrema = grey.getextrema()
    highest = float(max(value for value in extrema if not isinstance(value, tuple)))
    factor = 1.0 if highest <= 255 else 255 / max(highest, 65_535.0)
    return grey.point(lambda value: value * factor + 0).convert("L")


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in sRGB (grey stays grey): without its profile its colours would change."""
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "srgb" not in ImageCms.getProfileDescription(own).lower():
                turned = ImageCms.profileToProfile(
                    picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
                )
                picture = turned or picture
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the colours as they stand
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _encoded(picture: Image.Image, *, lossless: bool) -> tuple[bytes, str]:
    jpeg = b""
    for quality in _QUALITIES:
        jpeg = _jpeg(picture, quality)
        if len(jpeg) <= MOST_BYTES:
            break
    if lossless:  # a picture of a screen is smaller and sharper as PNG
        target = BytesIO()
        picture.save(target, "PNG")
        if target.tell() <= len(jpeg):
            return target.getvalue(), "image/png"
    return jpeg, "image/jpeg"


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=quality, subsampling="4:2:0", optimize=True)
    return target.getvalue()


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """Turn what Pillow says of a bad file into a sentence."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise AttachmentError(
            f"Ảnh “{name}” quá lớn. Hãy thu nhỏ ảnh, hoặc chụp ở độ phân giải thường, rồi thêm lại."
        ) from error
    except DAMAGED_PICTURE as error:
        raise AttachmentError(
            f"Ảnh “{name}” bị hỏng hoặc bị cắt ngắn nên không đọc được. "
            "Hãy mở thử ảnh trên máy, chép lại từ máy chụp rồi thêm lại."
        ) from error
