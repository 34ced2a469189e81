"""Working on many nominations from the page, by keyboard: steps, quotas, dossier, erasing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.award_quotas import Quota
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.query import Query
from desktop_app.domain.records.awards import AwardNomination, AwardStatus, NomineeType
from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.pages.awards_page import AwardsPage

WHO = AwardNomination(
    name="Hội Phụ nữ xã La Dạ",
    nominated_on=date(2023, 11, 1),
    award_form="Giấy khen",
    award_authority="Chủ tịch UBND huyện",
    achievement="Vận động hội viên dùng hàng Việt.",
)


@pytest.fixture
def page(session) -> AwardsPage:
    session.window.show_page("awards")
    return session.window.page("awards")


@pytest.fixture
def sample(sample_session) -> Ledger:
    return sample_session.ledger


@pytest.fixture
def sample_page(sample_session) -> AwardsPage:
    sample_session.window.show_page("awards")
    return sample_session.window.page("awards")


def in_dialog(act) -> None:
    """Do something in the dialog that opens next."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def done(dialog) -> None:
    press(dialog.done_button, Qt.Key.Key_Return)


def line(widget, name: str) -> QLineEdit:
    return widget.findChild(QLineEdit, name)


def test_a_chosen_state_notes_its_day_and_choosing_again_changes_that_step(page, ledger) -> None:
    saved = ledger.awards.save(WHO)
    page.refresh()
    status = page.findChild(QComboBox, "status")
    for place in (1, 2):
        status.setCurrentIndex(place)
    status.setCurrentIndex(1)
    page.panel.save()
    steps = ledger.awards.get(saved.id).steps
    assert [(one.status, one.on) for one in steps] == [(AwardStatus.REVIEWED, ledger.today())]
    status.setCurrentIndex(2)
    page.panel.save()
    steps = ledger.awards.get(saved.id).steps
    assert [one.status for one in steps] == [AwardStatus.REVIEWED, AwardStatus.SUBMITTED]
    status.setCurrentIndex(0)
    status.setCurrentIndex(2)
    assert not page.panel.form.is_changed()


def test_a_step_of_another_year_gets_the_end_of_its_period(page, ledger) -> None:
    ledger.set_year(2022)
    saved = ledger.awards.save(replace(WHO, nominated_on=date(2022, 11, 1)))
    page.refresh()
    page.open_record(saved.id)
    page.findChild(QComboBox, "status").setCurrentIndex(1)
    page.panel.save()
    assert ledger.awards.get(saved.id).steps[0].on == ledger.reports.period(2022).data_to


def test_many_nominations_are_submitted_at_once_by_keyboard(page, ledger) -> None:
    ids = [
        ledger.awards.save(replace(WHO, name=f"Tập thể {n}", status=AwardStatus.REVIEWED)).id
        for n in range(3)
    ]
    page.refresh()

    def act(dialog) -> None:
        entries = dialog.findChild(QListWidget, "nominations")
        assert entries.count() == 3
        press(entries, Qt.Key.Key_Space)  # the first one is left out
        type_text(line(dialog, "number"), "15/TTr-MTTQ-BCĐ")
        done(dialog)

    in_dialog(act)
    page.steps_action.trigger()
    states = sorted(ledger.awards.get(one).status for one in ids)
    assert states == [AwardStatus.REVIEWED, AwardStatus.SUBMITTED, AwardStatus.SUBMITTED]
    moved = next(one for one in map(ledger.awards.get, ids) if one.status is AwardStatus.SUBMITTED)
    assert (moved.proposal_number, moved.proposal_date) == ("15/TTr-MTTQ-BCĐ", ledger.today())
    ledger.operations.undo()
    assert {ledger.awards.get(one).status for one in ids} == {AwardStatus.REVIEWED}


def test_a_step_without_a_day_or_for_nobody_is_not_taken(page, ledger) -> None:
    saved = ledger.awards.save(WHO)
    page.refresh()
    said: list[str] = []

    def act(dialog) -> None:
        press(dialog.findChild(QListWidget, "nominations"), Qt.Key.Key_Space)
        done(dialog)
        said.append(dialog.findChild(QLabel, "dialog_message").text())
        press(dialog.findChild(QListWidget, "nominations"), Qt.Key.Key_Space)
        line(dialog, "on").clear()
        done(dialog)
        said.append(dialog.findChild(QLabel, "dialog_message").text())
        press(dialog, Qt.Key.Key_Escape)

    in_dialog(act)
    page.steps_action.trigger()
    assert said == ["Hãy chọn ít nhất một đề nghị.", "Hãy ghi ngày của bước này."]
    assert ledger.awards.get(saved.id).status is AwardStatus.DRAFT


