from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop_app.domain.query import Query
from desktop_app.domain.records.procurement import Procurement, ProcurementKind
from tests.ui.keys import type_text
from ui.pages.procurement_page import ProcurementPage

MILLION = 1_000_000


@pytest.fixture
def page(session, ledger) -> ProcurementPage:
    session.window.show_page("procurement")
    found = session.window.current_page()
    assert isinstance(found, ProcurementPage)
    return found


def add(ledger, unit="Phòng Giáo dục", total=None, vietnamese=None, local=None, **values) -> None:
    ledger.register("procurement").save(
        Procurement(
            unit=unit,
            period_from=date(2023, 6, 1),
            total_vnd=total and total * MILLION,
            vietnamese_vnd=vietnamese and vietnamese * MILLION,
            local_vnd=local and local * MILLION,
            **values,
        )
    )


def shares(page: ProcurementPage) -> dict[str, str]:
    model = page.table.model()
    return {model.index(row, 1).data(): model.index(row, 5).data() for row in range(model.rowCount())}


def test_shares_come_from_their_parts(page, ledger) -> None:
    add(ledger, "A", 200, 150, 50)
    add(ledger, "B", 100, 90)
    add(ledger, "C", 700)
    page.refresh()
    assert shares(page) == {"A": "75%", "B": "90%", "C": "–"}
    assert page.figure_line.text() == (
        "Tổng giá trị: 1 tỷ đồng · Hàng Việt Nam: 240 triệu đồng · Tỷ lệ: 80% · "
        "Hàng của tỉnh: 50 triệu đồng · Suất quà: 0"
    )


def test_the_sums_follow_the_filter(page, ledger) -> None:
    add(ledger, "A", 200, 150)
    add(ledger, "B", 100, 90, kind=ProcurementKind.GIFTS, gift_count=40)
    page.refresh()
    combo = page.findChild(QComboBox, "kind_filter")
    combo.setCurrentIndex(combo.findData("gifts"))
    assert "Tỷ lệ: 90%" in page.figure_line.text()
    assert "Suất quà: 40" in page.figure_line.text()


def test_the_share_is_shown_while_typing(qtbot, page, ledger) -> None:
    page.open_new()
    assert page.panel.remark().startswith("Tỷ lệ hàng Việt Nam: ghi tổng giá trị")
    for name, text in (
        ("unit", "Phòng Giáo dục"),
        ("period_from", "1/6"),
        ("total_vnd", "400 triệu"),
        ("vietnamese_vnd", "330 triệu"),
    ):
        type_text(page.panel.findChild(QLineEdit, name), text)
    assert page.panel.remark() == "Tỷ lệ hàng Việt Nam: 82,5%"
    type_text(page.panel.findChild(QLineEdit, "local_vnd"), "100 triệu")
    assert page.panel.remark() == "Tỷ lệ hàng Việt Nam: 82,5% · Hàng của tỉnh: 25%"
    page.panel.save()
    (saved,) = ledger.register("procurement").fetch(Query())
    assert saved.share_pct == 82.5


def test_a_part_larger_than_its_whole_is_not_saved(page, ledger) -> None:
    page.open_new()
    for name, text in (("unit", "A"), ("period_from", "1/6"), ("total_vnd", "5"), ("vietnamese_vnd", "6")):
        type_text(page.panel.findChild(QLineEdit, name), text)
    page.panel.save()
    assert ledger.register("procurement").count(Query()) == 0
    assert page.panel.form.message("vietnamese_vnd").startswith("Phần hàng Việt Nam không thể lớn hơn")
