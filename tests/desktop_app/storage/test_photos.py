"""Photos come in upright, small, in sRGB and without a trace of who took them where."""

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from desktop_app.errors import AttachmentError
from desktop_app.storage import photos
from desktop_app.storage.photos import LONG_SIDE, MOST_BYTES, THUMBNAIL_SIDE, shrink_photo
from tests.photos import SECRETS, corners, encoded, exif, jpeg, opened, picture


def refusal(data):
    with pytest.raises(AttachmentError) as caught:
        shrink_photo(data, "ảnh.jpg")
    sentence = str(caught.value)
    assert sentence.startswith("Ảnh “ảnh.jpg” ")
    assert sentence.endswith("rồi thêm lại.")
    return sentence


def near(colour, wanted):
    return all(abs(one - other) < 40 for one, other in zip(colour, wanted, strict=True))


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((4000, 3000), (1600, 1200)),
        ((3000, 4000), (1200, 1600)),
        ((1601, 1600), (1600, 1599)),
        ((1600, 1200), (1600, 1200)),
        ((640, 480), (640, 480)),
        ((9000, 20), (1600, 4)),
        ((5000, 1), (1600, 1)),
        ((1, 1), (1, 1)),
    ],
)
def test_a_photo_is_shrunk_to_its_long_side_and_never_enlarged(size, wanted):
    stored = shrink_photo(jpeg(Image.new("RGB", size, "teal")), "ảnh.jpg")
    assert (stored.width, stored.height) == wanted == opened(stored.data).size
    assert stored.media_type == "image/jpeg"
    assert max(opened(stored.thumbnail).size) == min(THUMBNAIL_SIDE, max(wanted))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(orientation):
    held = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = corners()
    sideways = image.transpose(held[orientation]) if orientation in held else image
    stored = opened(shrink_photo(jpeg(sideways, orientation=orientation), "ảnh.jpg").data)
    assert stored.size == (400, 200)
    found = [stored.getpixel(place) for place in ((10, 10), (390, 10), (390, 190), (10, 190))]
    wanted = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    assert all(near(*pair) for pair in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_metadata_stay(kind):
    options = {
        "exif": exif(),
        "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    }
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", "http://ns.adobe.com Nguyen Van Bi Mat")
        text.add_text("Author", "Nguyen Van Bi Mat")
        options["pnginfo"] = text
    source = encoded(picture(300, 200), kind, **options)
    assert b"Nguyen Van Bi Mat" in source
    stored = shrink_photo(source, "ảnh")
    for data in (stored.data, stored.thumbnail):
        assert [secret for secret in SECRETS if secret in data] == []
        assert opened(data).getexif() == {}
        assert set(opened(data).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_comment_and_xmp_of_a_jpeg_go_too():
    source = jpeg()
    assert [secret for secret in SECRETS[:5] if secret not in source] == []
    stored = shrink_photo(source, "ảnh.jpg")
    assert [secret for secret in SECRETS if secret in stored.data + stored.thumbnail] == []


def test_transparency_becomes_white():
    image = Image.new("RGBA", (50, 50), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (0, 0, 10, 10))
    stored = opened(shrink_photo(encoded(image, "PNG"), "ảnh.png").data).convert("RGB")
    assert stored.getpixel((40, 40)) == (255, 255, 255)
    assert near(stored.getpixel((5, 5)), (0, 0, 255))


def test_a_picture_of_a_screen_stays_png_when_that_is_smaller_and_a_photo_does_not():
    screen = corners(1200, 800)
    assert shrink_photo(encoded(screen, "PNG"), "màn hình.png").media_type == "image/png"
    assert shrink_photo(encoded(picture(), "PNG"), "ảnh.png").media_type == "image/jpeg"
    assert shrink_photo(encoded(corners(4000, 3000), "PNG"), "lớn.png").media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("kind", "modes"),
    [
        ("JPEG", ("1", "L", "RGB", "CMYK")),
        ("PNG", ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        ("WEBP", ("1", "L", "LA", "P", "RGB", "RGBA")),
        ("BMP", ("1", "L", "P", "RGB", "RGBA")),
        ("GIF", ("1", "L", "LA", "P", "RGB", "RGBA")),
    ],
)
def test_every_kind_and_colour_is_read(kind, modes):
    for mode in modes:
        image = Image.new(mode, (60, 40), 40_000) if mode == "I;16" else picture(60, 40).convert(mode)
        stored = opened(shrink_photo(encoded(image, kind), "ảnh").data)
        assert (stored.size, stored.mode in ("RGB", "L", "1")) == ((60, 40), True), mode


def test_sixteen_bits_of_grey_keep_their_brightness():
    stored = opened(shrink_photo(encoded(Image.new("I;16", (60, 40), 32_768), "PNG"), "quét.png").data)
    assert abs(stored.convert("L").getpixel((30, 20)) - 127) < 4


def test_the_first_picture_of_an_animation_is_taken():
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "lime")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    assert near(opened(shrink_photo(data, "động.gif").data).convert("RGB").getpixel((5, 5)), (255, 0, 0))


def test_colours_of_another_profile_are_turned_into_srgb():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The same profile with red and green exchanged, under another name.
    other = srgb.replace("sRGB".encode("utf-16-be"), "Máy1".encode("utf-16-be"))
    other = other.replace(b"rXYZ", b"____").replace(b"gXYZ", b"rXYZ").replace(b"____", b"gXYZ")
    plain = Image.new("RGB", (64, 48), (200, 30, 30))
    turned = opened(shrink_photo(jpeg(plain, private=False, icc_profile=other), "ảnh.jpg").data)
    same = opened(shrink_photo(jpeg(plain, private=False), "ảnh.jpg").data)
    red, green, _ = turned.getpixel((30, 20))
    assert green > red
    broken = opened(shrink_photo(jpeg(plain, private=False, icc_profile=b"no profile" * 20), "ảnh.jpg").data)
    assert broken.tobytes() == same.tobytes()


def test_the_same_photo_gives_the_same_bytes():
    assert shrink_photo(jpeg(), "a.jpg") == shrink_photo(jpeg(), "b.jpg")


def test_the_noisiest_photo_stays_below_the_limit():
    noise = Image.frombytes("RGB", (1600, 1600), random.Random(1).randbytes(1600 * 1600 * 3))
    assert len(jpeg(noise)) > 3 * MOST_BYTES
    stored = shrink_photo(jpeg(noise), "nhiễu.jpg")
    assert len(stored.data) < MOST_BYTES * 1.6
    real = shrink_photo(jpeg(picture(4000, 3000)), "thật.jpg")
    assert len(real.data) + len(real.thumbnail) <= 40_000_000 / 60


# Bad files


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_is_cut_short_is_refused(kind, share):
    whole = encoded(picture(), kind)
    assert "bị hỏng hoặc bị cắt ngắn" in refusal(whole[: int(len(whole) * share)])


@pytest.mark.parametrize(
    "data", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM", b"x"]
)
def test_a_head_alone_is_refused(data):
    assert "bị hỏng hoặc bị cắt ngắn" in refusal(data)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow warns of broken EXIF data and goes on
def test_changed_bytes_are_refused_with_a_sentence_or_harmless():
    chance = random.Random(2023)
    refused = 0
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP"):
        whole = encoded(
            picture(80, 60), kind, **({"exif": exif()} if kind in ("JPEG", "PNG", "WEBP") else {})
        )
        for _ in range(120):
            damaged = bytearray(whole)
            for _ in range(chance.choice((1, 1, 8))):
                damaged[chance.randrange(min(len(damaged), 600))] = chance.randrange(256)
            try:
                shrink_photo(bytes(damaged), "ảnh.jpg")
            except AttachmentError:
                refused += 1
    assert refused > 50


def png_of_size(width, height):
    """Return a PNG that says it is huge and holds almost nothing."""

    def chunk(name, content):
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_000, 12_000, 20_000, 60_000])
def test_a_bomb_is_refused_before_it_is_unpacked(side):
    assert "quá lớn" in refusal(png_of_size(side, side))


def test_a_photo_of_a_hundred_megapixels_comes_in_but_not_a_progressive_one():
    image = Image.new("RGB", (10_000, 10_000), "teal")
    stored = shrink_photo(encoded(image, "JPEG"), "lớn.jpg")
    assert (stored.width, stored.height) == (1600, 1600)
    assert "10000 × 10000 điểm ảnh" in refusal(encoded(image, "JPEG", progressive=True))


def test_the_limits_fit_together():
    assert photos.MOST_UNPACKED_PIXELS < photos.MOST_PIXELS == Image.MAX_IMAGE_PIXELS
    assert LONG_SIDE**2 < photos.MOST_UNPACKED_PIXELS
    assert Image.open(BytesIO(jpeg())).size == (1200, 900)
