from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop_app.domain.records.activities import Activity
from desktop_app.ledger import Ledger
from tests.photos import jpeg, picture
from tests.ui.keys import press, type_text
from ui.app import build_session
from ui.operations import Operations
from ui.pages.activities_page import ActivitiesPage
from ui.pages.report_page import ReportPage
from ui.pages.report_steps import Step
from ui.pages.settings_page import SettingsPage
from ui.widgets.section_list import SectionState

TIMEOUT = 60_000


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    return report_page


def narrative(ledger: Ledger) -> dict[str, str]:
    return ledger.reports.narrative(ledger.reports.period(2023))


def state(page: ReportPage, key: str) -> SectionState:
    return next(entry.state for entry in page.steps.sections.entries() if entry.key == key)


def explain_all(page: ReportPage) -> None:
    """Give one reason for all warnings, without which the window exports nothing."""
    page.detail.export._reason.editor.set_value("Số liệu bổ sung sau")


def spoil(ledger: Ledger) -> None:
    """Make an error: a report without a place."""
    ledger.save_office(replace(ledger.office, place_name=""))


def test_a_section_shows_its_suggestion_and_keeps_what_is_typed(
    qtbot, page: ReportPage, sample: Ledger
) -> None:
    page.open_record("II.1")
    editor = page.detail.section
    assert "hoạt động" in editor.text()
    assert state(page, "II.1") is SectionState.SUGGESTED
    assert "II.1" not in narrative(sample)
    type_text(editor.text_input, "Trước hết, ")
    assert state(page, "II.1") is SectionState.WRITTEN
    with qtbot.waitSignal(page.text.narrative.kept, timeout=2500) as kept:
        pass
    assert kept.args[0] == "II.1"
    assert narrative(sample)["II.1"].startswith("Trước hết, ")


def test_typing_reaches_the_ledger_while_it_goes_on(qtbot, page: ReportPage, sample: Ledger) -> None:
    page.open_record("assessment_causes")
    assert page.text.narrative._timer.interval() < 2000
    type_text(page.detail.section.text_input, "a")
    first = page.text.narrative._timer.remainingTime()
    type_text(page.detail.section.text_input, "b")
    assert page.text.narrative._timer.remainingTime() <= first, "typing on must not put the saving off"
    page.keep_typing()
    assert narrative(sample)["assessment_causes"].startswith("ab")


