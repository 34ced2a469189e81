"""What every page of the window is: a header, a body, and when it reads the ledger again."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.operations import ANYTHING
from ui.theme import MARGIN
from ui.tree_end import hold_tree
from ui.widgets.low_scroll import FirmColumn
from ui.widgets.page_header import PageHeader

ALL_PROBLEMS, ISSUING = "problems", "issue"
"""What the report page is asked for instead of a record: the list of all problems, the step of issuing."""


class Page(QWidget):
    """The base of the pages.

    A page overrides `refresh`, fills `body`, and puts its main buttons into `header`. It never knows another
    page: it asks for one by `page_requested`.

    Attributes:
        page_requested: (key of a page, id of a record or "") the user wants to see.
        filter_requested: (key of a page, name of its filter, value) the user wants to see only these records.
        ledger_requested: the user wants to open another ledger.
        header: title, count and main buttons.
        body: the layout under the header, with the margins of a page.
    """

    page_requested = Signal(str, str)
    filter_requested = Signal(str, str, str)
    ledger_requested = Signal()

    def __init__(self, title: str, shows: Collection[str], parent: QWidget | None = None) -> None:
        """Build an empty page.

        Args:
            title: what stands on top.
            shows: kinds whose changes the page must show ("activities", "office", "plan" …).
            parent: the owner.
        """
        super().__init__(parent)
        hold_tree(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._shows = frozenset(shows)
        self._stale = True
        self.setAccessibleName(title)
        outer = FirmColumn(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.header = PageHeader(title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.body.setSpacing(12)
        outer.addWidget(self.header)
        outer.addLayout(self.body, 1)

    def title(self) -> str:
        """Return the title."""
        return self.header.title()

    def refresh(self) -> None:
        """Read the ledger again and show it; a page overrides this."""

    def receive_changes(self, changed: Collection[str]) -> None:
        """Refresh now, or when next shown, if one of the kinds is shown here."""
        if ANYTHING not in changed and self._shows.isdisjoint(changed):
            return
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def open_record(self, record_id: str) -> None:
        """Show one record; a page that lists records overrides this."""

    def open_file(self, path: Path) -> None:
        """Open a file that was given to the program; a page that takes such files overrides this."""

    def show_filtered(self, name: str, value: str) -> None:
        """Show only the records that a filter lets through; a page that lists records overrides this."""

    def show_part(self, name: str) -> None:
        """Bring the list of a register to the front; a page of several registers overrides this."""

    def take_focus(self) -> None:
        """Put the focus where work on this page begins; a page can override this."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typing(self) -> None:
        """Write down what is typed but not saved, before the window closes; a page with a form overrides this."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what changed while the page was hidden."""
        super().showEvent(event)
        self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
