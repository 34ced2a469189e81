"""Every block of domain.md §3.2 in the Word file: styles, sections, rules and tables against the layout profile."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.report import wording
from desktop_app.report.cells import group_title
from desktop_app.report.docx.styles import style_id
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, Align, Layout, PageSize, TextStyle
from desktop_app.report.model import Report, Table
from desktop_app.report.writers import write
from tests.desktop_app.report.page_cases import CASES, profile_of, sample_report

TWIPS_PER_MM = POINTS_PER_MM * 20
ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


class Case(NamedTuple):
    """A written report."""

    report: Report
    layout: Layout
    word: WordDocument


@pytest.fixture(scope="module", params=CASES, ids=["-".join(one) for one in CASES])
def case(
    request: pytest.FixtureRequest, shipped_samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Case:
    district, body, profile = request.param
    folder = tmp_path_factory.mktemp("word")
    report, layout = sample_report(shipped_samples, folder, district, body), profile_of(profile)
    write("docx", report, folder / "page.docx", layout=layout)
    return Case(report, layout, Document(str(folder / "page.docx")))


def _value(parent: BaseOxmlElement | None, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of a descendant, None if one of them is missing."""
    found = None if parent is None else parent.find("/".join(qn(f"w:{name}") for name in path.split("/")))
    return None if found is None else found.get(qn(f"w:{attribute}"))


def _has(parent: BaseOxmlElement, path: str) -> bool:
    return parent.find("/".join(qn(f"w:{name}") for name in path.split("/"))) is not None


def _text(element: BaseOxmlElement) -> str:
    parts = (
        node.text or "" if node.tag == qn("w:t") else " " for node in element.iter(qn("w:t"), qn("w:br"))
    )
    return "".join(parts)


def _style_of(paragraph: BaseOxmlElement) -> str | None:
    return _value(paragraph, "pPr/pStyle")


def _styled(parent: BaseOxmlElement, field: str) -> list[BaseOxmlElement]:
    return [one for one in parent.iter(qn("w:p")) if _style_of(one) == style_id(field)]


def _rules(parent: BaseOxmlElement) -> list[BaseOxmlElement]:
    return [one for one in parent.iter(qn("w:p")) if _style_of(one) == "RuleLine"]


def _length(rule: BaseOxmlElement, width_mm: float) -> float:
    """Return the length of a rule in points: what its indents leave of its column."""
    sides = float(_value(rule, "pPr/ind", "left") or 0) + float(_value(rule, "pPr/ind", "right") or 0)
    return width_mm * POINTS_PER_MM - sides / 20


def _natural(layout: Layout, field: str, paragraphs: list[BaseOxmlElement]) -> float:
    """Return the width of the longest line of some blocks, whose line breaks are typed."""
    style: TextStyle = getattr(layout.styles, field)
    font = load_fonts().of(style)
    lines = [
        line
        for one in paragraphs
        for line in "".join(
            node.text or "" if node.tag == qn("w:t") else "\n" for node in one.iter(qn("w:t"), qn("w:br"))
        ).split("\n")
    ]
    return max(font.width(line, style.size_pt) for line in lines)


def _styles(layout: Layout) -> Iterator[tuple[str, TextStyle]]:
    for field in layout.styles.__struct_fields__:
        yield field, getattr(layout.styles, field)


def test_every_block_has_a_style_with_the_profile_s_values(case: Case) -> None:
    known = {style.style_id: style.element for style in case.word.styles}
    for field, style in _styles(case.layout):
        element = known[style_id(field)]
        assert _value(element, "rPr/sz") == str(round(style.size_pt * 2)), field
        assert _value(element, "rPr/szCs") == str(round(style.size_pt * 2)), field
        assert _has(element, "rPr/b") == style.bold, field
        assert _has(element, "rPr/i") == style.italic, field
        assert _value(element, "rPr/color") == "000000", field
        assert _value(element, "pPr/jc") == ALIGN[style.align], field
        assert _value(element, "pPr/spacing", "before") == str(round(style.space_before_pt * 20)), field
        assert _value(element, "pPr/spacing", "line") == str(round(style.line_spacing * 240)), field
        assert _value(element, "pPr/spacing", "lineRule") == "auto", field
        indent = round(style.first_indent_mm * TWIPS_PER_MM)
        assert _value(element, "pPr/ind", "firstLine") == (str(indent) if indent else None), field
        assert _has(element, "pPr/widowControl"), field


