"""Documents by keyboard: numbers offered and parted, series, kinds, late answers, the library of legal bases."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as with_changes
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from desktop_app.domain.query import Query
from desktop_app.domain.records.documents import Direction, Document, NumberSeries
from tests.ui.keys import press, type_text
from ui.dialogs.basis_dialog import BasisDialog
from ui.pages.documents_page import DocumentsPage
from ui.widgets.filter_bar import MONTH


@pytest.fixture
def page(session) -> DocumentsPage:
    session.window.show_page("documents")
    return session.window.page("documents")


@pytest.fixture
def store(ledger):
    return ledger.register("documents")


def line(page, name) -> QLineEdit:
    return page.findChild(QLineEdit, name)


def click(page, name) -> None:
    page.findChild(QPushButton, name).click()


def fill(page, name, text) -> None:
    """Type over a field as after Tab, and leave it."""
    field = line(page, name)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def choose(page, name, word) -> None:
    combo = page.findChild(QComboBox, name)
    assert combo.findText(word) >= 0
    combo.setCurrentIndex(combo.findText(word))


def sent(number, **values):
    usual = {
        "issued_on": date(2023, 3, 1),
        "symbol": "KH-MTTQ-BCĐ",
        "issuer": "Ban Chỉ đạo",
        "doc_type": "Kế hoạch",
    }
    return Document(**{"abstract": f"Văn bản {number}", "number": number, **usual, **values})


def states(page):
    model = page.table.model()
    return {model.index(row, 0).data(): model.index(row, 5).data() for row in range(model.rowCount())}


def test_a_document_is_entered_by_keyboard_and_seen(page, store) -> None:
    click(page, "new_button")
    assert QApplication.focusWidget() is line(page, "abstract")
    fill(page, "abstract", "Triển khai Cuộc vận động năm 2023")
    assert (line(page, "number").text(), line(page, "symbol").text()) == ("01", "MTTQ-BCĐ")
    assert line(page, "issued_on").text() == "21/11/2023"
    fill(page, "doc_type", "Kế hoạch")
    assert line(page, "symbol").text() == "KH-MTTQ-BCĐ"
    click(page, "save_button")
    saved = store.get(store.fetch(Query())[0].id)
    assert (saved.display, saved.direction, saved.series) == (
        "01/KH-MTTQ-BCĐ",
        Direction.OUTGOING,
        NumberSeries.COMMITTEE,
    )
    assert saved.issuer == "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc"
    assert page.table.model().index(0, 0).data() == "01/KH-MTTQ-BCĐ"
    click(page, "new_button")
    assert line(page, "number").text() == "02"


def test_a_whole_number_is_parted_when_the_field_is_left(page) -> None:
    click(page, "new_button")
    number = line(page, "number")
    number.setFocus(Qt.FocusReason.TabFocusReason)
    number.selectAll()
    type_text(number, "Số: 326 /KH-MTTW-BCĐTWCVĐ")
    assert number.text() == "Số: 326 /KH-MTTW-BCĐTWCVĐ", "nothing moves while the field has the focus"
    press(number, Qt.Key.Key_Tab)
    line(page, "symbol").setFocus(Qt.FocusReason.TabFocusReason)
    assert (number.text(), line(page, "symbol").text()) == ("326", "KH-MTTW-BCĐTWCVĐ")


def test_series_and_year_follow_until_something_is_typed(page, store) -> None:
    store.save(sent("07"))
    store.save(sent("118", series=NumberSeries.FRONT))
    store.save(sent("30", issued_on=date(2022, 3, 1)))
    click(page, "new_button")
    assert line(page, "number").text() == "08"
    choose(page, "series", "Mặt trận Tổ quốc")
    assert (line(page, "number").text(), line(page, "symbol").text()) == ("119", "MTTQ-BTT")
    assert line(page, "issuer").text().startswith("Ban Thường trực")
    choose(page, "series", "Ban Chỉ đạo")
    fill(page, "issued_on", "15/12/2022")
    assert line(page, "number").text() == "31"
    fill(page, "number", "40")
    choose(page, "series", "Mặt trận Tổ quốc")
    assert line(page, "number").text() == "40", "what was typed stays"


def test_an_incoming_document_takes_nothing_of_the_own_series(page) -> None:
    click(page, "new_button")
    fill(page, "doc_type", "Báo cáo")
    choose(page, "direction", "Văn bản đến")
    assert [line(page, name).text() for name in ("number", "symbol", "issuer")] == ["", "", ""]
    assert line(page, "received_on").text() == "21/11/2023"
    choose(page, "direction", "Văn bản đi")
    assert (line(page, "number").text(), line(page, "symbol").text()) == ("01", "BC-MTTQ-BCĐ")


def test_an_official_letter_has_no_abbreviation(page) -> None:
    click(page, "new_button")
    fill(page, "doc_type", "Tờ trình")
    assert line(page, "symbol").text() == "TTr-MTTQ-BCĐ"
    fill(page, "doc_type", "Công văn")
    assert line(page, "symbol").text() == "MTTQ-BCĐ"
    assert "Giấy mời" in page.suggest("doc_type", "giay")


def test_a_number_given_twice_is_told_while_typing_and_in_the_list(page, store) -> None:
    store.save(sent("03"))
    page.refresh()
    click(page, "new_button")
    fill(page, "number", "3")
    assert "Số 3 của hệ số Ban Chỉ đạo đã cấp cho 03/KH-MTTQ-BCĐ" in page.panel.remark()
    choose(page, "series", "Mặt trận Tổ quốc")
    assert page.panel.remark() == "", "the two series are independent"
    store.save(sent("3", symbol="TB-MTTQ-BCĐ"))
    page.refresh()
    assert set(states(page).values()) == {"Trùng số"}


def test_numbers_left_out_are_told_above_the_list(page, store) -> None:
    assert page.notice.isHidden()
    store.save(sent("03"))
    page.refresh()
    assert page.notice.text() == "Hệ số Ban Chỉ đạo năm 2023 chưa có số 01–02."


def test_a_late_answer_is_shown_until_a_document_names_it(page, store) -> None:
    asked = {"direction": Direction.INCOMING, "symbol": "UBND-KT", "received_on": date(2023, 10, 2)}
    late = store.save(sent("12", **asked, reply_due_on=date(2023, 11, 20)))
    store.save(sent("13", **asked, reply_due_on=date(2023, 11, 25)))
    store.save(sent("14", **asked))
    page.refresh()
    assert states(page) == {
        "12/UBND-KT": "Quá hạn trả lời",
        "13/UBND-KT": "Trả lời trước 25/11",
        "14/UBND-KT": "Đã nhận",
    }
    assert "Quá hạn trả lời: 1" in page.figure_line.text()
    store.save(sent("50", abstract="Trả lời Công văn số 12 /UBND-KT", issued_on=date(2023, 11, 21)))
    page.refresh()
    assert states(page)["12/UBND-KT"] == "Đã trả lời"
    assert "Quá hạn" not in page.figure_line.text()
    assert late.id


def test_documents_are_filtered_and_found_by_any_way_of_writing(page, store) -> None:
    store.save(sent("05"))
    basis = sent(
        "28", symbol="CT-CP", direction=Direction.BASIS, issued_on=date(2021, 10, 26), doc_type="Chỉ thị"
    )
    store.save(basis)
    page.refresh()
    assert page.table.count() == 1, "the year worked on"
    for typed in ("28/CT-TTg", "28/ct-cp", "Số 28/CT-TTg"):
        page.filter_bar.search_box.setText(typed)
        press(page.filter_bar.search_box, Qt.Key.Key_Return)
        assert page.table.count() == 1
        assert page.table.model().index(0, 0).data() == "28/CT-CP"
    page.filter_bar.clear()
    choose(page, "direction_filter", "Căn cứ")
    assert page.table.count() == 1, "legal bases are of every year"
    choose(page, f"{MONTH}_filter", "Tháng 3")
    assert page.table.count() == 0
    page.filter_bar.clear()
    choose(page, "doc_type_filter", "Kế hoạch")
    assert page.table.count() == 1


@pytest.mark.parametrize("typed", ["326/KH", "326 /kh", "326 mttw"])
def test_a_part_of_a_number_finds_it(page, store, typed) -> None:
    store.save(sent("326", symbol="KH-MTTW-BCĐTWCVĐ"))
    assert store.count(Query(text=typed)) == 1


def answer_dialog(act) -> None:
    """Act on the library as soon as it is open, and leave it in any case."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, BasisDialog):
            QTimer.singleShot(0, when_open)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, when_open)


