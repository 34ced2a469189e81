"""What the user types is shown letter by letter: never as markup, never cut without a word."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox

from desktop_app.domain.records.activities import Activity
from ui.dialogs.ask import tell
from ui.dialogs.first_start_wizard import FirstStartWizard
from ui.widgets.tooltip import as_tip

NASTY = "<b>Phiên chợ</b> &Đồng <img src=x>"


def test_no_label_of_the_window_reads_markup(session, ledger) -> None:
    ledger.activities.save(Activity(title=NASTY, date_start=date(2023, 10, 14)))
    window = session.window
    for key in ("overview", "activities", "awards", "report", "settings", "trash"):
        window.show_page(key)
    labels = [one for one in window.findChildren(QLabel) if not one.inherits("QTipLabel")]
    assert [one.text() for one in labels if _reads_markup(one)] == []


def test_no_label_of_the_first_start_reads_markup(qtbot, tmp_path, ledger) -> None:
    wizard = FirstStartWizard(ledger.clock, tmp_path)
    qtbot.addWidget(wizard)
    assert [one.text() for one in wizard.findChildren(QLabel) if _reads_markup(one)] == []


def test_a_message_box_shows_a_file_name_as_it_is() -> None:
    formats: list[Qt.TextFormat] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        formats.append(box.textFormat())
        box.buttons()[0].click()

    QTimer.singleShot(0, look)
    tell(None, "Sổ Hàng Việt", NASTY)
    assert formats == [Qt.TextFormat.PlainText]


def test_a_message_box_shows_a_long_sentence_whole(qtbot) -> None:
    whole: list[bool] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        words = box.findChild(QLabel, "qt_msgbox_label")
        picture = box.findChild(QLabel, "qt_msgboxex_icon_label")
        needed = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
        fits = words.wordWrap() or words.sizeHint().width() <= words.width()
        whole.append(fits and words.height() >= needed and picture.width() < 100)
        box.buttons()[0].click()

    QTimer.singleShot(200, look)
    tell(None, "Sổ Hàng Việt", "“Sổ huyện.sohangviet” đang mở ở một cửa sổ khác. " * 4)
    assert whole == [True]


@pytest.mark.parametrize("text", ["Phiên chợ", "Chợ & siêu thị", "Cục Quản lý thị trường " * 4])
def test_a_usual_tooltip_is_the_text(text: str) -> None:
    assert as_tip(text) == text


def test_markup_in_a_tooltip_is_escaped_and_a_huge_one_shortened() -> None:
    assert as_tip(NASTY) == "<p>&lt;b&gt;Phiên chợ&lt;/b&gt; &amp;Đồng &lt;img src=x&gt;</p>"
    assert len(as_tip("Đồng Giang " * 10_000)) < 1100


def test_a_huge_text_pasted_into_a_line_is_kept_whole(session) -> None:
    window = session.window
    window.show_page("activities")
    page = window.page("activities")
    page.open_new()
    title = page.findChild(QLineEdit, "title")
    text = ("Đồng Giang " * 10_000)[:100_000]
    QGuiApplication.clipboard().setText(text)
    title.paste()
    QGuiApplication.clipboard().clear()
    assert title.text() == text


def _reads_markup(label: QLabel) -> bool:
    return label.textFormat() is not Qt.TextFormat.PlainText and label.buddy() is None and bool(label.text())
