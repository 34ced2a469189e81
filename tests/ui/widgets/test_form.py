from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTabWidget, QWidget

from desktop_app.domain.records.activities import Activity, ActivityStatus
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.registers import ACTIVITIES, AWARDS, MODELS
from tests.ui.keys import press, type_text
from ui.widgets.form import Form

FAIR = Activity(
    id="a1",
    title="Phiên chợ hàng Việt về xã Đông Giang",
    date_start=date(2023, 10, 14),
    plan_items=("II.6",),
    content_code="C6",
    organizer="Phòng Kinh tế và Hạ tầng",
    place="Xã Đông Giang",
    partners=("Hội LHPN huyện", "Huyện đoàn"),
    result="27 doanh nghiệp, 40 gian hàng",
    figures={"stalls": 40, "revenue_vnd": 425_000_000},
)


@pytest.fixture
def form(qtbot, context) -> Form[Activity]:
    made: Form[Activity] = Form(ACTIVITIES, context)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def field(form: QWidget, name: str) -> QLineEdit:
    return form.findChild(QLineEdit, name)


def test_every_field_has_an_input_of_its_name_that_a_screen_reader_can_name(qtbot, context) -> None:
    for register in (ACTIVITIES, AWARDS):
        form = Form(register, context)
        qtbot.addWidget(form)
        for name in register.specs:
            found = form.findChildren(QWidget, name)
            assert len(found) == 1, name
            assert found[0].accessibleName() == register.label(name)


def test_what_is_shown_comes_back_unchanged(form) -> None:
    form.show_record(FAIR)
    assert form.current_record() == FAIR
    assert not form.is_changed()
    assert form.problems() == {}


def test_what_is_typed_is_in_the_record(form) -> None:
    type_text(field(form, "title"), "  Hội nghị kết nối cung - cầu ")
    type_text(field(form, "date_start"), "12/9/23")
    type_text(field(form, "partners"), "Hội Nông dân; Huyện đoàn")
    type_text(form.findChild(QPlainTextEdit, "result"), "Ký 8 hợp đồng")
    form.findChild(QComboBox, "status").setCurrentIndex(1)
    form.findChild(QCheckBox, "is_estimate").click()
    record = form.current_record()
    assert record == Activity(
        title="Hội nghị kết nối cung - cầu",
        date_start=date(2023, 9, 12),
        partners=("Hội Nông dân", "Huyện đoàn"),
        result="Ký 8 hợp đồng",
        status=ActivityStatus.ONGOING,
        is_estimate=True,
    )
    assert form.is_changed()


def test_messages_come_when_a_field_is_left_and_go_when_it_is_corrected(qtbot, form) -> None:
    assert form.message("title") == ""
    form.focus_field("date_end")
    type_text(field(form, "date_start"), "14/10/2023")
    type_text(field(form, "date_end"), "12/10/2023")
    assert form.message("date_end") == ""
    form.focus_field("place")
    assert form.message("date_end") == "Kết thúc trước khi bắt đầu (14/10/2023)."
    assert field(form, "date_end").property("state") == "bad"
    form.focus_field("date_end")
    field(form, "date_end").selectAll()
    type_text(field(form, "date_end"), "15/10/2023")
    assert form.message("date_end") == ""
    assert field(form, "date_end").property("state") == ""


def test_a_gap_is_told_but_does_not_prevent_saving(form) -> None:
    form.show_record(FAIR)
    field(form, "place").clear()
    assert form.message("place") == "Chưa ghi “Địa điểm”."
    assert form.problems() == {}


def test_text_that_cannot_be_read_stays_and_is_told(form) -> None:
    form.show_record(FAIR)
    field(form, "date_start").setText("tuần sau")
    assert form.problems()["date_start"].startswith("Không hiểu ngày “tuần sau”")
    assert form.raw_values()["date_start"] == "tuần sau"


def test_problems_lead_to_the_first_bad_field_and_mark_its_tab(qtbot, form) -> None:
    form.show_record(FAIR)
    tabs = form.findChild(QTabWidget, "form_tabs")
    form.focus_field("figures")
    assert tabs.currentIndex() == 1
    field(form, "title").clear()
    form.show_problems()
    assert tabs.currentIndex() == 0
    qtbot.waitUntil(field(form, "title").hasFocus)
    assert not tabs.tabIcon(0).isNull()
    assert tabs.tabIcon(1).isNull()


def test_tabs_count_what_they_hold(form) -> None:
    form.show_record(FAIR)
    tabs = form.findChild(QTabWidget, "form_tabs")
    assert [tabs.tabText(index) for index in range(4)] == [
        "Thông tin chung",
        "Số liệu  2",
        "Kinh phí",
        "Chi tiết",
    ]


def test_enter_goes_through_the_fields(qtbot, form) -> None:
    form.focus_field("title")
    for name in ("date_start", "date_end", "plan_items", "content_code", "organizer"):
        press(form.focusWidget(), Qt.Key.Key_Return)
        assert form.focusWidget().objectName() == name


def test_the_last_field_says_that_the_form_is_finished(qtbot, context) -> None:
    form = Form(MODELS, context)
    qtbot.addWidget(form)
    form.show()
    form.focus_field("praise")
    with qtbot.waitSignal(form.finished):
        press(field(form, "praise"), Qt.Key.Key_Return)


def test_what_is_typed_can_be_shown_again(form) -> None:
    type_text(field(form, "title"), "Đang gõ dở")
    type_text(field(form, "date_start"), "32/13")
    kept = form.raw_values()
    form.show_record(FAIR)
    form.show_record(Activity(), kept)
    assert form.raw_values() == kept
    assert form.is_changed()


def test_a_saved_form_is_unchanged_until_the_next_key(qtbot, form) -> None:
    type_text(field(form, "title"), "Phiên chợ")
    form.accept_saved(form.current_record())
    assert not form.is_changed()
    with qtbot.waitSignal(form.edited):
        type_text(field(form, "title"), "!")
    assert form.is_changed()


def test_the_form_of_awards_asks_for_the_papers_of_the_level(qtbot, context) -> None:
    form: Form[AwardNomination] = Form(AWARDS, context)
    qtbot.addWidget(form)
    form.show()
    form.focus_field("dossier")
    shown = [box for box in form.findChildren(QCheckBox) if box.isVisible()]
    form.findChild(QComboBox, "award_level").setCurrentIndex(1)
    assert [box for box in form.findChildren(QCheckBox) if box.isVisible()] != [] != shown
