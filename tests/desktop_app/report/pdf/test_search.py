"""A reader's search finds accented text: within a line, over the end of a line, in tables, whatever the case."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.report.layout import Layout
from desktop_app.report.pdf import write_pdf
from tests.desktop_app.report.sample import make_report

SENTENCE = (
    "Ủy ban Mặt trận Tổ quốc Việt Nam huyện đã phối hợp với Phòng Kinh tế và Hạ tầng tổ chức phiên chợ hàng Việt về "
    "nông thôn, phục vụ đồng bào vùng sâu, vùng xa, biên giới, hải đảo với 12.230 lượt khách, doanh thu 4,44 tỷ đồng"
)


@pytest.fixture
def document(pdf_path: Path, layout: Layout) -> Iterator[pypdfium2.PdfDocument]:
    write_pdf(make_report(lead=(f"{SENTENCE}.",)), pdf_path, layout)
    opened = pypdfium2.PdfDocument(pdf_path)
    yield opened
    opened.close()


def _found(document: pypdfium2.PdfDocument, words: str) -> int:
    """Return on how many pages PDFium, the engine of Chrome and Edge, finds the words."""
    count = 0
    for page in document:
        text = page.get_textpage()
        search = text.search(words)
        count += search.get_next() is not None
        search.close()
        text.close()
    return count


@pytest.mark.parametrize(
    "words",
    [
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-MTTQ-BCĐ",
        "Hàm Thuận Bắc, ngày 22 tháng 11 năm 2023",
        SENTENCE,
        SENTENCE.upper(),
        "12.230 lượt khách",
        "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
        "Tỷ lệ ưu tiên hàng Việt",
        "1.500.000",
        "Bà Mang Thị Hòa",
        "K’ Văn Đoàn",
    ],
)
def test_what_is_printed_is_found(words: str, document: pypdfium2.PdfDocument) -> None:
    assert _found(document, words) == 1


def test_what_is_not_printed_is_not_found(document: pypdfium2.PdfDocument) -> None:
    assert _found(document, "Tự đo") == 0
