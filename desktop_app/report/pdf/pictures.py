"""Annexes of pictures in the PDF: charts as vectors, photos once each with their captions; the check code."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from desktop_app.report.chart_drawing import draw_chart
from desktop_app.report.layout import POINTS_PER_MM
from desktop_app.report.lines import wrap
from desktop_app.report.model import Charts, Photos, Report
from desktop_app.report.pdf.flow import Strip
from desktop_app.report.pdf.sheet import Sheet
from desktop_app.report.photo_rows import GAP, PlacedPhoto, photo_rows
from desktop_app.report.pictures import (
    CODE_EDGE_MM,
    CODE_MM,
    PDF_BUDGET,
    PHOTO_SIDE,
    SmallPhoto,
    code_drawing,
    small_photo,
)
from desktop_app.report.wording import one_line

_BETWEEN_CHARTS = 16.0
_BETWEEN_ROWS = 10.0
_ABOVE_CAPTION = 3.0
_CODE_GAP = 6.0  # points of white around the QR code
_LEAST_CODE_MM = 8.0


class _Jpeg(ImageReader):  # type: ignore[misc]
    """A photo for reportlab, which puts the bytes of a JPEG into the file as they are, the same ones once."""

    def __init__(self, photo: SmallPhoto) -> None:
        super().__init__(BytesIO(photo.data))
        self._bytes = photo.data
        self._dataA = None

    def getRGBData(self) -> bytes:  # noqa: N802
        """Return what tells this photo from others: reportlab would unpack it for that alone."""
        return self._bytes


def picture_strips(sheet: Sheet, content: Charts | Photos) -> Iterator[Strip]:
    """Yield the charts, or the rows of photos; none of them is split by the end of a page."""
    if isinstance(content, Charts):
        return _chart_strips(sheet, content)
    return _photo_strips(sheet, content)


def _chart_strips(sheet: Sheet, content: Charts) -> Iterator[Strip]:
    for chart in content.charts:
        drawn = draw_chart(chart, sheet.fonts, sheet.width)
        scale = min(1.0, sheet.page_height / drawn.height)
        yield Strip(drawn.height * scale, partial(_draw_chart, sheet, drawn, scale), _BETWEEN_CHARTS)


def _draw_chart(sheet: Sheet, drawn: Drawing, scale: float, top: float) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate(sheet.left + (sheet.width - drawn.width * scale) / 2, top - drawn.height * scale)
    canvas.scale(scale, scale)
    renderPDF.draw(drawn, canvas, 0, 0)
    canvas.restoreState()


def _photo_strips(sheet: Sheet, content: Photos) -> Iterator[Strip]:
    style = sheet.layout.styles.table_cell
    leading = sheet.layout.line_height_pt(style)
    count = len(content.photos)
    for row in photo_rows(content.photos, sheet.width):
        lines = [_caption_lines(sheet, one) for one in row]
        height = row[0].height + _ABOVE_CAPTION + max(map(len, lines)) * leading
        small = [small_photo(one.photo, PHOTO_SIDE, count, PDF_BUDGET) for one in row]
        draw = partial(_draw_row, sheet, row, small, lines)
        yield Strip(min(height, sheet.page_height), draw, _BETWEEN_ROWS)


def _caption_lines(sheet: Sheet, placed: PlacedPhoto) -> list[tuple[str, float]]:
    font = sheet.fonts.font(italic=True)
    size = sheet.layout.styles.table_cell.size_pt
    return wrap(font, size, one_line(placed.photo.caption), placed.place)


def _draw_row(
    sheet: Sheet,
    row: tuple[PlacedPhoto, ...],
    small: list[SmallPhoto],
    captions: list[list[tuple[str, float]]],
    top: float,
) -> None:
    style = sheet.layout.styles.table_cell
    leading = sheet.layout.line_height_pt(style)
    x = sheet.left + (sheet.width - sum(one.place for one in row) - GAP * (len(row) - 1)) / 2
    for placed, picture, lines in zip(row, small, captions, strict=True):
        left = x + (placed.place - placed.width) / 2
        sheet.canvas.drawImage(_Jpeg(picture), left, top - placed.height, placed.width, placed.height)
        y = top - placed.height - _ABOVE_CAPTION
        writing = sheet.writing(sheet.fonts.font(italic=True), style.size_pt)
        for place, (text, width) in enumerate(lines, 1):
            writing.setTextOrigin(x + (placed.place - width) / 2, y - place * leading + 0.22 * style.size_pt)
            writing.textOut(text)
        sheet.write(writing)
        x += placed.place + GAP


def draw_code(sheet: Sheet, report: Report) -> None:
    """Draw check code and QR at the foot of the page that is open, without moving anything.

    They stand in the text area where its foot is free, else in the lower margin, where no table reaches.
    """
    if not (report.prints_code and report.identity.check):
        return
    size = CODE_MM * POINTS_PER_MM
    foot = sheet.y - sheet.room
    bottom = foot
    if sheet.room < size + _CODE_GAP:
        edge = CODE_EDGE_MM * POINTS_PER_MM
        size = max(min(size, foot - edge - _CODE_GAP / 2), _LEAST_CODE_MM * POINTS_PER_MM)
        bottom = edge
    renderPDF.draw(code_drawing(report.identity, sheet.fonts, size), sheet.canvas, sheet.left, bottom)
