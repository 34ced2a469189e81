"""Where the pages of a document stand below each other, at a zoom: numbers only."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

GAP = 12
"""Pixels around and between pages."""
_PIXELS_PER_POINT = 96 / 72
"""At 100 %, as every reader has it."""
LEAST, MOST = 0.5, 3.0
_LEAST_FIT = 0.1


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True)
class PagePlace:
    """A page in the long strip of all pages, in pixels; `zoom` is 1 for 100 %."""

    left: int
    top: int
    width: int
    height: int
    zoom: float


class PageLayout:
    """The places of all pages for one zoom and one size of the window.

    Attributes:
        places: of each page.
        width, height: of the whole strip.
    """

    def __init__(
        self, sizes: Sequence[tuple[float, float]], fit: Fit, zoom: float, width: int, height: int
    ) -> None:
        """Lay pages out.

        Args:
            sizes: of the pages in points.
            fit: whether each page takes the width of the window, fits into it whole, or has the zoom that is given.
            zoom: 1 for 100 %.
            width: of the window in pixels.
            height: likewise.
        """
        zooms = [_zoom(size, fit, zoom, width - 2 * GAP, height - 2 * GAP) for size in sizes]
        extents = [
            (round(size[0] * _PIXELS_PER_POINT * one), round(size[1] * _PIXELS_PER_POINT * one))
            for size, one in zip(sizes, zooms, strict=True)
        ]
        self.width = max([width, *(across + 2 * GAP for across, _ in extents)])
        tops = list(accumulate((down + GAP for _, down in extents), initial=GAP))
        self.height = tops[-1]
        self.places = [
            PagePlace((self.width - across) // 2, top, across, down, one)
            for (across, down), top, one in zip(extents, tops, zooms, strict=False)
        ]
        self._tops = tops[:-1]

    def page_at(self, y: int) -> int:
        """Return the page at a height of the strip, the nearest above it between two; 0 without pages."""
        return max(0, bisect_right(self._tops, y) - 1)

    def visible(self, top: int, bottom: int) -> range:
        """Return the pages that show between two heights."""
        if not self.places:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)


def _zoom(size: tuple[float, float], fit: Fit, zoom: float, width: int, height: int) -> float:
    if fit is Fit.FREE:
        return zoom
    across = width / (size[0] * _PIXELS_PER_POINT)
    down = height / (size[1] * _PIXELS_PER_POINT)
    return max(_LEAST_FIT, min(MOST, across if fit is Fit.WIDTH else min(across, down)))
