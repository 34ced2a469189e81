from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from desktop_app.domain.records.office import UnitLevel
from desktop_app.ledger import create_sample_ledger, open_ledger
from tests.ui.conftest import fixed_clock
from tests.ui.keys import press, type_text
from ui.dialogs.first_start.file_step import nearest_folder
from ui.dialogs.first_start_wizard import FirstStartWizard


@pytest.fixture
def wizard(qtbot, tmp_path: Path) -> FirstStartWizard:
    made = FirstStartWizard(fixed_clock, tmp_path / "Sổ Hàng Việt")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def focus() -> object:
    return QApplication.focusWidget()


def enter() -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    press(widget, Qt.Key.Key_Return)


def test_a_ledger_is_made_with_the_keyboard_alone(qtbot, wizard: FirstStartWizard, tmp_path: Path) -> None:
    assert focus() is wizard.welcome.new_button
    enter()
    assert focus().selectedText() == "2023", "typing another year replaces this one"
    for name in ("year", "level", "province"):
        assert focus().objectName() == name
        enter()
    assert focus().objectName() == "unit_search"
    type_text(focus(), "ham thuan bac")
    enter()
    assert focus().objectName() == "has_committee"
    enter()
    assert focus().objectName() == "plan"
    for _ in range(3):
        enter()
    assert focus().objectName() == "signer_name"
    type_text(focus(), "Trần Thị Mỹ Ái")
    enter()
    wizard.next_button.setFocus()
    enter()
    assert focus().objectName() == "path"
    wizard.next_button.setFocus()
    enter()
    path = tmp_path / "Sổ Hàng Việt" / "So_Ham_Thuan_Bac_2023.sohangviet"
    assert wizard.made() == path
    with open_ledger(path, fixed_clock) as ledger:
        office = ledger.office
        assert (office.unit_code, office.unit_name) == ("597", "huyện Hàm Thuận Bắc")
        assert office.signer_name == "Trần Thị Mỹ Ái"
        assert office.recipient_email == "trucmattran@gmail.com"
        assert office.addressees == (), "the plan's own addressee needs no copy"
        assert (ledger.year, ledger.plan(2023).code) == (2023, "BT2023")
        assert len(ledger.planning.tasks(2023)) == 2, "15/3 and 18/11 stand ready"


def test_a_ledger_is_looked_for_in_a_folder_that_exists(
    wizard: FirstStartWizard, tmp_path, monkeypatch
) -> None:
    asked: list[str] = []

    def choose_none(_parent: object, _title: str, folder: str, _filter: str) -> tuple[str, str]:
        asked.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose_none)
    wizard._folder = tmp_path / "Tài liệu" / "Sổ Hàng Việt"
    wizard.welcome.open_button.click()
    assert asked == [str(tmp_path)]


def test_a_unit_of_another_province_says_where_to_look(wizard: FirstStartWizard) -> None:
    choose(wizard, "ham thuan")
    picker = wizard.unit._picker
    picker._province.set_value("35")
    picker._province.edited.emit()
    assert "“Tất cả”" in picker._note.text()


def choose(wizard: FirstStartWizard, typed: str) -> None:
    wizard.welcome.new_button.click()
    line = wizard.findChild(QLineEdit, "unit_search")
    assert line is not None
    line.setText(typed)


def test_a_year_without_districts_says_so_beside_the_field(wizard: FirstStartWizard) -> None:
    wizard.welcome.new_button.click()
    wizard.findChild(QLineEdit, "year").setText("2026")
    wizard.next_button.click()
    assert "không còn cấp huyện" in wizard.unit._fields["level"].message()


def test_a_commune_of_today_is_found(wizard: FirstStartWizard) -> None:
    wizard.welcome.new_button.click()
    wizard.findChild(QLineEdit, "year").setText("2026")
    wizard.unit._level.set_value(UnitLevel.COMMUNE)
    wizard.unit._level.edited.emit()
    wizard.findChild(QLineEdit, "unit_search").setText("vinh hao lam dong")
    wizard.next_button.click()
    assert wizard.report.office().unit_name == "xã Vĩnh Hảo"
    assert wizard.report.office().province_name == "tỉnh Lâm Đồng"


def test_a_member_body_names_itself(wizard: FirstStartWizard) -> None:
    wizard.welcome.new_button.click()
    wizard.unit._level.set_value(UnitLevel.MEMBER_BODY)
    wizard.unit._level.edited.emit()
    wizard.next_button.click()
    assert wizard.unit._fields["unit_name"].message()
    assert "SKHDT-DT" in wizard.unit._fields["unit_code"].message()
    wizard.findChild(QLineEdit, "unit_name").setText("Sở Công Thương tỉnh Bình Thuận")
    wizard.findChild(QLineEdit, "unit_code").setText("SCT-BT")
    wizard.next_button.click()
    office = wizard.report.office()
    assert (office.level, office.unit_code) == (UnitLevel.MEMBER_BODY, "SCT-BT")


