from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.office_setup import office_of
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode, UnitFigures
from desktop_app.domain.records.activities import Activity, FundGroup
from desktop_app.domain.units import load_units
from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.dialogs.previous_dialog import PreviousDialog


def show(qtbot, ledger: Ledger, year: int = 2023) -> PreviousDialog:
    made = PreviousDialog(ledger, ledger.reports.period(year))
    qtbot.addWidget(made)
    made.resize(680, 500)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def dialog(qtbot, ledger: Ledger) -> PreviousDialog:
    return show(qtbot, ledger)


def choose(dialog: PreviousDialog, mode: PreviousMode) -> None:
    dialog.mode.set_value(mode)
    dialog.mode.edited.emit()


def figures_file(folder: Path, rows: str = "visitors,40\nstalls,3\n") -> Path:
    path = folder / "figures.csv"
    path.write_text("indicator,value\n" + rows, "utf-8")
    return path


def test_the_first_year_says_that_there_is_nothing(dialog: PreviousDialog) -> None:
    assert dialog.windowTitle() == "Số liệu kỳ trước: năm 2022"
    assert dialog.outcome() == "Sổ này không có số liệu năm 2022."
    assert dialog.choice() == PreviousChoice()


def test_the_ledgers_own_year_is_told(qtbot, ledger: Ledger) -> None:
    ledger.activities.save(Activity(title="A", date_start=date(2022, 5, 1), figures={"visitors": 3}))
    assert show(qtbot, ledger).outcome() == "Sẽ so sánh với năm 2022 (từ sổ này)."


def test_totals_are_typed_by_keyboard(qtbot, dialog: PreviousDialog, ledger: Ledger) -> None:
    choose(dialog, PreviousMode.ENTERED)
    assert dialog.outcome() == "Chưa nhập số liệu năm 2022."
    first = dialog.entered.line("docs_issued")
    first.setFocus()
    type_text(first.focus_target(), "12")
    press(first.focus_target(), Qt.Key.Key_Return)
    second = dialog.focusWidget()
    assert second is dialog.entered.line("committee_meetings").focus_target()
    type_text(second, "1.234")
    type_text(dialog.entered.line(FundGroup.OTHER).focus_target(), "1,5 triệu")
    assert dialog.outcome() == "Sẽ so sánh với năm 2022 (số liệu đã nhập)."
    choice = dialog.choice()
    assert choice.indicators == {"docs_issued": 12, "committee_meetings": 1234}
    assert choice.funds == {FundGroup.OTHER: 1_500_000}
    period = ledger.reports.period(2023)
    ledger.previous.save(period, choice)
    again = show(qtbot, ledger)
    assert again.choice() == choice
    assert again.mode.value() is PreviousMode.ENTERED


def test_a_line_that_means_nothing_keeps_the_dialog_open(dialog: PreviousDialog) -> None:
    choose(dialog, PreviousMode.ENTERED)
    bad = dialog.entered.line("visitors")
    type_text(bad.focus_target(), "khoảng 5")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "Không hiểu số" in dialog.outcome()
    assert dialog.focusWidget() is bad.focus_target()
    bad.set_raw("5")
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert dialog.choice().indicators == {"visitors": 5}


def test_totals_are_read_from_a_file(
    dialog: PreviousDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, PreviousMode.ENTERED)
    path = figures_file(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog.file_button.click()
    assert dialog.outcome() == "Đã lấy 2 số liệu từ tệp “figures.csv”; hãy xem lại rồi bấm “Lưu”."
    assert dialog.choice().indicators == {"visitors": 40, "stalls": 3}
    dialog.read_files([tmp_path / "không có.zip"])
    assert "không có.zip" in dialog.outcome()
    assert dialog.choice().indicators == {"visitors": 40, "stalls": 3}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"year": 2021, "unit_code": "BT-HTB"}, "không phải báo cáo năm 2022"),
        ({"year": 2022, "period": "6T"}, "không phải báo cáo năm 2022"),
        ({"year": 2022, "unit_code": "595", "unit_name": "huyện Bắc Bình"}, "là của huyện Bắc Bình"),
    ],
)
def test_a_file_of_another_year_or_unit_is_not_taken(
    dialog: PreviousDialog, monkeypatch: pytest.MonkeyPatch, values: dict[str, object], sentence: str
) -> None:
    choose(dialog, PreviousMode.ENTERED)
    found = UnitFigures(file="a.zip", indicators={"visitors": 1}, **values)  # type: ignore[arg-type]
    monkeypatch.setattr(dialog._ledger.previous, "read", lambda _paths: [found])
    dialog.read_files([Path("a.zip")])
    assert sentence in dialog.outcome()
    assert dialog.choice().indicators == {}


