"""Charts and photos of a report as data; a part of `report.model`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class ChartKind(Enum):
    """How a chart is drawn: BARS lie (long names beside them), COLUMNS stand (a run of months)."""

    BARS = "bars"
    COLUMNS = "columns"


@dataclass(frozen=True)
class Series:
    """Figures of one colour in a chart, one for each category; None where there is none to show."""

    name: str
    values: tuple[int | float | None, ...]


@dataclass(frozen=True)
class Chart:
    """A chart as data.

    Attributes:
        key: ASCII name ("contents", "months").
        title: as printed above it.
        categories: what each group of bars stands for.
        series: one, or that of the period before and that of this one.
        unit: of the values ("hoạt động", "triệu đồng").
        targets: one for each category: which records it stands for ({"content_code": "C1"}, {"month": "2023-05"});
            may be empty.
    """

    key: str
    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    targets: tuple[Mapping[str, str], ...] = ()


class Box(NamedTuple):
    """A rectangle, from the left upper corner of what it lies in."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True)
class ChartPicture:
    """A chart as the screen shows it; all lengths in logical pixels.

    Attributes:
        png: the picture on white, `ratio` pixels to a logical one.
        bars: (category, series) -> its bar.
        places: of each category, the strip with its bars and its label.
    """

    chart: Chart
    png: bytes
    width: float
    height: float
    ratio: float
    bars: Mapping[tuple[int, int], Box]
    places: tuple[Box, ...]

    def category_at(self, x: float, y: float) -> int | None:
        """Return which category lies at a point, None beside them: `chart.targets` says which records it means."""
        return next((at for at, place in enumerate(self.places) if place.holds(x, y)), None)


@dataclass(frozen=True)
class Charts:
    """An annex of charts, one below the other."""

    key: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class Photo:
    """A photo to be printed.

    Attributes:
        key: SHA-256 of the bytes in the ledger.
        data: JPEG or PNG, upright and without metadata.
        width, height: pixels.
        caption: what it shows, with the activity and its day.
    """

    key: str
    data: bytes
    width: int
    height: int
    caption: str


@dataclass(frozen=True)
class Photos:
    """An annex of photos with their captions."""

    key: str
    photos: tuple[Photo, ...]
