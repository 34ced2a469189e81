"""Committee and helper team: order, former members, replacement, new decisions, composition, the right tab."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QPushButton

from desktop_app.domain.query import Query
from desktop_app.domain.records.steering_committee import (
    CommitteeBody,
    CommitteeMember,
    CommitteeRole,
    MemberChange,
)
from tests.ui.keys import press, type_text

HEAD = CommitteeMember(
    full_name="Trần Thị Mỹ Ái",
    role=CommitteeRole.HEAD,
    place=1,
    position="Chủ tịch",
    valid_from=date(2022, 2, 1),
)
DEPUTY = CommitteeMember(
    full_name="Lê Hữu Đăng", place=2, position="Phó Chủ tịch UBND huyện", valid_from=date(2022, 2, 1),
    phone="0987650001",
)  # fmt: skip


@pytest.fixture
def store(ledger):
    return ledger.register("steering_committee")


@pytest.fixture
def tabs(session):
    session.window.show_page("committee")
    return session.window.page("committee")


@pytest.fixture
def page(tabs, store):
    for member in (DEPUTY, HEAD, replace(DEPUTY, full_name="Võ Văn Cũ", place=3, valid_to=date(2023, 1, 31))):
        store.save(member)
    part = tabs.part("steering_committee")
    part.refresh()
    return part


def names(page):
    model = page.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def choose(page, name, word) -> None:
    combo = page.findChild(QComboBox, name)
    assert combo.findText(word) >= 0
    combo.setCurrentIndex(combo.findText(word))


def answer_dialog(act) -> None:
    """Act on the dialog as soon as it is open, and leave it in any case."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(0, when_open)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, when_open)


def fill(dialog, name, text) -> None:
    field = dialog.findChild(QLineEdit, name)
    field.selectAll()
    type_text(field, text)


def test_members_stand_by_their_place_and_former_ones_apart(page) -> None:
    assert names(page) == ["Trần Thị Mỹ Ái", "Lê Hữu Đăng"]
    choose(page, "state_filter", "Đã thôi")
    assert names(page) == ["Võ Văn Cũ"]
    assert page.table.model().index(0, 4).data() == "Thôi 31/01/2023"
    choose(page, "state_filter", "Tất cả")
    assert len(names(page)) == 3


def test_a_member_is_entered_by_keyboard(page, store) -> None:
    page.findChild(QPushButton, "new_button").click()
    assert page.findChild(QLineEdit, "place").text() == "3"
    type_text(page.findChild(QLineEdit, "full_name"), "Phạm Thị Hồng Ý")
    type_text(page.findChild(QLineEdit, "phone"), "0912345678")
    page.panel.save()
    assert "Phạm Thị Hồng Ý" in names(page)
    saved = store.get(store.fetch(Query(text="hong y"))[0].id)
    assert (saved.body, saved.phone) == (CommitteeBody.COMMITTEE, "0912345678")


def test_what_the_composition_lacks_is_said_above_the_list(page, store) -> None:
    assert "còn thiếu Phó Trưởng ban Thường trực" in page.notice.text()
    assert "chưa có đại diện: Ủy ban MTTQ Việt Nam" in page.notice.text()


def test_the_notice_is_gone_when_nothing_is_missing(sample_session) -> None:
    sample_session.window.show_page("steering_committee")
    assert sample_session.window.page("committee").part("steering_committee").notice.isHidden()


