from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop_app.ledger import Ledger
from tests.desktop_app.report.template.making import replaced, shipped, with_line
from tests.ui.conftest import FOLDERS
from ui.dialogs.template_dialogs import PlaceholderDialog, TemplateReviewDialog
from ui.operations import Operations
from ui.pages.settings_page import SettingsPage

TIMEOUT = 30_000


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> SettingsPage:
    made = SettingsPage(sample, operations, FOLDERS)
    operations.changed.connect(made.receive_changes)
    qtbot.addWidget(made, before_close_func=SettingsPage.keep_typing)
    made.resize(1024, 560)
    made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Mẫu của huyện.docx"
    path.write_bytes(shipped())
    return path


def choose(qtbot, page: SettingsPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(
        page._operations.busy_changed, check_params_cb=lambda text, *_: not text, timeout=TIMEOUT
    ):
        page.template.card.choose_button.click()


def test_the_shipped_template_is_in_force_at_first(page: SettingsPage) -> None:
    card = page.template.card
    assert card.text() == "Đang dùng mẫu của chương trình."
    assert not card.drop_button.isVisibleTo(card)
    assert not card.save_own_button.isVisibleTo(card)


def test_the_template_goes_out(qtbot, page: SettingsPage, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "m.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(page._operations.status, timeout=TIMEOUT) as told:
        page.template.card.export_button.click()
    assert "m.docx" in told.args[0]
    assert any(one.text == "{{ noi_dung }}" for one in Document(str(path)).paragraphs)


def test_a_good_template_is_taken_shown_and_dropped(
    qtbot, page: SettingsPage, sample: Ledger, file: Path, settled, monkeypatch
) -> None:
    choose(qtbot, page, file, monkeypatch)
    assert sample.reporting.kept_files.data(sample.office.word_template) == shipped()
    settled()
    card = page.template.card
    assert "“Mẫu của huyện.docx”" in card.text()
    assert card.problem() == ""
    path = file.with_name("lại.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(page._operations.status, timeout=TIMEOUT):
        card.save_own_button.click()
    assert path.read_bytes() == shipped()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click() or 0)
    card.drop_button.click()
    assert sample.office.word_template == ""
    assert card.text() == "Đang dùng mẫu của chương trình."


def test_what_is_typed_in_the_form_stays_when_a_template_is_taken(
    qtbot, page: SettingsPage, sample: Ledger, file: Path, monkeypatch
) -> None:
    page.office_form.focus_field("place_name")
    page.office_form._editors["place_name"].set_raw("Ma Lâm")
    page.office_form.edited.emit()
    choose(qtbot, page, file, monkeypatch)
    assert page.office_form.office().place_name == "Ma Lâm"
    assert page.office_form.office().word_template == sample.office.word_template != ""


def test_a_faulty_template_is_told_and_not_taken(
    qtbot, page: SettingsPage, sample: Ledger, file: Path, monkeypatch
) -> None:
    file.write_bytes(with_line("{{ noi_dungg }}"))
    seen: list[str] = []

    def answer(dialog: TemplateReviewDialog) -> int:
        seen.extend([dialog.summary(), dialog.list.item(0).text()])
        assert not dialog.take_button.isVisibleTo(dialog)
        dialog.close_button.click()
        return dialog.result()

    monkeypatch.setattr(TemplateReviewDialog, "exec", answer)
    choose(qtbot, page, file, monkeypatch)
    assert "Chưa nhận được mẫu" in seen[0]
    assert "có phải là “noi_dung”?" in seen[1]
    assert sample.office.word_template == ""


@pytest.mark.parametrize("takes", [True, False])
def test_a_doubtful_template_is_taken_only_when_wished(
    qtbot, page: SettingsPage, sample: Ledger, file: Path, monkeypatch, takes: bool
) -> None:
    file.write_bytes(replaced("{{ noi_dung }}", ""))

    def answer(dialog: TemplateReviewDialog) -> int:
        (dialog.take_button if takes else dialog.close_button).click()
        return dialog.result()

    monkeypatch.setattr(TemplateReviewDialog, "exec", answer)
    choose(qtbot, page, file, monkeypatch)
    assert bool(sample.office.word_template) is takes


def test_a_template_that_cannot_be_filled_any_more_is_told(
    page: SettingsPage, sample: Ledger, operations: Operations, settled
) -> None:
    key = sample.reporting.kept_files.keep("Cũ.docx", "x", with_line("{{ khong_co }}"))
    page.template._set(key, "")
    settled()
    assert "khong_co" in page.template.card.problem()


def test_all_placeholders_are_explained_and_can_be_copied(
    qtbot, qapp, page: SettingsPage, monkeypatch
) -> None:
    def answer(dialog: PlaceholderDialog) -> int:
        dialog.list.setCurrentRow(4)
        assert "toàn bộ các mục" in dialog.list.currentItem().text()
        dialog.copy_button.click()
        dialog.close_button.click()
        return 0

    monkeypatch.setattr(PlaceholderDialog, "exec", answer)
    page.template.card.help_button.click()
    assert qapp.clipboard().text() == "{{ noi_dung }}"
