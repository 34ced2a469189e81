from datetime import date

import pytest

from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode
from desktop_app.domain.records.activities import Activity
from desktop_app.ledger import Ledger
from ui.dialogs.previous_dialog import PreviousDialog
from ui.operations import Operations
from ui.pages.report_page import ReportPage


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    report_page.resize(1024, 560)
    return report_page


def test_the_first_year_says_that_nothing_is_compared(page: ReportPage) -> None:
    assert page.previous.view.text() == "không có. Sổ này không có số liệu năm 2022."


def test_records_of_the_year_before_are_compared_at_once(
    page: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    record = Activity(title="A", date_start=date(2022, 5, 1), figures={"visitors": 3})
    operations.run(lambda: sample.activities.save(record), changed={"activities"})
    settled()
    assert page.previous.view.text() == "năm 2022 (từ sổ này)"
    page._on_kind_chosen("Q3")
    settled()
    assert page.previous.view.text() == "không có. Sổ này không có số liệu quý III năm 2022."


def test_typed_figures_are_kept_and_printed(
    qtbot, page: ReportPage, sample: Ledger, settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: PreviousDialog) -> int:
        dialog.mode.set_value(PreviousMode.ENTERED)
        dialog.entered.line("visitors").set_value(10_000)
        dialog.save_button.click()
        return dialog.result()

    monkeypatch.setattr(PreviousDialog, "exec", answer)
    with qtbot.waitSignal(page._operations.status) as told:
        page.previous.view.change_button.click()
    assert told.args[0] == "Đã lưu số liệu kỳ trước."
    settled()
    assert page.previous.view.text() == "năm 2022 (số liệu đã nhập)"
    period = sample.reports.period(2023)
    rows = {row[1]: row for row in sample.report(period).annexes[0].table.rows}
    assert rows["Lượt khách tham quan, mua sắm"][3] == 10_000


def test_giving_up_the_dialog_changes_nothing(
    page: ReportPage, sample: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        PreviousDialog, "exec", lambda dialog: dialog.cancel_button.click() or dialog.result()
    )
    page.previous.view.change_button.click()
    assert sample.previous.choice(sample.reports.period(2023)) == PreviousChoice()
