"""The pages of a PDF: their sizes, their pixels, and where words stand on them."""

import threading
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import ExportError
from desktop_app.report.fonts import load_fonts
from desktop_app.report.pdf_pages import PdfPages


@pytest.fixture(scope="module")
def data() -> bytes:
    """Two pages: words in two lines, and a landscape one with a black square."""
    font = load_fonts().font()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont(font.name, 14)
    canvas.drawString(100, 742, "Phiên chợ hàng Việt về xã Đông")
    canvas.drawString(100, 722, "Giang, hàng Việt – hàng tốt")
    canvas.showPage()
    canvas.setPageSize(landscape(A4))
    canvas.rect(72, 595.28 - 144, 72, 72, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def pages(data: bytes):
    with PdfPages(data) as opened:
        yield opened


def test_pages_have_their_own_sizes(pages: PdfPages) -> None:
    assert pages.count == 2
    assert [tuple(round(side) for side in size) for size in pages.sizes] == [(595, 842), (842, 595)]
    assert pages.size(1) == pages.sizes[1]


def test_a_page_becomes_pixels(pages: PdfPages) -> None:
    picture = pages.render(1, 144)
    assert (picture.width, picture.height) == (1684, 1191)
    assert len(picture.data) == picture.stride * picture.height

    def pixel(x: int, y: int) -> bytes:
        at = y * picture.stride + 3 * x
        return picture.data[at : at + 3]

    assert pixel(216, 216) == b"\0\0\0", "the square stands an inch from left and top"
    assert pixel(100, 216) == pixel(216, 100) == b"\xff\xff\xff"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hàng việt", 2),
        ("HÀNG VIỆT", 2),
        ("hang viet", 2),
        ("hàng viêt", 0),  # typed with accents: exactly these
        ("dong giang", 1),
        ("xã  Đông Giang", 1),
        ("viet hang", 1),  # the dash between them is as good as a space
        ("", 0),
        ("không có", 0),
    ],
)
def test_words_are_found_with_and_without_accents(pages: PdfPages, typed: str, found: int) -> None:
    assert len(pages.search(typed)) == found


def test_found_words_have_their_place(pages: PdfPages) -> None:
    (hit,) = pages.search("Phiên chợ")
    (box,) = hit.boxes
    assert hit.page == 0
    assert box.left == pytest.approx(100, abs=2)
    assert 842 - 742 - 14 < box.top < 842 - 742
    assert 50 < box.width < 80


def test_words_over_two_lines_have_two_boxes(pages: PdfPages) -> None:
    (hit,) = pages.search("Đông Giang")
    assert len(hit.boxes) == 2
    assert hit.boxes[0].top < hit.boxes[1].top


def test_what_is_no_whole_pdf_is_said(data: bytes) -> None:
    missing_pages = data.replace(b"/Count 2", b"/Count 9")
    assert missing_pages != data
    for broken in (b"PK\x03\x04 not a PDF", b"", data[:300], missing_pages):
        with pytest.raises(ExportError, match="hãy xuất lại báo cáo"):
            PdfPages(broken)


def test_two_threads_may_draw_at_once(data: bytes, pages: PdfPages) -> None:
    wanted = pages.render(0, 72).data
    drawn: list[bytes] = []

    def draw() -> None:
        with PdfPages(data) as own:
            drawn.extend(own.render(0, 72).data for _ in range(20))
            drawn.append(wanted if own.search("hang viet") else b"")

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 84
    assert set(drawn) == {wanted}
