"""Charts for the screen: the drawing of the paper as a picture, and where its bars are."""

from desktop_app.report.chart_drawing import INK, DrawnChart, draw_chart
from desktop_app.report.fonts import load_fonts
from desktop_app.report.model import Box, Chart, ChartPicture
from desktop_app.report.pictures import drawing_png

_POINTS_PER_PIXEL = 0.75
"""A logical pixel is 1/96 inch."""
_DPI = 96
_MOST_KEPT = 32

_made: dict[tuple[str, float, float, str, bool], tuple[DrawnChart, bytes]] = {}


def chart_picture(
    chart: Chart, width: float, *, ratio: float = 1.0, ink: str = INK, titled: bool = True
) -> ChartPicture:
    """Return a chart as a picture of that width, as high as it needs.

    Call it in the worker: pdfium draws it, which the window's thread never calls.

    Args:
        chart: what to draw.
        width: in logical pixels.
        ratio: pixels of the screen to a logical one.
        ink: colour of this period's bars, "#rrggbb".
        titled: the title stands above it.
    """
    drawn, png = drawn_png(chart, width * _POINTS_PER_PIXEL, _DPI * ratio, ink=ink, titled=titled)
    return ChartPicture(
        chart,
        png,
        width,
        drawn.height / _POINTS_PER_PIXEL,
        ratio,
        {key: _in_pixels(box) for key, box in drawn.bars.items()},
        tuple(_in_pixels(box) for box in drawn.places),
    )


def drawn_png(
    chart: Chart, width: float, dpi: float, *, ink: str = INK, titled: bool = True
) -> tuple[DrawnChart, bytes]:
    """Return a chart drawn so many points wide, and as PNG; remembered, for exports and pages ask for it again."""
    key = (repr(chart), width, dpi, ink, titled)
    known = _made.get(key)
    if known is None:
        if len(_made) >= _MOST_KEPT:
            _made.clear()
        drawn = draw_chart(chart, load_fonts(), width, ink=ink, titled=titled)
        known = _made[key] = drawn, drawing_png(drawn.drawing, dpi)
    return known


def _in_pixels(box: Box) -> Box:
    return Box(*(length / _POINTS_PER_PIXEL for length in box))
