"""Blocks that the sample districts do not have: several addressees, căn cứ, points a), annexes over pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.report.layout import POINTS_PER_MM as MM
from desktop_app.report.layout import Layout, TextStyle
from desktop_app.report.pdf import write_pdf
from tests.desktop_app.report.page_cases import profile_of
from tests.desktop_app.report.page_reading import Line, Paper
from tests.desktop_app.report.sample import ManyRows, make_report, with_rows

NEAR = 0.9
BASES = ("Căn cứ Luật Mặt trận Tổ quốc Việt Nam", "Căn cứ Kế hoạch của Ban Chỉ đạo tỉnh")


@pytest.fixture(params=["mttq_nd30", "mttq_nd30_13", "other"])
def layout(request: pytest.FixtureRequest) -> Layout:
    return profile_of(request.param)


@pytest.fixture
def paper(layout: Layout, pdf_path: Path) -> Iterator[Paper]:
    report = make_report(addressees=("Sở Công Thương", "Ban Dân vận Tỉnh ủy"), bases=BASES)
    write_pdf(report, pdf_path, layout)
    opened = Paper(pdf_path)
    yield opened
    opened.close()


def _looks(line: Line, style: TextStyle) -> None:
    assert (line.size, line.bold, line.italic) == (pytest.approx(style.size_pt), style.bold, style.italic), (
        line
    )


def _left(layout: Layout) -> float:
    return layout.portrait.left_mm * MM


def test_several_addressees_stand_below_each_other_under_the_colon(paper: Paper, layout: Layout) -> None:
    page = paper.page(0)
    label, first, second = page.line("Kính gửi:"), page.line("- Sở"), page.line("- Ban Dân vận")
    assert (first.text, second.text) == ("- Sở Công Thương;", "- Ban Dân vận Tỉnh ủy.")
    for line in (label, first, second):
        _looks(line, layout.styles.addressee)
    assert label.left == pytest.approx(_left(layout) + layout.addressee.label_left_mm * MM, abs=NEAR)
    colon = label.right - 0.28 * label.size
    assert first.left == pytest.approx(colon, abs=2)
    assert second.left == pytest.approx(first.left, abs=0.1)
    height = layout.line_height_pt(layout.styles.addressee)
    assert label.y - first.y == pytest.approx(height, abs=0.1)
    assert first.y - second.y == pytest.approx(height, abs=0.1)


def test_bases_stand_before_the_lead_each_on_its_line(paper: Paper, layout: Layout) -> None:
    page, style = paper.page(0), layout.styles.basis
    first, second = page.line("Căn cứ Luật"), page.line("Căn cứ Kế hoạch")
    assert first.text.endswith(";")
    assert second.text.endswith(".")
    for line in (first, second):
        _looks(line, style)
        assert line.left == pytest.approx(_left(layout) + style.first_indent_mm * MM, abs=NEAR)
    assert first.y > second.y > page.line("Thực hiện").y
    distance = layout.line_height_pt(style) + style.space_before_pt
    assert first.y - second.y == pytest.approx(distance, abs=0.1)


def test_points_have_letters_and_a_look_of_their_own(paper: Paper, layout: Layout) -> None:
    style = layout.styles.heading_3
    line = paper.find("a) Cấp xã").line("a) ")
    _looks(line, style)
    assert line.left == pytest.approx(_left(layout) + style.first_indent_mm * MM, abs=NEAR)


def test_page_numbers_of_an_annex_run_on_and_begin_anew(layout: Layout, pdf_path: Path) -> None:
    write_pdf(with_rows(ManyRows(120)), pdf_path, layout)
    paper = Paper(pdf_path)
    assert len(paper) > 3
    top = (layout.portrait.height_mm - layout.portrait.top_mm) * MM
    numbers = [paper.page(place).where(lambda line: line.y > top) for place in range(1, len(paper))]
    assert [line.text for (line,) in numbers] == [str(number) for number in range(1, len(paper))]
    for (line,) in numbers:
        _looks(line, layout.styles.page_number)
    headings = [
        paper.page(place).line(layout.styles.table_heading.text("Họ và tên"))
        for place in range(1, len(paper))
    ]
    assert len({round(line.y, 1) for line in headings[1:]}) == 1
    paper.close()
