from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from desktop_app.domain.basis_library import document_of
from desktop_app.domain.labels.office import SIGNINGS
from desktop_app.domain.legal_bases import legal_library
from desktop_app.domain.plan_parts import DueDate
from desktop_app.domain.records.office import Office, Signing, UnitLevel
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import Ledger
from tests.ui.conftest import FOLDERS
from tests.ui.keys import press, type_text
from ui.dialogs.basis_dialog import BasisDialog
from ui.dialogs.unit_dialog import UnitDialog
from ui.operations import Operations
from ui.pages.settings_page import SettingsPage
from ui.widgets.editors.plan_items import ItemRow


def show(qtbot, ledger: Ledger, operations: Operations) -> SettingsPage:
    page = SettingsPage(ledger, operations, FOLDERS)
    operations.changed.connect(page.receive_changes)
    qtbot.addWidget(page, before_close_func=SettingsPage.keep_typing)
    page.resize(1166, 680)
    page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> SettingsPage:
    return show(qtbot, sample, operations)


def line(page: SettingsPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_nothing_is_changed_by_being_shown(page: SettingsPage, sample: Ledger) -> None:
    assert page.office_form.office() == sample.office
    assert page.plan_form.plan() == sample.plan(2023)
    assert not page.save_button.isEnabled()
    assert page.header.count() == ""


def test_a_changed_office_is_printed_in_the_report(qtbot, page: SettingsPage, sample: Ledger) -> None:
    page.open_record("place_name")
    place = line(page, "place_name")
    assert place.hasFocus()
    place.selectAll()
    type_text(place, "Ma Lâm")
    assert page.header.count() == "Chưa lưu"
    with qtbot.waitSignal(page._operations.changed) as told:
        qtbot.keyClick(place, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [{"office"}]
    assert sample.report(sample.reports.period(2023)).place_name == "Ma Lâm"
    assert page.header.count() == ""


def test_a_save_that_fails_keeps_what_is_typed(
    page: SettingsPage, sample: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_office: Office) -> None:
        raise LedgerFileError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(sample, "save_office", refuse)
    type_text(line(page, "place_name"), "Ma Lâm ")
    page.save()
    page.refresh()
    assert line(page, "place_name").text().startswith("Ma Lâm")
    assert page.header.count() == "Chưa lưu"


def test_empty_fields_show_the_usual_lines(page: SettingsPage) -> None:
    issuer = page.findChild(QPlainTextEdit, "issuer_lines")
    assert issuer is not None
    assert issuer.placeholderText().startswith("BAN CHỈ ĐẠO CUỘC VẬN ĐỘNG")
    page.office_form._editors["has_committee"].focus_target().click()
    assert issuer.placeholderText() == "BAN THƯỜNG TRỰC"
    assert line(page, "symbol").placeholderText() == "BC-MTTQ-BTT"


def test_a_bad_address_is_refused_beside_its_field(page: SettingsPage, sample: Ledger) -> None:
    line(page, "recipient_email").setText("không có a còng")
    page.save()
    assert sample.office.recipient_email == "mattran-tinh@example.invalid"
    assert "Địa chỉ thư" in page.office_form._fields["recipient_email"].message()
    assert line(page, "recipient_email").hasFocus()


def test_changes_can_be_given_up(page: SettingsPage, sample: Ledger) -> None:
    line(page, "signer_name").setText("Người khác")
    page.discard_button.click()
    assert line(page, "signer_name").text() == sample.office.signer_name
    assert not page.save_button.isEnabled()


def test_typing_survives_the_end_of_the_program(
    qtbot, page: SettingsPage, sample: Ledger, operations: Operations
) -> None:
    line(page, "signer_name").setText("Nguyễn Văn Mới")
    page.keep_typing()
    again = show(qtbot, sample, operations)
    assert line(again, "signer_name").text() == "Nguyễn Văn Mới"
    assert again.header.count() == "Chưa lưu"
    assert sample.office.signer_name != "Nguyễn Văn Mới"
    again.save()
    assert sample.office.signer_name == "Nguyễn Văn Mới"
    assert sample.drafts.all("settings") == []


def test_a_unit_is_taken_from_the_table(page: SettingsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(
        page.office_form.office(), unit_code="595", unit_name="huyện Bắc Bình", short_name="Bắc Bình"
    )
    monkeypatch.setattr(UnitDialog, "ask", lambda *_: other)
    page.office_form.unit_button.click()
    assert page.office_form.office().unit_name == "huyện Bắc Bình"
    assert page.save_button.isEnabled()


def test_a_changed_plan_is_told_by_the_report(qtbot, page: SettingsPage, sample: Ledger) -> None:
    page.tabs.setCurrentIndex(1)
    title = page.findChildren(QLineEdit, "item_title")[1]
    title.setText("Kiểm tra thị trường")
    line(page, "annual").setText("25/11")
    with qtbot.waitSignal(page._operations.changed) as told:
        page.save_button.click()
    assert told.args == [{"plan"}]
    plan = sample.plan(2023)
    assert plan.deadlines.annual == DueDate(11, 25)
    report = sample.report(sample.reports.period(2023))
    assert next(one for one in report.walk() if one.key == "II.2").title == "Kiểm tra thị trường"


def test_items_are_moved_added_and_removed(page: SettingsPage) -> None:
    editor = page.plan_form._editors["items"]
    rows = page.findChildren(ItemRow)
    rows[1].up_button.click()
    assert [draft.key for draft in editor.value()[:2]] == ["II.2", "II.1"]
    rows[0].remove_button.click()
    assert len(editor.value()) == 7
    editor._add.click()
    assert page.plan_form.problems() == {}, "an empty row is no problem"
    page.findChildren(QLineEdit, "item_title")[-1].setText("Nội dung mới")
    assert "C1–C8" in page.plan_form.problems()["items"]


def test_a_plan_that_cannot_be_is_not_saved(page: SettingsPage, sample: Ledger) -> None:
    page.tabs.setCurrentIndex(1)
    line(page, "annual").setText("31/11")
    page.save()
    assert sample.plan(2023).deadlines.annual == DueDate(11, 30)
    assert "31/11" in page.plan_form._fields["annual"].message()
    line(page, "annual").setText("30/11")
    page.plan_form._editors["addressees"].set_raw("UBND {xyz}")
    page.save()
    assert "{xyz}" in page.plan_form._fault.text()


def test_another_year_starts_from_the_nearest_plan(page: SettingsPage, sample: Ledger) -> None:
    page.year_bar.year_chosen.emit(2024)
    assert sample.year == 2024
    assert sample.years() == [2023]
    assert "chưa có kế hoạch riêng" in page.year_bar._borrowed.text()
    assert page.save_button.isEnabled()
    page.save()
    assert sample.years() == [2023, 2024]
    assert not page.save_button.isEnabled()


def test_a_shipped_plan_is_copied_and_stays_as_it_is(page: SettingsPage, sample: Ledger) -> None:
    page.year_bar.copy_requested.emit("TW5")
    assert page.plan_form.plan().code == "TW5"
    assert sample.plan(2023).code == "BT2023"
    page.save()
    assert sample.plan(2023).code == "TW5"


def test_the_year_stays_while_something_is_unsaved(page: SettingsPage) -> None:
    line(page, "signer_name").setText("Người khác")
    assert not page.year_bar._year.isEnabled()


def test_the_form_knows_all_fields_of_an_office(page: SettingsPage) -> None:
    own = {
        "is_sample",
        "word_template",
    }  # the sample is marked by the program, the template has a card of its own
    fields = set(page.office_form.office().__dataclass_fields__) - own
    assert set(page.office_form._editors) == fields
    assert page.office_form.office().level is UnitLevel.DISTRICT


def test_a_plan_takes_legal_bases_from_the_library(page: SettingsPage, sample: Ledger) -> None:
    before = page.plan_form.bases()
    sample.register("documents").save(document_of(legal_library()["386/QĐ-TTg"]))

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, BasisDialog):
            QTimer.singleShot(0, when_open)
            return
        dialog.search_box.setText("386/QĐ-TTg")
        press(dialog.search_box, Qt.Key.Key_Return)
        press(dialog.list, Qt.Key.Key_Return)
        (dialog.take_button if dialog.take_button.isEnabled() else dialog.cancel_button).click()

    QTimer.singleShot(0, when_open)
    page.plan_form.library_button.click()
    assert [one.number for one in page.plan_form.bases()] == [*(one.number for one in before), "386/QĐ-TTg"]
    assert page.save_button.isEnabled()
    page.save_button.click()
    assert sample.plan(2023).legal_bases[-1] == legal_library()["386/QĐ-TTg"]


def shown(page: SettingsPage, name: str) -> bool:
    widget = page.office_form._editors[name]
    return widget.isVisibleTo(page.office_form)


def test_the_signature_is_shown_as_it_will_be_printed(page: SettingsPage) -> None:
    form = page.office_form
    card = form._signing_card
    name, post = form.office().signer_name, form.office().signer_post
    assert card.preview() == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", name, post]
    assert not shown(page, "short_signing")
    combo = page.findChild(QComboBox, "signing")
    combo.setCurrentIndex(list(SIGNINGS).index(Signing.DEPUTY))
    assert card.preview()[:3] == ["TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"]
    form._editors["short_signing"].focus_target().click()
    assert card.preview()[:2] == ["TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"]
    form._editors["post_above_name"].focus_target().click()
    assert card.preview()[2:] == [post.upper(), name]
    form._editors["has_committee"].focus_target().click()
    assert card.preview() == ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", name]
    assert not shown(page, "post_above_name")


def test_fields_that_say_nothing_for_an_office_are_hidden(page: SettingsPage) -> None:
    form = page.office_form
    assert [shown(page, one) for one in ("head_title", "signer_title", "post_above_name")] == [
        False,
        False,
        True,
    ]
    form._editors["level"].set_value(UnitLevel.MEMBER_BODY)
    form._editors["signing"].set_value(Signing.AUTHORISED)
    form._on_edited()
    assert [shown(page, one) for one in ("head_title", "signer_title", "post_above_name")] == [
        True,
        True,
        False,
    ]


def test_signing_that_cannot_be_is_refused_beside_its_field(page: SettingsPage, sample: Ledger) -> None:
    combo = page.findChild(QComboBox, "signing")
    combo.setCurrentIndex(list(SIGNINGS).index(Signing.BY_ORDER))
    page.save()
    assert sample.office.signing is Signing.HEAD
    assert "Chánh Văn phòng" in page.office_form._fields["signing"].message()
    assert combo.hasFocus()


def test_a_contact_line_of_three_lines_is_refused(page: SettingsPage, sample: Ledger) -> None:
    line(page, "contact_line").setText("Số 12 đường 8 tháng 4, " * 10)
    page.save()
    assert sample.office.contact_line == ""
    assert "viết gọn" in page.office_form._fields["contact_line"].message()


def test_how_reports_are_printed_is_saved(page: SettingsPage, sample: Ledger) -> None:
    for name in ("cites_short", "prints_charts", "prints_photos", "prints_code"):
        page.office_form._editors[name].focus_target().click()
    line(page, "drafter_mark").setText("NVA")
    page.save()
    office = sample.office
    assert (office.cites_short, office.prints_charts, office.prints_photos) == (False, False, False)
    assert (office.prints_code, office.drafter_mark) == (True, "NVA")


def test_a_layout_from_a_file_is_kept_and_chosen_unsaved(
    page: SettingsPage, sample: Ledger, tmp_path: Path
) -> None:
    saved = tmp_path / "bố cục.json"
    page.layouts.export(saved)
    text = saved.read_text(encoding="utf-8").replace('"name_gap_mm": 28', '"name_gap_mm": 35')
    saved.write_text(text.replace("Mặt trận, ", "Huyện, "), encoding="utf-8")
    page.layouts.add(saved)
    combo = page.findChild(QComboBox, "layout_profile")
    assert combo.currentText().startswith("Huyện, ")
    assert page.header.count() == "Chưa lưu"
    assert sample.office.layout_profile == "mttq_nd30"
    page.save()
    assert sample.source(sample.reports.period(2023)).layout.signature.name_gap_mm == 35


def test_a_faulty_layout_is_told_and_nothing_is_chosen(
    qtbot, page: SettingsPage, operations: Operations, tmp_path: Path
) -> None:
    bad = tmp_path / "hỏng.json"
    bad.write_text('{"name": "a", "title": "b", "portrait": {"left_mm": 150}}', encoding="utf-8")
    with qtbot.waitSignal(operations.refused) as told:
        page.layouts.add(bad)
    assert "lề trái 150 mm" in told.args[0]
    assert page.findChild(QComboBox, "layout_profile").currentData() == "mttq_nd30"
    assert page.header.count() == ""


def test_a_layout_that_is_gone_stays_told_until_another_is_taken(
    qtbot, sample: Ledger, operations: Operations
) -> None:
    sample.save_office(replace(sample.office, layout_profile="0" * 64))
    page = show(qtbot, sample, operations)
    combo = page.findChild(QComboBox, "layout_profile")
    assert "không còn" in combo.currentText()
    assert page.office_form.office() == sample.office
    combo.setCurrentIndex(0)
    page.save()
    assert sample.office.layout_profile == "mttq_nd30"
