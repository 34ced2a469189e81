from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.funds import FundEntry, FundKind
from tests.ui.keys import type_text
from ui.pages.fund_entries_page import FundEntriesPage


@pytest.fixture
def page(session) -> FundEntriesPage:
    session.window.show_page("funds")
    tabs = session.window.current_page()
    tabs.tab_bar.setCurrentIndex(1)
    found = tabs.current()
    assert isinstance(found, FundEntriesPage)
    return found


def test_an_entry_begins_today_and_takes_the_group_of_its_source(qtbot, page, ledger) -> None:
    page.open_new()
    form = page.panel.form
    type_text(page.panel.findChild(QLineEdit, "purpose"), "Vận động tài trợ")
    form.focus_field("source")
    line = page.panel.findChild(QLineEdit, "source")
    qtbot.waitUntil(line.hasFocus)
    type_text(line, "Doanh nghiệp tài trợ")
    form.focus_field("amount_vnd")
    type_text(page.panel.findChild(QLineEdit, "amount_vnd"), "1,5 triệu")
    page.panel.save()
    (saved,) = ledger.register("funds").fetch(Query())
    assert (saved.entered_on, saved.fund_group) == (date(2023, 11, 21), FundGroup.SOCIALISED)
    assert (saved.amount_vnd, saved.kind) == (1_500_000, FundKind.PLANNED)


def test_kinds_filter_and_add_up(page, ledger) -> None:
    for kind, amount in ((FundKind.PLANNED, 9), (FundKind.SPENT, 2), (FundKind.SPENT, 3)):
        ledger.register("funds").save(
            FundEntry(
                purpose=f"Khoản {amount}", kind=kind, entered_on=date(2023, 5, 1), amount_vnd=amount * 10**6
            )
        )
    page.refresh()
    assert page.figure_line.text() == "Dự toán: 9 triệu đồng · Đã chi ngoài hoạt động: 5 triệu đồng"
    combo = page.findChild(QComboBox, "kind_filter")
    combo.setCurrentIndex(combo.findData("spent"))
    assert page.table.count() == 2


def test_usual_sources_are_suggested_without_accents(page) -> None:
    assert "Ngân sách huyện" in page.suggest("source", "ngan sach")
    assert page.suggest("purpose", "ngan sach") == []


def test_the_help_names_the_rules_of_spending(page) -> None:
    tip = page.panel.findChild(QComboBox, "kind").toolTip()
    assert "TT 91/2012/TT-BTC" in tip
    assert "TT 89/2018/TT-BTC" in tip