def test_no_unit_is_asked_for_again(wizard: FirstStartWizard) -> None:
    wizard.welcome.new_button.click()
    wizard.next_button.click()
    assert "Hãy chọn một đơn vị" in wizard.unit._picker_problem.text()


def test_answers_stay_when_going_back(qtbot, wizard: FirstStartWizard) -> None:
    choose(wizard, "bac binh")
    wizard.next_button.click()
    signer = wizard.findChild(QLineEdit, "signer_name")
    signer.setText("Nguyễn Văn An")
    wizard.findChild(QLineEdit, "place_name").setText("Chợ Lầu")
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard._place() == 1
    wizard.next_button.click()
    assert signer.text() == "Nguyễn Văn An"
    assert wizard.findChild(QLineEdit, "place_name").text() == "Chợ Lầu"


def test_another_unit_brings_its_own_suggestions(wizard: FirstStartWizard) -> None:
    choose(wizard, "bac binh")
    wizard.next_button.click()
    wizard.back_button.click()
    wizard.findChild(QLineEdit, "unit_search").setText("thap muoi")
    wizard.next_button.click()
    assert wizard.findChild(QLineEdit, "place_name").text() == "Tháp Mười"
    assert wizard.report.plan().code == "TW5"


def test_a_file_that_exists_is_never_overwritten(wizard: FirstStartWizard, tmp_path: Path) -> None:
    folder = tmp_path / "Sổ Hàng Việt"
    folder.mkdir()
    old = folder / "So_Bac_Binh_2023.sohangviet"
    old.write_bytes(b"old")
    choose(wizard, "bac binh")
    for _ in range(3):
        wizard.next_button.click()
    assert "Đã có sổ tên này" in wizard.file._fields["path"].message()
    assert old.read_bytes() == b"old"


def test_a_folder_that_cannot_be_used_is_told_and_nothing_is_lost(
    wizard: FirstStartWizard, tmp_path: Path
) -> None:
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    choose(wizard, "bac binh")
    wizard.next_button.click()
    wizard.next_button.click()
    wizard.findChild(QLineEdit, "path").setText(str(tmp_path / "tep" / "So.sohangviet"))
    wizard.next_button.click()
    assert wizard.problem()
    assert wizard.made() is None
    assert wizard.report.office().unit_name == "huyện Bắc Bình"
    wizard.findChild(QLineEdit, "path").setText(str(tmp_path / "So"))
    wizard.next_button.click()
    assert wizard.made() == tmp_path / "So.sohangviet"


def test_sample_data_are_one_click_and_never_overwrite(qtbot, tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        wizard = FirstStartWizard(fixed_clock, tmp_path)
        qtbot.addWidget(wizard)
        wizard.welcome.sample_button.click()
        made.append(wizard.made())
    assert [path.name for path in made] == [
        "So_mau_Ham_Thuan_Bac_2023.sohangviet",
        "So_mau_Ham_Thuan_Bac_2023_2.sohangviet",
    ]
    with open_ledger(made[1], fixed_clock) as ledger:
        assert ledger.office.is_sample


def test_a_ledger_that_exists_is_opened(
    wizard: FirstStartWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cũ.sohangviet"
    create_sample_ledger(path, clock=fixed_clock).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    wizard.welcome.open_button.click()
    assert wizard.made() == path


def test_a_foreign_file_is_refused_in_place(
    wizard: FirstStartWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bảng.sohangviet"
    path.write_bytes(b"x" * 200)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    wizard.welcome.open_button.click()
    assert wizard.made() is None
    assert "không phải là sổ" in wizard.problem()


def test_asking_returns_nothing_when_given_up(monkeypatch: pytest.MonkeyPatch, qtbot, tmp_path: Path) -> None:
    monkeypatch.setattr(FirstStartWizard, "exec", lambda self: self.reject())
    assert FirstStartWizard.ask(fixed_clock, tmp_path) is None


def test_the_file_dialog_begins_in_a_folder_that_is_there(
    tmp_path: Path,
) -> None:
    there = tmp_path / "Tài liệu"
    there.mkdir()
    assert nearest_folder(there / "Sổ Hàng Việt" / "2023") == there
    assert nearest_folder(there) == there
