"""Every block of domain.md §3.2, measured on the page against the layout profile it was printed with.

The pages are read by PDFium, which knows nothing of our own widths. Lengths in points.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.report import wording
from desktop_app.report.layout import POINTS_PER_MM as MM
from desktop_app.report.layout import Align, Layout, PageSize, TextStyle
from desktop_app.report.measures import DESCENT_EM
from desktop_app.report.model import Report, Table
from desktop_app.report.writers import write
from tests.desktop_app.report.page_cases import CASES, profile_of, sample_report
from tests.desktop_app.report.page_reading import Line, Page, Paper, Rule

NEAR = 0.9  # a third of a millimetre; PDFium cuts the widths of characters to whole thousandths
ASCENT_EM = 0.9  # of Times New Roman with a mark over a capital letter


class Case(NamedTuple):
    """A printed report."""

    report: Report
    layout: Layout
    paper: Paper


@pytest.fixture(scope="module", params=CASES, ids=["-".join(one) for one in CASES])
def case(
    request: pytest.FixtureRequest, shipped_samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    district, body, profile = request.param
    folder = tmp_path_factory.mktemp("page")
    report, layout = sample_report(shipped_samples, folder, district, body), profile_of(profile)
    write("pdf", report, folder / "page.pdf", layout=layout)
    paper = Paper(folder / "page.pdf")
    yield Case(report, layout, paper)
    paper.close()


def _looks(line: Line, style: TextStyle) -> None:
    assert (line.size, line.bold, line.italic) == (pytest.approx(style.size_pt), style.bold, style.italic), (
        line
    )


def _left(page: PageSize) -> float:
    return page.left_mm * MM


def _right(page: PageSize) -> float:
    return (page.width_mm - page.right_mm) * MM


def _middle(page: PageSize) -> float:
    return (_left(page) + _right(page)) / 2


def _gap_under(page: Page, line: Line, rule: Rule, style: TextStyle) -> float:
    """Return what lies between the strip of a line and the rule under it."""
    return line.y - DESCENT_EM * style.size_pt - rule.y1


def _column(page: Page, layout: Layout, *, right: bool) -> list[Line]:
    """Return the lines of a column on top of the first page, down to number or date."""
    number = page.line("Số:")
    border = _right(layout.portrait) - layout.header.right_mm * MM
    return page.where(lambda line: line.y >= number.y - 1 and (line.left >= border) == right)


def test_national_name_and_motto_stand_on_the_right(case: Case) -> None:
    layout, page = case.layout, case.paper.page(0)
    name, motto, date = _column(page, layout, right=True)
    assert name.text == layout.styles.national_name.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert motto.text == layout.styles.motto.text("Độc lập - Tự do - Hạnh phúc")
    middle = _right(layout.portrait) - layout.header.right_mm * MM / 2
    for line, style in (
        (name, layout.styles.national_name),
        (motto, layout.styles.motto),
        (date, layout.styles.date_line),
    ):
        _looks(line, style)
        assert line.middle == pytest.approx(middle, abs=NEAR)
        assert line.right <= _right(layout.portrait) + NEAR
    distance = layout.line_height_pt(layout.styles.motto) + layout.styles.motto.space_before_pt
    drop = DESCENT_EM * (layout.styles.national_name.size_pt - layout.styles.motto.size_pt)
    assert name.y - motto.y == pytest.approx(distance + drop, abs=NEAR)


def test_the_rule_under_the_motto_is_as_long_as_its_text(case: Case) -> None:
    layout, page = case.layout, case.paper.page(0)
    motto = page.line(layout.styles.motto.text("Độc lập"))
    rule = page.rule_below(motto)
    assert rule.length == pytest.approx(motto.right - motto.left, abs=NEAR)
    assert rule.middle == pytest.approx(motto.middle, abs=NEAR)
    assert rule.thickness == pytest.approx(layout.rule.width_pt)
    assert _gap_under(page, motto, rule, layout.styles.motto) == pytest.approx(layout.rule.gap_pt, abs=NEAR)


def test_issuing_body_stands_on_the_left_with_its_rule(case: Case) -> None:
    report, layout, page = case.report, case.layout, case.paper.page(0)
    *names, number = _column(page, layout, right=False)
    above = " ".join(wording.paragraphs(*report.superior_lines))
    own = " ".join(wording.paragraphs(*report.issuer_lines))
    superior, issuer = layout.styles.superior, layout.styles.issuer
    printed = " ".join(line.text for line in names)
    assert printed == f"{superior.text(above)} {issuer.text(own)}".strip()
    of_issuer = [line for line in names if line.text in issuer.text(own)]
    middle = _left(layout.portrait) + layout.header.left_mm * MM / 2
    for line in names:
        _looks(line, issuer if line in of_issuer else superior)
        assert line.middle == pytest.approx(middle, abs=NEAR)
        assert line.left >= _left(layout.portrait) - NEAR
    rule = page.rule_below(of_issuer[-1])
    longest = max(line.right - line.left for line in of_issuer)
    assert rule.length == pytest.approx(longest * layout.rule.issuer_share, abs=NEAR)
    assert 1 / 3 <= rule.length / longest <= 1 / 2 + 0.01
    assert rule.middle == pytest.approx(middle, abs=NEAR)
    assert number.y < rule.y1 < of_issuer[-1].y


def test_number_and_date_stand_at_the_same_height(case: Case) -> None:
    report, layout, page = case.report, case.layout, case.paper.page(0)
    number, date = page.line("Số:"), _column(page, layout, right=True)[-1]
    assert number.text == f"Số: 09/{report.symbol}"
    assert date.text == f"{report.place_name}, ngày 22 tháng 11 năm {report.identity.year}"
    _looks(number, layout.styles.number_line)
    assert number.y == pytest.approx(date.y, abs=0.05)
    assert number.middle == pytest.approx(_left(layout.portrait) + layout.header.left_mm * MM / 2, abs=NEAR)


def test_title_is_centred_with_its_rule(case: Case) -> None:
    report, layout, page = case.report, case.layout, case.paper.page(0)
    styles = layout.styles
    kind = page.line(styles.kind_name.text(report.kind_name))
    _looks(kind, styles.kind_name)
    addressee = page.line("Kính gửi:")
    subject = page.where(lambda line: addressee.y < line.y < kind.y)
    assert " ".join(line.text for line in subject) == styles.subject.text(report.subject)
    for line in (kind, *subject):
        assert line.middle == pytest.approx(_middle(layout.portrait), abs=NEAR)
    for line in subject:
        _looks(line, styles.subject)
    rule = page.rule_below(subject[-1])
    longest = max(line.right - line.left for line in subject)
    assert rule.length == pytest.approx(longest * layout.rule.subject_share, abs=NEAR)
    assert 1 / 3 <= rule.length / longest <= 1 / 2
    assert rule.middle == pytest.approx(_middle(layout.portrait), abs=NEAR)
    assert addressee.y < rule.y1


def test_addressee_begins_beside_its_label(case: Case) -> None:
    report, layout, page = case.report, case.layout, case.paper.page(0)
    label = page.line("Kính gửi:")
    lead = page.line("Thực hiện")
    lines = page.where(lambda line: lead.y < line.y <= label.y)
    assert " ".join(line.text for line in lines) == f"Kính gửi: {report.addressees[0]}."
    for line in lines:
        _looks(line, layout.styles.addressee)
        assert line.right <= _right(layout.portrait) + NEAR
    assert label.left == pytest.approx(_left(layout.portrait) + layout.addressee.label_left_mm * MM, abs=NEAR)
    names = [line.left for line in lines if line is not label]
    assert max(names) - min(names) < NEAR


def test_paragraphs_are_indented_justified_and_spaced(case: Case) -> None:
    layout, page = case.layout, case.paper.page(0)
    body, lines = layout.styles.body, case.paper.page(0).lines
    start = next(place for place, line in enumerate(lines) if line.text.startswith("Thực hiện"))
    end = next(place for place, line in enumerate(lines) if line.text.startswith("I. "))
    lead = lines[start:end]
    assert len(lead) > 3
    assert lead[0].left == pytest.approx(_left(layout.portrait) + body.first_indent_mm * MM, abs=NEAR)
    for line in lead:
        _looks(line, body)
    for line in lead[1:]:
        assert line.left == pytest.approx(_left(layout.portrait), abs=NEAR)
    for line in lead[:-1]:
        assert line.right == pytest.approx(_right(layout.portrait), abs=NEAR)
    for one, following in pairwise(lead):
        assert one.y - following.y == pytest.approx(layout.line_height_pt(body), abs=NEAR)
    assert page.height == pytest.approx(layout.portrait.height_mm * MM, abs=NEAR)


def test_paragraphs_are_parted_by_their_gap(case: Case) -> None:
    layout, page = case.layout, case.paper.page(1)
    body = layout.styles.body
    indent = _left(layout.portrait) + body.first_indent_mm * MM
    looks = (pytest.approx(body.size_pt), body.bold, body.italic)
    text = [line for line in page.lines if (line.size, line.bold, line.italic) == looks][1:]
    gaps = [
        one.y - following.y
        for one, following in pairwise(text)
        if following.left == pytest.approx(indent, abs=NEAR) and one.y - following.y < 40
    ]
    assert gaps
    assert gaps == [pytest.approx(layout.line_height_pt(body) + body.space_before_pt, abs=NEAR)] * len(gaps)


@pytest.mark.parametrize(("level", "mark"), [(1, "I. "), (2, "1. ")])
def test_headings_look_like_headings(level: int, mark: str, case: Case) -> None:
    layout, page = case.layout, case.paper.page(0)
    style = layout.styles.heading(level)
    line = page.line(mark)
    _looks(line, style)
    assert line.left == pytest.approx(_left(layout.portrait) + style.first_indent_mm * MM, abs=NEAR)
    assert (line.text == line.text.upper()) == style.caps
    before = page.lines[page.lines.index(line) - 1]
    above = layout.styles.heading(1) if level > 1 else layout.styles.body
    distance = layout.line_height_pt(style) + style.space_before_pt
    distance += DESCENT_EM * (above.size_pt - style.size_pt)
    assert before.y - line.y == pytest.approx(distance, abs=NEAR)


def test_text_ends_with_its_mark_on_the_page_of_the_signature(case: Case) -> None:
    page = case.paper.find("Nơi nhận:")
    text = page.where(lambda line: line.y > page.line("Nơi nhận:").y)
    assert text[-1].text.endswith("./.") or text[-2].text.endswith("./.")
    _looks(next(line for line in text if line.text.endswith("./.")), case.layout.styles.body)


def test_recipients_stand_on_the_left_at_the_height_of_the_post(case: Case) -> None:
    report, layout = case.report, case.layout
    page, styles = case.paper.find("Nơi nhận:"), case.layout.styles
    label = page.line("Nơi nhận:")
    _looks(label, styles.recipients_title)
    border = _right(layout.portrait) - layout.signature.right_mm * MM
    lines = page.where(lambda line: line.y < label.y and line.left < border)
    assert " ".join(line.text for line in lines) == " ".join(wording.recipient_lines(report))
    for line in lines:
        _looks(line, styles.recipients)
        assert line.left == pytest.approx(_left(layout.portrait), abs=NEAR)
        assert line.right <= _left(layout.portrait) + layout.signature.left_mm * MM + NEAR
    authority = page.line(styles.authority.text(report.signature.authority_lines[0]))
    assert authority.y == pytest.approx(label.y, abs=0.05)


def test_signature_is_centred_in_the_right_half(case: Case) -> None:
    report, layout = case.report, case.layout
    page, styles = case.paper.find("Nơi nhận:"), case.layout.styles
    label, right = page.line("Nơi nhận:"), _right(layout.portrait)
    lines = page.where(
        lambda line: line.y <= label.y + 0.1 and line.left > right - layout.signature.right_mm * MM
    )
    name_at = next(place for place, line in enumerate(lines) if line.text == report.signature.name)
    assert [line.text for line in lines[:name_at]] == [
        styles.authority.text(line) for line in report.signature.authority_lines
    ]
    for line in lines:
        assert line.middle == pytest.approx(right - layout.signature.right_mm * MM / 2, abs=NEAR)
    for line in lines[:name_at]:
        _looks(line, styles.authority)
    _looks(lines[name_at], styles.signer_name)
    for line in lines[name_at + 1 :]:
        _looks(line, styles.signer_post)
    gap = lines[name_at - 1].y - lines[name_at].y - layout.line_height_pt(styles.signer_name)
    drop = DESCENT_EM * (styles.authority.size_pt - styles.signer_name.size_pt)
    assert gap - drop == pytest.approx(layout.signature.name_gap_mm * MM, abs=NEAR)


def test_page_numbers_stand_in_the_top_margin_but_not_on_the_first_page(case: Case) -> None:
    layout, portrait = case.layout, case.layout.portrait
    top = (portrait.height_mm - portrait.top_mm) * MM
    assert not case.paper.page(0).where(lambda line: line.y > top)
    (number,) = case.paper.page(1).where(lambda line: line.y > top)
    assert number.text == "2"
    _looks(number, layout.styles.page_number)
    assert number.middle == pytest.approx(_middle(portrait), abs=NEAR)
    strip = layout.line_height_pt(layout.styles.page_number) - DESCENT_EM * number.size
    assert number.y == pytest.approx((portrait.height_mm - portrait.page_number_mm) * MM - strip, abs=NEAR)


def test_every_line_of_text_keeps_the_margins(case: Case) -> None:
    for place in range(case.paper.index("Nơi nhận:") + 1):
        page, paper = case.paper.page(place), case.layout.portrait
        for line in page.lines:
            leaning = 0.1 * line.size if line.italic else 0  # a slanted letter leans out of its width
            assert line.left >= _left(paper) - NEAR
            assert line.right <= _right(paper) + leaning + NEAR
            assert line.y - DESCENT_EM * line.size >= paper.bottom_mm * MM - NEAR
            if not line.text.isdigit():
                assert line.y + ASCENT_EM * line.size <= (paper.height_mm - paper.top_mm) * MM + NEAR


def test_annexes_have_their_own_pages_numbers_and_titles(case: Case) -> None:
    styles = case.layout.styles
    assert len(case.report.annexes) > 5
    for annex in case.report.annexes:
        paper = case.layout.page(landscape=annex.landscape)
        page = case.paper.find(f"Phụ lục {annex.number}\n", whole_line=True)
        assert (page.width, page.height) == pytest.approx(
            (paper.width_mm * MM, paper.height_mm * MM), abs=NEAR
        )
        number, label, *head = page.lines
        assert number.text == "1"
        assert label.text == f"Phụ lục {annex.number}"
        reference = next(place for place, line in enumerate(head) if line.text.startswith("(Kèm theo"))
        end = next(place for place, line in enumerate(head) if line.text.endswith(")"))
        title, tied = head[:reference], head[reference : end + 1]
        assert " ".join(line.text for line in title) == styles.annex_title.text(annex.title)
        assert " ".join(line.text for line in tied) == wording.annex_reference(case.report)
        for line, style in (
            (number, styles.page_number),
            (label, styles.annex_number),
            *((line, styles.annex_title) for line in title),
            *((line, styles.annex_reference) for line in tied),
        ):
            _looks(line, style)
            assert line.middle == pytest.approx(_middle(paper), abs=NEAR)
        longest = max(line.right - line.left for line in tied)
        rule = page.rule_below(tied[-1])
        assert rule.length == pytest.approx(longest * case.layout.rule.annex_share, abs=NEAR)


def test_tables_fill_the_page_between_the_margins(case: Case) -> None:
    layout = case.layout
    for annex in case.report.annexes:
        if not isinstance(annex.content, Table):
            continue
        page = case.paper.find(f"Phụ lục {annex.number}\n", whole_line=True)
        paper = layout.page(landscape=annex.landscape)
        rules = [rule for rule in page.rules if rule.thickness == pytest.approx(layout.table.rule_pt)]
        level = [rule for rule in rules if rule.is_level and rule.length > 300]
        assert len(level) > 2
        for rule in level:
            assert (rule.x1, rule.x2) == pytest.approx((_left(paper), _right(paper)), abs=NEAR)
        upright = {round(rule.x1, 1) for rule in rules if not rule.is_level}
        assert len(upright) == len(annex.content.columns) + 1
        bottom = min(rule.y1 for rule in rules)
        assert bottom >= paper.bottom_mm * MM - NEAR
        heading = [line for line in page.lines if _top(level) > line.y > _second(level)]
        for line in heading:
            _looks(line, layout.styles.table_heading)
        assert heading[0].text.split()[0] == layout.styles.table_heading.text(
            annex.content.columns[0].title.split()[0]
        )


def _top(rules: list[Rule]) -> float:
    return max(rule.y1 for rule in rules)


def _second(rules: list[Rule]) -> float:
    return sorted({rule.y1 for rule in rules})[-2]


def test_numbers_are_flush_right_and_words_left_in_their_cells(case: Case) -> None:
    layout, styles = case.layout, case.layout.styles
    annex, table = case.report.tables()[0]
    page = case.paper.find(f"Phụ lục {annex.number}\n", whole_line=True)
    edges = sorted({rule.x1 for rule in page.rules if not rule.is_level})
    value = next(place for place, column in enumerate(table.columns) if column.key == "value")
    padding = layout.table.padding_x_mm * MM
    row = next(row for row in table.rows if isinstance(row[value], int) and row[value] > 9)
    label = page.line(str(row[1]).split()[0])
    _looks(label, styles.table_cell)
    assert label.left == pytest.approx(edges[1] + padding, abs=NEAR)
    figures = page.where(
        lambda line: abs(line.right - (edges[value + 1] - padding)) < NEAR and line.text.isdigit()
    )
    assert len(figures) > 10


def test_names_of_groups_have_no_lines_through_them(case: Case) -> None:
    layout = case.layout
    annex, table = case.report.tables()[0]
    page = case.paper.find(f"Phụ lục {annex.number}\n", whole_line=True)
    group = page.line(str(table.rows[0][1]))
    assert group.middle == pytest.approx(_middle(layout.page(landscape=annex.landscape)), abs=NEAR)
    assert group.bold
    crossing = [
        rule.x1
        for rule in page.rules
        if not rule.is_level and min(rule.y1, rule.y2) < group.y < max(rule.y1, rule.y2)
    ]
    assert len(set(crossing)) == 2


def test_titles_are_centred_in_every_profile(case: Case) -> None:
    """The measures above take these blocks for centred; a profile that says otherwise needs other measures."""
    for name in ("national_name", "motto", "kind_name", "subject", "authority", "signer_name", "annex_title"):
        assert getattr(case.layout.styles, name).align is Align.CENTER
