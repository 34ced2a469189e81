"""A new year from the overview and from the settings; what is due on the overview."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ledger import Ledger
from tests.ui.keys import press
from ui.app import Session
from ui.dialogs.new_year_dialog import NewYearDialog
from ui.operations import Operations
from ui.pages.overview_page import OverviewPage


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations, settled) -> OverviewPage:
    made = OverviewPage(sample, operations)
    operations.changed.connect(made.receive_changes)
    qtbot.addWidget(made)
    made.resize(1166, 680)
    made.show()
    settled()
    return made


def answer(act) -> None:
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def choose_new_year(page: OverviewPage) -> None:
    combo = page.year_combo
    assert combo.itemText(combo.count() - 1) == "+ Năm 2024…"
    combo.setCurrentIndex(combo.count() - 1)
    combo.activated.emit(combo.currentIndex())


def test_a_new_year_begins_from_the_list_of_years_and_is_taken_back(
    page: OverviewPage, sample: Ledger, operations: Operations, settled
) -> None:
    def use(dialog: NewYearDialog) -> None:
        assert dialog.source.words() == "Chép kế hoạch năm 2023, số và ngày để trống"
        assert dialog.carry_tasks.isChecked()
        press(dialog.begin_button, Qt.Key.Key_Return)

    answer(use)
    choose_new_year(page)
    assert (sample.year, len(sample.planning.tasks(2024))) == (2024, 8)
    assert page.year_combo.currentData() == 2024
    settled()
    assert page.activities_card.figure() == "0"
    operations.undo()
    assert (sample.year, page.year_combo.currentData()) == (2023, 2023)
    settled()
    assert page.activities_card.figure() == "45"


def test_giving_up_keeps_the_year(page: OverviewPage, sample: Ledger) -> None:
    answer(lambda dialog: dialog.reject())
    choose_new_year(page)
    assert (sample.year, sample.years(), page.year_combo.currentData()) == (2023, [2023], 2023)


def test_a_shipped_plan_can_be_chosen_and_tasks_left_behind(page: OverviewPage, sample: Ledger) -> None:
    def use(dialog: NewYearDialog) -> None:
        names = [plan.name for plan in dialog._plans]
        dialog.source.set_value(str(next(at for at, name in enumerate(names) if "Thanh Hóa" in name)))
        dialog.carry_tasks.setChecked(False)
        dialog.accept()

    answer(use)
    choose_new_year(page)
    assert sample.plan(2024).code == "TH2024"
    assert [one.is_standing for one in sample.planning.tasks(2024)] == [True, True]


def test_the_settings_begin_a_new_year_too(qtbot, sample_session: Session) -> None:
    window, ledger = sample_session.window, sample_session.ledger
    window.show_page("settings")
    button = window.page("settings").year_bar.new_year_button
    answer(lambda dialog: dialog.accept())
    press(button, Qt.Key.Key_Return)
    assert ledger.year == 2024
    window.show_page("plan")
    tasks = window.page("plan").part("tasks")
    assert tasks.table.count() == 8
    # Begun in November of the year before: nothing of it can be late yet.
    assert "Quá hạn: 0" in tasks.figure_line.text()
    window.show_page("overview")
    overview = window.page("overview")
    qtbot.waitUntil(lambda: overview.activities_card.figure() == "0")  # what it shows is the new year's
    assert "Quá hạn" not in [entry.word for entry in window.page("overview").due_card.list.entries()]


def test_what_is_due_leads_to_its_record(qtbot, page: OverviewPage) -> None:
    entries = page.due_card.list.entries()
    assert [entry.word for entry in entries] == ["Quá hạn", "Quá hạn", "Còn 8 ngày"]
    assert entries[0].sentence == "Đưa hàng Việt về các xã vùng xa – Tháng 10 (quá hạn 21 ngày)"
    page.due_card.list.setFocus()
    page.due_card.list.setCurrentRow(0)
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page.due_card.list, Qt.Key.Key_Return)
    assert asked.args == ["tasks", "BT-HTB-N05"]


def test_the_window_opens_the_task_that_is_due(sample_session: Session) -> None:
    window = sample_session.window
    window.show_page("overview")
    window.page("overview").due_card.opened.emit("tasks", "BT-HTB-N05")
    tasks = window.page("plan").current()
    assert window.current_page() is window.page("plan")
    assert tasks.panel.record_id() == "BT-HTB-N05"


def test_the_card_goes_when_nothing_is_due(
    page: OverviewPage, sample: Ledger, operations: Operations, settled
) -> None:
    store = sample.register("tasks")

    def postpone() -> None:
        for task in store.all():
            store.save(replace(store.get(task.id), due_on=date(2023, 12, 31)))

    operations.run(postpone, changed={"tasks"})
    settled()
    assert page.due_card.isHidden()
