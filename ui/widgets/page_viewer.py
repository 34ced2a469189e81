"""A document on the screen: its controls, its pages, and the places of the words that are searched."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.page_layout import Fit
from ui.widgets.page_pictures import Hit
from ui.widgets.page_toolbar import PageToolbar
from ui.widgets.page_view import PageView


class PageViewer(QWidget):
    """Toolbar and pages; whoever owns it draws the pages and looks for words.

    Attributes:
        wanted: as in `PageView`; searched: words to look for, "" for none any more.
        print_wanted, open_wanted: as in `PageToolbar`.
        toolbar, view: its parts.
    """

    wanted = Signal(object)
    searched = Signal(str)
    print_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toolbar = PageToolbar()
        self.view = PageView()
        self._hits: Sequence[Hit] = ()
        self._current = 0
        self._is_placed = False
        self._query = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.view, 1)

        self.view.wanted.connect(self.wanted)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.zoom_changed.connect(self._on_zoom_changed)
        self.toolbar.page_wanted.connect(self._on_page_wanted)
        self.toolbar.zoom_wanted.connect(self.view.set_zoom)
        self.toolbar.zoom_step_wanted.connect(self.view.zoom_by)
        self.toolbar.searched.connect(self._on_searched)
        self.toolbar.step_wanted.connect(self.step)
        self.toolbar.print_wanted.connect(self.print_wanted)
        self.toolbar.open_wanted.connect(self.open_wanted)
        self._bind("Ctrl++", self.toolbar.zoom_in_button.click)
        self._bind("Ctrl+=", self.toolbar.zoom_in_button.click)
        self._bind("Ctrl+-", self.toolbar.zoom_out_button.click)
        self._bind("Ctrl+0", self._on_fit_wanted)
        self._bind("Ctrl+F", self._on_find)
        self._bind("Ctrl+P", self.toolbar.print_button.click)
        self._bind("F3", self.toolbar.next_hit_button.click)
        self._bind("Shift+F3", self.toolbar.previous_hit_button.click)

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes (points); page, zoom and search stay as they are."""
        self.view.show_pages(sizes)
        self.toolbar.set_ready(bool(sizes))
        self._on_page_changed(self.view.page())
        self._on_zoom_changed()
        if self._query:
            self.searched.emit(self._query)

    def put_picture(self, page: int, dpi: float, picture: QImage) -> None:
        """Take the picture of a page."""
        self.view.put_picture(page, dpi, picture)

    def show_found(self, query: str, hits: Sequence[Hit], is_all: bool) -> None:
        """Show the places found so far; the first one from the page being read on is the current one.

        After new pages the search comes back by itself: then its place stays, and nothing moves.
        """
        if query != self._query:
            return
        self._hits = hits
        if not self._is_placed:
            here = self.view.page()
            first = next((at for at, hit in enumerate(hits) if hit.page >= here), None)
            self._is_placed = first is not None or is_all
            self._current = first or 0
        elif is_all:
            self._current = min(self._current, max(0, len(hits) - 1))
        self._show_hits(is_all)

    def step(self, by: int) -> None:
        """Go to the next place, or the one before; behind the last comes the first."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._show_hits(is_all=True)

    def _show_hits(self, is_all: bool) -> None:
        self.view.show_hits(self._hits, self._current if self._is_placed and self._hits else -1)
        self.toolbar.show_found(self._current, len(self._hits), is_all=is_all, is_empty=not self._query)

    def _bind(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _on_searched(self, text: str) -> None:
        text = text.strip()
        if text != self._query:
            self._query, self._hits, self._current, self._is_placed = text, (), 0, False
            self._show_hits(is_all=not text)
            self.searched.emit(text)

    def _on_page_wanted(self, page: int) -> None:
        self.view.go_to(page)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page_changed(self, page: int) -> None:
        self.toolbar.show_page(page, self.view.count())

    def _on_zoom_changed(self) -> None:
        self.toolbar.show_zoom(self.view.fit(), self.view.zoom())

    def _on_fit_wanted(self) -> None:
        self.view.set_zoom(Fit.WIDTH)

    def _on_find(self) -> None:
        self.toolbar.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search_box.selectAll()
