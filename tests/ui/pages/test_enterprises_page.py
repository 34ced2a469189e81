from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from desktop_app.domain.query import Query
from desktop_app.domain.records.enterprises import Enterprise, Support
from tests.ui.keys import type_text
from ui.app import Session
from ui.pages.enterprises_page import EnterprisesPage


def show(session: Session) -> EnterprisesPage:
    session.window.show_page("enterprises")
    page = session.window.current_page().part("enterprises")
    assert isinstance(page, EnterprisesPage)
    page.refresh()
    return page


@pytest.fixture
def page(session, ledger) -> EnterprisesPage:
    store = ledger.register("enterprises")
    supports = (
        Support(given_on=date(2023, 3, 1), amount_vnd=20_000_000),
        Support(given_on=date(2022, 3, 1), amount_vnd=5_000_000),
    )
    store.save(Enterprise(name="Công ty A", supports=supports, signed_commitment_on=date(2023, 3, 15)))
    store.save(Enterprise(name="Hộ B", commune="Xã La Dạ"))
    return show(session)


def cells(page: EnterprisesPage) -> list[list[str]]:
    model = page.table.model()
    return [[model.index(row, column).data() for column in (0, 3, 4)] for row in range(model.rowCount())]


def test_supports_are_counted_and_added_up(page) -> None:
    assert cells(page) == [["Công ty A", "2", "25.000.000"], ["Hộ B", "–", "–"]]
    assert page.figure_line.text() == "Lần hỗ trợ năm 2023: 1 · Trị giá: 20 triệu đồng · Đã ký cam kết: 1"
    assert page.panel.remark() == "2 lần hỗ trợ, trị giá 25.000.000 đồng"


def test_who_got_support_is_a_filter_away(page) -> None:
    combo = page.findChild(QComboBox, "supports_filter")
    combo.setCurrentIndex(combo.findData("-"))
    assert [row[0] for row in cells(page)] == ["Hộ B"]
    combo.setCurrentIndex(combo.findData("*"))
    assert [row[0] for row in cells(page)] == ["Công ty A"]


def test_a_support_is_typed_into_a_row_and_saved(page, ledger) -> None:
    household = next(one for one in ledger.register("enterprises").fetch(Query()) if one.name == "Hộ B")
    page.open_record(household.id)
    page.panel.findChild(QPushButton, "add_row_button").click()
    # Rows of the record shown before go at the next turn of the event loop; the new one is the last.
    type_text(page.panel.findChildren(QLineEdit, "given_on")[-1], "5/7/23")
    type_text(page.panel.findChildren(QLineEdit, "amount_vnd")[-1], "3 triệu")
    assert page.panel.remark() == "1 lần hỗ trợ, trị giá 3.000.000 đồng"
    page.panel.save()
    saved = ledger.register("enterprises").get(household.id)
    assert saved.supports == (Support(given_on=date(2023, 7, 5), amount_vnd=3_000_000),)
