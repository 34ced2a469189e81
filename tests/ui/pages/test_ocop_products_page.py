from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.ledger import Ledger
from tests.ui.keys import type_text
from ui.app import Session
from ui.pages.ocop_products_page import OcopProductsPage


def show(session: Session) -> OcopProductsPage:
    session.window.show_page("ocop_products")
    page = session.window.current_page().part("ocop_products")
    assert isinstance(page, OcopProductsPage)
    page.refresh()
    return page


@pytest.fixture
def products(ledger: Ledger) -> None:
    store = ledger.register("ocop_products")
    for name, stars, ends in (
        ("Bánh tráng", 4, date(2025, 10, 1)),
        ("Mật ong", 3, date(2024, 3, 1)),
        ("Nước mắm", 3, date(2023, 11, 20)),
        ("Rượu vang", None, None),
    ):
        store.save(OcopProduct(name=name, stars=stars, recognized_on=date(2020, 11, 20), expires_on=ends))
    store.save(OcopProduct(name="Gùi mây", kind=ProductKind.CRAFT))


def column(page: OcopProductsPage, title: str) -> dict[str, str]:
    model = page.table.model()
    at = next(
        at for at in range(model.columnCount()) if model.headerData(at, Qt.Orientation.Horizontal) == title
    )
    return {model.index(row, 0).data(): model.index(row, at).data() for row in range(model.rowCount())}


def choose(page: OcopProductsPage, name: str, value: str) -> set[str]:
    combo = page.findChild(QComboBox, f"{name}_filter")
    combo.setCurrentIndex(combo.findData(value))
    found = set(column(page, "Sản phẩm"))
    combo.setCurrentIndex(0)
    return found


@pytest.mark.usefixtures("products")
def test_stars_and_validity_are_shown(session) -> None:
    page = show(session)
    assert column(page, "Hạng sao")["Bánh tráng"] == "★★★★"
    assert column(page, "Tình trạng") == {
        "Bánh tráng": "Còn hạn",
        "Mật ong": "Sắp hết hạn",
        "Nước mắm": "Đã hết hạn",
        "Rượu vang": "Chưa ghi hạn",
        "Gùi mây": "",
    }
    assert page.figure_line.text() == (
        "OCOP còn hiệu lực: 3 · 4 sao: 1 · 3 sao: 1 · Sắp hết hạn: 1 · Đã hết hạn: 1"
    )


@pytest.mark.usefixtures("products")
def test_stars_kind_and_validity_filter(session) -> None:
    page = show(session)
    assert choose(page, "stars", "3") == {"Mật ong", "Nước mắm"}
    assert choose(page, "stars", "-") == {"Rượu vang", "Gùi mây"}
    assert choose(page, "kind", "craft") == {"Gùi mây"}
    assert choose(page, "validity", "expiring") == {"Mật ong"}
    assert choose(page, "validity", "expired") == {"Nước mắm"}


@pytest.mark.usefixtures("products")
@pytest.mark.parametrize(("year", "state"), [(2022, "Còn hạn"), (2024, "Đã hết hạn")])
def test_a_past_year_is_judged_by_the_end_of_its_report_and_one_ahead_by_today(
    session, ledger, year: int, state: str
) -> None:
    ledger.set_year(year)
    page = show(session)
    assert column(page, "Tình trạng")["Nước mắm"] == state
    assert column(page, "Tình trạng")["Bánh tráng"] == "Còn hạn"


def test_the_day_of_recognition_offers_the_end(qtbot, session) -> None:
    page = show(session)
    page.open_new()
    form = page.panel.form
    type_text(page.panel.findChild(QLineEdit, "name"), "Bánh tráng")
    form.focus_field("recognized_on")
    recognized, expires = (page.panel.findChild(QLineEdit, name) for name in ("recognized_on", "expires_on"))
    qtbot.waitUntil(recognized.hasFocus)
    type_text(recognized, "29/2/2020")
    form.focus_field("recognized_by")
    qtbot.waitUntil(lambda: expires.text() == "28/02/2023")
    assert page.panel.remark() == "Đã hết hạn (đến ngày 28/02/2023)"


def test_an_end_that_is_typed_is_not_replaced(qtbot, session) -> None:
    page = show(session)
    page.open_new()
    form = page.panel.form
    recognized, expires = (page.panel.findChild(QLineEdit, name) for name in ("recognized_on", "expires_on"))
    type_text(expires, "1/1/2026")
    form.focus_field("recognized_on")
    qtbot.waitUntil(recognized.hasFocus)
    type_text(recognized, "1/2/2022")
    form.focus_field("recognized_by")
    qtbot.waitUntil(lambda: recognized.text() == "01/02/2022")
    assert form.current_record().expires_on == date(2026, 1, 1)


def test_an_old_product_is_not_changed_by_passing_through(qtbot, session, ledger) -> None:
    ledger.register("ocop_products").save(OcopProduct(name="Cũ", recognized_on=date(2021, 1, 1)))
    page = show(session)
    page.panel.form.focus_field("recognized_on")
    line = page.panel.findChild(QLineEdit, "recognized_on")
    qtbot.waitUntil(line.hasFocus)
    page.panel.form.focus_field("recognized_by")
    qtbot.waitUntil(page.panel.findChild(QLineEdit, "recognized_by").hasFocus)
    assert not page.panel.form.is_changed()