def test_headings_stay_with_their_text(case: Case) -> None:
    known = {style.style_id: style.element for style in case.word.styles}
    for field in ("heading_1", "heading_2", "heading_3", "kind_name", "subject", "annex_number", "unit_note"):
        assert _has(known[style_id(field)], "pPr/keepNext"), field
    for level in (1, 2, 3):
        assert _value(known[style_id(f"heading_{level}")], "pPr/outlineLvl") == str(level - 1)


def test_names_on_top_stand_in_two_columns(case: Case) -> None:
    report, layout = case.report, case.layout
    table = case.word.tables[0]._tbl
    first, second = table.tr_lst
    widths = [int(one.get(qn("w:w"))) for one in table.tblGrid]
    assert widths[0] == pytest.approx(layout.header.left_mm * TWIPS_PER_MM, abs=1)
    assert widths[-1] == pytest.approx(layout.header.right_mm * TWIPS_PER_MM, abs=1)
    assert sum(widths) == pytest.approx(layout.portrait.text_width_mm * TWIPS_PER_MM, abs=2)
    left, right = first.tc_lst[0], first.tc_lst[-1]
    styles = layout.styles
    own = " ".join(wording.paragraphs(*report.issuer_lines))
    above = " ".join(wording.paragraphs(*report.superior_lines))
    assert " ".join(_text(one) for one in _styled(left, "superior")) == styles.superior.text(above)
    assert " ".join(_text(one) for one in _styled(left, "issuer")) == styles.issuer.text(own)
    (name,), (motto,) = _styled(right, "national_name"), _styled(right, "motto")
    assert _text(name) == styles.national_name.text(wording.NATIONAL_NAME)
    assert _text(motto) == styles.motto.text(wording.MOTTO)
    (number,), (date,) = _styled(second, "number_line"), _styled(second, "date_line")
    assert _text(number) == f"Số: 09/{report.symbol}"
    assert _text(date) == wording.date_line(report)
    assert all(not _has(cell, "tcPr/tcBorders") for cell in table.iter(qn("w:tc")))


def test_rules_are_borders_of_the_profile_s_length_and_thickness(case: Case) -> None:
    layout, body = case.layout, case.word.element.body
    table = case.word.tables[0]._tbl
    left, right = table.tr_lst[0].tc_lst[0], table.tr_lst[0].tc_lst[-1]
    (issuer,), (motto,) = _rules(left), _rules(right)
    longest = _natural(layout, "issuer", _styled(left, "issuer"))
    assert _length(issuer, layout.header.left_mm) == pytest.approx(
        longest * layout.rule.issuer_share, abs=0.2
    )
    natural = _natural(layout, "motto", _styled(right, "motto"))
    assert _length(motto, layout.header.right_mm) == pytest.approx(natural, abs=0.2)
    subjects = _styled(body, "subject")
    rule = subjects[-1].getnext()
    assert _style_of(rule) == "RuleLine"
    longest = _natural(layout, "subject", subjects)
    width = layout.portrait.text_width_mm
    assert _length(rule, width) == pytest.approx(longest * layout.rule.subject_share, abs=0.2)
    style = next(one.element for one in case.word.styles if one.style_id == "RuleLine")
    assert _value(style, "pPr/pBdr/bottom", "sz") == str(round(layout.rule.width_pt * 8))
    assert _value(style, "pPr/pBdr/bottom") == "single"
    assert not list(body.iter(qn("w:u")))


