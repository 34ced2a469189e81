"""Kinh phí: the summary by source, and the register of what no activity tells of."""

from ui.pages.page import Page
from ui.pages.tabbed_page import Tab, TabbedPage

SUMMARY, ENTRIES = "funds_summary", "funds"


class FundsPage(TabbedPage):
    """The page of the money."""

    def __init__(self, summary: Page, entries: Page) -> None:
        super().__init__(
            "Kinh phí",
            [Tab(SUMMARY, "Tổng hợp", summary), Tab(ENTRIES, "Dự toán, khoản ngoài hoạt động", entries)],
        )

    def show_part(self, name: str) -> None:
        """Choose a tab; "funds", which also names the whole page, leaves the tab that is in front."""
        if name != ENTRIES:
            super().show_part(name)

    def open_record(self, record_id: str) -> None:
        """Show an entry of the register, whatever tab is in front."""
        super().show_part(ENTRIES)
        super().open_record(record_id)

    def show_filtered(self, name: str, value: str) -> None:
        """Filter the register, whatever tab is in front."""
        super().show_part(ENTRIES)
        super().show_filtered(name, value)
