"""The plan's document: texts keep themselves, printing makes versions, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog

from desktop_app.ledger import Ledger
from tests.ui.keys import press, type_text
from ui.operations import Operations
from ui.pages.plan_text_page import PlanTextPage
from ui.pages.plan_versions_page import PlanVersionsPage


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> PlanTextPage:
    made = PlanTextPage(sample, operations)
    operations.changed.connect(made.receive_changes)
    qtbot.addWidget(made)
    made.resize(1166, 680)
    made.show()
    return made


@pytest.fixture
def asked(monkeypatch, tmp_path: Path) -> list[str]:
    """Answer the question for a file, and keep what was proposed."""
    proposed: list[str] = []

    def choose(_parent, _title, usual, _filter):
        proposed.append(Path(usual).name)
        return str(tmp_path / f"{len(proposed)}{Path(usual).suffix}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed


def print_plan(qtbot, page, button) -> Path:
    with qtbot.waitSignal(page.printing.written, timeout=20_000) as written:
        press(button, Qt.Key.Key_Return)
    return Path(written.args[0])


def test_parts_show_what_the_plan_says(page: PlanTextPage) -> None:
    entries = page.sections.entries()
    assert [entries[0].heading, entries[2].heading, entries[-1].heading] == [
        "I.1. Mục đích",
        "II.1. Công tác tuyên truyền thực hiện Cuộc vận động",
        "III. Tổ chức thực hiện",
    ]
    assert page.editor.text().startswith("- Thông qua")
    press(page.sections, Qt.Key.Key_Down)
    assert page.editor.text().startswith("- Nâng cao trách nhiệm")
    assert page.editor.reset_button.isHidden()


def test_what_is_typed_keeps_itself_and_its_cursor(qtbot, page: PlanTextPage, sample: Ledger) -> None:
    page.editor.focus_text()
    page.editor.text_input.selectAll()
    type_text(page.editor.text_input, "- Nâng cao nhận thức ")
    qtbot.waitUntil(lambda: "purposes" in sample.planning.store.texts(2023).texts, timeout=5_000)
    assert sample.planning.store.texts(2023).texts["purposes"] == "- Nâng cao nhận thức"
    assert page.editor.text() == "- Nâng cao nhận thức ", "the blank just typed stays"
    assert page.editor.text_input.textCursor().atEnd()
    type_text(page.editor.text_input, "của Nhân dân.")
    page.keep_typing()
    assert page.sections.entries()[0].state.word == "đã sửa"
    press(page.editor.reset_button, Qt.Key.Key_Return)
    assert page.editor.text().startswith("- Thông qua")
    assert sample.planning.store.texts(2023).texts == {}


def test_typing_is_not_lost_by_choosing_another_part(page: PlanTextPage, sample: Ledger) -> None:
    page.editor.text_input.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(page.editor.text_input, "Đầu. ")
    page.sections.step(1)
    assert sample.planning.store.texts(2023).texts["purposes"].startswith("Đầu. - Thông qua")
    page.sections.step(-1)
    assert page.editor.text().startswith("Đầu. - Thông qua")


def test_printing_makes_a_version_and_a_change_needs_its_reason(
    qtbot, page: PlanTextPage, sample: Ledger, asked: list[str]
) -> None:
    assert page.notice.text().startswith("Chưa in lần nào")
    assert page.fields["note"].isHidden()
    path = print_plan(qtbot, page, page.word_button)
    assert (path.suffix, path.stat().st_size > 10_000) == (".docx", True)
    assert asked == ["KH_Ham_Thuan_Bac_2023_L1.docx"]
    qtbot.waitUntil(lambda: page.notice.text().startswith("Nội dung đúng như bản 1"))
    assert page.open_button.isVisible()

    page.editor.text_input.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(page.editor.text_input, "Mới. ")
    page.keep_typing()
    assert "in lại sẽ thành bản 2" in page.notice.text()
    assert page.fields["note"].isVisible()
    press(page.pdf_button, Qt.Key.Key_Return)
    assert len(asked) == 1, "no file without a reason"
    assert len(sample.planning.store.versions(2023)) == 1
    type_text(page.fields["note"].editor.focus_target(), "Bổ sung mục đích")
    assert print_plan(qtbot, page, page.pdf_button).suffix == ".pdf"
    assert asked[-1] == "KH_Ham_Thuan_Bac_2023_L2.pdf"
    assert [one.note for one in sample.planning.store.versions(2023)] == ["Bổ sung mục đích", ""]
    qtbot.waitUntil(page.fields["note"].isHidden)


def test_giving_up_the_file_prints_nothing(page: PlanTextPage, sample: Ledger, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.word_button.click()
    assert sample.planning.store.versions(2023) == []


def test_number_and_day_are_kept(page: PlanTextPage, sample: Ledger) -> None:
    type_text(page.fields["number"].editor.focus_target(), "05")
    type_text(page.fields["issued_on"].editor.focus_target(), "21/2")
    page.keep_typing()
    texts = sample.planning.store.texts(2023)
    assert (texts.number, texts.issued_on.isoformat()) == ("05", "2023-02-21")
    type_text(page.fields["issued_on"].editor.focus_target(), "99")
    assert page.fields["issued_on"].editor.problem()


def test_versions_show_how_they_differ_and_print_again(
    qtbot, page: PlanTextPage, sample: Ledger, operations: Operations, asked: list[str]
) -> None:
    versions = PlanVersionsPage(sample, operations)
    operations.changed.connect(versions.receive_changes)
    qtbot.addWidget(versions)
    versions.resize(1166, 680)
    versions.show()
    assert versions.list.count() == 0
    print_plan(qtbot, page, page.word_button)
    qtbot.waitUntil(lambda: versions.list.count() == 1)
    assert versions.changes.item(0).text() == "Bản đầu tiên của năm."
    operations.run(lambda: sample.register("tasks").delete("BT-HTB-N05"), changed={"tasks"})
    assert [versions.list.item(row).text()[:8] for row in range(2)] == ["Hiện nay", "Bản 1 · "]
    versions.list.setCurrentRow(0)
    assert [versions.changes.item(row).text() for row in range(versions.changes.count())] == [
        "So với bản 1:",
        "Bỏ nhiệm vụ: Đưa hàng Việt về các xã vùng xa (Tháng 10)",
    ]
    assert not versions.word_button.isEnabled()
    versions.list.setFocus()
    press(versions.list, Qt.Key.Key_Down)
    path = print_plan(qtbot, versions, versions.word_button)
    assert path.exists()
    assert asked[-1] == "KH_Ham_Thuan_Bac_2023_L1.docx"
    assert len(sample.planning.store.versions(2023)) == 1