def test_rows_of_the_names_stand_level(case: Case) -> None:
    """Number and date of different sizes share their baseline: the smaller one is lowered."""
    styles, depths = case.layout.styles, []
    row = case.word.tables[0]._tbl.tr_lst[1]
    for (one,), style in (
        (_styled(row, "number_line"), styles.number_line),
        (_styled(row, "date_line"), styles.date_line),
    ):
        before = _value(one, "pPr/spacing", "before")
        depth = case.layout.line_height_pt(style) - 0.22 * style.size_pt
        depth += style.space_before_pt if before is None else float(before) / 20
        depths.append(depth)
    assert depths[0] == pytest.approx(depths[1], abs=0.1)
    assert min(depths) > styles.number_line.space_before_pt


def test_addressees_follow_their_label(case: Case) -> None:
    (line,) = _styled(case.word.element.body, "addressee")
    assert _text(line) == f"Kính gửi: {case.report.addressees[0]}."
    label = float(_value(line, "pPr/ind", "left") or 0) - float(_value(line, "pPr/ind", "hanging") or 0)
    assert label == pytest.approx(case.layout.addressee.label_left_mm * TWIPS_PER_MM, abs=2)
    hanging = float(_value(line, "pPr/ind", "hanging") or 0) / 20
    style = case.layout.styles.addressee
    width = load_fonts().of(style).width("Kính gửi: ", style.size_pt)
    assert hanging == pytest.approx(width, abs=0.2)


def test_signature_stands_beside_recipients_and_never_alone(case: Case) -> None:
    report, layout = case.report, case.layout
    (label,) = _styled(case.word.element.body, "recipients_title")
    table = next(one for one in label.iterancestors() if one.tag == qn("w:tbl"))
    (row,) = table.tr_lst
    assert _has(row, "trPr/cantSplit")
    closing = table.getprevious()
    assert _text(closing).endswith(wording.END_MARK)
    assert _has(closing, "pPr/keepNext")
    left, right = row.tc_lst[0], row.tc_lst[-1]
    assert int(_value(right, "tcPr/tcW", "w") or 0) == pytest.approx(
        layout.signature.right_mm * TWIPS_PER_MM, abs=1
    )
    assert [_text(one) for one in _styled(left, "recipients")] == wording.recipient_lines(report)
    assert [_text(one) for one in _styled(right, "authority")] == [
        layout.styles.authority.text(line) for line in report.signature.authority_lines
    ]
    (name,) = _styled(right, "signer_name")
    assert _text(name) == report.signature.name
    gap = float(_value(name, "pPr/spacing", "before") or 0)
    assert gap == pytest.approx(layout.signature.name_gap_mm * TWIPS_PER_MM, abs=1)


def test_signature_and_recipients_begin_level(case: Case) -> None:
    layout, styles = case.layout, case.layout.styles
    depths = []
    for field in ("recipients_title", "authority"):
        first = _styled(case.word.element.body, field)[0]
        style = getattr(styles, field)
        before = float(_value(first, "pPr/spacing", "before") or 0) / 20
        depths.append(before + layout.line_height_pt(style) - 0.22 * style.size_pt)
    assert depths[0] == pytest.approx(depths[1], abs=0.1)


def _check_paper(properties: BaseOxmlElement, page: PageSize) -> None:
    lengths = {
        ("pgSz", "w"): page.width_mm, ("pgSz", "h"): page.height_mm, ("pgMar", "top"): page.top_mm,
        ("pgMar", "bottom"): page.bottom_mm, ("pgMar", "left"): page.left_mm, ("pgMar", "right"): page.right_mm,
        ("pgMar", "header"): page.page_number_mm,
    }  # fmt: skip
    for (name, attribute), length in lengths.items():
        assert int(_value(properties, name, attribute) or 0) == pytest.approx(length * TWIPS_PER_MM, abs=1)
    turned = "landscape" if page.width_mm > page.height_mm else None
    assert _value(properties, "pgSz", "orient") == turned
    assert _value(properties, "pgNumType", "start") == "1"


