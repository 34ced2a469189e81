"""Changed figures, taking over by the keyboard, versions and their restoring, on the page of the report."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.domain.records.activities import Activity
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.dialogs.versions_dialog import VersionsDialog
from ui.operations import Operations
from ui.pages.report_page import ReportPage
from ui.widgets.section_list import SectionState

OWN = "Riêng xã Đông Giang làm tốt. "


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    return report_page


@pytest.fixture
def change_figures(sample: Ledger, operations: Operations, settled):
    """One more activity under II.8: two sentences of its suggestion change, one comes new."""

    def change() -> None:
        new = Activity(
            title="Gặp mặt điển hình",
            date_start=date(2023, 11, 20),
            plan_items=("II.8",),
            content_code="C8",
            organizer="Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc",
            figures={"committee_meetings": 1, "gifts": 7},
        )
        operations.run(lambda: sample.activities.save(new), changed={"activities"})
        settled()

    return change


def narrative(ledger: Ledger) -> dict[str, str]:
    return ledger.reports.narrative(ledger.reports.period(2023))


def state(page: ReportPage, key: str) -> SectionState:
    return next(entry.state for entry in page.steps.sections.entries() if entry.key == key)


def write_own(page: ReportPage) -> None:
    page.open_record("II.8")
    type_text(page.detail.section.text_input, OWN)
    page.keep_typing()


def messages(operations: Operations) -> list[str]:
    told: list[str] = []
    operations.status.connect(lambda text, _undo: told.append(text))
    return told


def test_changed_figures_are_shown_and_nothing_is_taken_over(
    page: ReportPage, sample: Ledger, change_figures
) -> None:
    write_own(page)
    before = page.detail.section.text()
    panel = page.detail.section.changes
    assert not panel.isVisible()
    change_figures()
    assert panel.isVisible()
    assert "Số liệu đã thay đổi" in panel.title()
    assert [(bool(one.old), bool(one.new)) for one in panel.changes()][:2] == [(True, True), (True, True)]
    assert state(page, "II.8") is SectionState.CHANGED
    assert page.detail.section.text() == before
    assert narrative(sample)["II.8"] == before
    warned = [one.field for one in sample.check(sample.reports.period(2023))]
    assert "II.8" in warned
    assert page.detail.section.hint() == "Nội dung do đơn vị ghi, chỉ thay đổi khi bấm nút bên dưới."


def test_a_section_that_was_not_written_follows_without_asking(page: ReportPage, change_figures) -> None:
    page.open_record("II.8")
    change_figures()
    assert state(page, "II.8") is SectionState.SUGGESTED
    assert not page.detail.section.changes.isVisible()
    assert "03 hoạt động" in page.detail.section.text()


def test_one_sentence_is_taken_by_the_keyboard(
    qtbot, page: ReportPage, sample: Ledger, operations: Operations, change_figures
) -> None:
    write_own(page)
    change_figures()
    told = messages(operations)
    panel = page.detail.section.changes
    count = len(panel.changes())
    # The own words were typed before the first sentence: it still stands behind them, word by word.
    button = panel.take_buttons()[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(button, Qt.Key.Key_Return)
    assert told[-1] == "Đã thay câu cũ bằng câu mới."
    text = narrative(sample)["II.8"]
    assert text.startswith(f"{OWN}Công tác biểu dương, khen thưởng được thực hiện qua 03 hoạt động")
    assert page.detail.section.text() == text
    assert len(panel.changes()) == count - 1
    assert state(page, "II.8") is SectionState.CHANGED


def test_an_edited_sentence_stays_and_the_page_says_where_the_new_one_is(
    page: ReportPage, sample: Ledger, operations: Operations, change_figures
) -> None:
    page.open_record("II.8")
    own = "Huyện đã thực hiện qua 02 hoạt động."
    page.detail.section.text_input.setPlainText(own)
    page.keep_typing()
    change_figures()
    told = messages(operations)
    page.detail.section.changes.take_buttons()[0].click()
    lines = narrative(sample)["II.8"].split("\n")
    assert lines[0] == own
    assert "03 hoạt động" in lines[1]
    assert "vào cuối mục" in told[-1]


def test_all_are_taken_and_the_own_words_stay(
    page: ReportPage, sample: Ledger, operations: Operations, change_figures
) -> None:
    write_own(page)
    change_figures()
    told = messages(operations)
    page.detail.section.changes.take_all_button.click()
    text = narrative(sample)["II.8"]
    assert text.startswith(OWN.strip())
    assert "07 suất quà" in text
    assert "03 hoạt động" in text
    assert "02 hoạt động" not in text
    assert state(page, "II.8") is SectionState.WRITTEN
    assert not page.detail.section.changes.isVisible()
    assert told[-1].startswith("Đã lấy các câu mới: ")
    page.detail.section.text_input.undo()
    assert "02 hoạt động" in page.detail.section.text()


def test_the_own_text_is_kept_and_counts_as_looked_at(
    page: ReportPage, sample: Ledger, change_figures, settled
) -> None:
    write_own(page)
    before = narrative(sample)["II.8"]
    change_figures()
    page.detail.section.changes.keep_button.click()
    assert narrative(sample)["II.8"] == before
    assert state(page, "II.8") is SectionState.WRITTEN
    assert not page.detail.section.changes.isVisible()
    assert "II.8" not in sample.source(sample.reports.period(2023)).changed_sections()
    page.refresh()
    settled()
    assert state(page, "II.8") is SectionState.WRITTEN


def test_tab_goes_from_the_text_through_the_sentences(qtbot, page: ReportPage, change_figures) -> None:
    write_own(page)
    change_figures()
    panel = page.detail.section.changes
    page.detail.section.focus_text()
    seen = []
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[:2] == [panel.take_all_button, panel.keep_button]
    assert panel.take_buttons()[0] in seen


def test_figures_that_change_while_typing_are_measured_from_the_beginning(
    page: ReportPage, sample: Ledger, change_figures
) -> None:
    page.open_record("II.8")
    type_text(page.detail.section.text_input, OWN)
    change_figures()
    page.keep_typing()
    assert "02 hoạt động" in sample.reports.narrative_bases(sample.reports.period(2023))["II.8"]
    assert state(page, "II.8") is SectionState.CHANGED


def look(act) -> None:
    """Do something with the versions dialog once it stands."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VersionsDialog)
        act(dialog)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, run)


