"""Draws and searches the pages of a PDF in a thread of its own, so that a report being read never holds them up."""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from desktop_app.errors import UserError
from desktop_app.ledger.reporting import open_pages
from ui.garbage_guard import GarbageGuard

if TYPE_CHECKING:
    from desktop_app.ledger.reporting import PdfPages

MOST_HITS = 1000
"""More places of some words are of no use to anybody."""


class PageRenderer(QThread):
    """Lives while there is work; of several wishes of a kind the newest counts.

    Pages that are seen come before the search, which goes on page by page between them.

    Attributes:
        opened: sizes of the pages in points, (width, height) each.
        failed: why the bytes cannot be shown.
        drawn: (page, its dots an inch, its picture).
        found: (the words, places found so far, whether these are all).
    """

    opened = Signal(object)
    failed = Signal(str)
    drawn = Signal(int, float, QImage)
    found = Signal(str, object, bool)
    _told = Signal(int, object)

    def __init__(self, guard: GarbageGuard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guard = guard
        self._lock = Lock()
        self._holds = False
        self._serial = self._told_serial = 0
        self._data: bytes | None = None
        self._wanted: list[tuple[int, float]] = []
        self._query: str | None = None
        self._next_page = 0
        self._hits: list[object] = []
        self._pages: PdfPages | None = None

        self._told.connect(self._on_told)
        self.finished.connect(self._on_finished)

    def open(self, data: bytes) -> None:
        """Show other pages from now on; what was wished for of the ones before is forgotten."""
        with self._lock:
            self._serial += 1
            self._data, self._wanted, self._query = data, [], None
        self._begin()

    def want(self, pages: Sequence[tuple[int, float]]) -> None:
        """Draw these pages at so many dots an inch, the first one first; earlier wishes are forgotten.

        Until `opened` tells of other pages, nothing is wished for of them: they may be fewer.
        """
        if self._told_serial != self._serial:
            return
        with self._lock:
            self._wanted = list(pages)
        self._begin()

    def search(self, text: str) -> None:
        """Look for some words on all pages, likewise."""
        if self._told_serial != self._serial:
            return
        with self._lock:
            self._query, self._next_page, self._hits = text, 0, []
        self._begin()

    def stop(self) -> None:
        """End the work and forget the pages."""
        with self._lock:
            self._serial += 1
            self._data, self._wanted, self._query = None, [], None
        self.wait()
        self._on_finished()
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        self._told_serial = -1

    def run(self) -> None:
        """Work as long as something is wished for."""
        while self._work():
            pass

    def _begin(self) -> None:
        if not self._holds:
            self._holds = True
            self._guard.hold()
        if not self.isRunning():
            self.start()

    def _work(self) -> bool:
        """Do the most urgent thing; return whether there was one."""
        with self._lock:
            serial, data = self._serial, self._data
            self._data = None
            wish = self._wanted.pop(0) if data is None and self._wanted else None
            query, page = self._query, self._next_page
        if data is not None:
            self._open(serial, data)
        elif self._pages is None:
            return False
        elif wish is not None:
            self._draw(self._pages, serial, *wish)
        elif query is not None:
            self._look(self._pages, serial, query, page)
        else:
            return False
        return True

    def _open(self, serial: int, data: bytes) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        try:
            self._pages = open_pages(data)
        except UserError as error:
            self._told.emit(serial, (self.failed, str(error)))
        else:
            self._told.emit(serial, (self.opened, self._pages.sizes))

    def _draw(self, pages: "PdfPages", serial: int, page: int, dpi: float) -> None:
        pixels = pages.render(page, dpi)
        picture = QImage(
            pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB888
        ).convertToFormat(QImage.Format.Format_RGB32)
        self._told.emit(serial, (self.drawn, page, dpi, picture))

    def _look(self, pages: "PdfPages", serial: int, query: str, page: int) -> None:
        hits = pages.find(page, query)
        with self._lock:
            if (self._query, self._next_page) != (query, page):
                return  # other words were wished for meanwhile
            self._hits += hits
            self._next_page += 1
            is_last = self._next_page >= pages.count or len(self._hits) >= MOST_HITS
            if is_last:
                self._query = None
            found = tuple(self._hits[:MOST_HITS])
        if hits or is_last:
            self._told.emit(serial, (self.found, query, found, is_last))

    def _on_told(self, serial: int, told: tuple[Any, ...]) -> None:
        """Pass on, in the window's thread, what still belongs to the pages that are shown."""
        signal, *values = told
        if serial == self._serial:
            self._told_serial = serial
            signal.emit(*values)

    def _on_finished(self) -> None:
        with self._lock:
            is_needed = self._data is not None or (
                self._pages is not None and (bool(self._wanted) or self._query is not None)
            )
        if is_needed:
            self.start()
        elif self._holds and not self.isRunning():
            self._holds = False
            self._guard.release()
