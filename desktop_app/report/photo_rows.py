"""Where photos stand on a page: rows as wide as the page, by the shapes of the photos, never distorted."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.report.layout import POINTS_PER_MM
from desktop_app.report.model import Photo

GAP = 4 * POINTS_PER_MM
"""Between two photos of a row, in points."""
_TALLEST = 56 * POINTS_PER_MM  # three rows with their captions on an upright page
_MOST_IN_A_ROW = 3
_FULL_ROW = 2.0  # widths of a row in heights: two lying photos, or three upright ones
_SLIMMEST = 0.65  # a place is at least so wide, in heights: a caption below a slim photo needs room


@dataclass(frozen=True)
class PlacedPhoto:
    """A photo on the page, lengths in points.

    Attributes:
        place: width of its part of the row, which its caption fills.
        width, height: of the photo, in the middle of its place.
    """

    photo: Photo
    place: float
    width: float
    height: float


def photo_rows(photos: Sequence[Photo], width: float) -> list[tuple[PlacedPhoto, ...]]:
    """Return the photos in their order, row by row; `width` of a row in points."""
    rows: list[tuple[PlacedPhoto, ...]] = []
    row: list[Photo] = []
    for photo in photos:
        if row and (len(row) == _MOST_IN_A_ROW or _length(row) >= _FULL_ROW or _length([photo]) > _FULL_ROW):
            rows.append(_placed(row, width))
            row = []
        row.append(photo)
    if row:
        rows.append(_placed(row, width))
    return rows


def _shape(photo: Photo) -> float:
    return max(photo.width, 1) / max(photo.height, 1)


def _length(row: Sequence[Photo]) -> float:
    """Return how wide a row is when it is 1 high."""
    return sum(max(_shape(photo), _SLIMMEST) for photo in row)


def _placed(row: Sequence[Photo], width: float) -> tuple[PlacedPhoto, ...]:
    height = min((width - GAP * (len(row) - 1)) / _length(row), _TALLEST)
    return tuple(
        PlacedPhoto(
            photo,
            height * max(_shape(photo), _SLIMMEST),
            height * _shape(photo),
            height,
        )
        for photo in row
    )