def test_a_version_is_restored_and_the_present_text_stays_one(
    qtbot, page: ReportPage, sample: Ledger, operations: Operations
) -> None:
    period = sample.reports.period(2023)
    page.open_record("assessment_causes")
    first = narrative(sample)["assessment_causes"]
    page.detail.section.text_input.setPlainText("Khác.")

    def restore(dialog: VersionsDialog) -> None:
        assert dialog.list.count() == 2
        assert not dialog.restore_button.isEnabled(), "the newest one is the text of now"
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.restore_button.isEnabled()
        qtbot.keyClick(dialog.restore_button, Qt.Key.Key_Return)

    told = messages(operations)
    look(restore)
    page.detail.section.versions_button.click()
    assert narrative(sample)["assessment_causes"] == first == page.detail.section.text()
    assert [one.text for one in sample.reports.narrative_versions(period, "assessment_causes")] == [
        first, "Khác.", first,
    ]  # fmt: skip
    assert told[-1].startswith("Đã khôi phục bản ngày ")


def test_closing_the_versions_changes_nothing(page: ReportPage, sample: Ledger) -> None:
    page.open_record("assessment_causes")
    before = narrative(sample)["assessment_causes"]
    look(lambda dialog: dialog.close_button.click())
    page.detail.section.versions_button.click()
    assert narrative(sample)["assessment_causes"] == before


def test_a_reset_can_be_taken_back_from_the_versions(page: ReportPage, sample: Ledger) -> None:
    write_own(page)
    own = narrative(sample)["II.8"]
    page.detail.section.reset_button.click()
    assert "II.8" not in narrative(sample)

    def restore(dialog: VersionsDialog) -> None:
        assert "gợi ý" in dialog.list.item(0).text()
        dialog.list.setCurrentRow(1)
        dialog.restore_button.click()

    look(restore)
    page.detail.section.versions_button.click()
    assert narrative(sample)["II.8"] == own
    assert state(page, "II.8") is SectionState.WRITTEN


def test_a_section_without_versions_says_so(page: ReportPage) -> None:
    page.open_record("II.8")
    seen = []
    look(lambda dialog: seen.append((dialog.list.count(), dialog.restore_button.isVisible())))
    page.detail.section.versions_button.click()
    assert seen == [(0, False)]


def test_a_ledger_that_cannot_be_written_loses_nothing(
    page: ReportPage, sample: Ledger, operations: Operations, change_figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_own(page)
    before = page.detail.section.text()
    change_figures()

    def refuse(*_args: object, **_values: object) -> None:
        raise LedgerFileError("Đĩa đầy.")

    monkeypatch.setattr(sample.reports, "save_narrative", refuse)
    monkeypatch.setattr(sample.reports, "accept_suggestion", refuse)
    page.detail.section.changes.take_all_button.click()
    page.detail.section.changes.keep_button.click()
    assert page.detail.section.text() == before
    assert page.detail.section.changes.isVisible()
    assert state(page, "II.8") is SectionState.CHANGED


def test_an_office_of_another_name_changes_the_suggestion_too(
    page: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    page.open_record("assessment_strengths")
    type_text(page.detail.section.text_input, OWN)
    page.keep_typing()
    office = replace(sample.office, has_committee=False)
    operations.run(lambda: sample.save_office(office), changed={"office"}, message="")
    settled()
    assert state(page, "assessment_strengths") is SectionState.CHANGED
