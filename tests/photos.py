"""Photos to test with: made on the spot, as noisy as those of a phone, with the metadata that a phone writes."""

import random
from io import BytesIO

from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational

SECRETS = (
    *(b"Exif\0\0", b"2023:05:20", b"SM-A525F", b"Nguyen Van Bi Mat", b"ns.adobe.com"),
    *(b"ICC_PROFILE", b"eXIf", b"iCCP", b"XML:com.adobe.xmp"),
)
"""What stands in the metadata of photos, the date of the place among them; none of it may reach the ledger."""


def picture(width=1200, height=900, seed=1):
    """Return a picture with large shapes and the noise of a sensor."""
    chance = random.Random(seed)
    coarse = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
    shapes = coarse.resize((width, height), Image.Resampling.BICUBIC)
    noise = Image.frombytes("RGB", (512, 384), chance.randbytes(512 * 384 * 3)).resize(
        (width, height), Image.Resampling.BILINEAR
    )
    return Image.blend(shapes, noise, 0.12)


def corners(width=400, height=200):
    """Return a picture whose corners are red, green, blue and white, clockwise from the upper left."""
    made = Image.new("RGB", (width, height), "grey")
    drawn = ImageDraw.Draw(made)
    for box, colour in (
        ((0, 0, width // 4, height // 4), "red"),
        ((width - width // 4, 0, width, height // 4), "lime"),
        ((width - width // 4, height - height // 4, width, height), "blue"),
        ((0, height - height // 4, width // 4, height), "white"),
    ):
        drawn.rectangle(box, fill=colour)
    return made


def exif(orientation=1):
    """Return what a phone writes: model, author, where and how it was held."""
    made = Image.Exif()
    made[0x0110] = "SM-A525F"
    made[0x013B] = "Nguyen Van Bi Mat"
    made[0x0112] = orientation
    made[0x8825] = {1: "N", 2: tuple(map(IFDRational, (11, 4, 30))), 29: "2023:05:20"}
    return made


def jpeg(image=None, *, private=True, orientation=1, quality=92, **options):
    """Return the bytes of a JPEG."""
    target = BytesIO()
    if private:
        options["exif"] = exif(orientation)
        options["xmp"] = (
            b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>http://ns.adobe.com Nguyen Van Bi Mat</x:xmpmeta>"
        )
        options["comment"] = b"Nguyen Van Bi Mat"
    (image or picture()).save(target, "JPEG", quality=quality, **options)
    return target.getvalue()


def encoded(image, kind, **options):
    """Return the bytes of an image in any kind."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def opened(data):
    """Return the image in some bytes, read whole."""
    image = Image.open(BytesIO(data))
    image.load()
    return image
