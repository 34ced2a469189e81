"""The step Xem trước on the page of the report: pages, what changed since the last export, print, other readers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from desktop_app.domain.periods import KINDS, ReportPeriod
from desktop_app.domain.records.activities import Activity
from desktop_app.ledger import Ledger
from desktop_app.report.pdf_pages import PdfPages
from tests.ui.keys import press, type_text
from ui import printing
from ui.operations import Operations
from ui.pages.report_page import ReportPage
from ui.pages.report_preview import ReportPreview
from ui.pages.report_steps import Step

TIMEOUT = 60_000


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    return report_page


@pytest.fixture
def drawn(qtbot, settled):
    """Wait until the pages that are seen are those of the ledger."""

    def wait(preview: ReportPreview) -> None:
        qtbot.waitUntil(
            lambda: not preview._timer.isActive() and not preview._is_stale and not preview.view.state(),
            timeout=TIMEOUT,
        )
        settled()
        view = preview.view.viewer.view
        qtbot.waitUntil(lambda: view.picture(view.page()) is not None, timeout=TIMEOUT)

    return wait


@pytest.fixture
def seen(page: ReportPage, drawn) -> ReportPage:
    """The page with the preview open."""
    page.steps._cards[Step.PREVIEW].click()
    drawn(page.preview)
    return page


def add_activity(sample: Ledger, operations: Operations, title: str = "Phiên chợ cuối năm") -> None:
    new = Activity(title=title, date_start=date(2023, 11, 20), plan_items=("II.6",), content_code="C6")
    operations.run(lambda: sample.activities.save(new), changed={"activities"})


def test_the_pages_are_those_of_the_report(seen: ReportPage, sample: Ledger) -> None:
    with PdfPages(sample.reporting.preview(sample.reports.period(2023))) as pages:
        assert seen.preview.view.viewer.view.count() == pages.count
        assert seen.steps.summary(Step.PREVIEW) == f"{pages.count} trang"
    assert seen.preview.view.viewer.view.hasFocus()


def test_no_page_is_made_before_it_is_seen(
    page: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    add_activity(sample, operations)
    settled()
    assert page.preview._data == b""
    assert page.steps.summary(Step.PREVIEW) == "Từng trang như khi in"


def test_figures_that_change_are_shown_where_one_reads(
    qtbot, seen: ReportPage, sample: Ledger, operations: Operations, drawn
) -> None:
    view = seen.preview.view.viewer.view
    view.go_to(3)
    view.zoom_by(2)
    zoom, before = view.zoom(), seen.preview._data
    add_activity(sample, operations)
    drawn(seen.preview)
    assert seen.preview._data != before
    assert (view.page(), view.zoom()) == (3, zoom)


def test_what_was_typed_is_in_the_preview(qtbot, page: ReportPage, drawn) -> None:
    page.open_record("II.1")
    type_text(page.detail.section.text_input, "Trước hết phải kể đến xã Đông Giang. ")
    page.steps._cards[Step.PREVIEW].click()
    drawn(page.preview)
    with PdfPages(page.preview._data) as pages:
        assert pages.search("Trước hết phải kể đến xã Đông Giang")


def test_words_are_found_from_the_page(qtbot, seen: ReportPage) -> None:
    toolbar = seen.preview.view.viewer.toolbar
    qtbot.keyClick(seen.preview.view.viewer.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(toolbar.search_box, "hang viet")
    qtbot.waitUntil(lambda: toolbar.found_text().startswith("1/"))
    qtbot.waitUntil(lambda: not toolbar.found_text().endswith("…"))
    count = int(toolbar.found_text().split("/")[1])
    with PdfPages(seen.preview._data) as pages:
        assert count == len(pages.search("hàng Việt"))
    press(toolbar.search_box, Qt.Key.Key_Return)
    assert toolbar.found_text() == f"2/{count}"


@pytest.mark.parametrize("code", [kind.code for kind in KINDS if kind.code])
def test_every_kind_of_period_is_seen_and_typing_stays(
    qtbot, seen: ReportPage, sample: Ledger, drawn, settled, code: str
) -> None:
    annual = sample.reports.period(2023)
    seen.open_record("II.1")
    type_text(seen.detail.section.text_input, "Cả năm: ")
    combo = seen.period_bar.kind_combo
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())
    settled()
    period = sample.reports.period(2023, code)
    assert seen.title() == f"Báo cáo {period.title}"
    assert seen.steps.summary(Step.PREVIEW) == "Từng trang như khi in", (
        "the pages counted were another report's"
    )
    assert sample.reports.narrative(annual)["II.1"].startswith("Cả năm: ")
    assert not seen.detail.section.text().startswith("Cả năm: ")
    seen.steps._cards[Step.PREVIEW].click()
    drawn(seen.preview)
    with PdfPages(seen.preview._data) as pages:
        assert period.title in " ".join(pages.text(0).split())


def test_a_summary_of_fifteen_years_can_be_seen(
    seen: ReportPage, sample: Ledger, operations: Operations, settled, drawn
) -> None:
    seen._on_kind_chosen("GD")
    settled()
    period = replace(sample.reports.period(2023, "GD"), data_to=date(2024, 12, 31))
    seen.period_bar.period_changed.emit(ReportPeriod(2023, "GD", date(2009, 7, 31), period.data_to))
    settled()
    drawn(seen.preview)
    assert seen.title() == "Báo cáo giai đoạn 2009 - 2024"
    with PdfPages(seen.preview._data) as pages:
        assert pages.search("giai đoạn 2009 - 2024")


def test_a_report_that_was_never_exported_has_no_changes(seen: ReportPage) -> None:
    assert not seen.preview.view.changes_button.isVisible()
    assert seen.detail.export.changes() == ""


@pytest.fixture
def exported(seen: ReportPage, sample: Ledger, settled, tmp_path: Path) -> ReportPage:
    sample.export(sample.reports.period(2023), tmp_path / "ra")
    seen.refresh()
    settled()
    return seen


def test_changes_since_the_export_are_told_everywhere(
    exported: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    assert exported.detail.export.changes() == "Từ lần xuất 1: không có gì thay đổi."
    add_activity(sample, operations)
    settled()
    sentence = exported.detail.export.changes()
    assert "01 bản ghi đã thay đổi" in sentence
    assert sentence in exported.steps.summary(Step.PREVIEW)
    exported._show_step(Step.EXPORT)
    exported.detail.export.changes_button.click()
    assert exported.detail.step() is Step.PREVIEW
    changes = exported.preview.view.changes
    assert changes.isVisible()
    assert changes.summary() == sentence
    assert any("II.6" in words for words in changes.words())


def test_a_changed_record_is_a_key_away(
    qtbot, exported: ReportPage, sample: Ledger, operations: Operations, settled
) -> None:
    add_activity(sample, operations, "Hội chợ xuân")
    settled()
    exported.preview.view.changes_button.click()
    records = exported.preview.view.changes.records
    assert [entry.sentence for entry in records.entries()] == ["Hoạt động: Hội chợ xuân"]
    assert records.entries()[0].pill[0] == "Thêm"
    records.setFocus()
    records.setCurrentRow(0)
    with qtbot.waitSignal(exported.page_requested) as asked:
        press(records, Qt.Key.Key_Return)
    assert asked.args[0] == "activities"
    assert sample.activities.get(asked.args[1]).title == "Hội chợ xuân"


def test_the_pages_may_take_the_whole_width(seen: ReportPage) -> None:
    view = seen.preview.view
    before = view.viewer.width()
    view.wide_button.click()
    assert not seen.steps.isVisible()
    assert view.wide_button.accessibleName() == "Thu hẹp phần xem"
    seen._show_step(Step.CHECK)
    assert seen.steps.isVisible(), "another step needs the list of steps"
    assert not view.wide_button.isChecked()
    assert before > 0


def test_printing_goes_on_beside_the_window(
    qtbot, seen: ReportPage, operations: Operations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "in.pdf"

    def to_file(title: str, size: tuple[float, float]) -> QPrinter:
        printer = made(title, size)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return printer

    def answer(dialog: QPrintDialog) -> int:
        dialog.printer().setPrintRange(QPrinter.PrintRange.PageRange)
        dialog.printer().setFromTo(1, 2)
        dialog.done(QPrintDialog.DialogCode.Accepted)
        return dialog.result()

    made = printing.make_printer
    monkeypatch.setattr(printing, "make_printer", to_file)
    monkeypatch.setattr(QPrintDialog, "exec", answer)
    with qtbot.waitSignal(
        operations.status,
        timeout=TIMEOUT,
        check_params_cb=lambda text, _undo: text.startswith("Đã lưu 2 trang vào tệp"),
    ):
        qtbot.keyClick(seen.preview.view.viewer.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with PdfPages(out.read_bytes()) as printed:
        assert printed.count == 2


def test_the_computers_own_reader_gets_a_copy(seen: ReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def note(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    seen.preview.view.viewer.toolbar.open_button.click()
    seen.preview.view.viewer.toolbar.open_button.click()
    assert [path.name for path in opened] == [
        "Xem trước báo cáo năm 2023 (1).pdf", "Xem trước báo cáo năm 2023 (2).pdf",
    ]  # fmt: skip
    assert opened[1].read_bytes() == seen.preview._data


def test_a_refused_preview_says_why(
    qtbot, page: ReportPage, operations: Operations, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "không có"))
    page.steps._cards[Step.PREVIEW].click()
    qtbot.waitUntil(lambda: page.preview.view.state() not in ("", "Đang dựng trang…"), timeout=TIMEOUT)
    assert "tệp tạm" in page.preview.view.state()
    assert page.preview._is_stale, "the next look tries again"
