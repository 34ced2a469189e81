from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.records.activities import Activity, FundGroup, FundLine
from desktop_app.domain.records.funds import FundEntry, FundKind
from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.ledger import Ledger
from tests.ui.keys import press
from ui.app import Session
from ui.pages.funds_summary_page import FundsSummaryPage

MILLION = 1_000_000


@pytest.fixture
def money(ledger: Ledger) -> None:
    """Ten planned from the budget, twelve spent; five socialised in kind; a linked and an unlinked support."""
    ledger.register("funds").save(
        FundEntry(
            purpose="Dự toán năm",
            kind=FundKind.PLANNED,
            entered_on=date(2023, 1, 15),
            source="Ngân sách huyện",
            amount_vnd=10 * MILLION,
        )
    )
    lines = (
        FundLine(source="Ngân sách huyện", group=FundGroup.STATE_BUDGET, amount_vnd=12 * MILLION),
        FundLine(source="Xã hội hóa", group=FundGroup.SOCIALISED, amount_vnd=5 * MILLION, in_kind=True),
    )
    fair = ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14), funds=lines))
    store = ledger.register("points_of_sale")
    supported = {"supported_on": date(2023, 10, 14), "support_source": "Xã hội hóa"}
    store.save(PointOfSale(name="Đã gắn", support_vnd=5 * MILLION, support_activity=fair.id, **supported))
    store.save(
        PointOfSale(
            name="Chưa gắn",
            support_vnd=7 * MILLION,
            support_group=FundGroup.OTHER,
            supported_on=date(2023, 3, 1),
            support_source="Quỹ A",
        )
    )


def show(session: Session) -> FundsSummaryPage:
    session.window.show_page("funds")
    page = session.window.current_page().current()
    assert isinstance(page, FundsSummaryPage)
    return page


def rows(table) -> list[list[str]]:
    model = table.model()
    return [
        [(model.index(row, column).data() or "").strip() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.usefixtures("money")
def test_planned_and_spent_stand_by_source(session) -> None:
    page = show(session)
    assert rows(page.table) == [
        ["Ngân sách nhà nước", "10.000.000", "12.000.000", "–", "Vượt: 120%"],
        ["Ngân sách huyện", "10.000.000", "12.000.000", "–", "Vượt: 120%"],
        ["Xã hội hóa", "–", "5.000.000", "5.000.000", "Không có dự toán"],
        ["Xã hội hóa", "–", "5.000.000", "5.000.000", "Không có dự toán"],
        ["Nguồn khác", "–", "7.000.000", "–", "Không có dự toán"],
        ["Quỹ A", "–", "7.000.000", "–", "Không có dự toán"],
        ["Tổng cộng", "10.000.000", "24.000.000", "5.000.000", "Vượt: 240%"],
    ]


@pytest.mark.usefixtures("money")
def test_a_source_leads_to_its_records_by_keys(qtbot, session) -> None:
    page = show(session)
    page.table.setFocus()
    page.table.selectRow(6)
    assert page.behind_title() == "Tổng cộng: 4 khoản · đã chi 24.000.000 đồng"
    press(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.behind_table.hasFocus)
    assert rows(page.behind_table)[0][:3] == ["15/01/2023", "Dự toán năm", "Dự toán · khoản kinh phí"]
    press(page.behind_table, Qt.Key.Key_Down)
    press(page.behind_table, Qt.Key.Key_Return)
    assert session.window.current_page().objectName() == "activities_page"
    assert session.window.current_page().panel.title() == "Phiên chợ"


@pytest.mark.usefixtures("money")
def test_a_planned_sum_leads_to_its_entry(session) -> None:
    page = show(session)
    page.behind_table.entered.emit("0")
    tabs = session.window.current_page()
    assert tabs.objectName() == "funds_page"
    assert tabs.current().objectName() == "funds_page"
    assert tabs.current().panel.title() == "Dự toán năm"


@pytest.mark.usefixtures("money")
def test_another_period_counts_its_own_money(session) -> None:
    page = show(session)
    combo = page.period_combo
    combo.setCurrentIndex(combo.findData("Q1"))
    combo.activated.emit(combo.currentIndex())
    assert rows(page.table)[-1] == ["Tổng cộng", "10.000.000", "7.000.000", "–", "70%"]
    assert page.header.count() == "từ ngày 01/01/2023 đến ngày 31/03/2023"


def test_an_empty_period_says_where_money_is_written(session) -> None:
    page = show(session)
    assert not page.table.isVisible()
    assert page.behind_title() == ""


@pytest.mark.usefixtures("money")
def test_the_chosen_source_stays_when_money_changes(session, ledger) -> None:
    page = show(session)
    page.table.selectRow(5)
    assert page.behind_title().startswith("Quỹ A: 1 khoản")
    line = FundLine(source="Ngân sách xã", group=FundGroup.STATE_BUDGET, amount_vnd=MILLION)
    session.operations.run(
        lambda: ledger.activities.save(Activity(title="Mới", date_start=date(2023, 2, 1), funds=(line,))),
        changed={"activities"},
    )
    assert page.behind_title().startswith("Quỹ A: 1 khoản")
    assert page.table.currentIndex().row() == 6
