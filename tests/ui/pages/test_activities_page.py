from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from desktop_app.domain.plans import load_plan
from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import Activity, ActivityStatus
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.app import Session, build_session
from ui.pages.activities_page import ActivitiesPage

FAIR = "Phiên chợ hàng Việt về xã Đông Giang"


def add(ledger: Ledger, title: str = FAIR, day: date = date(2023, 10, 14), **values: object) -> Activity:
    return ledger.activities.save(Activity(title=title, date_start=day, **values))


def show(session: Session) -> ActivitiesPage:
    session.window.show_page("activities")
    page = session.window.page("activities")
    assert isinstance(page, ActivitiesPage)
    page.refresh()
    return page


@pytest.fixture
def page(session: Session) -> ActivitiesPage:
    return show(session)


def line(page: ActivitiesPage, name: str) -> QLineEdit:
    return page.findChild(QLineEdit, name)


def titles(page: ActivitiesPage) -> list[str]:
    model = page.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def click(page: ActivitiesPage, name: str) -> None:
    page.findChild(QPushButton, name).click()


def notice(page: ActivitiesPage) -> str:
    return page.panel.notice()


def test_an_empty_page_says_what_to_do_first(page) -> None:
    assert page.findChild(QPushButton, "first_button").isVisible()
    assert not page.table.isVisible()
    click(page, "first_button")
    assert page.panel.isVisible()
    assert page.panel.title() == "Hoạt động mới"


def test_an_activity_is_entered_saved_and_seen(qtbot, session, page, ledger) -> None:
    click(page, "new_button")
    save = page.findChild(QPushButton, "save_button")
    assert not save.isEnabled()
    qtbot.waitUntil(line(page, "title").hasFocus)
    type_text(line(page, "title"), FAIR)
    press(line(page, "title"), Qt.Key.Key_Return)
    type_text(line(page, "date_start"), "14/10/23")
    items = page.findChild(QComboBox, "plan_items")
    items.setCurrentIndex(items.findData("II.6"))
    type_text(line(page, "place"), "Xã Đông Giang")
    assert save.isEnabled()
    save.click()
    assert titles(page) == [FAIR]
    assert page.header.count() == "1 trong năm 2023"
    assert session.window.status_line.message() == f"Đã thêm “{FAIR}”"
    saved = ledger.activities.fetch(Query())[0]
    assert (saved.date_start, saved.content_code, saved.place) == (date(2023, 10, 14), "C6", "Xã Đông Giang")
    assert page.table.selected_id() == saved.id
    assert not save.isEnabled()
    assert ledger.drafts.all() == []


def test_saving_by_key_leads_to_the_first_bad_field(qtbot, session, page) -> None:
    click(page, "new_button")
    type_text(line(page, "title"), FAIR)
    page.panel.save()
    qtbot.waitUntil(line(page, "date_start").hasFocus)
    assert page.panel.form.message("date_start") == "Cần ghi “Từ ngày” thì mới lưu được."
    assert session.window.status_line.message() == "Cần ghi “Từ ngày” thì mới lưu được."