def test_new_figures_never_overwrite_the_officers_text(
    page: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    page.open_record("II.6")
    own = page.detail.section
    own.text_input.setPlainText("Nội dung của huyện.")
    new = Activity(title="Phiên chợ", date_start=date(2023, 11, 20), plan_items=("II.6",), content_code="C6")
    operations.run(lambda: sample.activities.save(new), changed={"activities"})
    settled()
    assert own.text() == "Nội dung của huyện."
    page.keep_typing()
    assert narrative(sample)["II.6"] == "Nội dung của huyện."
    report = sample.report(sample.reports.period(2023))
    assert next(one for one in report.walk() if one.key == "II.6").paragraphs == ("Nội dung của huyện.",)


def test_a_suggestion_follows_the_figures(
    page: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    page.open_record("II.6")
    before = page.detail.section.text()
    new = Activity(title="Phiên chợ", date_start=date(2023, 11, 20), plan_items=("II.6",), content_code="C6")
    operations.run(lambda: sample.activities.save(new), changed={"activities"})
    settled()
    assert page.detail.section.text() != before


def test_the_suggestion_can_be_taken_back_and_undone(qtbot, page: ReportPage, sample: Ledger) -> None:
    page.open_record("II.1")
    editor = page.detail.section
    suggested = editor.text()
    type_text(editor.text_input, "Của tôi. ")
    page.keep_typing()
    assert editor.reset_button.isVisible()
    editor.reset_button.click()
    assert editor.text() == suggested
    assert "II.1" not in narrative(sample)
    assert not editor.reset_button.isVisible()
    editor.text_input.undo()
    page.keep_typing()
    assert narrative(sample)["II.1"].startswith("Của tôi.")


def test_a_text_without_a_suggestion_cannot_be_thrown_away(page: ReportPage) -> None:
    page.open_record("assessment_causes")
    assert state(page, "assessment_causes") is SectionState.WRITTEN
    assert not page.detail.section.reset_button.isVisible()


def test_going_to_another_section_saves_the_first(qtbot, page: ReportPage, sample: Ledger) -> None:
    page.open_record("II.1")
    type_text(page.detail.section.text_input, "x ")
    page.detail.section.next_button.click()
    assert page.text.key == "II.2"
    assert narrative(sample)["II.1"].startswith("x ")


def test_problems_open_their_place(qtbot, page: ReportPage, sample: Ledger) -> None:
    page.open_record("problems")
    assert page.detail.step() is Step.CHECK
    first = sample.check(sample.reports.period(2023))[0]
    with qtbot.waitSignal(page.page_requested) as asked:
        page.detail.problems.open_entry(0)
    assert asked.args == [first.place, first.record_id]


def test_an_empty_section_is_opened_from_its_warning(page: ReportPage, sample: Ledger, settled) -> None:
    sample.reports.save_narrative(page._period, "assessment_causes", "")
    page.refresh()
    settled()
    entries = page.detail.problems.entries()
    page.detail.problems.open_entry([entry.target for entry in entries].index("assessment_causes"))
    assert page.detail.step() is Step.SECTION
    assert page.text.key == "assessment_causes"
    assert page.detail.section.text_input.hasFocus()


def test_another_period_has_its_own_texts(page: ReportPage, sample: Ledger, settled) -> None:
    page.period_bar.kind_combo.setCurrentIndex(page.period_bar.kind_combo.findData("6T"))
    page.period_bar.kind_combo.activated.emit(1)
    settled()
    assert page.title() == "Báo cáo 6 tháng đầu năm 2023"
    page.open_record("II.1")
    type_text(page.detail.section.text_input, "Sáu tháng. ")
    page.keep_typing()
    assert "II.1" not in narrative(sample)
    half = sample.reports.narrative(sample.reports.period(2023, "6T"))
    assert half["II.1"].startswith("Sáu tháng. ")


def test_the_days_of_the_period_are_saved(page: ReportPage, sample: Ledger, settled) -> None:
    line = page.period_bar._dates["data_to"].focus_target()
    line.setText("15/11/2023")
    page.period_bar._dates["data_to"].left.emit()
    settled()
    assert sample.reports.period(2023).data_to == date(2023, 11, 15)


def test_days_that_cannot_be_say_why(page: ReportPage, sample: Ledger, settled) -> None:
    line = page.period_bar._dates["data_to"].focus_target()
    line.setText("15/11/2022")
    page.period_bar._dates["data_to"].left.emit()
    settled()
    assert "trước khi bắt đầu" in page._period_problem.text()
    assert sample.reports.period(2023).data_to == date(2023, 11, 30)


def test_number_and_date_are_kept_as_typed(page: ReportPage, sample: Ledger) -> None:
    page.steps._cards[Step.HEAD].click()
    page.detail.head.focus_field("number")
    type_text(page.detail.head._fields["number"].editor.focus_target(), "21")
    page.detail.head._fields["issued_on"].editor.focus_target().setText("22/11")
    page.keep_typing()
    head = sample.reports.head(sample.reports.period(2023))
    assert (head.number, head.issued_on) == ("21", date(2023, 11, 22))
    assert page.steps.summary(Step.HEAD).startswith("Số 21 · 22/11/2023")


def test_an_error_blocks_the_export_and_says_why(
    page: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    spoil(sample)
    operations.changed.emit({"office"})
    settled()
    assert not page.export_button.isEnabled()
    assert "địa danh" in page.detail.export._errors.text()
    page._on_export_wanted()
    settled()
    assert page.detail.step() is Step.EXPORT
    assert not page.exporting.job.is_running()


def test_the_export_asks_for_a_reason_then_writes_the_folder(
    qtbot, page: ReportPage, sample: Ledger, settled, tmp_path: Path
) -> None:
    out = tmp_path / "Báo cáo gửi tỉnh"
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert page.detail.step() is Step.EXPORT
    assert not out.exists(), "warnings are shown before anything is written"
    reason = page.detail.export._reason.editor.focus_target()
    assert reason.hasFocus()
    type_text(reason, "Số liệu bổ sung sau")
    with qtbot.waitSignal(page.exporting.job.succeeded, timeout=TIMEOUT) as done:
        press(reason, Qt.Key.Key_Return)
    folder = Path(done.args[0])
    assert folder.parent == out
    assert {file.suffix for file in folder.iterdir()} == {".pdf", ".docx", ".xlsx", ".zip", ".eml"}
    export = sample.reports.exports(2023)[0]
    assert export.reason == "Số liệu bổ sung sau"
    assert page.header.count() == "Lần 1"
    assert export.check_code in page.detail.export.files.title()
    assert page.steps.pills(Step.EXPORT) == ["Đã xuất"]


@pytest.fixture
def exported(page: ReportPage, sample: Ledger, tmp_path: Path, settled) -> Path:
    result = sample.export(sample.reports.period(2023), tmp_path / "Báo cáo gửi tỉnh")
    page.refresh()
    settled()
    return result.folder


def test_parts_of_the_message_are_copied(page: ReportPage, exported: Path) -> None:
    files = page.detail.export.files
    files.message.to_button.click()
    assert QGuiApplication.clipboard().text() == "mattran-tinh@example.invalid"
    files.message.subject_button.click()
    assert QGuiApplication.clipboard().text().startswith("Báo cáo kết quả thực hiện Cuộc vận động năm 2023")
    files.message.body_button.click()
    assert f"{exported.name}.zip" in QGuiApplication.clipboard().text()


def test_folder_and_draft_are_opened(
    page: ReportPage, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).name)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    page.detail.export.files.open_folder_button.click()
    page.detail.export.files.open_draft_button.click()
    word = page.detail.export.files.findChild(QPushButton, "open_BaoCao.docx_button")
    assert word.accessibleName() == "Mở BaoCao.docx: Bản Word để sửa khi cần"
    word.click()
    assert opened == [exported.name, "ThuGui.eml", "BaoCao.docx"]


def test_an_export_whose_folder_is_gone_says_so(page: ReportPage, exported: Path, settled) -> None:
    exported.rename(exported.with_name("khac"))
    page.refresh()
    settled()
    assert "không còn" in page.detail.export.files._place.text()
    assert not page.detail.export.files.message.to_button.isEnabled()


def _refuse_folder(tmp_path: Path) -> Callable[[], str]:
    blocker = tmp_path / "một tệp"
    blocker.write_text("x", encoding="utf-8")
    return lambda: str(blocker)


def test_a_folder_that_cannot_be_written_is_told_in_place(
    qtbot, page: ReportPage, sample: Ledger, tmp_path: Path
) -> None:
    page._show_step(Step.EXPORT)
    page.detail.export.show_folder(_refuse_folder(tmp_path)())
    explain_all(page)
    with qtbot.waitSignal(page.exporting.job.failed, timeout=TIMEOUT):
        page.detail.export.export_now_button.click()
    assert "không phải thư mục" in page.detail.export.failure()
    assert page.export_button.isEnabled()
    assert sample.reports.exports(2023) == []


def test_a_cancelled_export_leaves_nothing(
    qtbot, page: ReportPage, sample: Ledger, settled, tmp_path: Path
) -> None:
    page._show_step(Step.EXPORT)
    explain_all(page)
    page.export_button.click()
    settled()
    assert page.detail.export.cancel_button.isVisible()
    with qtbot.waitSignal(page.exporting.job.failed, timeout=TIMEOUT):
        page.detail.export.cancel_button.click()
    assert sample.reports.exports(2023) == []
    assert list((tmp_path / "Báo cáo gửi tỉnh").glob("*")) == []
    assert page.detail.export.failure() == ""


def test_in_the_window_a_problem_leads_to_its_record(qtbot, sample: Ledger) -> None:
    session = build_session(sample)
    qtbot.addWidget(session.window)
    session.window.show()
    session.window.show_page("report", "problems")
    page = session.window.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.detail.problems.count() > 0)
    page.detail.problems.open_entry(0)
    shown = session.window.current_page()
    assert isinstance(shown, ActivitiesPage)
    problem = sample.check(sample.reports.period(2023))[0]
    assert shown.findChild(QLineEdit, "title").text() == sample.activities.get(problem.record_id).title
    session.operations.close()


def test_in_the_window_a_missing_place_leads_to_its_field(qtbot, sample: Ledger) -> None:
    spoil(sample)
    session = build_session(sample)
    qtbot.addWidget(session.window)
    session.window.show()
    session.window.show_page("report", "problems")
    page = session.window.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.detail.problems.count() > 0)
    page.detail.problems.open_entry(0)
    assert isinstance(session.window.current_page(), SettingsPage)
    focused = session.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "place_name"
    session.operations.close()


