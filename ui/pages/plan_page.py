"""Kế hoạch: the tasks of the year, the text of the office's own plan, the versions that were printed."""

from ui.pages.page import Page
from ui.pages.tabbed_page import Tab, TabbedPage

TITLES = {"tasks": "Nhiệm vụ", "plan_text": "Văn bản kế hoạch", "plan_versions": "Các bản đã in"}
"""Part -> words on its tab."""


class PlanPage(TabbedPage):
    """The page of the yearly plan."""

    def __init__(self, pages: dict[str, Page]) -> None:
        """Build the page; `pages` are its parts by their names."""
        super().__init__("Kế hoạch", [Tab(key, title, pages[key]) for key, title in TITLES.items()])
