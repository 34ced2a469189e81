from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.records.activities import Activity
from ui.main_window import TITLE


def test_pages_are_built_when_first_shown(session) -> None:
    window = session.window
    before = window.built_pages()
    assert len(before) == 1
    window.findChild(QPushButton, "go_awards").click()
    assert window.built_pages() == [*before, "awards"]
    assert window.current_page().objectName() == "awards_page"
    assert window.windowTitle() == TITLE


def test_pages_are_reached_by_keys(qtbot, session) -> None:
    window = session.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.page_shown):
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)


def test_the_last_operation_is_taken_back_by_a_key(qtbot, session, ledger) -> None:
    ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14)))
    window = session.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert window.status_line.message() == "Đã hoàn tác: đã thêm “Phiên chợ”"


def test_a_page_asks_for_another_and_a_record(session, ledger) -> None:
    saved = ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14)))
    window = session.window
    window.show_page("trash")
    window.page("trash").page_requested.emit("activities", saved.id)
    assert window.current_page().objectName() == "activities_page"
    assert window.page("activities").panel.title() == "Phiên chợ"


def test_the_heading_and_the_facts_follow_the_ledger(session, ledger) -> None:
    window = session.window
    assert "Hàm Thuận Bắc" in [
        label.text() for label in window.navigation.findChildren(type(window.navigation._name))
    ]
    session.operations.run(
        lambda: ledger.activities.save(Activity(title="Phiên chợ", date_start=date(2023, 10, 14))),
        changed={"activities"},
    )
    assert window.status_line.fact("counts").startswith("1 hoạt động")


def test_a_narrow_window_keeps_only_the_icons(qtbot, session) -> None:
    window = session.window
    window.resize(1366, 728)
    qtbot.waitUntil(lambda: window.navigation.width() > 100)
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: window.navigation.width() < 100)


def test_the_error_of_an_undo_is_said_in_the_status_line(session) -> None:
    session.operations.undo()
    assert session.window.status_line.message() == "Không còn thao tác nào để hoàn tác."
