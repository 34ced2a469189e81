"""Pictures in the PDF: charts as vectors, each photo once, the check code where it moves nothing."""

import pytest
from pypdf import PdfReader

from desktop_app.report.layout import POINTS_PER_MM
from desktop_app.report.model import Annex, Photo, Photos
from desktop_app.report.pdf import write_pdf
from tests.desktop_app.report.pictured import CHARTS, CONTENTS, photo, photos
from tests.desktop_app.report.reading import pdf_pages, pdf_pieces
from tests.desktop_app.report.sample import FIGURES, NOMINATIONS, ManyRows, make_report, with_rows

MM = POINTS_PER_MM
CODE = "Mã kiểm tra: 7KQ2MX4T9A"


def images(path):
    """Return (filter, width, height) of the stored images of a PDF, each once."""
    found = {}
    with PdfReader(path) as reader:
        for page in reader.pages:
            for reference in page["/Resources"].get("/XObject", {}).values():
                image = reference.get_object()
                name = image.indirect_reference.idnum
                found[name] = (str(image["/Filter"]), int(image["/Width"]), int(image["/Height"]))
    return list(found.values())


def heights(path, page):
    """Return how high above the foot of the page each piece of text stands, drawings turned back."""
    found = []

    def visit(text, cm, tm, _font, _size):
        if text.strip():
            found.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    with PdfReader(path) as reader:
        reader.pages[page].extract_text(visitor_text=visit)
    return found


def test_charts_are_drawn_with_letters_that_can_be_searched_and_no_picture(pdf_path, layout):
    annexes = (Annex("I", "Số liệu", FIGURES), Annex("II", "Một số biểu đồ", CHARTS))
    write_pdf(make_report(annexes=annexes), pdf_path, layout)
    text = " ".join(pdf_pages(pdf_path)[-1].split())
    assert "Phụ lục II" in text
    assert "Số hoạt động theo nhóm nội dung" in text
    assert "9.360" in text
    assert "Năm 2022" in text
    assert images(pdf_path) == []
    with PdfReader(pdf_path) as reader:
        assert reader.outline[-1].title == "Phụ lục II. Một số biểu đồ"


def test_charts_stay_between_the_margins(pdf_path, layout):
    many = CHARTS.__class__("charts", CHARTS.charts * 5)
    write_pdf(make_report(annexes=(Annex("", "Biểu đồ", many),)), pdf_path, layout)
    pages = len(pdf_pages(pdf_path))
    assert pages >= 4
    foot = layout.portrait.bottom_mm * MM
    for page in range(1, pages):
        assert min(heights(pdf_path, page)) >= foot


def test_a_photo_is_stored_once_as_jpeg_and_its_caption_stands_below(pdf_path, layout):
    twice = photo("a", caption="Cùng một ảnh")
    content = Photos("photos", (twice, twice, photo("b", 300, 400, "Ảnh đứng"), photo("c", 1, 1, "Điểm")))
    write_pdf(make_report(annexes=(Annex("", "Hình ảnh hoạt động", content),)), pdf_path, layout)
    stored = images(pdf_path)
    assert len(stored) == 3
    assert all("/DCTDecode" in name for name, _, _ in stored)
    assert sorted(size for _, *size in stored) == [[1, 1], [300, 400], [640, 480]]
    text = pdf_pages(pdf_path)[-1]
    assert text.count("Cùng một ảnh") == 2
    assert "Ảnh đứng" in text


def test_24_photos_take_few_pages_and_no_caption_leaves_the_page(pdf_path, layout):
    content = photos(*[(640, 480)] * 24)
    write_pdf(make_report(annexes=(Annex("", "Hình ảnh hoạt động", content),)), pdf_path, layout)
    pages = pdf_pages(pdf_path)[1:]
    assert len(pages) <= 5
    assert [sum(f"Ảnh số {place} " in page for page in pages) for place in range(24)] == [1] * 24
    foot = layout.portrait.bottom_mm * MM
    for page in range(1, len(pages) + 1):
        assert all(piece.y >= foot for piece in pdf_pieces(pdf_path, page))


