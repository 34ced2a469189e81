"""A page of several registers that belong together, one behind each tab."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar

from ui.operations import ANYTHING
from ui.pages.page import Page
from ui.theme import MARGIN
from ui.widgets.low_scroll import ScrolledStack

_TAB_EDGE = 6
"""What the style leaves beside the words of a tab."""


@dataclass(frozen=True)
class Tab:
    """One tab.

    Attributes:
        key: name of the register that the page shows.
        title: on the tab.
    """

    key: str
    title: str
    page: Page


class TabbedPage(Page):
    """Tabs over pages; each page keeps its own header, search and form.

    Attributes:
        tab_bar: Ctrl+Tab and Ctrl+Shift+Tab walk over it.
    """

    def __init__(self, title: str, tabs: Sequence[Tab]) -> None:
        super().__init__(title, shows={ANYTHING})
        self._tabs = tuple(tabs)
        self.header.hide()
        self.tab_bar = QTabBar()
        self.tab_bar.setObjectName("page_tabs")
        self.tab_bar.setAccessibleName(title)
        self.tab_bar.setDrawBase(False)
        self.tab_bar.setExpanding(False)
        self.tab_bar.setUsesScrollButtons(True)
        self._stack = ScrolledStack()
        for tab in self._tabs:
            self.tab_bar.addTab(tab.title)
            tab.page.setObjectName(f"{tab.key}_page")
            self._stack.add(tab.page)
            tab.page.page_requested.connect(self.page_requested)
            tab.page.filter_requested.connect(self.filter_requested)
            tab.page.ledger_requested.connect(self.ledger_requested)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        band = QFrame()
        band.setProperty("bar", True)
        row = QHBoxLayout(band)
        row.setContentsMargins(MARGIN - _TAB_EDGE, 0, MARGIN, 0)
        row.addWidget(self.tab_bar)
        self.body.addWidget(band)
        self.body.addWidget(self._stack, 1)

        self.tab_bar.currentChanged.connect(self._stack.setCurrentIndex)
        QShortcut(QKeySequence("Ctrl+Tab"), self).activated.connect(self._on_next)
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self).activated.connect(self._on_previous)

    def current(self) -> Page:
        """Return the page of the chosen tab."""
        return self._tabs[self.tab_bar.currentIndex()].page

    def show_part(self, name: str) -> None:
        """Choose the tab of a register."""
        for index, tab in enumerate(self._tabs):
            if tab.key == name:
                with QSignalBlocker(self.tab_bar):
                    self.tab_bar.setCurrentIndex(index)
                self._stack.setCurrentIndex(index)

    def part(self, name: str) -> Page:
        """Return the page of a register; an unknown one raises StopIteration."""
        return next(tab.page for tab in self._tabs if tab.key == name)

    def receive_changes(self, changed: Collection[str]) -> None:
        """Let each page take what it shows."""
        for tab in self._tabs:
            tab.page.receive_changes(changed)

    def open_record(self, record_id: str) -> None:
        """Show a record of the chosen tab."""
        self.current().open_record(record_id)

    def show_filtered(self, name: str, value: str) -> None:
        """Filter the list of the chosen tab."""
        self.current().show_filtered(name, value)

    def take_focus(self) -> None:
        """Begin on the chosen tab."""
        self.current().take_focus()

    def keep_typing(self) -> None:
        """Write the drafts of all tabs."""
        for tab in self._tabs:
            tab.page.keep_typing()

    def _on_next(self) -> None:
        self.tab_bar.setCurrentIndex((self.tab_bar.currentIndex() + 1) % len(self._tabs))
        self.take_focus()

    def _on_previous(self) -> None:
        self.tab_bar.setCurrentIndex((self.tab_bar.currentIndex() - 1) % len(self._tabs))
        self.take_focus()
