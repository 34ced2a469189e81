"""Điểm bán, sản phẩm: points of sale, products, enterprises and models behind tabs."""

from ui.pages.page import Page
from ui.pages.tabbed_page import Tab, TabbedPage

TITLES = {
    "points_of_sale": "Điểm bán",
    "ocop_products": "Sản phẩm OCOP",
    "enterprises": "Doanh nghiệp, HTX",
    "models": "Mô hình, điển hình",
}
"""Register -> words on its tab."""


class OutletsPage(TabbedPage):
    """The page of four registers."""

    def __init__(self, pages: dict[str, Page]) -> None:
        """Build the page; `pages` are the registers' own pages by their names."""
        super().__init__("Điểm bán, sản phẩm", [Tab(key, title, pages[key]) for key, title in TITLES.items()])
