"""Pictures in the Word file: told in words, undistorted, stored once; the floating check code."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from desktop_app.report.docx import write_docx
from desktop_app.report.docx.pictures import chart_in_words
from desktop_app.report.model import Annex, Photos
from desktop_app.report.pictures import CODE_EDGE_MM, code_text
from tests.desktop_app.report.pictured import CHARTS, CONTENTS, FUNDS, photo
from tests.desktop_app.report.sample import NOMINATIONS, make_report

EMU_PER_MM = 36_000


@pytest.fixture
def written(docx_path, layout):
    """Write a report and open it again."""

    def write(**changes):
        write_docx(make_report(**changes), docx_path, layout)
        return Document(str(docx_path))

    return write


def drawings(word):
    """Return (alternative text, width, height) of the pictures in EMU."""
    found = []
    for drawing in word.element.body.iter(qn("w:drawing")):
        extent = drawing[0].find(qn("wp:extent"))
        size = int(extent.get("cx")), int(extent.get("cy"))
        found.append((drawing[0].find(qn("wp:docPr")).get("descr"), *size))
    return found


def test_charts_are_pictures_as_wide_as_the_text_with_their_figures_in_words(written, layout):
    word = written(annexes=(Annex("", "Biểu đồ", CHARTS),))
    found = drawings(word)
    assert [alt for alt, _, _ in found] == [chart_in_words(chart) for chart in CHARTS.charts]
    width = layout.portrait.text_width_mm * EMU_PER_MM
    assert all(cx == pytest.approx(width, rel=0.001) for _, cx, _ in found)
    assert all(cy < 257 * EMU_PER_MM for _, _, cy in found)


def test_a_chart_in_words_names_every_known_figure():
    assert chart_in_words(FUNDS) == (
        "Biểu đồ: Kinh phí thực hiện theo nguồn (triệu đồng). "
        "Năm 2023: Ngân sách nhà nước 556,5; Xã hội hóa 607."
    )
    assert "Năm 2022: Tuyên truyền 5; Khen thưởng 0." in chart_in_words(CONTENTS)


def test_pictures_of_charts_are_sharp_enough_for_print(written, docx_path):
    written(annexes=(Annex("", "Biểu đồ", CHARTS),))
    with ZipFile(docx_path) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/media/")]
        images = [Image.open(BytesIO(archive.read(name))) for name in names]
    assert len(images) == 3
    assert all(image.width / (165 / 25.4) >= 200 for image in images)


def test_a_photo_is_stored_once_in_its_shape_with_its_caption(written, docx_path):
    twice = photo("a", caption="Cùng một ảnh")
    content = Photos("photos", (twice, twice, photo("b", 300, 400, 'Ảnh <đứng> & "rõ"')))
    word = written(annexes=(Annex("", "Hình ảnh", content),))
    found = drawings(word)
    assert [alt for alt, _, _ in found] == ["Cùng một ảnh", "Cùng một ảnh", 'Ảnh <đứng> & "rõ"']
    assert [cx / cy for _, cx, cy in found] == pytest.approx([4 / 3, 4 / 3, 3 / 4], rel=0.01)
    with ZipFile(docx_path) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 2
    captions = [cell.paragraphs[-1].text for table in word.tables for cell in table.rows[0].cells]
    assert 'Ảnh <đứng> & "rõ"' in captions


def test_numbers_of_pictures_are_their_own(written):
    content = Photos("photos", (photo("a"), photo("b")))
    word = written(annexes=(Annex("I", "Biểu đồ", CHARTS), Annex("II", "Ảnh", content)), prints_code=True)
    numbers = [one.get("id") for one in word.element.body.iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers)) == 6


@pytest.mark.parametrize("landscape", [False, True])
def test_the_code_floats_in_the_lower_margin_of_the_last_page(written, layout, landscape):
    report = make_report()
    word = written(annexes=(Annex("", "A", NOMINATIONS, landscape=landscape),), prints_code=True)
    (anchor,) = word.element.body.iter(qn("wp:anchor"))
    assert anchor.find(qn("wp:docPr")).get("descr") == code_text(report.identity)
    assert anchor.find(qn("wp:wrapNone")) is not None
    page = layout.page(landscape=landscape)
    place = anchor.find(qn("wp:positionV"))
    assert place.get("relativeFrom") == "page"
    top = int(place[0].text) / EMU_PER_MM
    height = int(anchor.find(qn("wp:extent")).get("cy")) / EMU_PER_MM
    assert top >= page.height_mm - page.bottom_mm, "below the text, where no table reaches"
    assert top + height == pytest.approx(page.height_mm - CODE_EDGE_MM, abs=0.01)
    paragraphs = word.element.body.findall(qn("w:p"))
    assert anchor in set(paragraphs[-1].iter(qn("wp:anchor")))


def test_no_code_is_printed_unless_the_office_wants_it(written):
    assert not list(written().element.body.iter(qn("w:drawing")))


def test_a_report_with_pictures_gives_the_same_bytes(written, docx_path):
    changes = {
        "annexes": (Annex("I", "Biểu đồ", CHARTS), Annex("II", "Ảnh", Photos("photos", (photo("a"),)))),
        "prints_code": True,
    }
    written(**changes)
    first = docx_path.read_bytes()
    written(**changes)
    assert docx_path.read_bytes() == first