def test_a_caption_of_800_letters_is_whole(pdf_path, layout):
    words = [f"từ{number}" for number in range(130)]
    content = Photos("photos", (photo("a"), photo("b", 300, 400, " ".join(words))))
    write_pdf(make_report(annexes=(Annex("", "Hình ảnh", content),)), pdf_path, layout)
    assert words == [word for word in pdf_pages(pdf_path)[-1].split() if word in words]


def test_bytes_of_a_report_with_pictures_are_always_the_same(pdf_path, layout, tmp_path):
    report = make_report(
        annexes=(Annex("I", "Biểu đồ", CHARTS), Annex("II", "Ảnh", photos((640, 480)))), prints_code=True
    )
    write_pdf(report, pdf_path, layout)
    again = tmp_path / "again.pdf"
    write_pdf(report, again, layout)
    assert pdf_path.read_bytes() == again.read_bytes()


def test_the_code_is_off_by_default_and_needs_to_be_known(pdf_path, layout):
    write_pdf(make_report(), pdf_path, layout)
    assert CODE not in "".join(pdf_pages(pdf_path))
    report = make_report(prints_code=True)
    unknown = make_report(prints_code=True, identity=report.identity.__class__("BT", "huyện", 2023))
    write_pdf(unknown, pdf_path, layout)
    assert "Mã kiểm tra" not in "".join(pdf_pages(pdf_path))


def test_the_code_stands_on_the_last_page_only(pdf_path, layout):
    write_pdf(make_report(prints_code=True), pdf_path, layout)
    assert [CODE in page for page in pdf_pages(pdf_path)] == [False] * (len(pdf_pages(pdf_path)) - 1) + [True]


@pytest.mark.parametrize("rows", range(20, 62, 2))
def test_the_code_pushes_nothing_and_touches_nothing(pdf_path, layout, rows, tmp_path):
    write_pdf(with_rows(ManyRows(rows)), pdf_path, layout)
    plain = pdf_pages(pdf_path)
    coded = tmp_path / "coded.pdf"
    write_pdf(with_rows(ManyRows(rows), prints_code=True), coded, layout)
    assert len(pdf_pages(coded)) == len(plain)
    pieces = pdf_pieces(coded, len(plain) - 1)
    code = next(piece for piece in pieces if piece.text.startswith("Mã kiểm tra"))
    others = [piece for piece in pieces if not piece.text.startswith(("Mã kiểm tra", "Lần báo cáo"))]
    lowest = min(piece.y for piece in others)
    assert lowest - code.y > 8, "the last row ends above the code"
    assert code.y > 5 * MM


def test_without_annexes_the_code_stands_at_the_foot_of_the_report(pdf_path, layout):
    write_pdf(make_report(annexes=(), prints_code=True), pdf_path, layout)
    assert CODE in pdf_pages(pdf_path)[-1]


def test_a_landscape_annex_has_its_code_too(pdf_path, layout):
    write_pdf(
        make_report(annexes=(Annex("", "A", NOMINATIONS, landscape=True),), prints_code=True),
        pdf_path,
        layout,
    )
    assert CODE in pdf_pages(pdf_path)[-1]


def test_an_unreadable_photo_does_not_stop_the_report(pdf_path, layout):
    broken = Photo("broken", b"no picture", 640, 480, "Ảnh này không đọc được")
    content = Photos("photos", (broken, photo("a")))
    write_pdf(make_report(annexes=(Annex("", "Ảnh", content),)), pdf_path, layout)
    assert "Ảnh này không đọc được" in " ".join(pdf_pages(pdf_path)[-1].split())
    assert CONTENTS.title not in pdf_pages(pdf_path)[-1]
