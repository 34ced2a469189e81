from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop_app.domain.query import Query
from desktop_app.domain.records.points_of_sale import OutletKind, PointOfSale
from desktop_app.ledger import Ledger
from tests.ui.keys import type_text
from ui.app import Session
from ui.pages.points_of_sale_page import PointsOfSalePage, outlet_state

TODAY = date(2023, 11, 21)


def show(session: Session) -> PointsOfSalePage:
    session.window.show_page("points_of_sale")
    page = session.window.current_page().part("points_of_sale")
    assert isinstance(page, PointsOfSalePage)
    page.refresh()
    return page


@pytest.fixture
def points(ledger: Ledger) -> None:
    store = ledger.register("points_of_sale")
    for values in (
        {"name": "Đang mở", "opened_on": date(2022, 5, 1), "commune": "Xã La Dạ"},
        {"name": "Mới mở", "opened_on": TODAY, "commune": "Xã Đông Tiến", "kind": OutletKind.ESSENCE},
        {"name": "Đã đóng", "opened_on": date(2020, 1, 1), "closed_on": TODAY},
        {"name": "Sắp mở", "opened_on": date(2023, 12, 2)},
        {"name": "Không rõ ngày", "support_vnd": 5_000_000},
    ):
        store.save(PointOfSale(**values))


def names(page: PointsOfSalePage) -> set[str]:
    model = page.table.model()
    return {model.index(row, 0).data() for row in range(model.rowCount())}


def choose(page: PointsOfSalePage, name: str, value: str) -> None:
    combo = page.findChild(QComboBox, f"{name}_filter")
    combo.setCurrentIndex(combo.findData(value))


@pytest.mark.usefixtures("points")
def test_the_state_is_worked_out_and_filters(session, ledger) -> None:
    page = show(session)
    wanted = {"open": {"Đang mở", "Mới mở", "Không rõ ngày"}, "closed": {"Đã đóng"}, "coming": {"Sắp mở"}}
    for state, expected in wanted.items():
        choose(page, "state", state)
        assert names(page) == expected
    by_pill: dict[str, set[str]] = {}
    for point in ledger.register("points_of_sale").fetch(Query()):
        by_pill.setdefault(outlet_state(point, TODAY), set()).add(point.name)
    assert by_pill == wanted


@pytest.mark.usefixtures("points")
def test_the_figures_above_follow_the_filters(session) -> None:
    page = show(session)
    assert page.figure_line.text() == (
        "Đang hoạt động: 3 · Mở mới năm 2023: 2 · Đã đóng cửa: 1 · Được hỗ trợ: 1"
    )
    choose(page, "kind", "essence")
    assert page.figure_line.text().startswith("Đang hoạt động: 1 · Mở mới năm 2023: 1")


@pytest.mark.usefixtures("points")
def test_communes_are_those_of_the_register(session, ledger) -> None:
    page = show(session)
    combo = page.findChild(QComboBox, "commune_filter")
    assert [combo.itemData(place) for place in range(combo.count())] == ["", "Xã La Dạ", "Xã Đông Tiến"]
    choose(page, "commune", "Xã La Dạ")
    assert names(page) == {"Đang mở"}


def test_a_point_is_entered_by_keyboard(qtbot, session, ledger) -> None:
    page = show(session)
    page.open_new()
    qtbot.waitUntil(page.panel.findChild(QLineEdit, "name").hasFocus)
    for name, text in (
        ("name", "Điểm bán Tà Hine"),
        ("commune", "Xã Tà Hine"),
        ("area_m2", "85"),
        ("vietnamese_goods_pct", "93,5"),
        ("opened_on", "2/9"),
    ):
        type_text(page.panel.findChild(QLineEdit, name), text)
    page.panel.save()
    (saved,) = ledger.register("points_of_sale").fetch(Query())
    assert (saved.area_m2, saved.vietnamese_goods_pct, saved.opened_on) == (85, 93.5, date(2023, 9, 2))
    model = page.table.model()
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row[3:7] == ["85 m²", "93,5%", "02/09/2023", "Đang hoạt động"]


def test_the_source_of_a_support_brings_its_group(qtbot, session) -> None:
    page = show(session)
    page.open_new()
    line = page.panel.findChild(QLineEdit, "support_source")
    type_text(line, "xa hoi hoa")
    page.panel.form.focus_field("support_source")
    qtbot.waitUntil(line.hasFocus)
    page.panel.form.focus_field("support_content")
    assert page.panel.form.current_record().support_group == "socialised"