def test_the_first_row_is_open_and_another_is_a_key_away(qtbot, session, ledger) -> None:
    add(ledger)
    add(ledger, "Hội nghị kết nối cung - cầu", date(2023, 9, 12))
    page = show(session)
    assert page.panel.title() == FAIR
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Down)
    assert page.panel.title() == "Hội nghị kết nối cung - cầu"
    press(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(line(page, "title").hasFocus)
    press(line(page, "title"), Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.hasFocus)


def test_search_and_filters_narrow_the_list(qtbot, session, ledger) -> None:
    add(ledger, content_code="C6", place="Xã Đông Giang", organizer="Phòng Kinh tế", figures={"stalls": 40})
    add(ledger, "Tuyên truyền", date(2023, 3, 1), content_code="C1", status=ActivityStatus.PLANNED)
    page = show(session)
    with qtbot.waitSignal(page.filter_bar.search_box.searched):
        type_text(line(page, "search_box"), "dong giang")
    assert titles(page) == [FAIR]
    page.filter_bar.search_box.clear()
    with qtbot.waitSignal(page.filter_bar.search_box.searched):
        pass
    for name, value in (("content_code_filter", "C1"), ("month_filter", "3"), ("status_filter", "planned")):
        combo = page.findChild(QComboBox, name)
        combo.setCurrentIndex(combo.findData(value))
        assert titles(page) == ["Tuyên truyền"]
    combo.setCurrentIndex(combo.findData("cancelled"))
    assert titles(page) == []
    click(page, "clear_button")
    assert len(titles(page)) == 2
    click(page, "gaps_button")
    assert titles(page) == ["Tuyên truyền"]


def test_other_years_are_a_filter_away(session, ledger) -> None:
    add(ledger, "Năm trước", date(2022, 10, 14))
    page = show(session)
    assert titles(page) == []
    combo = page.findChild(QComboBox, "month_filter")
    combo.setCurrentIndex(combo.findData("all"))
    assert titles(page) == ["Năm trước"]


def test_headings_sort_in_the_ledger(qtbot, session, ledger) -> None:
    add(ledger, "Đánh giá sản phẩm", date(2023, 1, 1))
    add(ledger, "Biểu dương", date(2023, 2, 1))
    add(ledger, "Ăn Tết hàng Việt", date(2023, 3, 1))
    page = show(session)
    heading = page.table.horizontalHeader()
    heading.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["Ăn Tết hàng Việt", "Biểu dương", "Đánh giá sản phẩm"]


def test_a_draft_is_written_while_typing_and_offered_after_a_crash(qtbot, session, page, ledger) -> None:
    saved = add(ledger)
    page.refresh()
    page.open_record(saved.id)
    with qtbot.waitSignal(session.operations.draft_kept, timeout=2000):
        type_text(line(page, "place"), "Xã La Dạ")
    assert session.window.status_line.fact("draft") == "Bản nháp tự lưu 09:42"
    after_crash = build_session(ledger)
    qtbot.addWidget(after_crash.window)
    after_crash.window.show()
    again = show(after_crash)
    assert notice(again) == "Có bản nháp chưa lưu lúc 09:42."
    assert line(again, "place").text() == ""
    click(again, "recover_button")
    assert line(again, "place").text() == "Xã La Dạ"
    again.panel.save()
    assert ledger.activities.get(saved.id).place == "Xã La Dạ"
    assert ledger.drafts.all() == []
    after_crash.operations.close()


def test_a_new_record_lost_in_a_crash_is_offered_at_the_start(qtbot, session, page, ledger) -> None:
    click(page, "new_button")
    type_text(line(page, "title"), "Đang gõ dở")
    session.window.close()
    after_crash = build_session(ledger)
    qtbot.addWidget(after_crash.window)
    after_crash.window.show()
    again = show(after_crash)
    assert notice(again) == "Có bản nháp chưa lưu lúc 09:42."
    click(again, "recover_button")
    assert line(again, "title").text() == "Đang gõ dở"
    after_crash.operations.close()


def test_going_to_another_record_keeps_what_is_typed(session, ledger) -> None:
    first = add(ledger)
    other = add(ledger, "Hội nghị", date(2023, 9, 12))
    page = show(session)
    page.open_record(first.id)
    type_text(line(page, "place"), "Xã La Dạ")
    page.open_record(other.id)
    assert line(page, "place").text() == ""
    model = page.table.model()
    states = [model.index(row, 4).data() for row in range(2)]
    assert states == ["Chưa lưu", "Hoàn thành"]
    page.open_record(first.id)
    assert line(page, "place").text() == "Xã La Dạ"
    assert notice(page) == "Đang sửa dở, chưa lưu."
    click(page, "drop_button")
    assert line(page, "place").text() == ""
    click(page, "recover_button")
    assert line(page, "place").text() == "Xã La Dạ"


def test_typing_something_back_leaves_no_draft(session, ledger) -> None:
    saved = add(ledger)
    page = show(session)
    type_text(line(page, "place"), "X")
    press(line(page, "place"), Qt.Key.Key_Backspace)
    assert not page.panel.has_typing(saved.id)
    assert not page.findChild(QPushButton, "save_button").isEnabled()


def test_a_copy_is_a_new_record(session, ledger) -> None:
    add(ledger, place="Xã Đông Giang", figures={"stalls": 40})
    page = show(session)
    click(page, "copy_button")
    line(page, "date_start").setText("15/11/2023")
    page.panel.save()
    rows = ledger.activities.fetch(Query())
    assert len({row.id for row in rows}) == 2
    assert [row.figures for row in rows] == [{"stalls": 40}] * 2


def test_a_begun_record_comes_before_a_copy(session, ledger) -> None:
    saved = add(ledger)
    page = show(session)
    click(page, "new_button")
    type_text(line(page, "title"), "Mới")
    page.open_record(saved.id)
    click(page, "copy_button")
    assert line(page, "title").text() == "Mới"
    assert "trước khi tạo bản sao" in session.window.status_line.message()


def test_deleting_goes_to_the_trash_and_can_be_taken_back(session, ledger) -> None:
    add(ledger)
    page = show(session)
    click(page, "delete_button")
    assert titles(page) == []
    assert not page.panel.isVisible()
    assert session.window.status_line.message() == f"Đã chuyển vào thùng rác “{FAIR}”"
    session.window.findChild(QPushButton, "undo_button").click()
    assert titles(page) == [FAIR]


def test_giving_up_a_new_record_can_be_taken_back(page) -> None:
    click(page, "new_button")
    type_text(line(page, "title"), "Lỡ tay")
    click(page, "delete_button")
    assert line(page, "title").text() == ""
    assert page.window().focusWidget() is line(page, "title")
    click(page, "recover_button")
    assert line(page, "title").text() == "Lỡ tay"


def test_undo_of_a_save_is_seen_in_the_form(session, ledger) -> None:
    add(ledger, place="Xã La Dạ")
    page = show(session)
    line(page, "place").setText("Xã Đông Giang")
    page.panel.save()
    session.operations.undo()
    assert line(page, "place").text() == "Xã La Dạ"


def test_a_record_changed_elsewhere_is_not_overwritten(session, ledger) -> None:
    saved = add(ledger)
    page = show(session)
    type_text(line(page, "place"), "Xã La Dạ")
    ledger.activities.save(Activity(**{**vars(saved), "organizer": "Phòng Kinh tế"}))
    page.panel.save()
    assert "đã được sửa hoặc xóa ở nơi khác" in notice(page)
    click(page, "reload_button")
    assert line(page, "organizer").text() == "Phòng Kinh tế"
    assert notice(page) == "Có bản nháp chưa lưu lúc 09:42."
    click(page, "recover_button")
    assert line(page, "place").text() == "Xã La Dạ"


def test_a_new_version_is_offered_only_where_there_is_one(session, ledger, monkeypatch) -> None:
    add(ledger)
    page = show(session)
    type_text(line(page, "place"), "Xã La Dạ")

    def refuse(_record: Activity) -> Activity:
        raise LedgerFileError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(ledger.activities, "save", refuse)
    page.panel.save()
    assert notice(page) == "Ổ đĩa đã đầy."
    assert not page.findChild(QPushButton, "reload_button").isVisible()
    session.window.show_page("awards")
    assert session.window.status_line.message() == ""


def test_what_was_typed_before_is_suggested(session, ledger) -> None:
    add(ledger, organizer="Hội Liên hiệp Phụ nữ huyện")
    page = show(session)
    click(page, "new_button")
    type_text(line(page, "organizer"), "phu nu")
    completer = line(page, "organizer").completer()
    assert completer.completionModel().index(0, 0).data() == "Hội Liên hiệp Phụ nữ huyện"
    completer.popup().hide()


def test_a_narrow_window_shows_the_form_over_the_table(qtbot, session, ledger) -> None:
    saved = add(ledger)
    session.window.resize(860, 500)
    page = show(session)
    qtbot.waitUntil(lambda: page.width() < 880)
    assert page.table.isVisible()
    assert not page.panel.isVisible()
    page.table.opened.emit(saved.id)
    assert page.panel.isVisible()
    assert not page.table.isVisible()
    click(page, "back_button")
    assert page.table.isVisible()


def test_shortcuts_reach_everything(qtbot, session, ledger) -> None:
    add(ledger)
    page = show(session)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(line(page, "search_box").hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.title() == "Hoạt động mới"
    type_text(line(page, "title"), "Hội nghị")
    type_text(line(page, "date_start"), "1/2/2023")
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert ledger.activities.count(Query()) == 2
    qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.record_id() == ""
    assert line(page, "title").text() == "Hội nghị"


def test_another_plan_offers_its_own_items(session, page, ledger) -> None:
    click(page, "new_button")
    items = page.findChild(QComboBox, "plan_items")
    assert items.findData("(3)") < 0
    session.operations.run(lambda: ledger.save_plan(2023, load_plan("TH2024")), changed={"plan"}, message="")
    assert items.findData("(3)") >= 0
