"""Lower units: taken from the table, counted, plans ticked, what is missing named."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QPushButton

from desktop_app.domain.records.subunits import CommitteeStatus, Subunit
from tests.ui.keys import type_text


@pytest.fixture
def store(ledger):
    return ledger.register("subunits")


@pytest.fixture
def page(session):
    session.window.show_page("subunits")
    return session.window.page("committee").part("subunits")


def choose(page, name, word) -> None:
    combo = page.findChild(QComboBox, name)
    combo.setCurrentIndex(combo.findText(word))


def test_units_come_from_the_table_once(page, store, ledger, session) -> None:
    told: list[str] = []
    session.operations.status.connect(lambda text, _undo: told.append(text))
    page.fill_button.click()
    assert page.table.count() == len(store.all()) == 17
    assert told[-1] == "Đã thêm 17 đơn vị từ bảng đơn vị"
    page.fill_button.click()
    assert len(store.all()) == 17
    assert told[-1].startswith("Đã có đủ 17 đơn vị")
    ledger.operations.undo()
    assert store.all() == []


def test_an_office_without_lower_units_in_the_table_is_told(page, session, ledger, store) -> None:
    told: list[str] = []
    session.operations.refused.connect(told.append)
    ledger.set_year(2026)
    page.fill_button.click()
    assert store.all() == []
    assert "hãy ghi từng đơn vị" in told[0]


def test_a_unit_is_entered_counted_and_filtered(page, store) -> None:
    page.findChild(QPushButton, "new_button").click()
    type_text(page.findChild(QLineEdit, "name"), "Xã Đông Giang")
    page.panel.save()
    assert page.table.model().index(0, 0).data() == "Xã Đông Giang"
    store.save(Subunit(name="Xã La Dạ", committee_status=CommitteeStatus.SECTION, plan_issued=True))
    page.refresh()
    assert page.figure_line.text() == "Có Ban Chỉ đạo hoặc bộ phận phụ trách: 1/2 · Đã ban hành kế hoạch: 1/2"
    assert page.notice.text() == (
        "Chưa có Ban Chỉ đạo, bộ phận phụ trách: Xã Đông Giang. Chưa ban hành kế hoạch: Xã Đông Giang."
    )
    choose(page, "plan_issued_filter", "Chưa ban hành")
    assert page.table.count() == 1
    choose(page, "plan_issued_filter", "Đã ban hành kế hoạch")
    assert page.table.model().index(0, 0).data() == "Xã La Dạ"
    page.filter_bar.clear()
    choose(page, "committee_status_filter", "Có bộ phận phụ trách")
    assert page.table.count() == 1


def test_plans_are_ticked_in_one_list(page, store, ledger) -> None:
    for name in ("Xã A", "Xã B", "Xã C"):
        store.save(Subunit(name=name, plan_issued=name == "Xã A", head="Trưởng ban"))
    page.refresh()

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(0, when_open)
            return
        try:
            units = dialog.findChild(QListWidget, "units")
            assert [units.item(at).checkState() for at in range(3)] == [
                Qt.CheckState.Checked,
                Qt.CheckState.Unchecked,
                Qt.CheckState.Unchecked,
            ]
            dialog.findChild(QPushButton, "all_button").click()
            units.item(0).setCheckState(Qt.CheckState.Unchecked)
            dialog.findChild(QPushButton, "done_button").click()
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, when_open)
    page.plans_button.click()
    assert {one.name: one.plan_issued for one in store.all()} == {"Xã A": False, "Xã B": True, "Xã C": True}
    assert page.figure_line.text().endswith("Đã ban hành kế hoạch: 2/3")
    ledger.operations.undo()
    assert {one.name: one.plan_issued for one in store.all()}["Xã A"]


def test_the_sample_says_who_lacks_what(sample_session) -> None:
    sample_session.window.show_page("subunits")
    page = sample_session.window.page("committee").part("subunits")
    assert "15/17" in page.figure_line.text()
    assert "Xã Hàm Thắng" in page.notice.text()
