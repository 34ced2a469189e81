from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.units import COLUMNS, load_units
from desktop_app.ledger import Ledger
from tests.ui.conftest import FOLDERS
from ui.dialogs.unit_dialog import UnitDialog
from ui.dialogs.unit_update_dialog import UnitUpdateDialog
from ui.operations import Operations
from ui.pages.settings_page import SettingsPage

TIMEOUT = 30_000
LATER = date(2027, 5, 1)
ROWS = (
    "23095,Hàm Liêm,xã,commune,68,2025-07-01,2026-12-31,23095;23098",
    "23095,Hàm Liêm,phường,commune,68,2027-01-01,,23095",
)


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> SettingsPage:
    made = SettingsPage(sample, operations, FOLDERS)
    operations.changed.connect(made.receive_changes)
    qtbot.addWidget(made, before_close_func=SettingsPage.keep_typing)
    made.resize(1024, 560)
    made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Đơn vị.csv"
    path.write_text("\n".join((",".join(COLUMNS), *ROWS)), "utf-8")
    return path


def choose(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the dialog of units be answered with one of those it shows at once."""

    def answer(dialog: UnitDialog) -> int:
        units = dialog.picker._units
        words = {units.item(row).text(): row for row in range(units.count())}
        units.setCurrentRow(next(row for text, row in words.items() if text.startswith(code)))
        dialog.choose_button.click()
        return dialog.result()

    monkeypatch.setattr(UnitDialog, "exec", answer)


def test_the_story_of_a_district_is_told(page: SettingsPage) -> None:
    assert page.units.story.isVisible()
    assert page.units.story.text().startswith("Từ 01/07/2025: phường Hàm Thắng (thị trấn Phú Long, ")
    assert not page.units.story.new_unit_button.isVisible()


def test_the_year_after_the_end_asks_for_the_new_unit_and_old_years_keep_theirs(
    qtbot, page: SettingsPage, sample: Ledger, operations: Operations, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = sample.office
    operations.run(lambda: sample.set_year(2025), changed={"year"}, message="")
    assert "Đơn vị này kết thúc ngày 30/06/2025; hãy chọn đơn vị mới." in page.units.story.text()
    choose(monkeypatch, "Xã Hàm Thuận Bắc, tỉnh Lâm Đồng")
    page.units.story.new_unit_button.click()
    assert page.office_form.office().level is UnitLevel.COMMUNE
    assert page.header.count() == "Chưa lưu"
    assert page.units.story.text().startswith("Trước 01/07/2025: xã Thuận Hòa (huyện Hàm Thuận Bắc), ")
    page.save()
    assert (sample.office.unit_code, sample.office.province_name) == ("23089", "tỉnh Lâm Đồng")
    operations.run(lambda: sample.set_year(2023), changed={"year"}, message="")
    assert sample.office == page.office_form.office() == old


def test_a_draft_of_one_years_office_is_not_shown_in_another(
    page: SettingsPage, sample: Ledger, operations: Operations
) -> None:
    page.open_record("signer_name")
    page.office_form._editors["signer_name"].set_raw("Người khác")
    page.office_form.edited.emit()
    page.keep_typing()
    operations.run(lambda: sample.set_year(2024), changed={"year"}, message="")
    assert page.office_form.office().signer_name == sample.office.signer_name
    operations.run(lambda: sample.set_year(2023), changed={"year"}, message="")
    assert page.office_form.office().signer_name == "Người khác"


def test_a_body_outside_the_table_has_no_story(
    page: SettingsPage, sample: Ledger, operations: Operations
) -> None:
    page.office_form._editors["level"].set_value(UnitLevel.MEMBER_BODY)
    page.office_form.edited.emit()
    page.save()
    assert not page.units.story.isVisible()


def test_the_table_is_updated_by_a_file_and_given_back(
    qtbot,
    page: SettingsPage,
    sample: Ledger,
    operations: Operations,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.units.card.text() == "Đang dùng bảng có sẵn trong chương trình."
    assert not page.units.card.drop_button.isEnabled()
    seen: list[str] = []

    def take(dialog: UnitUpdateDialog) -> int:
        seen.append(dialog.summary())
        dialog.take_button.click()
        return dialog.result()

    monkeypatch.setattr(UnitUpdateDialog, "exec", take)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(operations.status, timeout=TIMEOUT) as told:
        page.units.card.update_button.click()
    assert told.args[0] == "Đã cập nhật 2 đơn vị từ tệp “Đơn vị.csv”."
    assert seen == ["Tệp có 1 đơn vị mới, 1 thay đổi, 0 giống bảng đang dùng."]
    assert sample.units().get("23095", LATER).full_name == "phường Hàm Liêm"
    assert page.units.card.text() == (
        "Đang dùng bảng có sẵn và 2 đơn vị cập nhật từ tệp “Đơn vị.csv” ngày 21/11/2023."
    )

    def agree(box: QMessageBox) -> None:
        next(one for one in box.buttons() if one.text() == "Bỏ bản cập nhật").click()

    monkeypatch.setattr(QMessageBox, "exec", agree)
    page.units.card.drop_button.click()
    assert sample.units() is load_units()
    assert page.units.card.text() == "Đang dùng bảng có sẵn trong chương trình."


def test_a_faulty_file_changes_nothing(
    qtbot,
    page: SettingsPage,
    sample: Ledger,
    operations: Operations,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file.write_text("\n".join((",".join(COLUMNS), ROWS[1], ROWS[1].replace("68", "99"))), "utf-8")
    seen: list[tuple[str, str, bool]] = []

    def look(dialog: UnitUpdateDialog) -> int:
        seen.append((dialog.summary(), dialog.list.item(0).text(), dialog.take_button.isEnabled()))
        dialog.close_button.click()
        return dialog.result()

    monkeypatch.setattr(UnitUpdateDialog, "exec", look)
    page.units.read(file)
    qtbot.waitUntil(lambda: bool(seen), timeout=TIMEOUT)
    summary, first, can_take = seen[0]
    assert summary.startswith("Tệp có 1 chỗ sai nên chưa nhận được")
    assert first == "Dòng 3, cột “code”: mã 23095 đã có ở dòng 2 với cùng ngày bắt đầu."
    assert not can_take
    assert sample.units() is load_units()


def test_a_file_that_is_none_is_refused(
    qtbot, page: SettingsPage, operations: Operations, tmp_path: Path
) -> None:
    with qtbot.waitSignal(operations.refused, timeout=TIMEOUT) as told:
        page.units.read(tmp_path / "không có.csv")
    assert "không có.csv" in told.args[0]


def test_the_sample_file_is_written(
    page: SettingsPage, operations: Operations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    path = tmp_path / "mẫu.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(operations.status) as told:
        page.units.card.sample_button.click()
    assert told.args[0] == "Đã lưu tệp mẫu “mẫu.csv”."
    assert path.read_text("utf-8-sig").startswith(",".join(COLUMNS))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x" / "y.csv"), ""))
    with qtbot.waitSignal(operations.refused):
        page.units.card.sample_button.click()
