from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, Layout
from desktop_app.report.model import Annex, Section, Signature
from desktop_app.report.pdf import write_pdf
from tests.desktop_app.report.reading import Piece, pdf_pages, pdf_pieces
from tests.desktop_app.report.sample import FIGURES, NOMINATIONS, ManyRows, make_report, with_rows

MM = POINTS_PER_MM


def _find(pieces: list[Piece], words: str) -> Piece:
    return next(piece for piece in pieces if piece.text.startswith(words))


def _lines(count: int) -> tuple[Section, ...]:
    return (Section("I", "I", "Kết quả", 1, tuple(f"Đoạn {number}." for number in range(count))),)


def test_blocks_of_the_first_page_stand_where_they_belong(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(), pdf_path, layout)
    pieces = pdf_pieces(pdf_path)
    middle = 105 * MM
    national, motto = _find(pieces, "CỘNG HÒA"), _find(pieces, "Độc lập")
    number, day = _find(pieces, "Số: 05/BC"), _find(pieces, "Hàm Thuận Bắc, ngày 22")
    assert national.x >= 30 * MM + layout.header.left_mm * MM
    assert motto.y < national.y
    assert _find(pieces, "ỦY BAN MTTQ").x < middle
    assert number.x < middle < day.x + 100
    assert number.y == pytest.approx(day.y)
    title = _find(pieces, "BÁO CÁO")
    width = load_fonts().font(bold=True).width("BÁO CÁO", 14)
    assert title.x + width / 2 == pytest.approx((30 + 165 / 2) * MM, abs=0.5)
    assert national.y > number.y > title.y
    paragraph = _find(pieces, "Thực hiện Kế hoạch")
    assert paragraph.x == pytest.approx(40 * MM, abs=0.1)  # left margin and first-line indent
    assert {round(piece.size) for piece in pieces} <= {11, 12, 13, 14}


def test_signature_stands_on_the_right_at_the_height_of_recipients(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(), pdf_path, layout)
    pieces = pdf_pieces(pdf_path)
    authority, recipients = _find(pieces, "TM. BAN"), _find(pieces, "Nơi nhận:")
    assert recipients.x == pytest.approx(30 * MM, abs=0.1)
    assert authority.x > 105 * MM
    assert abs(authority.y - recipients.y) < 4
    name = _find(pieces, "Trần Thị Mỹ Ái")
    assert authority.y - name.y > 28 * MM
    assert _find(pieces, "Chủ tịch").y < name.y


def test_page_number_is_hidden_on_the_first_page_only(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(sections=_lines(120), annexes=()), pdf_path, layout)
    assert pdf_pages(pdf_path)[0].startswith("ỦY BAN")
    top = 297 * MM - layout.portrait.top_mm * MM
    assert all(piece.y < top for piece in pdf_pieces(pdf_path, 0))
    for page in (1, 2):
        number = pdf_pieces(pdf_path, page)[0]
        assert number.text == str(page + 1)
        assert number.y > top
        assert number.x == pytest.approx((30 + 165 / 2) * MM, abs=6)


def test_annexes_have_their_own_numbers_and_papers(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(), pdf_path, layout)
    with PdfReader(pdf_path) as reader:
        boxes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]
    assert boxes == [(595, 842), (595, 842), (842, 595)]
    for page, label in ((1, "Phụ lục I"), (2, "Phụ lục II")):
        pieces = pdf_pieces(pdf_path, page)
        assert pieces[0].text == "1"
        assert pieces[1].text == label
        assert pieces[2].text.isupper()


def test_long_table_repeats_its_heading_and_splits_no_row(pdf_path: Path, layout: Layout) -> None:
    write_pdf(with_rows(ManyRows(200)), pdf_path, layout)
    pages = pdf_pages(pdf_path)[1:]
    assert len(pages) > 3
    for page in pages:
        assert page.count("Họ và tên") == 1
    for number in range(1, 201):
        page = next(page for page in pages if f"Người thứ {number}\n" in page)
        assert f"Thành tích số {number} " in page + " "


def test_rows_taller_than_a_page_go_on_over_pages(pdf_path: Path, layout: Layout) -> None:
    long = " ".join(f"từ{number}" for number in range(3_000))
    write_pdf(with_rows((("trước", "a"), ("dài", long), ("sau", "b"))), pdf_path, layout)
    pages = pdf_pages(pdf_path)[1:]
    assert len(pages) > 3
    assert all("Họ và tên" in page for page in pages)
    words = " ".join(pages).split()
    assert [word for word in words if word.startswith("từ")] == long.split()
    assert all(piece.y > 20 * MM for page in range(1, len(pages) + 1) for piece in pdf_pieces(pdf_path, page))


def test_a_heading_taller_than_half_a_page_is_printed_once(pdf_path: Path, layout: Layout) -> None:
    columns = (NOMINATIONS.columns[0], NOMINATIONS.columns[1])
    tall = columns[0].__class__("x", "Tiêu đề rất dài " * 200)
    table = NOMINATIONS.__class__("t", "T", (tall, columns[1]), ManyRows(50))
    write_pdf(make_report(annexes=(Annex("", "Danh sách", table),)), pdf_path, layout)
    text = "\n".join(pdf_pages(pdf_path))
    assert text.count("Thành tích\n") == 1
    assert "Người thứ 50" in text


@pytest.mark.parametrize("count", range(20, 34))
def test_signature_never_stands_alone(count: int, pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(sections=_lines(count), annexes=()), pdf_path, layout)
    last = next(page for page in pdf_pages(pdf_path) if "TM. BAN CHỈ ĐẠO" in page)
    assert "trân trọng báo cáo./." in last.replace("\n", " ")
    assert "Trần Thị Mỹ Ái" in last
    assert "Nơi nhận" in last


