from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Reply, ReplyKind, Sending, SendingWay
from tests.ui.keys import type_text
from ui import main_window
from ui.main_window import TITLE


def test_pages_are_built_when_first_shown(qtbot, session) -> None:
    window = session.window
    qtbot.waitUntil(lambda: window.current_page() is not None)  # the first one, right after the window
    before = window.built_pages()
    assert before == ["overview"]
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


def test_a_bar_of_the_overview_leads_to_its_records(qtbot, sample_session) -> None:
    window = sample_session.window
    overview = window.page("overview")
    overview.filter_requested.emit("activities", "content_code", "C6")
    page = window.page("activities")
    assert window.current_page() is page
    assert page.table.model().rowCount() == 6
    overview.filter_requested.emit("activities", "month", "8")
    assert page.filter_bar.value("content") == ""
    assert page.table.model().rowCount() == 4


def test_the_last_days_before_the_deadline_stand_at_the_report(qtbot, sample_session) -> None:
    badge = sample_session.window.navigation._entries["report"].badge
    assert badge.text() == "8 ngày"


def test_the_days_to_the_deadline_go_when_the_report_is_sent(sample_session, tmp_path) -> None:
    ledger, operations = sample_session.ledger, sample_session.operations
    period, desk = ledger.reports.period(ledger.year), ledger.reporting.issuing
    badge = sample_session.window.navigation._entries["report"].badge
    ledger.export(period, tmp_path / "Báo cáo")
    desk.submit(period)
    desk.issue(period, ReportHead(number="21", issued_on=ledger.today()))
    operations.changed.emit({"issue"})
    assert badge.text() == "8 ngày"
    desk.note_sending(period, Sending(way=SendingWay.EMAIL, sent_to="tinh@example.invalid"))
    operations.changed.emit({"issue"})
    assert badge.text() == ""
    desk.note_reply(period, Reply(kind=ReplyKind.CORRECTION, replied_on=ledger.today(), reason="Sửa."))
    operations.changed.emit({"issue"})
    assert badge.text() == "8 ngày"


def test_typing_that_cannot_be_kept_is_not_closed_away(qtbot, session, ledger, monkeypatch) -> None:
    window = session.window
    window.show_page("activities")
    page = window.page("activities")
    page.open_new()
    type_text(page.findChild(QLineEdit, "title"), "Đang gõ dở")
    moved = ledger.path.with_name("đã chuyển.sohangviet")
    ledger.path.rename(moved)
    asked: list[str] = []

    def answer(_parent: object, _title: str, text: str, *_answers: str, **_options: bool) -> bool:
        asked.append(text)
        return len(asked) > 1

    monkeypatch.setattr(main_window, "ask", answer)
    assert not window.close()
    assert "không còn ở chỗ cũ" in asked[0]
    assert window.isVisible()
    moved.rename(ledger.path)
    assert window.close()
    assert len(asked) == 1
    assert ledger.drafts.all()[0].values["title"] == "Đang gõ dở"
