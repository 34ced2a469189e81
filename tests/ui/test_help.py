"""Help: every page has one, F1 opens it, and a computer without a browser is told where it lies."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from ui.app import Session, page_entries
from ui.dialogs.ask import tell
from ui.help import CONTENTS, INSTALLATION, OF_DIALOGS, QUICK_GUIDE, help_file, help_near
from ui.paths import RESOURCES


@pytest.fixture
def opened(monkeypatch):
    """What was given to the computer to open; it answers as told by `opened.answer`."""

    class Opened(list):
        answer = True

    kept = Opened()

    def open_url(url: QUrl) -> bool:
        kept.append(Path(url.toLocalFile()))
        return kept.answer

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return kept


def shown_box(qtbot) -> QWidget:
    """The dialog that has just been opened, once it gets the keys."""
    box = QApplication.activeModalWidget()
    qtbot.waitUntil(box.isActiveWindow)
    return box


def test_every_page_of_the_window_has_its_help(session: Session):
    for entry in page_entries(session.ledger, session.operations):
        assert help_file(entry.key) == RESOURCES / "help" / f"{entry.key}.html"


def test_the_pages_without_a_window_are_there():
    for name in (CONTENTS, QUICK_GUIDE, INSTALLATION):
        assert help_file(name).is_file()
        assert help_file(name).stem == name


def test_an_unknown_name_leads_to_the_list_of_all():
    assert help_file("no_such_page").stem == CONTENTS
    assert help_near(None).stem == CONTENTS
    assert help_near(QWidget()).stem == CONTENTS


@pytest.mark.parametrize(("dialog", "name"), OF_DIALOGS.items())
def test_dialogs_with_a_help_of_their_own(dialog, name):
    sources = (RESOURCES.parent / "ui" / "dialogs").rglob("*.py")
    assert any(f'"{dialog}"' in source.read_text(encoding="utf-8") for source in sources)
    window = QWidget()
    window.setObjectName(dialog)
    assert help_near(window) == RESOURCES / "help" / f"{name}.html"


def test_f1_opens_the_help_of_the_page_in_view(session: Session, qtbot, opened):
    session.window.show_page("awards")
    qtbot.keyClick(session.window, Qt.Key.Key_F1)
    session.window.show_page("report")
    qtbot.keyClick(session.window, Qt.Key.Key_F1)
    assert [page.stem for page in opened] == ["awards", "report"]


def test_the_navigation_offers_help(session: Session, opened):
    session.window.show_page("funds")
    session.window.navigation.help_button.click()
    assert [page.stem for page in opened] == ["funds"]
    assert session.window.current_page().objectName() == "funds_page"


def test_help_stands_in_the_tab_order_of_the_list(session: Session):
    button = session.window.navigation.help_button
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert button.accessibleName() == "Trợ giúp"


def test_f1_in_a_dialog_opens_the_help_of_the_page_behind_it(session: Session, qtbot, opened):
    session.window.show_page("documents")

    def press() -> None:
        box = shown_box(qtbot)
        qtbot.keyClick(box, Qt.Key.Key_F1)
        box.close()

    QTimer.singleShot(0, press)
    tell(session.window.current_page(), "Thử", "Câu hỏi")
    assert [page.stem for page in opened] == ["documents"]


def test_without_a_browser_the_status_line_says_where_the_help_lies(session: Session, qtbot, opened):
    opened.answer = False
    session.window.show_page("awards")
    with qtbot.waitSignal(session.operations.refused) as refused:
        qtbot.keyClick(session.window, Qt.Key.Key_F1)
    assert "trình duyệt" in refused.args[0]
    assert str(RESOURCES / "help") in refused.args[0]


def test_without_a_browser_a_dialog_says_it_too(session: Session, qtbot, opened):
    opened.answer = False
    said: list[str] = []

    def press() -> None:
        box = shown_box(qtbot)
        QTimer.singleShot(0, read)
        qtbot.keyClick(box, Qt.Key.Key_F1)
        box.close()

    def read() -> None:
        box = shown_box(qtbot)
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        box.close()

    QTimer.singleShot(0, press)
    tell(session.window.current_page(), "Thử", "Câu hỏi")
    assert len(said) == 1
    assert "trình duyệt" in said[0]


def test_vietnamese_paths_reach_the_browser_unharmed():
    path = Path("/Thư mục của Đào/Trợ giúp #1/report.html")
    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert unquote(address.removeprefix("file://")) == str(path)
