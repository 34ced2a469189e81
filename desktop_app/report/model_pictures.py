"""Charts and photos of a report as data; a part of `report.model`."""

from dataclasses import dataclass
from enum import Enum

CHART_INK = "#595959"
"""Of the figures of this period; those of the period before are hatched on white."""


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
    """

    key: str
    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


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
