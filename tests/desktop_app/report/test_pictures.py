"""Drawings as PNG, photos made small, the QR code read back from its picture."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from reportlab.graphics.barcode import qrencoder

from desktop_app.report.chart_drawing import draw_chart
from desktop_app.report.fonts import load_fonts
from desktop_app.report.model import Identity, Photo
from desktop_app.report.photo_rows import GAP, photo_rows
from desktop_app.report.pictures import (
    PDF_BUDGET,
    PHOTO_SIDE,
    WORD_BUDGET,
    WORD_PHOTO_SIDE,
    code_drawing,
    code_text,
    drawing_png,
    small_photo,
)
from tests.desktop_app.report.pictured import CONTENTS, photo
from tests.photos import jpeg, picture

IDENTITY = Identity("60.597", "huyện Hàm Thuận Bắc", 2023, "6T", 12, "7KQ2MX4T9A")


def opened(data):
    return Image.open(BytesIO(data))


def test_a_drawing_becomes_a_grey_picture_of_its_size():
    drawn = draw_chart(CONTENTS, load_fonts(), 467)
    png = drawing_png(drawn, 144)
    image = opened(png)
    assert (image.format, image.mode) == ("PNG", "L")
    assert image.size == (pytest.approx(934, abs=2), pytest.approx(drawn.height * 2, abs=2))
    assert image.getextrema()[1] == 255
    assert image.getextrema()[0] < 20
    assert drawing_png(drawn, 144) == png


@pytest.mark.parametrize(
    ("width", "height", "side"), [(1600, 1200, PHOTO_SIDE), (900, 1600, WORD_PHOTO_SIDE), (1, 1, PHOTO_SIDE)]
)
def test_a_photo_keeps_its_shape_and_is_never_made_larger(width, height, side):
    small = small_photo(photo("a", width, height), side, 1, PDF_BUDGET)
    image = opened(small.data)
    assert (image.format, image.size) == ("JPEG", (small.width, small.height))
    assert max(image.size) == min(side, max(width, height))
    assert image.width / image.height == pytest.approx(width / height, rel=0.01)
    assert not image.getexif()


@pytest.mark.parametrize(("side", "budget"), [(PHOTO_SIDE, PDF_BUDGET), (WORD_PHOTO_SIDE, WORD_BUDGET)])
def test_24_noisy_photos_stay_within_the_budget_of_their_file(side, budget):
    noisy = [Photo(str(seed), jpeg(picture(1600, 1200, seed)), 1600, 1200, "") for seed in range(3)]
    sizes = [len(small_photo(one, side, 24, budget).data) for one in noisy]
    assert 24 * max(sizes) <= budget


def test_a_png_and_a_grey_photo_become_jpeg():
    for image in (picture(300, 200), picture(300, 200).convert("L")):
        target = BytesIO()
        image.save(target, "PNG")
        one = Photo(f"png{image.mode}", target.getvalue(), 300, 200, "")
        assert opened(small_photo(one, PHOTO_SIDE, 1, PDF_BUDGET).data).format == "JPEG"


def test_bytes_that_are_no_picture_are_shown_as_an_empty_frame():
    broken = Photo("no picture at all", b"\xff\xd8\xff\xe0 cut", 400, 300, "Ảnh hỏng")
    small = small_photo(broken, PHOTO_SIDE, 1, PDF_BUDGET)
    assert opened(small.data).size == (400, 300)


@pytest.mark.parametrize(
    "shapes",
    [
        [(4, 3)] * 24,
        [(3, 4)] * 7,
        [(4, 3), (3, 4), (30, 10), (1, 1), (4, 3), (1, 1000), (1000, 1)],
        [(1, 1)],
    ],
)
def test_rows_hold_every_photo_once_in_its_shape_and_within_the_page(shapes):
    photos = [photo(str(place), *shape) for place, shape in enumerate(shapes)]
    rows = photo_rows(photos, 467)
    assert [one.photo for row in rows for one in row] == photos
    for row in rows:
        assert sum(one.place for one in row) + GAP * (len(row) - 1) <= 467.01
        assert len(row) <= 3
        assert len({one.height for one in row}) == 1
        for one in row:
            assert one.width <= one.place + 0.01
            assert one.width / one.height == pytest.approx(one.photo.width / one.photo.height, rel=0.01)


def test_usual_photos_stand_two_in_a_row_upright_ones_three():
    lying = photo_rows([photo(str(place), 40, 30) for place in range(6)], 467)
    upright = photo_rows([photo(str(place), 30, 40) for place in range(6)], 467)
    assert [len(row) for row in lying] == [2, 2, 2]
    assert [len(row) for row in upright] == [3, 3]


def test_the_code_says_which_report_it_is():
    assert code_text(IDENTITY) == "SHV1|60.597|2023|6T|12|7KQ2MX4T9A"
    assert code_text(replace(IDENTITY, period="", revision=1)) == "SHV1|60.597|2023||1|7KQ2MX4T9A"


def test_the_modules_of_the_printed_code_are_those_of_its_text():
    drawing = code_drawing(IDENTITY, load_fonts(), 40)
    expected = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    expected.addData(code_text(IDENTITY))
    expected.make()
    count = expected.getModuleCount()
    image = opened(drawing_png(drawing, 72 * 8))
    step = 40 * 8 / count
    read = [
        [image.getpixel(((column + 0.5) * step, (row + 0.5) * step)) < 128 for column in range(count)]
        for row in range(count)
    ]
    assert read == [[bool(module) for module in row] for row in expected.modules]


def test_the_letters_stand_four_modules_beside_the_code():
    drawing = code_drawing(IDENTITY, load_fonts(), 40)
    texts = [shape for shape in drawing.contents if hasattr(shape, "text")]
    assert [one.text for one in texts] == ["Mã kiểm tra: 7KQ2MX4T9A", "Lần báo cáo: 12"]
    assert min(one.x for one in texts) - 40 >= 4 * 40 / 29
    assert drawing.height == 40