def test_the_folder_of_the_last_export_is_remembered(
    qtbot, exported: Path, sample: Ledger, operations: Operations
) -> None:
    again = ReportPage(sample, operations)
    qtbot.addWidget(again)
    assert again.detail.export.folder() == str(exported.parent)


def test_a_narrow_page_shows_the_period_below_the_header(qtbot, page: ReportPage) -> None:
    assert page.period_bar.parentWidget() is page.header
    page.setMinimumSize(1, 1)
    page.resize(855, 480)
    qtbot.waitUntil(lambda: page.period_bar.parentWidget() is page)
    qtbot.waitUntil(lambda: page.period_bar.y() >= page.header.height())
    page.resize(1166, 680)
    qtbot.waitUntil(lambda: page.period_bar.parentWidget() is page.header)


def test_the_export_says_how_many_photos_are_printed(page: ReportPage, sample: Ledger, settled) -> None:
    export = page.detail.export
    assert export.photos().startswith("Chưa chọn ảnh nào để in kèm báo cáo.")
    first = sample.records(sample.reports.period(2023)).counted[0]
    file = sample.attachments.add("activities", first.id, jpeg(picture(64, 48)), "IMG_1.jpg")
    sample.attachments.set_in_report(file.id, True)
    page.receive_changes({"attachments"})
    settled()
    assert export.photos().startswith("In kèm 1 ảnh hoạt động.")
    sample.save_office(replace(sample.office, prints_photos=False))
    page.receive_changes({"office"})
    settled()
    assert export._photos.isHidden()
