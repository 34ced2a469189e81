"""The pictures of a document's pages that were drawn, as many as fit into memory, and the words found on them."""

from collections.abc import Container, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.roles import current_roles

_KEPT_BYTES = 64_000_000
"""Of all pictures; those that are seen stay in any case."""
_STALE = 0.0


class Box(Protocol):
    """A place on a page, in points from its upper left corner."""

    @property
    def left(self) -> float:
        """From the left edge."""
        ...

    @property
    def top(self) -> float:
        """From the upper edge."""
        ...

    @property
    def width(self) -> float:
        """To the right."""
        ...

    @property
    def height(self) -> float:
        """Downwards."""
        ...


class Hit(Protocol):
    """Found words."""

    @property
    def page(self) -> int:
        """Counted from 0."""
        ...

    @property
    def boxes(self) -> Sequence[Box]:
        """One for each line that they stand in."""
        ...


class PagePictures:
    """Pictures by page, oldest first."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[float, QImage]] = {}

    def get(self, page: int) -> QImage | None:
        """Return the picture of a page, of whatever sharpness, None without one."""
        known = self._known.get(page)
        return known[1] if known else None

    def has(self, page: int, dpi: float) -> bool:
        """Tell whether a page is drawn with so many dots an inch."""
        return page in self._known and self._known[page][0] == dpi

    def put(self, page: int, dpi: float, picture: QImage, seen: Container[int]) -> None:
        """Keep a picture, and forget the oldest ones of pages that are not seen."""
        self._known.pop(page, None)
        self._known[page] = (dpi, picture)
        size = sum(one.sizeInBytes() for _, one in self._known.values())
        for other in list(self._known):
            if size <= _KEPT_BYTES:
                return
            if other not in seen and other != page:
                size -= self._known.pop(other)[1].sizeInBytes()

    def make_stale(self, count: int) -> None:
        """Let the pictures of the first pages stand in until new ones are drawn, forget the others."""
        self._known = {page: (_STALE, one) for page, (_, one) in self._known.items() if page < count}


class PageHits:
    """Found words by page, one of them the current one."""

    def __init__(self) -> None:
        self._hits: dict[int, list[tuple[int, Hit]]] = {}
        self.current = -1

    def set(self, hits: Sequence[Hit], current: int) -> None:
        """Mark these."""
        self._hits, self.current = {}, current
        for place, hit in enumerate(hits):
            self._hits.setdefault(hit.page, []).append((place, hit))

    def paint(self, painter: QPainter, page: int, area: QRect, scale: float) -> None:
        """Draw the marks of a page that stands at `area`, so many pixels to a point."""
        roles = current_roles()
        for place, hit in self._hits.get(page, ()):
            is_current = place == self.current
            colour = QColor(roles.accent if is_current else roles.warning)
            colour.setAlpha(110 if is_current else 70)
            for box in hit.boxes:
                painter.fillRect(scaled(box, scale, area.topLeft()), colour)


def scaled(box: Box, scale: float, corner: QPoint) -> QRectF:
    """Return a place on a page in pixels, for a page at `corner` with so many pixels to a point."""
    rect = QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
    return rect.translated(corner).adjusted(-1, -1, 1, 1)
