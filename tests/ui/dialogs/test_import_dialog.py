"""Bringing a sheet in: read beside the window, rows and questions, written as one operation, taken back at once."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton

from desktop_app.domain.import_preview import RowState
from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import Activity
from tests.ui.keys import press
from ui.app import Session
from ui.dialogs.import_dialog import ImportDialog

HEAD = ("Tên hoạt động", "Từ ngày", "Địa điểm", "Lượt người tham dự")


def sheet(path: Path, *rows: tuple, font: str = "") -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        one = book.add_worksheet("Hoạt động")
        style = book.add_format({"font_name": font}) if font else None
        for line, row in enumerate(rows):
            for place, value in enumerate(row):
                one.write(line, place, value, style if line else None)
    return path


@pytest.fixture
def open_dialog(qtbot, session: Session):
    opened: list[ImportDialog] = []

    def show(path: Path) -> ImportDialog:
        dialog = ImportDialog.open_for(path, session.ledger, session.operations, session.window)
        qtbot.addWidget(dialog)
        opened.append(dialog)
        qtbot.waitUntil(lambda: dialog.preview() is not None or dialog.import_button.isHidden())
        return dialog

    return show


def click(dialog: ImportDialog, name: str) -> None:
    dialog.findChild(QPushButton, name).click()


def names(session: Session) -> list[str]:
    return sorted(one.title for one in session.ledger.activities.fetch(Query()))


def test_rows_are_shown_and_written_and_taken_back(qtbot, session, open_dialog, tmp_path) -> None:
    path = sheet(
        tmp_path / "Năm 2023.xlsx",
        HEAD,
        ("Phiên chợ", "14/10/2023", "Xã Đông Giang", "1.200"),
        ("Hội nghị", "09/01/2023", "", ""),
    )
    dialog = open_dialog(path)
    assert dialog.overview.to_write() == (2, 0)
    assert session.ledger.activities.count(Query()) == 0
    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "import_button")
    assert names(session) == ["Hội nghị", "Phiên chợ"]
    [fair] = session.ledger.activities.fetch(Query(text="phien cho"))
    assert (fair.date_start, fair.figures) == (date(2023, 10, 14), {"attendees": 1200})
    assert session.window.status_line.message().startswith("Đã nhập 2 mục mới, sửa 0 mục")
    assert session.operations.undo()
    assert names(session) == []


def test_an_unticked_row_is_left_out(qtbot, session, open_dialog, tmp_path) -> None:
    dialog = open_dialog(sheet(tmp_path / "a.xlsx", HEAD, ("Một", "14/10/2023"), ("Hai", "15/10/2023")))
    dialog.overview.table.selectRow(1)
    press(dialog.overview.table, Qt.Key.Key_Space)
    assert dialog.overview.to_write() == (1, 0)
    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "import_button")
    assert names(session) == ["Một"]


def test_a_bad_row_blocks_until_it_is_left_out(qtbot, session, open_dialog, tmp_path) -> None:
    dialog = open_dialog(sheet(tmp_path / "a.xlsx", HEAD, ("Một", "14/10/2023"), ("Hai", "32/10/2023")))
    assert not dialog.import_button.isEnabled()
    row = dialog.overview.table.rows.row(0)
    assert (row.state, row.problems[0].address) == (RowState.ERROR, "B3")
    dialog.findChild(QCheckBox, "leave_out_errors").click()
    assert dialog.import_button.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "import_button")
    assert names(session) == ["Một"]


def test_a_doubtful_row_is_asked(qtbot, session, open_dialog, tmp_path) -> None:
    for place in ("Xã A", "Xã B"):
        session.ledger.activities.save(
            Activity(title="Phiên chợ", date_start=date(2023, 10, 14), place=place)
        )
    dialog = open_dialog(sheet(tmp_path / "a.xlsx", HEAD, ("Phiên chợ", "14/10/2023", "", "900")))
    assert dialog.preview().count(RowState.DOUBTFUL) == 1
    assert not dialog.import_button.isEnabled()
    combo = dialog.findChild(QComboBox, "candidates")
    assert combo.count() == 4
    combo.setCurrentIndex(1)
    click(dialog, "answer_button")
    assert dialog.overview.to_write() == (0, 1)
    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "import_button")
    figures = [one.figures for one in session.ledger.activities.fetch(Query())]
    assert sorted(map(len, figures)) == [0, 1]


def test_a_column_is_matched_by_hand_and_remembered(qtbot, session, open_dialog, tmp_path) -> None:
    path = sheet(
        tmp_path / "a.xlsx", ("Tên hoạt động", "Từ ngày", "Chỗ làm lạ"), ("Một", "14/10/2023", "Xã La Dạ")
    )
    dialog = open_dialog(path)
    combo = dialog.findChild(QComboBox, "column_C")
    assert combo.currentData() == ""
    combo.setCurrentIndex(combo.findData("place"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: dialog.preview().rows[0].values.get("place") == "Xã La Dạ")
    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "import_button")
    again = open_dialog(path)
    assert again.findChild(QComboBox, "column_C").currentData() == "place"
    assert again.preview().count(RowState.SAME) == 1
    assert not again.import_button.isEnabled()


def test_old_fonts_without_a_name_are_asked_with_a_preview(qtbot, session, open_dialog, tmp_path) -> None:
    rows = [("Tuyªn truyÒn hµng ViÖt Nam t¹i x· §«ng Giang", "14/10/2023", "X· §«ng Giang", "")]
    rows += [("Phiªn chî hµng ViÖt vÒ n«ng th«n", "15/10/2023", "X· Hµm TrÝ", "")]
    dialog = open_dialog(sheet(tmp_path / "a.xlsx", HEAD, *rows, font="Calibri"))
    assert dialog.tabs.currentWidget() is dialog.sheets
    assert not dialog.import_button.isEnabled()
    click(dialog, "convert_button")
    qtbot.waitUntil(dialog.import_button.isEnabled)
    assert dialog.preview().rows[0].values["title"] == "Tuyên truyền hàng Việt Nam tại xã Đông Giang"


def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(qtbot, session, tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"khong phai bang tinh")
    dialog = ImportDialog.open_for(path, session.ledger, session.operations, session.window)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.failure() != "")
    assert "a.xlsx" in dialog.failure()
    assert not dialog.import_button.isEnabled()
    assert session.ledger.activities.count(Query()) == 0


def test_the_menu_of_a_page_saves_a_template_that_comes_back(
    qtbot, session, open_dialog, tmp_path, monkeypatch
) -> None:
    session.window.show_page("activities")
    page = session.window.page("activities")
    session.ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14)))
    out = tmp_path / "Dữ liệu.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr("ui.pages.opening.QDesktopServices.openUrl", lambda _url: True)
    with qtbot.waitSignal(session.operations.status):
        page.excel.save_records()
    dialog = open_dialog(out)
    assert dialog.preview().count(RowState.SAME) == 1
    assert dialog.preview().count(RowState.ERROR) == 0
