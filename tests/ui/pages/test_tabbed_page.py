"""A page of several registers: tabs by mouse and by keys, records and filters lead to the right tab."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.keys import press
from ui.main_window import MainWindow, PageEntry
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.tabbed_page import Tab, TabbedPage


class Told(Page):
    """A page that remembers what it was asked."""

    def __init__(self, title: str) -> None:
        super().__init__(title, shows={title})
        self.opened: list[str] = []
        self.filtered: list[tuple[str, str]] = []
        self.refreshed = 0
        self.kept = 0

    def refresh(self) -> None:
        self.refreshed += 1

    def open_record(self, record_id: str) -> None:
        self.opened.append(record_id)

    def show_filtered(self, name: str, value: str) -> None:
        self.filtered.append((name, value))

    def keep_typing(self) -> None:
        self.kept += 1


@pytest.fixture
def pages() -> list[Told]:
    return [Told("mot"), Told("hai")]


@pytest.fixture
def tabbed(qtbot, pages) -> TabbedPage:
    page = TabbedPage("Hai sổ", [Tab(one.title(), one.title().capitalize(), one) for one in pages])
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_tab_shows_its_page(tabbed, pages) -> None:
    assert pages[0].isVisible()
    assert not pages[1].isVisible()
    tabbed.tab_bar.setCurrentIndex(1)
    assert tabbed.current() is pages[1]
    assert pages[1].isVisible()
    assert pages[1].objectName() == "hai_page"


def test_a_hidden_tab_reads_the_ledger_only_when_it_is_shown(tabbed, pages) -> None:
    assert [page.refreshed for page in pages] == [1, 0]
    tabbed.receive_changes({"hai"})
    assert pages[1].refreshed == 0
    tabbed.show_part("hai")
    assert pages[1].refreshed == 1
    tabbed.receive_changes({"mot"})
    assert pages[1].refreshed == 1


def test_drafts_of_all_tabs_are_kept(tabbed, pages) -> None:
    tabbed.keep_typing()
    assert [page.kept for page in pages] == [1, 1]


@pytest.fixture
def window(qtbot, ledger, pages) -> MainWindow:
    def build() -> TabbedPage:
        return TabbedPage("Hai sổ", [Tab(one.title(), one.title().capitalize(), one) for one in pages])

    operations = Operations(ledger)
    entries = [
        PageEntry("first", "Đầu", "inbox", lambda: Told("first")),
        PageEntry("both", "Hai sổ", "inbox", build, holds=("mot", "hai")),
    ]
    built = MainWindow(entries, operations)
    qtbot.addWidget(built)
    built.show()
    qtbot.waitExposed(built)
    yield built
    operations.close()


def test_the_name_of_a_register_leads_to_its_tab_and_record(window, pages) -> None:
    window.show_page("hai", "a1")
    assert window.current_page() is window.page("both")
    assert (pages[0].opened, pages[1].opened) == ([], ["a1"])
    window.show_page("mot", "b2")
    assert pages[0].opened == ["b2"]


def test_a_page_asks_for_a_filtered_register(window, pages) -> None:
    window.page("first").filter_requested.emit("hai", "kind", "ocop")
    assert pages[1].filtered == [("kind", "ocop")]
    pages[0].page_requested.emit("first", "")
    assert window.current_page() is window.page("first")


def test_the_tabs_are_walked_by_the_arrow_keys(tabbed) -> None:
    tabbed.tab_bar.setFocus()
    press(tabbed.tab_bar, Qt.Key.Key_Right)
    assert tabbed.tab_bar.currentIndex() == 1
