import re
from pathlib import Path
from zipfile import ZipFile

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
    assert "<oddHeader>&amp;C&amp;A</oddHeader>" in figures  # a printed table tells what it is
    assert 'orientation="landscape"' in nominations
    assert parts["xl/workbook.xml"].count("_xlnm.Print_Titles") == 3
    assert "dd/mm/yyyy" in parts["xl/styles.xml"]
    widths = [float(width) for width in re.findall(r'<col [^>]*width="([0-9.]+)"', figures)]
    assert len(widths) == 5  # neighbours of one width share an entry
    assert max(widths) == widths[1]


def test_nothing_stays_behind_in_the_temporary_folder(xlsx_path: Path, layout: Layout, monkeypatch) -> None:
    scratch = xlsx_path.parent / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    write_xlsx(make_report(), xlsx_path, layout)
    assert list(scratch.iterdir()) == []


def test_a_column_says_its_unit_on_the_sheet_itself(xlsx_path: Path, layout: Layout) -> None:
    columns = (
        Column("name", "Phiên chợ"),
        Column("revenue", "Doanh thu", CellKind.DECIMAL, unit="triệu đồng"),
    )
    table = Table("fairs", "Phiên chợ", columns, (("Ma Lâm", 940.0),), "ĐVT của doanh thu: triệu đồng")
    write_xlsx(make_report(annexes=(Annex("", "Phiên chợ", table),)), xlsx_path, layout)
    assert xlsx_sheets(xlsx_path)["Phiên chợ"][0] == ["Phiên chợ", "Doanh thu (triệu đồng)"]
