from datetime import date

import pytest

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.unit_changes import successors_of
from desktop_app.domain.unit_updates import preview
from desktop_app.domain.units import COLUMNS, load_units, row_of_unit
from tests.ui.keys import type_text
from ui.dialogs.unit_dialog import UnitDialog
from ui.dialogs.unit_update_dialog import UnitUpdateDialog

IN_2024, IN_2025 = date(2024, 11, 30), date(2025, 11, 30)


@pytest.fixture
def dialog(qtbot) -> UnitDialog:
    table = load_units()
    successors = [one.unit for one in successors_of(table, "395", IN_2024)]
    made = UnitDialog(table, UnitLevel.COMMUNE, IN_2025, suggested=successors)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog: UnitDialog) -> list[str]:
    units = dialog.picker._units
    return [units.item(row).text() for row in range(units.count())]


def test_the_units_that_the_old_one_became_stand_there_at_once(dialog: UnitDialog) -> None:
    assert len(listed(dialog)) == 8
    assert all(words.endswith("tỉnh Thanh Hóa") for words in listed(dialog))
    assert not dialog.choose_button.isEnabled()
    dialog.picker._units.setCurrentRow(2)
    office = dialog.office()
    assert office is not None
    assert (office.unit_code, office.unit_name, office.level) == ("15520", "xã Xuân Hòa", UnitLevel.COMMUNE)


def test_typing_finds_any_other_unit(dialog: UnitDialog) -> None:
    dialog.picker.take_focus()
    type_text(dialog.picker._search.focus_target(), "ham thang")
    assert listed(dialog) == ["Phường Hàm Thắng, tỉnh Lâm Đồng"]
    dialog.picker._search.set_raw("")
    dialog.picker._search.edited.emit()
    assert len(listed(dialog)) == 8


def test_a_long_file_shows_its_first_lines_and_says_how_many_follow(qtbot) -> None:
    table = load_units()
    rows = [
        ["x" * 120 if place == 1 else cell for place, cell in enumerate(row_of_unit(one))]
        for one in table.units[:900]
    ]
    made = UnitUpdateDialog("a.csv", preview(table, [COLUMNS, *rows]))
    qtbot.addWidget(made)
    assert made.list.count() == 501
    assert made.list.item(500).text() == "… và 400 dòng nữa"
    assert made.summary().startswith("Tệp có 900 chỗ sai")


def test_a_file_without_news_cannot_be_taken(qtbot) -> None:
    table = load_units()
    made = UnitUpdateDialog("a.csv", preview(table, [COLUMNS, row_of_unit(table.units[0])]))
    qtbot.addWidget(made)
    assert made.summary() == "Không có gì mới: 1 đơn vị trong tệp đều giống bảng đang dùng."
    assert not made.take_button.isEnabled()
    assert made.close_button.text() == "Đóng"