def test_quotas_are_typed_and_shown_with_what_is_used(page, ledger) -> None:
    ledger.awards.save(WHO)

    def act(dialog) -> None:
        dialog.findChild(type(page.new_button), "add_row_button").click()
        type_text(line(dialog, "form"), "Giấy khen")
        type_text(line(dialog, "most"), "4")
        done(dialog)

    in_dialog(act)
    page.quotas_action.trigger()
    assert page.figure_line.text() == "Giấy khen: 1/4"
    assert ledger.award_desk.settings.rules(2023).quotas == (Quota(form="Giấy khen", most=4),)
    ledger.award_desk.settings.save_rules(2023, AwardRules(quotas=(Quota(form="Giấy khen", most=0),)))
    page.refresh()
    assert page.figure_line.text() == "Giấy khen: 1/0 – vượt chỉ tiêu"


def test_what_other_nominations_say_stands_under_the_name_while_typing(sample_page: AwardsPage) -> None:
    sample_page.open_record("BT-HTB-K11")
    assert "người đại diện hộ của “Hộ gia đình ông Trần Đình Ước”" in sample_page.panel.remark()
    name = line(sample_page, "name")
    name.selectAll()
    type_text(name, "Trần Đình Ướt")
    assert sample_page.panel.remark() == ""
    sample_page.open_record("BT-HTB-K10")
    assert "Đã được Giấy khen của Chủ tịch UBND huyện năm trước" in sample_page.panel.remark()


def test_filters_by_nominee_form_and_authority(sample_page: AwardsPage) -> None:
    for name, value, count in (
        ("nominee_type", NomineeType.HOUSEHOLD.value, 1),
        ("award_form", "Bằng khen", 4),
        ("award_authority", "Chủ tịch UBND huyện", 4),
        ("status", "submitted", 4),
    ):
        combo = sample_page.findChild(QComboBox, f"{name}_filter")
        assert combo.findData(value) > 0
        sample_page.show_filtered(name, value)
        assert sample_page.table.count() == count


def test_a_dossier_is_made_in_a_folder_and_what_was_typed_is_remembered(
    sample_page: AwardsPage, sample: Ledger, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()) or True
    )

    def act(dialog) -> None:
        combo = dialog.findChild(QComboBox, "authority")
        assert "Chủ tịch UBND huyện (4 đề nghị)" in [combo.itemText(n) for n in range(combo.count())]
        assert dialog.folder().ids == ("BT-HTB-K10",), "those already decided are not asked for again"
        bases = dialog.findChild(QPlainTextEdit, "bases")
        assert "91/2017/NĐ-CP" in bases.toPlainText()
        type_text(line(dialog, "chair"), "Ông Trần Văn Bình")
        line(dialog, "out").setText(str(tmp_path / "Hồ sơ"))
        done(dialog)

    in_dialog(act)
    with qtbot.waitSignal(sample_page.actions_on_many.folder_made, timeout=20_000) as made:
        sample_page.dossier_button.click()
    folder = Path(made.args[0])
    assert folder.parent == tmp_path / "Hồ sơ"
    assert len(list(folder.iterdir())) == 4
    assert opened == [str(folder)]
    assert sample.award_desk.settings.meeting(2023).chair == "Ông Trần Văn Bình"
    assert sample.award_desk.settings.folder() == str(tmp_path / "Hồ sơ")


def test_bases_follow_the_day_until_they_are_changed_by_hand(sample_page: AwardsPage) -> None:
    seen: list[str] = []

    def act(dialog) -> None:
        bases, day = dialog.findChild(QPlainTextEdit, "bases"), line(dialog, "issued_on")
        for typed in ("25/10/2024", "25/10/2025"):
            day.setFocus()
            day.selectAll()
            type_text(day, typed)
            bases.setFocus()
            seen.append(bases.toPlainText())
            bases.selectAll()
            type_text(bases, "Quy chế của huyện")
        press(dialog, Qt.Key.Key_Escape)

    in_dialog(act)
    sample_page.dossier_button.click()
    assert "98/2023/NĐ-CP" in seen[0]
    assert seen[1] == "Quy chế của huyện"


def test_without_nominations_nothing_opens(page, session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.operations.refused) as refused:
        page.dossier_button.click()
    assert "Chưa có đề nghị nào" in refused.args[0]
    with qtbot.waitSignal(session.operations.refused):
        page.steps_action.trigger()


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_Escape, "060123456789"), (None, "")])
def test_personal_data_are_erased_after_a_careful_question(page, ledger, key, left: str) -> None:
    saved = ledger.awards.save(replace(WHO, national_id="060123456789"))
    page.refresh()
    assert line(page, "national_id").text() == "060123456789"

    def act(box) -> None:
        assert isinstance(box, QMessageBox)
        assert "Không hoàn tác được" in box.text()
        assert box.defaultButton().text() == "Hủy"
        if key:
            press(box, key)
        else:
            next(one for one in box.buttons() if one.text() == "Xóa hẳn").click()

    in_dialog(act)
    page.erase_action.trigger()
    assert ledger.awards.get(saved.id).national_id == left
    assert line(page, "national_id").text() == left
    assert ledger.awards.count(Query()) == 1