def test_replacing_is_one_operation(page, store, ledger) -> None:
    page.table.select(next(one.id for one in store.all() if one.full_name == "Lê Hữu Đăng"))
    page.panel.open(next(one.id for one in store.all() if one.full_name == "Lê Hữu Đăng"))

    def act(dialog) -> None:
        dialog.findChild(QPushButton, "done_button").click()
        assert dialog.isVisible(), "a name is needed"
        fill(dialog, "full_name", "Nguyễn Quốc Ước")
        fill(dialog, "decision_number", "1302-QĐ/HU")
        fill(dialog, "valid_from", "01/02/2022")
        dialog.findChild(QPushButton, "done_button").click()
        assert dialog.isVisible(), "not before the old one came"
        fill(dialog, "valid_from", "01/06/2023")
        press(dialog.findChild(QPushButton, "done_button"), Qt.Key.Key_Return)

    answer_dialog(act)
    page.replace_button.click()
    everybody = {one.full_name: store.get(one.id) for one in store.all()}
    assert everybody["Lê Hữu Đăng"].valid_to == date(2023, 5, 31)
    assert everybody["Lê Hữu Đăng"].phone == "0987650001", "personal values of the old one stay"
    new = everybody["Nguyễn Quốc Ước"]
    assert (new.change, new.replaces, new.place) == (MemberChange.REPLACEMENT, "Lê Hữu Đăng", 2)
    assert (new.position, new.decision_number) == ("Phó Chủ tịch UBND huyện", "1302-QĐ/HU")
    assert names(page) == ["Trần Thị Mỹ Ái", "Nguyễn Quốc Ước"]
    ledger.operations.undo()
    assert {one.full_name: one.valid_to for one in store.all()}["Lê Hữu Đăng"] is None
    assert "Nguyễn Quốc Ước" not in {one.full_name for one in store.all()}


def test_typing_is_saved_or_given_up_before_a_change(page, session) -> None:
    told: list[str] = []
    session.operations.refused.connect(told.append)
    type_text(page.findChild(QLineEdit, "full_name"), "x")
    page.replace_button.click()
    page.decision_button.click()
    assert len(told) == 2


def test_a_new_decision_is_written_for_all_chosen_at_once(page, store, ledger) -> None:
    def act(dialog) -> None:
        dialog.findChild(QPushButton, "done_button").click()
        assert dialog.isVisible(), "a number is needed"
        fill(dialog, "decision_number", "77-QĐ/HU")
        fill(dialog, "decision_date", "15/03/2023")
        chosen = dialog.findChild(QListWidget, "members")
        assert chosen.count() == 2, "former members are in no new decision"
        chosen.item(1).setCheckState(Qt.CheckState.Unchecked)
        dialog._leave.set_value(True)
        dialog.findChild(QPushButton, "done_button").click()

    answer_dialog(act)
    page.decision_button.click()
    everybody = {one.full_name: store.get(one.id) for one in store.all()}
    assert everybody["Trần Thị Mỹ Ái"].decision_number == "77-QĐ/HU"
    assert everybody["Trần Thị Mỹ Ái"].decision_date == date(2023, 3, 15)
    assert everybody["Trần Thị Mỹ Ái"].valid_from == date(2022, 2, 1)
    assert everybody["Lê Hữu Đăng"].valid_to == date(2023, 3, 14)
    assert everybody["Lê Hữu Đăng"].phone == "0987650001"
    assert everybody["Võ Văn Cũ"].valid_to == date(2023, 1, 31)
    ledger.operations.undo()
    assert {one.decision_number for one in store.all()} == {""}


def test_each_tab_keeps_its_own_new_record(tabs, ledger) -> None:
    team, committee = tabs.part("support_team"), tabs.part("steering_committee")
    tabs.show_part("support_team")
    team.findChild(QPushButton, "new_button").click()
    type_text(team.findChild(QLineEdit, "full_name"), "Tổ viên dở dang")
    type_text(team.findChild(QLineEdit, "phone"), "0912345678")
    team.keep_typing()
    assert ledger.drafts.get("steering_committee", "") is None
    kept = ledger.drafts.get("steering_committee:support_team", "")
    assert kept.values["full_name"] == "Tổ viên dở dang"
    assert committee.panel.isHidden() or committee.panel.title() != "Tổ viên dở dang"
    raw = ledger._database.rows("SELECT content FROM drafts")
    assert "0912345678" not in str(raw)