@pytest.mark.parametrize("count", range(20, 34))
def test_heading_stays_with_its_text(count: int, pdf_path: Path, layout: Layout) -> None:
    after = Section("II", "II", "Đánh giá chung", 1, ("Nội dung đánh giá rất dài. " * 30,))
    write_pdf(make_report(sections=(*_lines(count), after), annexes=()), pdf_path, layout)
    page = next(page for page in pdf_pages(pdf_path) if "II. ĐÁNH GIÁ CHUNG" in page)
    assert page.partition("II. ĐÁNH GIÁ CHUNG")[2].count("\n") >= 2


def test_outline_lists_sections_and_annexes(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(), pdf_path, layout)
    titles: list[tuple[int, str]] = []

    def walk(entries: list, depth: int = 0) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, depth + 1)
            else:
                titles.append((depth, entry.title))

    with PdfReader(pdf_path) as reader:
        walk(reader.outline)
    assert titles == [
        (0, "I. Công tác lãnh đạo, chỉ đạo"),
        (1, "1. Ban hành văn bản"),
        (2, "a) Cấp xã"),
        (0, "II. Kết quả thực hiện"),
        (0, "Phụ lục I. Số liệu năm 2023"),
        (0, "Phụ lục II. Danh sách đề nghị khen thưởng"),
    ]


def test_file_names_its_title_language_and_only_embedded_fonts(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(), pdf_path, layout)
    with PdfReader(pdf_path) as reader:
        assert reader.trailer["/Root"]["/Lang"] == "vi-VN"
        assert reader.metadata is not None
        assert reader.metadata.title.startswith("Báo cáo Kết quả thực hiện Cuộc vận động")
        assert reader.metadata.author == "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc"
        assert reader.metadata.subject == "Số: 05/BC-MTTQ-BCĐ"
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():
                assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    assert b"Helvetica" not in pdf_path.read_bytes()


def test_file_is_of_the_version_that_offices_ask_for(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(), pdf_path, layout)
    assert pdf_path.read_bytes().startswith(b"%PDF-1.7")


def test_body_lines_are_justified_within_the_margins(pdf_path: Path, layout: Layout) -> None:
    text = "Tuyên truyền, vận động Nhân dân ưu tiên dùng hàng Việt Nam " * 20
    write_pdf(make_report(lead=(text,), sections=(), annexes=()), pdf_path, layout)
    font = load_fonts().font()
    pieces = [piece for piece in pdf_pieces(pdf_path) if piece.size == 14 and "Nhân dân" in piece.text]
    assert len(pieces) > 5
    assert all(piece.x + font.width(piece.text, 14) <= (210 - 15) * MM + 0.1 for piece in pieces)


def test_addressees_stand_below_each_other(pdf_path: Path, layout: Layout) -> None:
    write_pdf(make_report(addressees=("Sở A", "Sở B")), pdf_path, layout)
    pieces = pdf_pieces(pdf_path)
    label, first, second = _find(pieces, "Kính gửi:"), _find(pieces, "- Sở A;"), _find(pieces, "- Sở B.")
    assert label.y > first.y > second.y
    assert label.x < first.x == second.x


def test_a_blank_signer_leaves_room(pdf_path: Path, layout: Layout) -> None:
    report = make_report(signature=Signature(("TRƯỞNG BAN",)), recipients=(), annexes=())
    write_pdf(report, pdf_path, layout)
    assert pdf_pieces(pdf_path)[-1].text == "TRƯỞNG BAN"


def test_a_table_without_rows_or_columns_is_no_fault(pdf_path: Path, layout: Layout) -> None:
    empty = NOMINATIONS.__class__("t", "Trống", FIGURES.columns, ())
    nothing = NOMINATIONS.__class__("t", "Trống", (), ())
    write_pdf(make_report(annexes=(Annex("I", "A", empty), Annex("II", "B", nothing))), pdf_path, layout)
    assert "Chỉ tiêu" in pdf_pages(pdf_path)[1]


@pytest.mark.parametrize("count", range(30, 40))
def test_a_heading_within_a_table_stays_with_its_rows(count: int, pdf_path: Path, layout: Layout) -> None:
    rows = (*(("dòng", str(number)) for number in range(count)), ("ĐẦU MỤC", ""), ("dưới đầu mục", ""))
    table = NOMINATIONS.__class__("t", "T", NOMINATIONS.columns, rows, bold_rows=frozenset({count}))
    write_pdf(make_report(annexes=(Annex("", "Danh sách", table),)), pdf_path, layout)
    page = next(page for page in pdf_pages(pdf_path) if "ĐẦU MỤC" in page)
    assert "dưới đầu mục" in page


@pytest.mark.parametrize("count", range(30, 40))
def test_a_sum_is_never_the_only_row_of_a_page(count: int, pdf_path: Path, layout: Layout) -> None:
    rows = (*(("dòng", str(number)) for number in range(count)), ("dòng cuối", ""), ("Cộng", ""))
    table = NOMINATIONS.__class__("t", "T", NOMINATIONS.columns, rows, bold_rows=frozenset({count + 1}))
    write_pdf(make_report(annexes=(Annex("", "Danh sách", table),)), pdf_path, layout)
    page = next(page for page in pdf_pages(pdf_path) if "Cộng" in page.split("\n"))
    assert "dòng cuối" in page
