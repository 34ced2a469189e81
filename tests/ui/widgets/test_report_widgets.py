from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.office_setup import report_day
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.units import load_units
from tests.ui.conftest import NOW
from tests.ui.keys import type_text
from ui.roles import Tone
from ui.widgets.action_card import ActionCard
from ui.widgets.exported_files import ExportedFiles
from ui.widgets.figure_card import FigureCard
from ui.widgets.period_bar import PeriodBar
from ui.widgets.problem_list import ProblemEntry, ProblemList
from ui.widgets.section_list import SectionEntry, SectionList, SectionState
from ui.widgets.step_rail import StepRail
from ui.widgets.unit_picker import UnitPicker

LONG = "Phiên chợ hàng Việt về xã Đông Giang: Hoạt động đã hoàn thành nhưng chưa có số liệu hoặc kết quả."


def test_a_long_problem_takes_several_lines(qtbot) -> None:
    problems = ProblemList()
    qtbot.addWidget(problems)
    problems.show_entries(
        [ProblemEntry(True, LONG, "activities", "a"), ProblemEntry(False, "Ngắn.", "report", "b")]
    )
    problems.resize(320, 300)
    problems.show()
    problems.grab()
    heights = [problems.visualItemRect(problems.item(row)).height() for row in range(2)]
    assert heights[0] > heights[1]
    assert problems.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Lỗi: {LONG}"


def test_sections_keep_their_choice_when_shown_again(qtbot) -> None:
    sections = SectionList()
    qtbot.addWidget(sections)
    entries = [SectionEntry(key, f"Mục {key}", SectionState.EMPTY) for key in "abc"]
    sections.show_entries(entries)
    sections.choose("b")
    sections.show_entries([*entries, SectionEntry("d", "Mục d", SectionState.OPTIONAL)])
    assert sections.current_key() == "b"
    sections.show_state("b", SectionState.WRITTEN)
    assert sections.entries()[1].state is SectionState.WRITTEN
    sections.grab()


def test_a_period_is_told_only_when_it_can_be(qtbot) -> None:
    bar = PeriodBar(NOW.date)
    qtbot.addWidget(bar)
    bar.show_period(ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30)))
    told: list[ReportPeriod] = []
    problems: list[str] = []
    bar.period_changed.connect(told.append)
    bar.problem_changed.connect(problems.append)
    for text in ("", "31/2/2023", "1/1/2022", "15/11/2023"):
        bar._dates["data_to"].focus_target().setText(text)
        bar._dates["data_to"].left.emit()
    assert [bool(problem) for problem in problems] == [True, True, True, False]
    assert [period.data_to for period in told] == [date(2023, 11, 15)]


@pytest.mark.parametrize(
    ("level", "year", "typed", "name"),
    [
        (UnitLevel.DISTRICT, 2023, "thap muoi", "huyện Tháp Mười"),
        (UnitLevel.COMMUNE, 2023, "la da ham thuan", "xã La Dạ"),
        (UnitLevel.COMMUNE, 2026, "dong giang lam dong", "xã Đông Giang"),
        (UnitLevel.PROVINCE, 2026, "lam dong", "tỉnh Lâm Đồng"),
    ],
)
def test_units_are_found_without_accents(qtbot, level: UnitLevel, year: int, typed: str, name: str) -> None:
    picker = UnitPicker(load_units())
    qtbot.addWidget(picker)
    picker.set_scope(level, report_day(year))
    search = picker.findChild(QLineEdit, "unit_search")
    assert search is not None
    type_text(search, typed)
    unit = picker.unit()
    assert unit is not None
    assert unit.full_name == name


def test_a_province_lists_its_units_in_vietnamese_order(qtbot) -> None:
    picker = UnitPicker(load_units())
    qtbot.addWidget(picker)
    picker.set_scope(UnitLevel.DISTRICT, report_day(2023))
    picker._province.set_value("60")
    picker._province.edited.emit()
    names = [picker._units.item(row).text() for row in range(picker._units.count())]
    assert names[0] == "Huyện Bắc Bình, tỉnh Bình Thuận"
    assert len(names) == 10


def test_cards_speak_to_the_screen_reader(qtbot) -> None:
    card, figure, rail = (
        ActionCard("1. Kiểm tra", "check_step"),
        FigureCard("Hoạt động", "x"),
        StepRail(["a", "b"]),
    )
    for widget in (card, figure, rail):
        qtbot.addWidget(widget)
    card.set_pills(("2 lỗi", Tone.BAD))
    card.set_summary("Có lỗi thì chưa xuất được")
    figure.show_figure("45", "Tất cả đã gắn với kế hoạch")
    rail.show_current(1)
    assert card.accessibleName() == "1. Kiểm tra. 2 lỗi. Có lỗi thì chưa xuất được"
    assert figure.accessibleName() == "Hoạt động: 45. Tất cả đã gắn với kế hoạch"
    assert rail.accessibleName() == "Bước 2 trên 2: b"
    for widget in (card, figure, rail):
        widget.grab()


def test_files_of_an_export_are_told_with_their_use(qtbot, tmp_path: Path) -> None:
    file = tmp_path / "BaoCao.pdf"
    file.write_bytes(b"x" * 2048)
    files = ExportedFiles()
    qtbot.addWidget(files)
    files.show_export("Lần 1", str(tmp_path), [file])
    words = [files._rows.itemAt(at).widget().text() for at in range(files._rows.count())]
    assert words == ["BaoCao.pdf", "Bản để in, trình ký", "2 KB"]
    files.show_export("", "", [])
    assert files._rows.count() == 0