def test_bases_are_taken_from_the_library_once(page, ledger, store) -> None:
    def take(dialog: BasisDialog) -> None:
        assert not dialog.take_button.isEnabled()
        dialog.search_box.setText("28/CT-CP")
        press(dialog.search_box, Qt.Key.Key_Return)
        press(dialog.list, Qt.Key.Key_Return)
        dialog.search_box.setText("03/CT-TW")
        press(dialog.search_box, Qt.Key.Key_Return)
        press(dialog.list, Qt.Key.Key_Space, " ")
        assert [one.number for one in dialog.chosen()] == ["28/CT-TTg", "03-CT/TW"]
        dialog.take_button.click()

    answer_dialog(take)
    click(page, "library_button")
    assert {one.display for one in store.all()} == {"28/CT-TTg", "03-CT/TW"}
    assert {one.direction for one in store.all()} == {Direction.BASIS}
    assert page.table.count() == 2
    assert ledger.operations.latest().label == "Đã đưa 2 căn cứ vào sổ văn bản"

    def look(dialog: BasisDialog) -> None:
        texts = [dialog.list.item(at) for at in range(dialog.list.count())]
        own = [one.text() for one in texts if not one.flags() & Qt.ItemFlag.ItemIsUserCheckable]
        assert len(own) == 2
        dialog.cancel_button.click()

    answer_dialog(look)
    click(page, "library_button")
    assert len(store.all()) == 2
    ledger.operations.undo()
    assert store.all() == []


def test_an_undated_basis_is_refused_with_its_number(page, session, ledger, store) -> None:
    plan = ledger.plan(2023)
    undated = replace_basis(plan)
    ledger.save_plan(2023, undated)
    told: list[str] = []
    session.operations.refused.connect(told.append)

    def take(dialog: BasisDialog) -> None:
        last = dialog.list.item(dialog.list.count() - 1)
        last.setCheckState(Qt.CheckState.Checked)
        dialog.take_button.click()

    answer_dialog(take)
    click(page, "library_button")
    assert store.all() == []
    assert told == ["Chưa có ngày ban hành nên chưa đưa vào sổ: 1621/KH-UBND."]


def replace_basis(plan):
    bases = tuple(
        with_changes(one, issued_on=None) if one.number == "1621/KH-UBND" else one for one in plan.legal_bases
    )
    return with_changes(plan, legal_bases=bases)


def test_the_office_without_committee_numbers_in_the_series_of_the_front(page, ledger) -> None:
    ledger.save_office(replace(ledger.office, has_committee=False))
    assert page.new_record().series is NumberSeries.FRONT
    assert page.new_record().symbol == "MTTQ-BTT"
