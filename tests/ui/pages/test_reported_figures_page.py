from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton

from desktop_app.domain.query import Query
from desktop_app.domain.records.reported_figures import BodyKind, ReportedFigures
from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.domain.records.subunits import Subunit
from desktop_app.ledger import Ledger
from tests.desktop_app.exchange.filled_forms import fill
from ui.app import Session
from ui.pages.reported_figures_page import ReportedFiguresPage

FIRST, LAST = date(2023, 1, 1), date(2023, 11, 30)


@pytest.fixture(autouse=True)
def opened(monkeypatch) -> list[str]:
    """Folders that were shown to the user; no file manager is started."""
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    return shown


@pytest.fixture
def page(session: Session) -> ReportedFiguresPage:
    session.window.show_page("reported_figures")
    found = session.window.current_page()
    assert isinstance(found, ReportedFiguresPage)
    return found


def add(ledger: Ledger, body: str, **values: object) -> ReportedFigures:
    return ledger.register("reported_figures").save(
        ReportedFigures(**{"body": body, "period_from": FIRST, "period_to": LAST, **values})
    )


def states(page: ReportedFiguresPage) -> dict[str, str]:
    model = page.table.model()
    return {model.index(row, 0).data(): model.index(row, 4).data() for row in range(model.rowCount())}


def all_of(ledger: Ledger) -> list[ReportedFigures]:
    return ledger.register("reported_figures").fetch(Query())


def send(qtbot, session: Session, page: ReportedFiguresPage, folder: Path, *, word: bool = False) -> None:
    """Press through the dialog as it stands."""
    page.send_button.click()
    dialog = page.desk.dialog
    dialog._folder = folder
    if word:
        dialog.findChild(QCheckBox, "as_docx").click()
    with qtbot.waitSignal(session.operations.changed):
        dialog.done_button.click()


def test_who_has_answered_is_seen_and_filtered(page, ledger) -> None:
    asked = {"asked_on": date(2023, 11, 1)}
    add(ledger, "Phụ nữ", **asked, answered_on=date(2023, 11, 14), figures={"stalls": 3})
    add(ledger, "Nông dân", **asked, due_on=date(2023, 11, 20))
    add(ledger, "Thanh niên", **asked, due_on=date(2023, 11, 25))
    add(ledger, "Công an", body_kind=BodyKind.DEPARTMENT)
    page.refresh()
    assert states(page) == {
        "Phụ nữ": "Đã nhận",
        "Nông dân": "Quá hạn",
        "Thanh niên": "Đang chờ",
        "Công an": "Chưa gửi biểu",
    }
    assert page.figure_line.text() == "Đã nhận: 1/4 đơn vị · Quá hạn: 1 · Đang chờ: 1 · Chưa gửi biểu: 1"
    for name, value, expected in (
        ("state", "late", {"Nông dân"}),
        ("state", "not_asked", {"Công an"}),
        ("body_kind", "department", {"Công an"}),
    ):
        combo = page.findChild(QComboBox, f"{name}_filter")
        combo.setCurrentIndex(combo.findData(value))
        assert set(states(page)) == expected
        combo.setCurrentIndex(0)


def test_a_form_goes_out_and_comes_back(qtbot, session, page, ledger, tmp_path, opened) -> None:
    farmers = add(ledger, "Hội Nông dân huyện")
    page.refresh()
    folder = tmp_path / "Biểu"
    send(qtbot, session, page, folder, word=True)
    (sheet,) = folder.glob("*.xlsx")
    assert sheet.with_suffix(".docx").is_file()
    assert opened == [str(folder)]
    kept = ledger.register("reported_figures").get(farmers.id)
    assert (kept.asked_on, kept.due_on) == (date(2023, 11, 21), LAST)
    assert session.window.status_line.message() == "Đã ghi gửi biểu cho “Hội Nông dân huyện”"

    fill(sheet, {"conferences": 12, "stalls": "ba"})
    page.desk.read([sheet])
    qtbot.waitUntil(lambda: page.desk.dialog.objectName() == "receive_forms_dialog")
    dialog = page.desk.dialog
    dialog.done_button.click()
    assert dialog.isVisible()  # a form with a bad cell is taken only when it is chosen
    dialog.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    dialog.done_button.click()
    (saved,) = all_of(ledger)
    assert (saved.figures, saved.answered_on) == ({"conferences": 12}, date(2023, 11, 21))
    assert states(page) == {"Hội Nông dân huyện": "Đã nhận"}
    session.operations.undo()
    assert all_of(ledger)[0].figures == {}


