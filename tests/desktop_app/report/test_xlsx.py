import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.report.formulas import Formula, FormulaKind, column_sum
from desktop_app.report.layout import Layout
from desktop_app.report.model import Annex, CellKind, Column, Table
from desktop_app.report.xlsx import write_xlsx
from tests.desktop_app.report.reading import xlsx_sheets
from tests.desktop_app.report.sample import make_report, with_rows


def _parts(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_sheets_stand_in_order(xlsx_path: Path, layout: Layout) -> None:
    write_xlsx(make_report(), xlsx_path, layout)
    assert list(xlsx_sheets(xlsx_path)) == ["Thông tin", "Nội dung", "Số liệu", "Đề nghị khen thưởng"]


def test_no_text_becomes_a_formula_or_a_link(xlsx_path: Path, layout: Layout) -> None:
    rows = tuple((text, text) for text in ("=1+1", "{=SUM(A1)}", "https://example.invalid", "+1", "00123"))
    write_xlsx(with_rows(rows), xlsx_path, layout)
    parts = _parts(xlsx_path)
    assert not any("<f>" in part or "<hyperlink" in part for part in parts.values())
    assert xlsx_sheets(xlsx_path)["Đề nghị khen thưởng"][5] == ["00123", "00123"]


def test_sheets_print_well(xlsx_path: Path, layout: Layout) -> None:
    write_xlsx(make_report(), xlsx_path, layout)
    parts = _parts(xlsx_path)
    figures, nominations = parts["xl/worksheets/sheet3.xml"], parts["xl/worksheets/sheet4.xml"]
    assert 'state="frozen"' in figures
    assert 'paperSize="9"' in figures
    header = re.search(r"<oddHeader>(.*)</oddHeader>", figures, re.DOTALL).group(1)
    assert "Phụ lục I. Số liệu năm 2023\n" in header  # a printed table tells what it is and whence it comes
    assert "(Kèm theo Báo cáo số 05/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023" in header
    assert 'orientation="landscape"' in nominations
    assert parts["xl/workbook.xml"].count("_xlnm.Print_Titles") == 3
    assert "dd/mm/yyyy" in parts["xl/styles.xml"]
    widths = [float(width) for width in re.findall(r'<col [^>]*width="([0-9.]+)"', figures)]
    assert len(widths) == 5  # neighbours of one width share an entry
    assert max(widths) == widths[1]


@pytest.mark.parametrize("count", [3, 5_001])
def test_nothing_stays_behind_in_the_temporary_folder(
    xlsx_path: Path, layout: Layout, monkeypatch, count: int
) -> None:
    scratch = xlsx_path.parent / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    write_xlsx(with_rows(tuple((f"Dòng {place}", "=1+1") for place in range(count))), xlsx_path, layout)
    assert list(scratch.iterdir()) == []
    assert xlsx_sheets(xlsx_path)["Đề nghị khen thưởng"][count] == [f"Dòng {count - 1}", "=1+1"]


def test_a_column_says_its_unit_on_the_sheet_itself(xlsx_path: Path, layout: Layout) -> None:
    columns = (
        Column("name", "Phiên chợ"),
        Column("revenue", "Doanh thu", CellKind.DECIMAL, unit="triệu đồng"),
    )
    table = Table("fairs", "Phiên chợ", columns, (("Ma Lâm", 940.0),), "ĐVT của doanh thu: triệu đồng")
    write_xlsx(make_report(annexes=(Annex("", "Phiên chợ", table),)), xlsx_path, layout)
    assert xlsx_sheets(xlsx_path)["Phiên chợ"][0] == ["Phiên chợ", "Doanh thu (triệu đồng)"]


def test_a_heading_too_long_for_excel_makes_way_for_the_sheets_name(xlsx_path: Path, layout: Layout) -> None:
    report = make_report()
    annexes = tuple(replace(annex, title="Biểu tổng hợp số liệu " * 20) for annex in report.annexes)
    write_xlsx(replace(report, annexes=annexes), xlsx_path, layout)
    assert "<oddHeader>&amp;C&amp;A</oddHeader>" in _parts(xlsx_path)["xl/worksheets/sheet3.xml"]


def test_sums_shares_and_changes_are_formulas_that_give_our_figures(xlsx_path: Path, layout: Layout) -> None:
    columns = tuple(Column(key, key, CellKind.INTEGER) for key in ("before", "now", "change", "share"))
    rows = [(10, 20, 100.0, None), (30, 15, -50.0, None), (40, 35, -12.5, 42.9)]
    formulas = {
        (0, 2): Formula(FormulaKind.CHANGE, ((0, 1), (0, 0)), 1),
        (1, 2): Formula(FormulaKind.CHANGE, ((1, 1), (1, 0)), 1),
        (2, 0): column_sum(range(2), 0),
        (2, 1): column_sum(range(2), 1),
        (2, 3): Formula(FormulaKind.SHARE, ((1, 1), (2, 1)), 1),
    }
    table = Table("figures", "Số liệu", columns, rows, formulas=formulas)
    write_xlsx(make_report(annexes=(Annex("", "Số liệu", table),)), xlsx_path, layout)
    cells = re.findall(
        r'<c r="(\w+)"[^>]*><f>(.*?)</f><v>(.*?)</v>', _parts(xlsx_path)["xl/worksheets/sheet3.xml"]
    )
    assert cells == [
        ("C2", 'IF(A2=0,"",ROUND((B2-A2)*100/A2,1))', "100.0"),
        ("C3", 'IF(A3=0,"",ROUND((B3-A3)*100/A3,1))', "-50.0"),
        ("A4", "SUM(A2:A3)", "40"),
        ("B4", "SUM(B2:B3)", "35"),
        ("D4", 'IF(B4=0,"",ROUND(B3*100/B4,1))', "42.9"),
    ]


def test_a_formula_that_gives_another_figure_is_not_written(xlsx_path: Path, layout: Layout) -> None:
    columns = (Column("now", "Kỳ này", CellKind.INTEGER),)
    table = Table(
        "figures", "Số liệu", columns, [(1,), (2,), (4,)], formulas={(2, 0): column_sum(range(2), 0)}
    )
    write_xlsx(make_report(annexes=(Annex("", "Số liệu", table),)), xlsx_path, layout)
    assert "<f>" not in _parts(xlsx_path)["xl/worksheets/sheet3.xml"]
    assert xlsx_sheets(xlsx_path)["Số liệu"][-1] == [4]


def test_a_text_that_takes_two_rows_moves_the_formulas_below_it(xlsx_path: Path, layout: Layout) -> None:
    columns = (Column("name", "Tên"), Column("now", "Kỳ này", CellKind.INTEGER))
    rows = [("a" * 40_000, 1), ("b", 2), ("Cộng", 3)]
    table = Table("figures", "Số liệu", columns, rows, formulas={(2, 1): column_sum(range(2), 1)})
    write_xlsx(make_report(annexes=(Annex("", "Số liệu", table),)), xlsx_path, layout)
    assert "<f>SUM(B2,B4)</f>" in _parts(xlsx_path)["xl/worksheets/sheet3.xml"]


def test_definitions_stand_on_the_last_sheet(xlsx_path: Path, layout: Layout) -> None:
    table = Table("definitions", "Giải thích chỉ tiêu", (Column("label", "Chỉ tiêu"),), [("Hội nghị",)])
    write_xlsx(replace(make_report(), definitions=table), xlsx_path, layout)
    assert list(xlsx_sheets(xlsx_path))[-1] == "Giải thích chỉ tiêu"
    assert xlsx_sheets(xlsx_path)["Giải thích chỉ tiêu"] == [["Chỉ tiêu"], ["Hội nghị"]]
