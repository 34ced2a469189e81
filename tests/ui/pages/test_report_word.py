from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop_app.ledger import Ledger
from ui.dialogs.word_text_dialog import WordTextDialog
from ui.operations import Operations
from ui.pages.report_page import ReportPage

TIMEOUT = 60_000


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    report_page.resize(1366, 700)
    return report_page


@pytest.fixture
def corrected(sample: Ledger, tmp_path: Path) -> Path:
    """The exported Word file in which the chair changed one figure."""
    path = sample.export(sample.reports.period(2023), tmp_path / "Báo cáo").folder / "BaoCao.docx"
    word = Document(str(path))
    run = next(run for one in word.paragraphs for run in one.runs if "04 cuộc họp" in run.text)
    run.text = run.text.replace("04 cuộc họp", "05 cuộc họp")
    word.save(str(path))
    return path


def answer(monkeypatch: pytest.MonkeyPatch, *, takes: bool) -> list[str]:
    seen: list[str] = []

    def close(dialog: WordTextDialog) -> int:
        seen.append(dialog.summary())
        (dialog.done_button if takes else dialog.cancel_button).click()
        return dialog.result()

    monkeypatch.setattr(WordTextDialog, "exec", close)
    return seen


def take(qtbot, page: ReportPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(
        page._operations.busy_changed, check_params_cb=lambda text, *_: not text, timeout=TIMEOUT
    ):
        page.detail.section.word_button.click()


def test_the_corrected_text_is_in_ledger_and_page_and_the_old_one_a_click_away(
    qtbot, page: ReportPage, sample: Ledger, corrected: Path, settled, monkeypatch
) -> None:
    seen = answer(monkeypatch, takes=True)
    take(qtbot, page, corrected, monkeypatch)
    settled()
    assert seen[0].startswith("01 mục")
    period = sample.reports.period(2023)
    (key,) = (key for key, text in sample.reports.narrative(period).items() if "05 cuộc họp" in text)
    page.text.open(key)
    assert "05 cuộc họp" in page.detail.section.text()
    assert len(page.text.narrative.versions(key)) >= 1


def test_what_was_being_typed_is_kept_before_the_file_is_read(
    qtbot, page: ReportPage, sample: Ledger, corrected: Path, monkeypatch
) -> None:
    answer(monkeypatch, takes=False)
    key = page.text.key
    page.text.narrative.note(key, "Đang gõ dở.")
    take(qtbot, page, corrected, monkeypatch)
    narrative = sample.reports.narrative(sample.reports.period(2023))
    assert narrative[key] == "Đang gõ dở."
    assert not any("05 cuộc họp" in text for text in narrative.values())


@pytest.mark.parametrize("goes_on", [True, False])
def test_the_file_of_another_unit_is_asked_about(
    qtbot, page: ReportPage, corrected: Path, monkeypatch, goes_on: bool
) -> None:
    word = Document(str(corrected))
    word.core_properties.keywords = "BT-TL 2023  AAAAAAAAAA"
    word.save(str(corrected))
    asked: list[str] = []

    def decide(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[0 if goes_on else 1].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", decide)
    seen = answer(monkeypatch, takes=False)
    take(qtbot, page, corrected, monkeypatch)
    assert "BT-TL" in asked[0]
    assert bool(seen) is goes_on


def test_a_file_that_is_no_word_file_is_told(
    qtbot, page: ReportPage, operations: Operations, tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "cũ.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with qtbot.waitSignal(operations.refused, timeout=TIMEOUT) as told:
        take(qtbot, page, path, monkeypatch)
    assert "Lưu thành" in told.args[0]


def test_the_export_step_says_what_became_of_the_template(
    qtbot, page: ReportPage, sample: Ledger, tmp_path: Path
) -> None:
    page.exporting.job.noted.emit(["Không dùng được mẫu Word của đơn vị."])
    assert page.detail.export.notes() == "Không dùng được mẫu Word của đơn vị."
    page.detail.export.show_step("Đang chuẩn bị…", 0, 1)
    assert page.detail.export.notes() == ""