def test_the_next_form_begins_with_the_last_choice(qtbot, session, page, ledger, tmp_path) -> None:
    add(ledger, "Hội Nông dân huyện")
    page.send_button.click()
    dialog = page.desk.dialog
    dialog._folder = tmp_path
    dialog.indicators.none_button.click()
    dialog.indicators._list.item(3).setCheckState(Qt.CheckState.Checked)
    chosen = dialog.indicators.chosen()
    with qtbot.waitSignal(session.operations.changed):
        dialog.done_button.click()
    page.send_button.click()
    assert page.desk.dialog.indicators.chosen() == chosen == ("conferences",)
    assert page.desk.dialog.bodies.chosen() == ()  # who was asked is not asked again by itself
    assert page.desk.dialog.folder() == tmp_path
    page.desk.dialog.reject()


def test_what_is_missing_keeps_the_dialog_open(page, ledger) -> None:
    add(ledger, "Hội Nông dân huyện")
    page.send_button.click()
    dialog = page.desk.dialog
    dialog.bodies.none_button.click()
    dialog.done_button.click()
    assert dialog.problem() == "Hãy chọn đơn vị, hoặc chọn một biểu trống."
    dialog.bodies.all_button.click()
    dialog._days["period_to"].set_value(None)
    assert dialog.problem() == "Cần ghi ngày cuối của số liệu."
    assert dialog.isVisible()
    dialog.reject()


def test_one_empty_form_asks_nobody_in_particular(qtbot, session, page, ledger, tmp_path) -> None:
    add(ledger, "Hội Nông dân huyện")
    page.send_button.click()
    dialog = page.desk.dialog
    dialog._folder = tmp_path
    dialog.findChild(QCheckBox, "empty_form").click()
    assert not dialog.bodies.isEnabled()
    with qtbot.waitSignal(session.operations.status):
        dialog.done_button.click()
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["Bieu_Trong_20231130.xlsx"]
    assert all_of(ledger)[0].asked_on is None


def test_files_are_dropped_onto_the_list(qtbot, page, tmp_path) -> None:
    junk = tmp_path / "rác.xlsx"
    junk.write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(junk))])
    copy, left, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page._list, QDragEnterEvent(QPoint(5, 5), copy, data, left, plain))
    QApplication.sendEvent(page._list, QDropEvent(QPointF(5, 5), copy, data, left, plain, QEvent.Type.Drop))
    qtbot.waitUntil(lambda: page.desk.dialog is not None)
    dialog = page.desk.dialog
    item = dialog.tree.topLevelItem(0)
    assert item.text(0) == "rác.xlsx"
    assert "không phải là bảng tính" in item.child(0).text(0)
    assert dialog.problem().startswith("Chưa chọn biểu nào")
    dialog.reject()


def test_usual_bodies_come_from_the_committee(page, session, ledger) -> None:
    ledger.register("steering_committee").save(
        CommitteeMember(full_name="Lê A", position="Chủ tịch Hội Nông dân huyện")
    )
    ledger.register("subunits").save(Subunit(name="Xã La Dạ"))
    page.findChild(QPushButton, "usual_button").click()
    page.desk.dialog.done_button.click()
    assert {(one.body, one.body_kind, one.period_to) for one in all_of(ledger)} == {
        ("Hội Nông dân huyện", BodyKind.MASS_ORGANIZATION, LAST),
        ("Xã La Dạ", BodyKind.COMMUNE, LAST),
    }
    page.findChild(QPushButton, "usual_button").click()
    assert session.window.status_line.message().startswith("Không còn đơn vị nào để thêm")
    session.operations.undo()
    assert all_of(ledger) == []


def test_the_form_says_that_its_figures_stay_out(page, ledger) -> None:
    one = add(ledger, "Phụ nữ", figures={"stalls": 3}, answered_on=LAST, is_counted=False)
    page.refresh()
    page.open_record(one.id)
    assert page.panel.remark() == "Đã nhận · 1 số liệu · không tính vào báo cáo"