def test_each_part_has_its_paper_and_page_numbers(case: Case) -> None:
    papers = [
        case.layout.portrait,
        *(case.layout.page(landscape=one.landscape) for one in case.report.annexes),
    ]
    assert len(case.word.sections) == len(papers)
    for place, (section, page) in enumerate(zip(case.word.sections, papers, strict=True)):
        _check_paper(section._sectPr, page)
        assert section.different_first_page_header_footer == (place == 0)
        (number,) = section.header.paragraphs
        assert number.style.style_id == style_id("page_number")
        assert " PAGE " in number._p.xml
    assert not case.word.sections[0].first_page_header.paragraphs[0].text


def test_annexes_begin_with_their_head(case: Case) -> None:
    body = case.word.element.body
    labels, titles = _styled(body, "annex_number"), _styled(body, "annex_title")
    references = _styled(body, "annex_reference")
    title = case.layout.styles.annex_title.text
    assert [_text(one) for one in labels] == [f"Phụ lục {one.number}" for one in case.report.annexes]
    assert [_text(one) for one in titles] == [title(one.title) for one in case.report.annexes]
    assert {_text(one) for one in references} == {wording.annex_reference(case.report)}
    for annex, reference in zip(case.report.annexes, references, strict=True):
        width = case.layout.page(landscape=annex.landscape).text_width_mm
        natural = _natural(case.layout, "annex_reference", [reference])
        length = _length(reference.getnext(), width)
        assert length == pytest.approx(natural * case.layout.rule.annex_share, abs=0.2)


def _tables(case: Case) -> Iterator[tuple[Table, PageSize, BaseOxmlElement]]:
    """Yield the annexes' tables with their paper and their markup."""
    bodies = [one for one in case.word.element.body.iter(qn("w:tbl")) if _has(one, "tblPr/tblBorders")]
    tables = case.report.tables()
    assert len(bodies) == len(tables) > 5
    for (annex, table), body in zip(tables, bodies, strict=True):
        yield table, case.layout.page(landscape=annex.landscape), body


def test_tables_have_heading_rules_and_whole_rows(case: Case) -> None:
    profile, heading_style = case.layout.table, case.layout.styles.table_heading
    for table, page, body in _tables(case):
        widths = [int(one.get(qn("w:w"))) for one in body.tblGrid]
        assert sum(widths) == pytest.approx(page.text_width_mm * TWIPS_PER_MM, abs=len(widths))
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            assert _value(body, f"tblPr/tblBorders/{side}", "sz") == str(round(profile.rule_pt * 8))
        margin = round(profile.padding_x_mm * TWIPS_PER_MM)
        assert _value(body, "tblPr/tblCellMar/left", "w") == str(margin)
        heading, *rows = body.tr_lst
        assert _has(heading, "trPr/tblHeader")
        assert [_text(cell) for cell in heading.tc_lst] == [
            heading_style.text(wording.plain(one.title)) for one in table.columns
        ]
        assert all(_style_of(one) == style_id("table_heading") for one in heading.iter(qn("w:p")))
        assert len(rows) == len(table.rows)
        assert all(_has(row, "trPr/cantSplit") for row in body.tr_lst)
        assert not any(_has(row, "trPr/tblHeader") for row in rows)


def test_names_of_groups_span_the_table(case: Case) -> None:
    spans = 0
    for table, _page, body in _tables(case):
        for place, row in enumerate(body.tr_lst[1:]):
            title = group_title(table, place)
            if title is None:
                assert len(row.tc_lst) == len(table.columns)
                continue
            spans += 1
            (cell,) = row.tc_lst
            assert _value(cell, "tcPr/gridSpan") == str(len(table.columns))
            assert _text(cell) == title
            assert _has(cell, "p/pPr/keepNext")
    assert spans > 3


def test_nothing_is_set_by_blanks(case: Case) -> None:
    for one in case.word.element.body.iter(qn("w:p")):
        text = _text(one)
        assert text == text.strip() or "…" in text
        assert "\t" not in text
