"""Files of a record in the window: dropped, chosen, pasted; captions, order, choice, open, save, take off."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QTabWidget, QWidget

from desktop_app.domain.attachments import Attachment, FileToAttach
from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import Activity
from desktop_app.ledger import Ledger
from tests.photos import jpeg, picture
from tests.ui.keys import type_text
from ui.app import Session
from ui.pages.activities_page import ActivitiesPage
from ui.widgets.attachment_card import AttachmentCard

PDF = b"%PDF-1.7\n" + b"x" * 3000
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def record(ledger: Ledger) -> Activity:
    return ledger.activities.save(Activity(title="Phiên chợ hàng Việt", date_start=date(2023, 10, 14)))


@pytest.fixture
def page(qtbot, session: Session, record: Activity) -> ActivitiesPage:
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    session.window.show_page("activities")
    page = session.window.page("activities")
    assert isinstance(page, ActivitiesPage)
    page.open_record(record.id)
    return page


def tab(page: ActivitiesPage) -> QWidget:
    """Bring the tab with the files to the front."""
    page.panel.form.show_tab(page.panel.attachments.view)
    return page.panel.attachments.view


def tab_title(page: ActivitiesPage) -> str:
    tabs = page.findChild(QTabWidget, "form_tabs")
    return tabs.tabText(tabs.count() - 1)


def cards(page: ActivitiesPage) -> list[AttachmentCard]:
    return page.panel.attachments.view.cards()


def files(ledger: Ledger, record: Activity) -> list[Attachment]:
    return ledger.attachments.of("activities", record.id)


def add(qtbot, page: ActivitiesPage, *wanted: FileToAttach | QImage) -> None:
    """Add files, and wait until the worker is done."""
    with qtbot.waitSignal(page.panel.attachments._operations.changed):
        page.panel.attachments.add(list(wanted))


def a_photo(name: str = "IMG_1.JPG", seed: int = 1) -> FileToAttach:
    return FileToAttach(jpeg(picture(300, 200, seed)), name)


def a_document(name: str = "Kế hoạch.pdf", more: bytes = b"") -> FileToAttach:
    return FileToAttach(PDF + more, name)


def of_paths(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))  # as file managers do
    return data


def drop(target: QWidget, data: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), COPY, data, buttons, keys)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), COPY, data, buttons, keys, QEvent.Type.Drop))


def click(page: ActivitiesPage, name: str) -> None:
    page.panel.findChild(QPushButton, name).click()


def test_files_are_dropped_onto_a_field_of_the_form(qtbot, session, page, ledger, record, tmp_path) -> None:
    photo, document = tmp_path / "Ảnh 1.JPG", tmp_path / "Kế hoạch.pdf"
    photo.write_bytes(jpeg())
    document.write_bytes(PDF)
    title = page.findChild(QLineEdit, "title")
    with qtbot.waitSignal(session.operations.changed) as changed:
        drop(title, of_paths(photo, document))
    assert changed.args == [{"attachments"}]
    assert title.text() == "Phiên chợ hàng Việt"
    assert [file.file_name for file in files(ledger, record)] == ["Ảnh 1.jpg", "Kế hoạch.pdf"]
    assert [card.file for card in cards(page)] == files(ledger, record)
    assert page.panel.attachments.view.isVisible()
    assert tab_title(page) == "Tài liệu  2"
    line = session.window.status_line
    assert line.message() == "Đã đính kèm 2 tệp"
    line.findChild(QPushButton, "undo_button").click()
    assert files(ledger, record) == []
    assert cards(page) == []
    assert tab_title(page) == "Tài liệu"


def test_text_goes_on_into_the_field(page) -> None:
    result = page.findChild(QLineEdit, "title")
    result.clear()
    data = QMimeData()
    data.setText("kéo chữ")
    drop(result, data)
    assert result.text() == "kéo chữ"


def test_the_form_shows_where_files_can_be_dropped(page, tmp_path) -> None:
    panel = page.panel
    data = of_paths(tmp_path / "a.pdf")
    enter = QDragEnterEvent(
        QPointF(5, 5).toPoint(), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(panel, enter)
    assert panel.property("drop") is True
    QApplication.sendEvent(panel, QEvent(QEvent.Type.DragLeave))
    assert panel.property("drop") is False


def test_an_undo_of_adding_works_after_another_write(qtbot, session, page, ledger, record) -> None:
    page.findChild(QLineEdit, "place").setText("Xã Đông Giang")
    page.panel.save()
    add(qtbot, page, a_document())
    assert session.window.status_line.message() == "Đã đính kèm “Kế hoạch.pdf”"
    assert session.operations.undo()
    assert files(ledger, record) == []
    assert ledger.activities.get(record.id).place == "Xã Đông Giang"


def test_files_are_chosen_in_the_dialog(qtbot, session, page, ledger, record, tmp_path, monkeypatch) -> None:
    path = tmp_path / "Kế hoạch.pdf"
    path.write_bytes(PDF)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    tab(page)
    with qtbot.waitSignal(session.operations.changed):
        click(page, "add_files_button")
    assert [file.file_name for file in files(ledger, record)] == ["Kế hoạch.pdf"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    with qtbot.assertNotEmitted(session.operations.busy_changed):
        click(page, "add_files_button")


def test_a_picture_is_pasted(qtbot, session, page, ledger, record) -> None:
    view = tab(page)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    page.panel.attachments.view.add_button.setFocus()
    with qtbot.waitSignal(session.operations.changed):
        qtbot.keyClick(view.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (file,) = files(ledger, record)
    assert (file.file_name, file.width, file.is_photo) == ("Ảnh dán 21-11-2023 (1).png", 300, True)
    QGuiApplication.clipboard().clear()


def test_files_are_pasted_and_text_is_not(qtbot, session, page, ledger, record, tmp_path) -> None:
    path = tmp_path / "Kế hoạch.pdf"
    path.write_bytes(PDF)
    QGuiApplication.clipboard().setMimeData(of_paths(path))
    tab(page)
    with qtbot.waitSignal(session.operations.changed):
        click(page, "paste_button")
    assert [file.file_name for file in files(ledger, record)] == ["Kế hoạch.pdf"]
    QGuiApplication.clipboard().setText("chữ")
    with qtbot.waitSignal(session.operations.refused) as refused:
        click(page, "paste_button")
    assert "không có ảnh hay tệp nào" in refused.args[0]
    QGuiApplication.clipboard().clear()


def test_refused_files_are_told_and_do_not_stop_the_others(qtbot, page, ledger, record) -> None:
    bad = [FileToAttach(b"MZ", f"{n}.exe") for n in range(7)]
    add(qtbot, page, a_document(), *bad, a_photo())
    assert [file.file_name for file in files(ledger, record)] == ["Kế hoạch.pdf", "IMG_1.jpg"]
    told = page.panel.attachments.view.refused()
    assert told.count("có thể chạy lệnh") == 3
    assert told.endswith("Và 4 tệp khác: 3.exe, 4.exe, 5.exe, 6.exe.")
    words = next(one for one in page.panel.attachments.view.findChildren(QLabel) if one.text() == told)
    assert words.height() >= words.heightForWidth(words.width())
    click(page, "dismiss_button")
    assert page.panel.attachments.view.refused() == ""


def test_tab_walks_over_the_files_before_the_buttons_at_the_foot(qtbot, page) -> None:
    add(qtbot, page, a_document(), a_photo())
    tab(page)
    page.panel.form.focus_tabs()
    walked = []
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget().objectName())
        if walked[-1] == "delete_button":
            break
    assert walked[:3] == ["add_files_button", "paste_button", "open_file_button"]
    assert walked.count("caption") == 2
    assert walked[-2:] == ["copy_button", "delete_button"]


def test_only_refused_files_offer_no_undo(qtbot, session, page) -> None:
    with qtbot.assertNotEmitted(session.operations.status):
        add(qtbot, page, FileToAttach(b"", "trống.pdf"))
    assert "trống (0 byte)" in page.panel.attachments.view.refused()


def test_captions_are_typed_in_place_and_kept(qtbot, session, page, ledger, record) -> None:
    add(qtbot, page, a_photo("a.jpg", 1), a_photo("b.jpg", 2))
    first, second = cards(page)
    first.caption.setFocus()
    type_text(first.caption, "Khai mạc")
    qtbot.keyClick(first.caption, Qt.Key.Key_Return)
    assert second.caption.hasFocus()
    assert session.window.status_line.message() == "Đã ghi chú thích của “a.jpg”"
    type_text(second.caption, "Gian hàng")
    page.keep_typing()  # the window closes
    assert [file.caption for file in files(ledger, record)] == ["Khai mạc", "Gian hàng"]


def test_a_caption_is_kept_when_another_record_is_opened(qtbot, page, ledger, record) -> None:
    other = ledger.activities.save(Activity(title="Hội nghị", date_start=date(2023, 10, 1)))
    add(qtbot, page, a_photo())
    cards(page)[0].caption.setText("Khai mạc")
    page.open_record(other.id)
    assert cards(page) == []
    assert files(ledger, record)[0].caption == "Khai mạc"


def test_a_caption_being_typed_survives_what_happens_elsewhere(qtbot, page, ledger, record, session) -> None:
    add(qtbot, page, a_photo("a.jpg", 1), a_photo("b.jpg", 2))
    first, second = cards(page)
    second.caption.setFocus()
    type_text(second.caption, "Đang gõ")
    ledger.attachments.save_caption(first.file.id, "Từ chỗ khác")
    session.operations.changed.emit({"*"})
    assert [card.caption.text() for card in cards(page)] == ["Từ chỗ khác", "Đang gõ"]


def test_photos_are_chosen_for_the_report_and_documents_cannot_be(qtbot, page, ledger, record) -> None:
    add(qtbot, page, a_photo(), a_document())
    photo, document = cards(page)
    assert photo.in_report.isVisible()
    assert not document.in_report.isVisible()
    photo.in_report.click()
    assert [file.file_name for file in ledger.attachments.chosen("activities", [record.id])] == ["IMG_1.jpg"]
    assert photo.in_report.isChecked()
    photo.in_report.click()
    assert ledger.attachments.chosen("activities", [record.id]) == []


def test_files_are_moved_by_keys_and_the_focus_goes_with_them(qtbot, page, ledger, record) -> None:
    add(qtbot, page, *(a_document(f"{n}.pdf", bytes([n])) for n in range(3)))
    last = cards(page)[2]
    assert not last.down_button.isEnabled()
    last.picture.setFocus()
    for _ in range(3):  # once more than there is room
        qtbot.keyClick(last.picture, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [file.file_name for file in files(ledger, record)] == ["2.pdf", "0.pdf", "1.pdf"]
    assert [card.file.file_name for card in cards(page)] == ["2.pdf", "0.pdf", "1.pdf"]
    assert last.picture.hasFocus()
    assert not last.up_button.isEnabled()
    qtbot.keyClick(last.picture, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [card.file.file_name for card in cards(page)] == ["0.pdf", "2.pdf", "1.pdf"]


def test_a_file_is_taken_off_by_delete_and_comes_back(qtbot, session, page, ledger, record) -> None:
    add(qtbot, page, a_document("a.pdf", b"a"), a_document("b.pdf", b"b"))
    first, second = cards(page)
    first.picture.setFocus()
    qtbot.keyClick(first.picture, Qt.Key.Key_Delete)
    assert [file.file_name for file in files(ledger, record)] == ["b.pdf"]
    assert second.picture.hasFocus()
    assert session.window.status_line.message() == "Đã gỡ tệp “a.pdf”"
    session.operations.undo()
    assert [card.file.file_name for card in cards(page)] == ["a.pdf", "b.pdf"]


def test_what_was_taken_off_elsewhere_goes_from_the_list(qtbot, session, page, ledger) -> None:
    add(qtbot, page, a_document())
    (card,) = cards(page)
    ledger.attachments.remove(card.file.id)
    with qtbot.waitSignal(session.operations.refused) as refused:
        card.remove_button.click()
    assert "đã được gỡ ở nơi khác" in refused.args[0]
    assert cards(page) == []


def test_a_file_is_opened_as_a_copy_that_cannot_be_written(qtbot, page, ledger, monkeypatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: bool(opened.append(Path(url.toLocalFile()))) or True
    )
    add(qtbot, page, a_document())
    cards(page)[0].picture.click()
    cards(page)[0].picture.click()
    assert opened[0].name == "Kế hoạch.pdf"
    assert opened[0].read_bytes() == PDF
    assert opened[0].stat().st_mode & 0o222 == 0
    assert opened[0] == opened[1]


def test_a_kind_that_the_computer_cannot_open_is_told(qtbot, session, page, monkeypatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    add(qtbot, page, a_document())
    with qtbot.waitSignal(session.operations.refused) as refused:
        cards(page)[0].picture.click()
    assert "Lưu ra tệp" in refused.args[0]


def test_a_file_is_saved_where_the_user_wants(qtbot, session, page, tmp_path, monkeypatch) -> None:
    add(qtbot, page, a_document())
    target = tmp_path / "lưu.pdf"
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, suggested: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    cards(page)[0].save_button.click()
    assert asked == ["Kế hoạch.pdf"]
    assert target.read_bytes() == PDF
    assert session.window.status_line.message() == "Đã lưu “lưu.pdf”."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "không có" / "a.pdf"), ""))
    with qtbot.waitSignal(session.operations.refused) as refused:
        cards(page)[0].save_button.click()
    assert "Hãy chọn thư mục khác" in refused.args[0]


def test_a_new_record_is_saved_first_and_then_gets_its_files(qtbot, session, page, ledger, tmp_path) -> None:
    path = tmp_path / "Kế hoạch.pdf"
    path.write_bytes(PDF)
    page.open_new()
    view = tab(page)
    assert not view.add_button.isVisible()
    assert "Lưu hoạt động này trước khi thêm tài liệu" in page.panel.attachments.view._unsaved.text()
    drop(page.panel, of_paths(path))
    assert "1 tệp đang chờ" in page.panel.attachments.view._unsaved.text()
    click(page, "save_record_button")  # it has no name yet
    assert page.findChild(QLineEdit, "title").hasFocus()
    type_text(page.findChild(QLineEdit, "title"), "Hội nghị")
    type_text(page.findChild(QLineEdit, "date_start"), "14/10/2023")
    tab(page)
    with qtbot.waitSignal(session.operations.changed, check_params_cb=lambda kinds: kinds == {"attachments"}):
        click(page, "save_record_button")
    (saved,) = ledger.activities.fetch(Query(text="hoi nghi"))
    assert [file.file_name for file in files(ledger, saved)] == ["Kế hoạch.pdf"]


def test_files_that_wait_are_not_given_to_another_record(page, ledger, record, tmp_path) -> None:
    path = tmp_path / "Kế hoạch.pdf"
    path.write_bytes(PDF)
    page.open_new()
    drop(page.panel, of_paths(path))
    page.open_record(record.id)
    page.open_new()
    tab(page)
    assert "đang chờ" not in page.panel.attachments.view._unsaved.text()
    assert files(ledger, record) == []


def test_files_go_to_the_record_they_were_dropped_on(qtbot, session, page, ledger, record) -> None:
    other = ledger.activities.save(Activity(title="Hội nghị", date_start=date(2023, 10, 1)))
    with qtbot.waitSignal(session.operations.changed):
        page.panel.attachments.add([a_document()])
        page.open_record(other.id)
    assert len(files(ledger, record)) == 1
    assert cards(page) == []
    assert tab_title(page) == "Tài liệu"


def test_every_register_has_the_tab(sample_session) -> None:
    for key in ("activities", "awards"):
        sample_session.window.show_page(key)
        tabs = sample_session.window.page(key).findChild(QTabWidget, "form_tabs")
        assert tabs.tabText(tabs.count() - 1) == "Tài liệu"
