"""Reasons on the page of the report: given in place, for several, for all the rest; asked for before the export."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.dialogs.reason_dialog import ReasonDialog
from ui.operations import Operations
from ui.pages.report_page import ReportPage
from ui.pages.report_steps import Step

TIMEOUT = 60_000


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    report_page._show_step(Step.CHECK)
    return report_page


def unexplained(page: ReportPage) -> list[str]:
    return [entry.key for entry in page.detail.problems.entries() if not entry.reason]


def answer(reason: str) -> None:
    """Fill the next dialog that asks for a reason."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog._field.editor.set_value(reason)
        dialog.finish()

    QTimer.singleShot(0, fill)


def test_a_reason_in_place_is_kept_and_shown_apart(qtbot, page: ReportPage, sample: Ledger) -> None:
    before = unexplained(page)
    problems = page.detail.problems
    problems.edit_reason(0)
    line = problems.viewport().findChildren(QLineEdit, "reason")[-1]
    type_text(line, "Đã đối chiếu")
    with qtbot.waitSignal(problems.reason_given):
        press(line, Qt.Key.Key_Return)
    assert unexplained(page) == before[1:]
    last = problems.entries()[-1]
    assert (last.key, last.reason, last.group) == (before[0], "Đã đối chiếu", "Đã ghi lý do")
    kept = sample.reporting.reasons.reasons(page._period)
    assert kept[before[0]].reason == "Đã đối chiếu"
    assert page.steps.pills(Step.CHECK) == [f"{len(before) - 1} cần xem lại", "1 đã giải trình"]


def test_one_reason_for_the_rest_then_the_export_asks_nothing(
    qtbot, page: ReportPage, sample: Ledger, settled, tmp_path: Path
) -> None:
    answer("Bổ sung sau")
    page.detail.checks.reason_rest_button.click()
    assert unexplained(page) == []
    page._show_step(Step.EXPORT)
    assert not page.detail.export._reason.isVisible()
    page.detail.export.explains.click()
    with qtbot.waitSignal(page.exporting.job.succeeded, timeout=TIMEOUT) as done:
        page.detail.export.export_now_button.click()
    assert (Path(done.args[0]) / "GiaiTrinh.docx").is_file()
    assert sample.reports.exports(2023)[0].reason == "Bổ sung sau"
    settled()


def test_without_a_reason_nothing_is_exported(page: ReportPage, sample: Ledger, settled) -> None:
    page._show_step(Step.EXPORT)
    page.detail.export.export_now_button.click()
    settled()
    assert not page.exporting.job.is_running()
    assert sample.reports.exports(2023) == []
    assert page.detail.export._reason.editor.focus_target().hasFocus()


def test_the_ticked_get_one_reason_and_lose_it_again(page: ReportPage) -> None:
    before = unexplained(page)
    problems = page.detail.problems
    problems.setCurrentRow(1)
    press(problems, Qt.Key.Key_Space)
    assert problems.ticked() == before[:1]
    answer("Đã xem")
    page.detail.checks.reason_button.click()
    assert unexplained(page) == before[1:]
    assert problems.ticked() == [], "what the ticks were for is done"
    assert not page.detail.checks.take_back_button.isEnabled(), "one more Enter would take the reason back"
    explained = [bool(one.reason) for one in problems.entries()].index(True)
    problems.setCurrentRow(problems._rows()[explained])
    press(problems, Qt.Key.Key_Space)
    page.detail.checks.take_back_button.click()
    assert unexplained(page) == before


def test_a_dialog_given_up_keeps_nothing(page: ReportPage, sample: Ledger) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    page.detail.checks.reason_rest_button.click()
    assert sample.reporting.reasons.reasons(page._period) == {}


def test_the_table_of_reasons_is_saved(
    qtbot, page: ReportPage, operations: Operations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Bảng giải trình"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(operations.status, timeout=TIMEOUT) as told:
        page.detail.checks.explanation_button.click()
    assert "Đã lưu bảng giải trình “Bảng giải trình.docx”" in told.args[0]
    assert path.with_name("Bảng giải trình.docx").is_file()


def test_number_and_date_are_opened_from_their_warning(page: ReportPage) -> None:
    page.open_record("number")
    assert page.detail.step() is Step.HEAD


def test_the_dialog_offers_what_was_said_before_and_wants_words(qtbot) -> None:
    dialog = ReasonDialog(3, ["Đã đối chiếu", "Bổ sung sau"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.finish()
    assert dialog.isVisible()
    assert dialog.problem() == "Hãy ghi lý do."
    dialog.findChild(type(dialog.done_button), "used_1_button").click()
    assert dialog.reason() == "Bổ sung sau"
    dialog._field.editor.set_value("x" * 501)
    assert "quá 500 ký tự" in dialog.problem()