def unit_file(code: str) -> UnitFigures:
    unit = load_units().get(code, date(2024, 11, 30))
    assert unit is not None
    return UnitFigures(
        file=f"{code}.zip", unit_code=code, unit_name=unit.full_name, year=2024, indicators={"visitors": 2}
    )


@pytest.fixture
def commune(qtbot, ledger: Ledger) -> PreviousDialog:
    """The dialog of xã Hàm Thuận, made of three communes."""
    table, day = load_units(), date(2025, 11, 30)
    unit = table.get("23059", day)
    assert unit is not None
    ledger.set_year(2025)
    ledger.save_office(office_of(unit, table, day))
    made = show(qtbot, ledger, 2025)
    choose(made, PreviousMode.UNITS)
    return made


def add(dialog: PreviousDialog, monkeypatch: pytest.MonkeyPatch, *codes: str) -> None:
    monkeypatch.setattr(dialog._ledger.previous, "read", lambda _paths: list(map(unit_file, codes)))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([f"{one}.zip" for one in codes], ""))
    dialog.former.add_button.click()


def test_former_units_are_added_until_they_are_all_there(
    commune: PreviousDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert commune.outcome() == "Chưa chọn tệp báo cáo của đơn vị cũ nào."
    add(commune, monkeypatch, "23059", "23083")
    assert "còn thiếu xã Hàm Đức" in commune.outcome()
    assert commune.former.allows_parts.isVisible()
    add(commune, monkeypatch, "23092")
    assert commune.outcome() == (
        "Sẽ so sánh với năm 2024 (cộng từ báo cáo của thị trấn Ma Lâm, xã Thuận Minh và xã Hàm Đức)."
    )
    assert not commune.former.allows_parts.isVisible()
    assert commune.former.list.item(2).text() == "Xã Hàm Đức, năm 2024 – 23092.zip"
    commune.former.list.setCurrentRow(2)
    commune.former.remove_button.click()
    assert "còn thiếu xã Hàm Đức" in commune.outcome()


def test_a_divided_unit_needs_leave_and_a_reason(
    commune: PreviousDialog, monkeypatch: pytest.MonkeyPatch, ledger: Ledger
) -> None:
    add(commune, monkeypatch, "597")
    assert commune.outcome().startswith(
        "Không so sánh được trọn vẹn (đơn vị cũ chia tách): huyện Hàm Thuận Bắc"
    )
    assert not commune.former.note.isVisible()
    commune.former.allows_parts.focus_target().click()  # type: ignore[attr-defined]
    assert commune.former.note.isVisible()
    assert commune.outcome().startswith("Không so sánh được trọn vẹn")
    type_text(commune.former.note.focus_target(), "Cùng địa bàn")
    assert commune.outcome().endswith("không so sánh được trọn vẹn (đơn vị cũ chia tách); Cùng địa bàn.")
    period: ReportPeriod = ledger.reports.period(2025)
    ledger.previous.save(period, commune.choice())
    previous = ledger.source(period).previous
    assert previous is not None
    assert not previous.is_complete


def test_nothing_can_be_chosen(dialog: PreviousDialog) -> None:
    choose(dialog, PreviousMode.NONE)
    assert dialog.outcome() == "Đã chọn không so sánh."
    assert dialog.choice().mode is PreviousMode.NONE


def test_it_fits_a_low_screen(dialog: PreviousDialog) -> None:
    for mode in PreviousMode:
        choose(dialog, mode)
        assert dialog.minimumSizeHint().height() <= 540
        assert dialog.minimumSizeHint().width() <= 920
