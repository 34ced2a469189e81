"""Too long, too many, too wide: nothing leaves the margins, nothing is lost, nothing stands where it must not."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.report import wording
from desktop_app.report.layout import POINTS_PER_MM as MM
from desktop_app.report.layout import Layout, load_layout
from desktop_app.report.model import Annex, Report, Section, Table
from desktop_app.report.pdf import write_pdf
from tests.desktop_app.report.monster import WORD, long_name, monster, numbered_sections, prose
from tests.desktop_app.report.page_cases import other_profile
from tests.desktop_app.report.page_reading import Line, Page, Paper
from tests.desktop_app.report.sample import NOMINATIONS, ManyRows, make_report, squashed, with_rows

NEAR = 1.0


def _paper(report: Report, path: Path, layout: Layout) -> Paper:
    write_pdf(report, path, layout)
    return Paper(path)


def _all_text(paper: Paper) -> str:
    """Return all drawn text without blanks."""
    return squashed("".join(line.text for place in range(len(paper)) for line in paper.page(place).lines))


@pytest.fixture(scope="module", params=["usual", "other"])
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Paper, Layout]]:
    layout = load_layout() if request.param == "usual" else other_profile()
    paper = _paper(monster(), tmp_path_factory.mktemp("page") / "m.pdf", layout)
    yield paper, layout
    paper.close()


def test_nothing_leaves_the_margins(hostile: tuple[Paper, Layout]) -> None:
    paper, layout = hostile
    for place in range(len(paper)):
        page = paper.page(place)
        profile = layout.page(landscape=page.width > page.height)
        right = (profile.width_mm - profile.right_mm) * MM
        for line in page.lines:
            leaning = 0.1 * line.size if line.italic else 0
            assert line.left >= profile.left_mm * MM - NEAR - leaning, line
            assert line.right <= right + NEAR + leaning, line
            assert line.y >= profile.bottom_mm * MM, line
        for rule in page.rules:
            assert min(rule.y1, rule.y2) >= profile.bottom_mm * MM - NEAR
            assert max(rule.x1, rule.x2) <= right + NEAR


def test_no_word_is_lost(hostile: tuple[Paper, Layout]) -> None:
    paper, layout = hostile
    report, text = monster(), _all_text(paper)
    styles = layout.styles
    for whole in (
        styles.superior.text(report.superior_lines[0]),
        styles.superior.text(WORD),
        styles.issuer.text(report.issuer_lines[0]),
        report.place_name,
        styles.subject.text(report.subject),
        report.addressees[0],
        report.signature.name,
        report.signature.post,
        *report.recipients[1:3],
    ):
        assert squashed(whole) in text


def test_cells_of_a_row_over_pages_are_whole(hostile: tuple[Paper, Layout]) -> None:
    text = _all_text(hostile[0])
    assert text.count("HộkinhdoanhĐườngSữa") == 2  # typed with loose marks
    annex = monster().annexes[0].content
    assert isinstance(annex, Table)
    words = str(annex.rows[2][3]).split()
    assert squashed(" ".join(words[:10])) in text
    assert squashed(" ".join(words[-4:])) in text
    assert all(f"-Ý{number}" in text for number in range(40))


def test_a_name_of_a_group_stands_on_the_page_of_its_row(hostile: tuple[Paper, Layout]) -> None:
    paper = hostile[0]
    for place in range(len(paper)):
        page = paper.page(place)
        if "NHÓM CUỐI" in page.text:
            assert "Một" in page.text
            assert "Cộng" in page.text


def test_one_wide_heading_does_not_starve_the_other_columns(hostile: tuple[Paper, Layout]) -> None:
    page = hostile[0].page(len(hostile[0]) - 1)
    edges = sorted({round(rule.x1, 1) for rule in page.rules if not rule.is_level})
    widths = [after - before for before, after in pairwise(edges)]
    assert widths[1] > sum(widths) / 6  # the name of the activity


def test_a_list_of_recipients_longer_than_a_page_leaves_no_signature_alone(
    hostile: tuple[Paper, Layout],
) -> None:
    paper, _layout = hostile
    page = paper.find("Nơi nhận:")
    closing = [line for line in page.lines if line.text.endswith(wording.END_MARK)]
    assert closing
    assert closing[0].y > page.line("Nơi nhận:").y
    assert paper.index("- Xã số 89.") > paper.index("Nơi nhận:")


def _is_body(line: Line, layout: Layout) -> bool:
    body = layout.styles.body
    return (line.size, line.bold, line.italic) == (body.size_pt, body.bold, body.italic)


def _starts_paragraph(line: Line, layout: Layout) -> bool:
    indent = (layout.portrait.left_mm + layout.styles.body.first_indent_mm) * MM
    return abs(line.left - indent) < NEAR


def _text_lines(page: Page) -> list[Line]:
    """Return the running text of a page: without its number, Nơi nhận and the signature."""
    lines = [line for line in page.lines if not line.text.isdigit()]
    label = next((place for place, line in enumerate(lines) if line.text == "Nơi nhận:"), len(lines))
    return lines[:label]


def _check_breaks(paper: Paper, layout: Layout) -> None:
    """Fail where a heading ends a page, a paragraph leaves one line behind or sends one line on."""
    last = paper.index("Nơi nhận:")
    for place in range(last):
        lines, following = _text_lines(paper.page(place)), _text_lines(paper.page(place + 1))
        assert _is_body(lines[-1], layout), f"a heading at the foot of page {place + 1}"
        if following and not _starts_paragraph(following[0], layout) and _is_body(following[0], layout):
            assert not _starts_paragraph(lines[-1], layout), f"an orphan on page {place + 1}"
            assert len(following) > 1
            assert not _starts_paragraph(following[1], layout), f"a widow on page {place + 2}"
            assert _is_body(following[1], layout), f"a widow on page {place + 2}"


@pytest.mark.parametrize("seed", range(12))
def test_breaks_between_pages_are_those_of_an_official(seed: int, pdf_path: Path, layout: Layout) -> None:
    report = make_report(
        sections=numbered_sections(20 + seed, seed), annexes=(), lead=(prose(20 + seed * 7, seed),)
    )
    paper = _paper(report, pdf_path, layout)
    assert len(paper) > 2
    _check_breaks(paper, layout)
    paper.close()


@pytest.mark.parametrize("words", range(60, 1000, 29))
def test_the_signature_stands_with_two_lines_of_text(words: int, pdf_path: Path, layout: Layout) -> None:
    sections = (Section("I", "I", "Kết quả", 1, (prose(words, words),)),)
    paper = _paper(
        make_report(sections=sections, annexes=(), closing=prose(words % 40 + 3, 1)), pdf_path, layout
    )
    page = paper.find("Nơi nhận:")
    assert len(_text_lines(page)) >= 2
    assert {"Nơi nhận:", "TM. BAN CHỈ ĐẠO", "Trần Thị Mỹ Ái"} <= {line.text for line in page.lines}
    _check_breaks(paper, layout)
    paper.close()


@pytest.mark.parametrize("count", [0, 1, 5_000])
def test_one_row_or_five_thousand(count: int, pdf_path: Path, layout: Layout) -> None:
    report = with_rows(ManyRows(count))
    paper = _paper(report, pdf_path, layout)
    whole = "\n".join(paper.text(place) for place in range(len(paper)))
    assert whole.count("Người thứ ") == count
    assert whole.count("Họ và tên") == len(paper) - 1
    paper.close()


@pytest.mark.parametrize("lines", range(1, 45, 4))
def test_a_group_stands_with_its_whole_row_however_tall(lines: int, pdf_path: Path, layout: Layout) -> None:
    row = ("Một", "\n".join(f"ý {number}" for number in range(lines)))
    rows = (*[("dòng", "x")] * 25, ("Nhóm B", ""), row, ("hết", ""))
    table = replace(NOMINATIONS, rows=rows, bold_rows=frozenset({25}))
    paper = _paper(make_report(annexes=(Annex("", "Danh sách", table),)), pdf_path, layout)
    page = paper.find("Nhóm B")
    assert page.where(lambda line: line.text == "Một")
    assert page.where(lambda line: line.text == f"ý {lines - 1}")
    paper.close()


def test_loose_marks_are_printed_as_letters(pdf_path: Path, layout: Layout) -> None:
    text = unicodedata.normalize("NFD", "Đường phố Nguyễn Trãi, ấp Mỹ Hưng")
    paper = _paper(make_report(lead=(text,)), pdf_path, layout)
    assert "Đường phố Nguyễn Trãi, ấp Mỹ Hưng" in paper.text(0)
    paper.close()


def test_a_name_of_two_hundred_characters_is_broken_between_words(pdf_path: Path, layout: Layout) -> None:
    name = long_name("Nguyễn", 200)
    report = make_report()
    paper = _paper(replace(report, signature=replace(report.signature, name=name)), pdf_path, layout)
    border = (210 - layout.portrait.right_mm - layout.signature.right_mm) * MM
    lines = paper.find("Nơi nhận:").where(lambda line: line.left > border and line.text[:5] in name)
    assert " ".join(line.text for line in lines if line.text in name) == name
    paper.close()
