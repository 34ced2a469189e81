from ui.operations import ANYTHING
from ui.pages.page import Page


class CountingPage(Page):
    """Notes how often it was refreshed."""

    def __init__(self) -> None:
        super().__init__("Tổng quan", shows={"activities"})
        self.refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


def test_a_page_refreshes_only_for_what_it_shows(qtbot) -> None:
    page = CountingPage()
    qtbot.addWidget(page)
    page.show()
    page.receive_changes({"awards"})
    assert page.refreshed == 1
    page.receive_changes({"activities", "trash"})
    page.receive_changes({ANYTHING})
    assert page.refreshed == 3


def test_a_hidden_page_catches_up_when_it_is_shown(qtbot) -> None:
    page = CountingPage()
    qtbot.addWidget(page)
    page.receive_changes({"activities"})
    page.receive_changes({"activities"})
    assert page.refreshed == 0
    page.show()
    page.hide()
    page.show()
    assert page.refreshed == 1


def test_a_page_tells_its_title_and_count(qtbot) -> None:
    page = CountingPage()
    qtbot.addWidget(page)
    page.header.set_count("45 trong năm 2023")
    assert (page.title(), page.header.count()) == ("Tổng quan", "45 trong năm 2023")
