"""Signed copies: a PDF as it came, photos upright on A4 at 200 dpi without what tells where they were taken."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4

from desktop_app.errors import AttachmentError
from desktop_app.report import scan_pdf
from desktop_app.report.scan_pdf import photos_to_pdf
from desktop_app.report.writers import signed_copy
from tests.photos import SECRETS, corners, encoded, jpeg, opened, picture

ROOM = 8_000_000


def page_picture(data, page=0):
    """Return a page of a PDF as it is seen."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[page].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()


def pdf(pages=1, password=""):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(*A4)
    if password is not None and password != "":
        writer.encrypt(*password)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_photos_become_one_pdf_in_their_order_without_their_metadata():
    upright, lying = jpeg(picture(1000, 1400)), encoded(picture(1300, 900, 2), "PNG", compress_level=1)
    photos = [("1.jpg", upright), ("2.png", lying)]
    scan = signed_copy(photos, ROOM)
    pages = PdfReader(BytesIO(scan.data)).pages
    assert (scan.pages, len(pages), scan.dpi) == (2, 2, 111)
    sizes = [(float(one.mediabox.width), float(one.mediabox.height)) for one in pages]
    assert sizes == [pytest.approx(A4, abs=0.1), pytest.approx((A4[1], A4[0]), abs=0.1)]
    images = [one.images[0].data for one in pages]
    assert not [secret for secret in SECRETS for data in (scan.data, *images) if secret in data]
    assert scan == signed_copy(photos, ROOM), "the same photos give the same bytes"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_stand_upright_however_the_phone_was_held(orientation):
    upright = corners(2400, 1200)
    turned = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    held = upright.transpose(turned) if turned is not None else upright
    scan = photos_to_pdf([("a.jpg", jpeg(held, orientation=orientation))], ROOM)
    seen = page_picture(scan.data)
    assert seen.width > seen.height
    top = round((seen.height - seen.width / 2) / 2)
    red = seen.getpixel((20, top + 20))
    white = seen.getpixel((20, seen.height - top - 20))
    assert red[0] > 200 > 60 > red[1]
    assert min(white) > 230


def test_a_large_photo_is_brought_to_200_dpi_and_a_stamp_keeps_its_colour():
    scan = photos_to_pdf([("a.jpg", jpeg(Image.new("RGB", (4000, 5600), (200, 20, 30))))], ROOM)
    image = opened(PdfReader(BytesIO(scan.data)).pages[0].images[0].data)
    assert max(image.size) in range(2339, 2342)
    assert image.mode == "RGB"
    assert image.getpixel((5, 5))[0] > 150


def test_quality_gives_way_before_the_package_becomes_too_large():
    photos = [(f"{n}.jpg", jpeg(picture(850, 1200, n))) for n in range(2)]
    usual, small = photos_to_pdf(photos, ROOM), photos_to_pdf(photos, 1)
    assert len(small.data) < len(usual.data) * 0.7
    assert small.pages == 2


def test_a_photo_from_a_messenger_is_taken_and_told():
    assert photos_to_pdf([("zalo.jpg", jpeg(picture(905, 1280)))], ROOM).dpi == 109


def test_a_picture_with_transparent_parts_stands_on_white():
    scan = photos_to_pdf([("a.png", encoded(Image.new("RGBA", (1700, 2400), (0, 0, 0, 0)), "PNG"))], ROOM)
    assert page_picture(scan.data).getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (jpeg(picture(800, 600)), "quá nhỏ"),
        (encoded(picture(1, 1), "PNG"), "quá nhỏ"),
        (encoded(picture(20, 3000), "PNG"), "quá nhỏ"),
        (jpeg(picture(1700, 2400))[:20_000], "bị hỏng, bị cắt ngắn"),
        (b"", "không phải ảnh"),
        (b"GIF89a" + b"\0" * 50, "không phải ảnh"),
        (b"<svg onload='x'/>", "không phải ảnh"),
    ],
)
def test_what_is_no_photo_of_a_page_is_refused_by_its_name(data, said):
    with pytest.raises(AttachmentError, match=f"“a.jpg”.*{said}"):
        signed_copy([("a.jpg", data)], ROOM)


def test_pictures_that_would_fill_the_memory_are_refused(monkeypatch):
    monkeypatch.setattr(scan_pdf, "MOST_UNPACKED_PIXELS", 1_000_000)
    with pytest.raises(AttachmentError, match="quá lớn"):
        photos_to_pdf([("a.png", encoded(Image.new("L", (1700, 2400)), "PNG"))], ROOM)
    with pytest.raises(AttachmentError, match="61 ảnh là quá nhiều"):
        photos_to_pdf([("a.jpg", b"")] * 61, ROOM)


def test_a_pdf_of_a_scanner_stays_as_it_is():
    data = pdf(3)
    scan = signed_copy([("bản ký.pdf", data)], ROOM)
    assert (scan.data, scan.pages, scan.dpi) == (data, 3, 0)


@pytest.mark.parametrize("password", [("", "chủ"), ("mở", "chủ")])
def test_a_locked_pdf_is_refused_even_when_it_opens_without_a_password(password):
    with pytest.raises(AttachmentError, match="đang khóa bằng mật khẩu"):
        signed_copy([("a.pdf", pdf(1, password))], ROOM)


@pytest.mark.parametrize("data", [b"%PDF-1.4 half", pdf(2)[:200], b"%PDF-", b"x%PDF-1.7\n%%EOF"])
def test_a_damaged_pdf_is_refused(data):
    with pytest.raises(AttachmentError, match="không phải tệp PDF hoặc bị hỏng"):
        signed_copy([("a.pdf", data)], ROOM)


def test_a_pdf_stands_alone(monkeypatch):
    with pytest.raises(AttachmentError, match="chỉ được là một tệp PDF"):
        signed_copy([("a.pdf", pdf()), ("b.jpg", jpeg())], ROOM)
    monkeypatch.setattr(scan_pdf, "MOST_PDF_BYTES", 100)
    with pytest.raises(AttachmentError, match="gói gửi sẽ quá 18 MB"):
        signed_copy([("a.pdf", pdf())], ROOM)
