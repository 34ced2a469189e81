"""The report is read beside the window: what is typed meanwhile is newer than what was read."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.activities import Activity
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import Ledger
from tests.ui.keys import type_text
from ui.operations import Operations
from ui.pages import report_page as report_page_module
from ui.pages.report_page import ReportPage
from ui.pages.report_steps import Step
from ui.widgets.section_list import SectionState


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    return report_page


def narrative(ledger: Ledger) -> dict[str, str]:
    return ledger.reports.narrative(ledger.reports.period(2023))


def state(page: ReportPage, key: str) -> SectionState:
    return next(entry.state for entry in page.steps.sections.entries() if entry.key == key)


def test_nothing_can_be_typed_before_there_is_a_report(qtbot, unread: ReportPage, settled) -> None:
    assert not unread.detail.isEnabled()
    unread._on_export_wanted()
    unread.keep_typing()
    settled()
    assert unread.detail.isEnabled()
    assert unread.detail.step() is Step.SECTION
    assert not unread.exporting.job.is_running()


def test_a_wish_before_the_first_reading_is_met_after_it(unread: ReportPage, settled) -> None:
    unread.open_record("assessment_causes")
    settled()
    assert unread.text.key == "assessment_causes"
    assert unread.detail.section.text_input.hasFocus()


def test_the_old_content_stays_and_a_hint_is_shown(
    qtbot, page: ReportPage, operations: Operations, settled
) -> None:
    page.open_record("II.6")
    before = page.detail.section.text()
    page.refresh()
    assert operations.is_reading()
    page._hint_timer.timeout.emit()
    assert page._hint.text() == "Đang đọc số liệu của báo cáo…"
    assert page.detail.section.text() == before
    settled()
    assert page._hint.text() == ""


def test_what_is_typed_during_a_reading_stays(page: ReportPage, sample: Ledger, settled) -> None:
    page.open_record("II.1")
    page.refresh()
    type_text(page.detail.section.text_input, "Mới gõ. ")
    settled()
    assert page.detail.section.text().startswith("Mới gõ. ")
    page.keep_typing()
    assert narrative(sample)["II.1"].startswith("Mới gõ. ")


def test_what_is_typed_and_kept_during_a_reading_stays(
    qtbot, page: ReportPage, sample: Ledger, operations: Operations
) -> None:
    """The reading began before the text reached the ledger, and tells of the text before."""
    page.open_record("II.1")
    older = report_page_module.read_report(sample, "")
    page.text.narrative.expect()
    type_text(page.detail.section.text_input, "Mới gõ. ")
    page.keep_typing()
    page._show(older)
    assert page.detail.section.text().startswith("Mới gõ. ")
    assert state(page, "II.1") is SectionState.WRITTEN
    assert narrative(sample)["II.1"].startswith("Mới gõ. ")


def test_a_suggestion_taken_back_during_a_reading_stays_so(page: ReportPage, sample: Ledger) -> None:
    page.open_record("II.1")
    suggested = page.detail.section.text()
    type_text(page.detail.section.text_input, "Của tôi. ")
    page.keep_typing()
    older = report_page_module.read_report(sample, "")
    page.text.narrative.expect()
    page.text.narrative.reset("II.1")
    page._show(older)
    assert page.detail.section.text() == suggested
    assert "II.1" not in narrative(sample)


def test_the_next_reading_tells_what_another_program_wrote(page: ReportPage, sample: Ledger, settled) -> None:
    page.open_record("II.1")
    type_text(page.detail.section.text_input, "Của tôi. ")
    page.keep_typing()
    sample.reports.save_narrative(sample.reports.period(2023), "II.1", "Ghi từ chỗ khác.")
    page.refresh()
    settled()
    assert page.detail.section.text() == "Ghi từ chỗ khác."


def test_another_period_takes_nothing_of_the_typing(page: ReportPage, sample: Ledger, settled) -> None:
    page.open_record("II.1")
    page._on_kind_chosen("Q3")
    type_text(page.detail.section.text_input, "Còn của năm. ")
    page.detail.head.focus_field("number")
    type_text(page.detail.head._fields["number"].editor.focus_target(), "35")
    settled()
    assert page.title() == "Báo cáo quý III năm 2023"
    assert narrative(sample)["II.1"].startswith("Còn của năm. ")
    assert sample.reports.head(sample.reports.period(2023)).number == "35"
    third = sample.reports.period(2023, "Q3")
    assert "II.1" not in sample.reports.narrative(third)
    assert sample.reports.head(third).number == ""
    assert not page.detail.section.text().startswith("Còn của năm. ")


def test_of_many_changes_only_the_last_reading_is_shown(
    page: ReportPage, sample: Ledger, operations: Operations, settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    show = page._show
    monkeypatch.setattr(page, "_show", lambda reading: (shown.append(reading), show(reading)))
    for number in range(5):
        new = Activity(title=f"Phiên chợ {number}", date_start=date(2023, 11, 20), plan_items=("II.6",))
        operations.run(lambda new=new: sample.activities.save(new), changed={"activities"})
    settled()
    assert len(shown) == 1
    period = sample.reports.period(2023)
    assert shown[0].suggested["II.6"] == sample.source(period).suggested()["II.6"]


def test_a_report_that_cannot_be_read_stays_as_it_was(
    qtbot, page: ReportPage, operations: Operations, settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_ledger: Ledger, code: str) -> None:
        raise LedgerFileError("Không đọc được sổ.")

    page.open_record("II.1")
    before = page.detail.section.text()
    monkeypatch.setattr(report_page_module, "read_report", refuse)
    with qtbot.waitSignal(operations.refused) as refused:
        page._on_export_wanted()
    assert refused.args == ["Không đọc được sổ."]
    assert page.detail.section.text() == before
    assert page._hint.text() == ""
    monkeypatch.undo()
    page._on_export_wanted()
    settled()
    assert page.detail.export.isVisible()


def test_leaving_a_text_that_was_only_read_reads_nothing(page: ReportPage, operations: Operations) -> None:
    page.open_record("II.1")
    page.detail.section.left.emit()
    assert not operations.is_reading()
    type_text(page.detail.section.text_input, "a")
    page.detail.section.left.emit()
    assert operations.is_reading()


def test_the_head_is_kept_while_the_report_is_read(page: ReportPage, sample: Ledger, settled) -> None:
    page._show_step(Step.HEAD)
    page.refresh()
    page.detail.head.focus_field("number")
    type_text(page.detail.head._fields["number"].editor.focus_target(), "21")
    settled()
    page.keep_typing()
    settled()
    assert sample.reports.head(sample.reports.period(2023)) == replace(
        sample.reports.head(sample.reports.period(2023)), number="21"
    )
