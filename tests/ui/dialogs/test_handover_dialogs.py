"""Giving and taking a ledger in the window: what is asked, what is said, what stays when it goes wrong."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from desktop_app.exchange import age_lock
from desktop_app.ledger import open_ledger
from desktop_app.ledger.taking_over import read_handover
from tests.handovers import PASSWORD, WISH, make_quick, quick_unlock
from tests.ui.conftest import fixed_clock
from ui.app import Session
from ui.dialogs import take_over_dialog
from ui.dialogs.first_start_wizard import FirstStartWizard
from ui.dialogs.go_on_dialog import GoOnDialog
from ui.dialogs.handover_dialog import HandoverDialog
from ui.dialogs.take_over_dialog import TakeOverDialog, open_handover


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    make_quick(monkeypatch)


@pytest.fixture
def dialog(qtbot, session: Session):
    made = HandoverDialog(session.ledger, session.operations, session.window)
    made.show()
    qtbot.waitExposed(made)
    yield made
    qtbot.waitUntil(lambda: not made.is_working())
    made.close()


def line(widget: QWidget, name: str) -> QLineEdit:
    found = widget.findChild(QLineEdit, name)
    assert found is not None
    return found


def words(widget: QWidget, name: str) -> str:
    return widget.findChild(QLabel, name).text()


def fill(dialog: HandoverDialog, password: str = PASSWORD, again: str | None = None) -> None:
    line(dialog, "receiver").setText(WISH.receiver)
    line(dialog, "giver").setText(WISH.giver)
    for name, text in (("password", password), ("again", password if again is None else again)):
        line(dialog, name).clear()
        line(dialog, name).insert(text)
    dialog.fields["is_noted"].editor.set_value(True)


def give(session: Session, folder: Path) -> Path:
    file = folder / "giao.bangiao"
    session.ledger.reporting.handover.hand_over(WISH, file, PASSWORD)
    return file


def test_a_ledger_is_given_away_and_the_window_says_so(
    qtbot, dialog: HandoverDialog, session: Session
) -> None:
    fill(dialog)
    dialog.finish()
    assert dialog.is_working()
    qtbot.waitUntil(lambda: dialog.given() is not None)
    given = dialog.given()
    assert given is not None
    assert given.file.name == "BanGiao_HuyenHamThuanBac_2023-11-21.bangiao"
    assert read_handover(given.file).receiver == WISH.receiver
    assert session.ledger.handed_over == given.handover
    assert session.window.banner.isVisible()
    assert "đã bàn giao cho Bà Trần Thị Bưởi ngày 21/11/2023" in session.window.banner.text()


def test_the_password_stays_in_the_field(qtbot, dialog: HandoverDialog, session: Session) -> None:
    fill(dialog)
    assert line(dialog, "password").echoMode() is QLineEdit.EchoMode.Password
    dialog.finish()
    qtbot.waitUntil(lambda: dialog.given() is not None)
    told = [one.windowTitle() for one in QApplication.topLevelWidgets()]
    told += [one.text() for one in session.window.findChildren(QLabel)]
    told += [one.accessibleName() for one in dialog.findChildren(QWidget)]
    assert not [text for text in told if PASSWORD in text]
    folder = session.ledger.path.parent
    for file in (one for one in folder.rglob("*") if one.is_file()):
        assert PASSWORD.encode() not in file.read_bytes(), file
    assert dialog.fields["password"].editor.raw() == ""


@pytest.mark.parametrize(
    ("change", "sentence", "field"),
    [
        (lambda one: line(one, "receiver").clear(), "người nhận", "receiver"),
        (lambda one: fill(one, "1234"), "ít nhất 8 ký tự", "password"),
        (lambda one: fill(one, "aaaaaaaaaa"), "quá dễ đoán", "password"),
        (lambda one: fill(one, again="khác hẳn"), "khác nhau", "again"),
        (lambda one: one.fields["is_noted"].editor.set_value(False), "ghi lại mật khẩu", "is_noted"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    dialog: HandoverDialog, change, sentence: str, field: str
) -> None:
    fill(dialog)
    change(dialog)
    dialog.finish()
    assert not dialog.is_working()
    assert sentence in dialog.fields[field].message()
    assert sentence in words(dialog, "dialog_message")


def test_what_is_mended_is_no_longer_said(dialog: HandoverDialog, qtbot) -> None:
    fill(dialog)
    noted = dialog.fields["is_noted"]
    noted.editor.set_value(False)
    dialog.finish()
    assert noted.message()
    qtbot.keyClick(noted.editor.focusProxy() or noted.editor, Qt.Key.Key_Space)
    assert (noted.editor.value(), noted.message(), words(dialog, "dialog_message")) == (True, "", "")


def test_a_file_that_exists_is_refused_at_its_field(dialog: HandoverDialog) -> None:
    fill(dialog)
    dialog.place.place().write_text("có rồi")
    dialog.finish()
    assert not dialog.is_working()
    assert "Đã có tệp tên này" in dialog.place.field.message()


def test_the_strength_and_letters_of_unikey_are_said_while_typing(dialog: HandoverDialog, qtbot) -> None:
    password = line(dialog, "password")
    marks = dialog.findChild(QLabel, "password_marks")
    assert "không lấy lại được" in words(dialog, "password_strength")
    qtbot.keyClicks(password, "abc")
    assert "ít nhất 8" in words(dialog, "password_strength")
    qtbot.keyClicks(password, "k4 m9 z1 q7")
    assert words(dialog, "password_strength").startswith("Tốt")
    assert not marks.isVisible()
    password.insert("ế")
    password.textEdited.emit(password.text())
    assert marks.isVisible()
    assert "Unikey" in marks.text()


def test_a_suggested_password_is_shown_in_both_fields(dialog: HandoverDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.suggest_button, Qt.MouseButton.LeftButton)
    assert line(dialog, "password").echoMode() is QLineEdit.EchoMode.Normal
    assert line(dialog, "password").text() == line(dialog, "again").text() != ""
    dialog.shown_box.findChild(QWidget, "is_shown").click()
    assert line(dialog, "password").echoMode() is QLineEdit.EchoMode.Password


def test_enter_goes_through_the_fields(dialog: HandoverDialog, qtbot) -> None:
    line(dialog, "receiver").setFocus()
    for name in ("receiver", "giver", "note", "password", "again", "file"):
        assert QApplication.focusWidget().objectName() == name
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "is_noted"
    assert not dialog.is_working()


def test_enter_brings_into_view_where_it_leads(dialog: HandoverDialog, qtbot) -> None:
    """On a small screen at 125 % the last field lies below the edge."""
    dialog.resize(dialog.width(), 400)
    noted = dialog.fields["is_noted"].editor
    qtbot.waitUntil(lambda: noted.visibleRegion().isEmpty())
    qtbot.keyClick(dialog.place.focusProxy().focusProxy() or dialog.place.focusProxy(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not noted.visibleRegion().isEmpty())


def test_a_failure_leaves_what_was_typed_and_the_ledger_in_use(
    qtbot, dialog: HandoverDialog, session: Session, monkeypatch
) -> None:
    def refuse(*_words) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(age_lock, "lock_with_password", refuse)
    fill(dialog)
    dialog.finish()
    qtbot.waitUntil(lambda: not dialog.is_working())
    assert "không đủ chỗ" in words(dialog, "dialog_message")
    assert line(dialog, "password").text() == PASSWORD
    assert dialog.done_button.isEnabled()
    assert session.ledger.handed_over is None
    assert not session.window.banner.isVisible()


def test_escape_while_it_is_written_stops_and_closes(
    qtbot, dialog: HandoverDialog, session: Session, monkeypatch
) -> None:
    go = threading.Event()

    def wait(data: bytes, _password: str) -> bytes:
        go.wait(10)
        return data

    monkeypatch.setattr(age_lock, "lock_with_password", wait)
    fill(dialog)
    dialog.finish()
    qtbot.waitUntil(lambda: dialog.findChild(QProgressBar, "work_progress").isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert session.ledger.handed_over is None
    assert not [*session.ledger.path.parent.glob("*.bangiao*")]


def test_every_page_can_be_looked_at_and_nothing_is_written(
    qtbot, sample_session: Session, tmp_path: Path
) -> None:
    window, operations = sample_session.window, sample_session.operations
    give(sample_session, tmp_path)
    refused: list[str] = []
    operations.refused.connect(refused.append)
    for key in list(window._entries):
        window.show_page(key)
    qtbot.waitUntil(lambda: not operations.is_reading())
    assert refused == []
    operations.run(lambda: sample_session.ledger.save_office(sample_session.ledger.office), changed=set())
    assert "đã bàn giao cho" in refused[0]
    assert window.banner.isVisible()


def test_the_settings_say_it_and_lead_back(qtbot, session: Session, tmp_path: Path, monkeypatch) -> None:
    file = give(session, tmp_path)
    page = session.window.page("settings")
    session.window.show_page("settings", "")
    page.refresh()
    page.tabs.setCurrentIndex(2)
    card = page.handover.card
    assert words(card, "handover_state").startswith("Sổ này đã bàn giao cho Bà Trần Thị Bưởi")
    assert str(file) in words(card, "handover_next")
    assert not card.give_button.isVisible()
    monkeypatch.setattr(GoOnDialog, "ask", lambda *_: "Tệp bị mất")
    qtbot.mouseClick(card.go_on_button, Qt.MouseButton.LeftButton)
    assert session.ledger.handed_over is None
    assert not session.window.banner.isVisible()
    assert card.give_button.isVisible()
    assert "Tệp bị mất" in words(card, "handover_story")


def test_the_banner_leads_back_too(qtbot, session: Session, tmp_path: Path, monkeypatch) -> None:
    give(session, tmp_path)
    session.operations.changed.emit(set())
    monkeypatch.setattr(GoOnDialog, "ask", lambda *_: None)
    button = session.window.banner.findChild(QPushButton, "go_on_banner_button")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.ledger.handed_over is not None
    monkeypatch.setattr(GoOnDialog, "ask", lambda *_: "Nhầm")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.ledger.handed_over is None


def test_going_on_needs_a_reason(qtbot, session: Session, tmp_path: Path) -> None:
    give(session, tmp_path)
    dialog = GoOnDialog(session.ledger.handed_over)
    qtbot.addWidget(dialog)
    dialog.finish()
    assert dialog.fields["reason"].message() == "Hãy ghi lý do."
    line(dialog, "reason").setText(" Nhầm ")
    assert dialog.problem() == ""
    assert dialog.reason() == "Nhầm"


@pytest.fixture
def file(session: Session, tmp_path: Path) -> Path:
    return give(session, tmp_path)


@pytest.fixture
def taking(qtbot, file: Path, tmp_path: Path):
    made = TakeOverDialog(file, read_handover(file), tmp_path / "nhà", fixed_clock)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.is_working())


def test_a_wrong_password_may_be_typed_again(qtbot, taking: TakeOverDialog, tmp_path: Path) -> None:
    assert line(taking, "receiver").text() == WISH.receiver
    taking.finish()
    assert "Hãy gõ mật khẩu" in words(taking, "dialog_message")
    line(taking, "password").insert("Sai 4821 lúa mì")
    taking.finish()
    qtbot.waitUntil(lambda: not taking.is_working())
    assert "không đúng" in words(taking, "dialog_message")
    assert line(taking, "password").selectedText() != ""
    line(taking, "password").insert(PASSWORD)
    taking.finish()
    qtbot.waitUntil(lambda: taking.taken() is not None)
    taken = taking.taken()
    assert taken == tmp_path / "nhà" / "Sổ huyện Hàm Thuận Bắc.sohangviet"
    with open_ledger(taken) as ledger:
        assert ledger.handed_over is None
        assert len(ledger.reporting.handover.story()) == 2


def test_closing_while_it_is_opened_leaves_nothing(
    qtbot, taking: TakeOverDialog, tmp_path: Path, monkeypatch
) -> None:
    go = threading.Event()

    def wait(data: bytes, password: str) -> bytes:
        go.wait(10)
        return quick_unlock(data, password)

    monkeypatch.setattr(age_lock, "unlock_with_password", wait)
    line(taking, "password").insert(PASSWORD)
    taking.finish()
    taking.close()
    assert taking.is_working()
    go.set()
    qtbot.waitUntil(lambda: not taking.isVisible())
    assert taking.taken() is None
    assert not [*(tmp_path / "nhà").glob("*")]


def test_a_name_that_is_taken_is_told_before(qtbot, file: Path, session: Session) -> None:
    made = TakeOverDialog(file, read_handover(file), session.ledger.path.parent, fixed_clock)
    qtbot.addWidget(made)
    assert made.place.place().stem.endswith("_2")
    assert any("có thể tệp đã được nhận rồi" in one.text() for one in made.findChildren(QLabel))


def test_a_file_that_is_none_is_told(tmp_path: Path, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(take_over_dialog, "tell", lambda _parent, _title, text: told.append(text))
    other = tmp_path / "x.bangiao"
    other.write_bytes(b"x")
    assert open_handover(other, tmp_path, fixed_clock, None) is None
    assert "không phải tệp bàn giao" in told[0]


def test_the_first_page_of_the_wizard_takes_over(qtbot, file: Path, tmp_path: Path, monkeypatch) -> None:
    def take(dialog: TakeOverDialog, _read) -> Path | None:
        line(dialog, "password").insert(PASSWORD)
        dialog.finish()
        qtbot.waitUntil(lambda: dialog.taken() is not None)
        return dialog.taken()

    monkeypatch.setattr(take_over_dialog, "answer_of", take)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    wizard = FirstStartWizard(fixed_clock, tmp_path / "nhà")
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.mouseClick(wizard.welcome.take_over_button, Qt.MouseButton.LeftButton)
    assert wizard.made() == tmp_path / "nhà" / "Sổ huyện Hàm Thuận Bắc.sohangviet"


def test_contents_are_told_before_the_password_is_asked_for(sample_session: Session, qtbot) -> None:
    dialog = HandoverDialog(sample_session.ledger, sample_session.operations)
    qtbot.addWidget(dialog)
    told = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "dữ liệu cá nhân của 12 người" in told
    assert "Không đi theo" in told
