import re
from pathlib import Path

import pytest

from desktop_app.report.layout import Layout
from desktop_app.report.model import Annex
from desktop_app.report.sheets import info_rows, narrative_rows, sheet_names
from desktop_app.report.xlsx import write_xlsx
from tests.desktop_app.report.reading import xlsx_sheets
from tests.desktop_app.report.sample import FIGURES, NOMINATIONS, make_report, with_rows


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Số liệu", "Số liệu", "SỐ LIỆU"], ["Số liệu", "Số liệu (2)", "SỐ LIỆU (3)"]),
        (["Thông tin"], ["Thông tin (2)"]),
        (["A/B: [x]*?\\"], ["A B x"]),
        (["'History'"], ["History (2)"]),
        (["", "///"], ["Bảng", "Bảng (2)"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["😀" * 40], ["😀" * 15]),
    ],
)
def test_sheet_names_are_legal(titles: list[str], names: list[str]) -> None:
    assert sheet_names(titles, ("Thông tin", "Nội dung")) == names


def test_info_tells_which_sheet_is_which_annex() -> None:
    rows = dict(info_rows(make_report(), ("Số liệu", "Khen")))
    assert rows["Trang tính “Số liệu”"] == "Phụ lục I. Số liệu năm 2023\nĐơn vị tính: đồng"
    assert rows["Mã đơn vị"] == "BT-HTB"
    assert rows["Kỳ báo cáo"] == "Cả năm"


def test_narrative_repeats_no_heading() -> None:
    rows = list(narrative_rows(make_report()))
    assert rows[0] == ("", "", make_report().lead[0])
    assert ("I.2", "", "2. Khoản không có tiêu đề.") in rows
    assert ("I", "I. Công tác lãnh đạo, chỉ đạo", "") in rows
    assert rows[-1][2].endswith("./.")


def test_narrative_names_the_printed_place_of_each_section(sample) -> None:
    report = sample.report(sample.reports.period(2023))
    places = list(dict.fromkeys(row[0] for row in narrative_rows(report)))
    assert places[:4] == ["", "I", "I.1", "I.2"]
    assert {"II.8", "III.2", "V.1"} <= set(places)
    assert all(re.fullmatch(r"|[IV]+(\.\d+)?", place) for place in places)


def test_texts_longer_than_a_cell_go_on_below(xlsx_path: Path, layout: Layout) -> None:
    long = "ă" * 70_000
    emoji = "😀" * 40_000
    write_xlsx(with_rows(((long, "ngắn"), (emoji, "sau")), lead=(long,)), xlsx_path, layout)
    sheets = xlsx_sheets(xlsx_path)
    assert "".join(row[2] for row in sheets["Nội dung"][1:4]) == long
    rows = sheets["Đề nghị khen thưởng"][1:]
    assert "".join(row[0] for row in rows[:3]) == long
    assert [row[1] for row in rows[:3]] == ["ngắn", "", ""]
    assert "".join(row[0] for row in rows[3:6]) == emoji


def test_numbers_too_long_for_excel_are_texts(xlsx_path: Path, layout: Layout) -> None:
    rows = ((None, "x", float("inf"), 10**15, None, -(10**20)),)
    table = FIGURES.__class__("figures", "Số liệu", FIGURES.columns, rows)
    write_xlsx(make_report(annexes=(Annex("", "Số liệu", table),)), xlsx_path, layout)
    cells = xlsx_sheets(xlsx_path)["Số liệu"][1]
    assert cells == ["", "x", "", "1.000.000.000.000.000", "", "-100.000.000.000.000.000.000"]


def test_two_tables_of_one_name_both_stay(xlsx_path: Path, layout: Layout) -> None:
    annexes = (Annex("I", "A", NOMINATIONS), Annex("II", "B", NOMINATIONS))
    write_xlsx(make_report(annexes=annexes), xlsx_path, layout)
    sheets = xlsx_sheets(xlsx_path)
    assert sheets["Đề nghị khen thưởng"] == sheets["Đề nghị khen thưởng (2)"]
