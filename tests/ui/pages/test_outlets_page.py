from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.app import OUTLETS
from ui.pages.outlets_page import TITLES


def test_every_register_has_its_tab(sample_session) -> None:
    window = sample_session.window
    assert tuple(TITLES) == OUTLETS
    for name in OUTLETS:
        window.show_page(name)
        page = window.current_page()
        assert page.objectName() == "outlets_page"
        assert page.current().objectName() == f"{name}_page"
        assert page.current().table.count() > 0


def test_keys_walk_over_the_tabs(sample_session) -> None:
    sample_session.window.show_page("outlets")
    page = sample_session.window.current_page()
    QTest.keyClick(page.current(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.current().objectName() == "ocop_products_page"


def test_a_record_is_found_from_elsewhere(sample_session, qtbot) -> None:
    sample_session.window.show_page("enterprises", "BT-HTB-E01")
    panel = sample_session.window.current_page().current().panel
    assert panel.title() == "HTX Thanh long sạch Hàm Hiệp Xanh"
    assert panel.remark() == "2 lần hỗ trợ"
