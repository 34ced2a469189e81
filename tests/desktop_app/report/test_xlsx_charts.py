"""The sheet of charts: figures in cells, real charts over them."""

import re
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from desktop_app.report.model import Annex
from desktop_app.report.xlsx import write_xlsx
from tests.desktop_app.report.pictured import CHARTS, CONTENTS, LONG
from tests.desktop_app.report.sample import FIGURES, make_report

ANNEXES = (Annex("I", "Số liệu", FIGURES), Annex("II", "Một số biểu đồ", CHARTS))


def parts(path, name):
    with ZipFile(path) as archive:
        return [archive.read(one).decode() for one in archive.namelist() if re.match(name, one)]


def test_each_chart_stands_below_its_figures(xlsx_path, layout):
    write_xlsx(make_report(annexes=ANNEXES), xlsx_path, layout)
    book = CalamineWorkbook.from_path(str(xlsx_path))
    rows = book.get_sheet_by_name("Biểu đồ").to_python()
    assert rows[0] == ["Số hoạt động theo nhóm nội dung (hoạt động)", "Năm 2022", "Năm 2023"]
    assert rows[1:4] == [["Tuyên truyền", 5, 9], [LONG, "", 12], ["Khen thưởng", 0, 3]]
    assert ["T11", 9360, ""] in rows
    charts = parts(xlsx_path, r"xl/charts/chart\d+\.xml")
    assert len(charts) == 3
    anchors = re.findall(r"<xdr:from>.*?<xdr:row>(\d+)</xdr:row>", parts(xlsx_path, "xl/drawings/d")[0], re.S)
    titles = [place for place, row in enumerate(rows) if row[0].endswith(")")]
    assert [int(row) for row in anchors] == [
        titles[place] + len(chart.categories) + 2 for place, chart in enumerate(CHARTS.charts)
    ]


def test_charts_name_their_cells_and_hold_their_figures(xlsx_path, layout):
    write_xlsx(make_report(annexes=ANNEXES), xlsx_path, layout)
    chart = parts(xlsx_path, r"xl/charts/chart1\.xml")[0]
    assert "'Biểu đồ'!$B$2:$B$4" in chart
    assert "'Biểu đồ'!$C$2:$C$4" in chart
    assert "<c:v>12</c:v>" in chart
    assert CONTENTS.title in chart
    assert 'prst="wdUpDiag"' in chart, "the period before is hatched"


def test_the_first_sheet_names_the_sheet_of_charts(xlsx_path, layout):
    write_xlsx(make_report(annexes=ANNEXES), xlsx_path, layout)
    book = CalamineWorkbook.from_path(str(xlsx_path))
    info = dict(row[:2] for row in book.get_sheet_by_name("Thông tin").to_python())
    assert info["Trang tính “Biểu đồ”"] == "Phụ lục II. Một số biểu đồ"


def test_an_annex_called_like_the_sheet_gets_another_name(xlsx_path, layout):
    table = FIGURES.__class__("figures", "Biểu đồ", FIGURES.columns, FIGURES.rows)
    write_xlsx(make_report(annexes=(Annex("I", "A", table), ANNEXES[1])), xlsx_path, layout)
    names = CalamineWorkbook.from_path(str(xlsx_path)).sheet_names
    assert "Biểu đồ" in names
    assert "Biểu đồ (2)" in names


def test_without_charts_there_is_no_such_sheet(xlsx_path, layout):
    write_xlsx(make_report(), xlsx_path, layout)
    assert "Biểu đồ" not in CalamineWorkbook.from_path(str(xlsx_path)).sheet_names
