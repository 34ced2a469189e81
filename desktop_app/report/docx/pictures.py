"""Annexes of pictures in the Word file: charts and photos as pictures in the text, each told in words, too."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument

from desktop_app.report.chart_drawing import draw_chart, value_text
from desktop_app.report.docx.markup import attribute, paragraph, twips
from desktop_app.report.docx.styles import PART_END, TABLE_CENTER
from desktop_app.report.docx.tables import row_of_columns
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import POINTS_PER_MM, PageSize
from desktop_app.report.model import Chart, Charts, Photos, Report
from desktop_app.report.photo_rows import GAP, PlacedPhoto, photo_rows
from desktop_app.report.pictures import (
    CODE_EDGE_MM,
    CODE_MM,
    WORD_BUDGET,
    WORD_PHOTO_SIDE,
    code_drawing,
    code_text,
    drawing_png,
    small_photo,
)
from desktop_app.report.wording import one_line

_EMU_PER_POINT = 12_700
_CHART_DPI, _CODE_DPI = 220, 300
_BETWEEN_CHARTS, _BETWEEN_ROWS = 16.0, 10.0
_KEEP = "<w:keepNext/>"
_ABOVE_CAPTION = '<w:spacing w:before="60"/>'
_LONGEST_ALT = 2_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMES = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)


class PictureWriter:
    """Puts the pictures of one report into a Word file and gives the markup that shows them."""

    def __init__(self, document: WordDocument, fonts: FontSet) -> None:
        self._part = document.part
        self._fonts = fonts
        self._numbers = count(1)

    def annex(self, content: Charts | Photos, width: float) -> Iterator[str]:
        """Yield the blocks of an annex of pictures; `width` of the text in points."""
        if isinstance(content, Charts):
            for chart in content.charts:
                yield self._chart(chart, width)
            return
        for row in photo_rows(content.photos, width):
            # Word joins tables that nothing parts.
            yield paragraph(PART_END, properties=f'<w:spacing w:before="{twips(_BETWEEN_ROWS)}"/>')
            yield self._row(row, len(content.photos))

    def _chart(self, chart: Chart, width: float) -> str:
        png, height = _chart_png(chart, self._fonts, width)
        picture = self._inline(png, width, height, chart.title, chart_in_words(chart))
        return _picture_paragraph(picture, f'<w:spacing w:before="{twips(_BETWEEN_CHARTS)}"/>')

    def _row(self, row: tuple[PlacedPhoto, ...], photos: int) -> str:
        cells = []
        for placed in row:
            caption = one_line(placed.photo.caption)
            small = small_photo(placed.photo, WORD_PHOTO_SIDE, photos, WORD_BUDGET)
            picture = self._inline(small.data, placed.width, placed.height, "Ảnh", caption)
            words = f'<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">{escape(caption)}</w:t></w:r></w:p>'
            cells.append(
                _picture_paragraph(picture, _KEEP)
                + paragraph(TABLE_CENTER, properties=_ABOVE_CAPTION).replace("</w:p>", words)
            )
        return row_of_columns([placed.place + GAP for placed in row], cells)

    def code(self, report: Report, page: PageSize) -> str:
        """Return the run that shows check code and QR in the lower margin of its page, "" when none is printed.

        It floats there: no line of text moves for it, and no table reaches into the margin.
        """
        if not (report.prints_code and report.identity.check):
            return ""
        room = (page.bottom_mm - CODE_EDGE_MM) * POINTS_PER_MM
        drawing = code_drawing(report.identity, self._fonts, min(CODE_MM * POINTS_PER_MM, room))
        top = (page.height_mm - CODE_EDGE_MM) * POINTS_PER_MM - drawing.height
        return self._floating(
            drawing_png(drawing, _CODE_DPI),
            drawing.width,
            drawing.height,
            top,
            f"Mã kiểm tra: {report.identity.check}",
            code_text(report.identity),
        )

    def _inline(self, data: bytes, width: float, height: float, name: str, alt: str) -> str:
        size, properties, graphic = self._picture(data, width, height, name, alt)
        return (
            f'<w:r><w:drawing><wp:inline {_NAMES} distT="0" distB="0" distL="0" distR="0">{size}{properties}'
            f"{graphic}</wp:inline></w:drawing></w:r>"
        )

    def _floating(self, data: bytes, width: float, height: float, top: float, name: str, alt: str) -> str:
        size, properties, graphic = self._picture(data, width, height, name, alt)
        return (
            f'<w:r><w:drawing><wp:anchor {_NAMES} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{_emu(top)}</wp:posOffset></wp:positionV>'
            f'{size}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>{properties}{graphic}'
            "</wp:anchor></w:drawing></w:r>"
        )

    def _picture(self, data: bytes, width: float, height: float, name: str, alt: str) -> tuple[str, str, str]:
        """Store the bytes (once) and return extent, properties and graphic of a picture; lengths in points."""
        relation, _ = self._part.get_or_add_image(BytesIO(data))
        number = next(self._numbers)
        extent = f'cx="{_emu(width)}" cy="{_emu(height)}"'
        said = f'id="{number}" name={attribute(f"{one_line(name)[:80]} {number}")}'
        graphic = (
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
            f"<pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )
        return (
            f"<wp:extent {extent}/>",
            f"<wp:docPr {said} descr={attribute(alt[:_LONGEST_ALT])}/>",
            graphic,
        )


@lru_cache(maxsize=32)
def _chart_png(chart: Chart, fonts: FontSet, width: float) -> tuple[bytes, float]:
    """Return a chart as PNG and its height in points; remembered, for one export after the other asks for it."""
    drawing = draw_chart(chart, fonts, width)
    return drawing_png(drawing, _CHART_DPI), drawing.height


def chart_in_words(chart: Chart) -> str:
    """Return a chart as a reader who does not see it is told: title, unit, and each figure with its name."""
    parts = []
    for series in chart.series:
        figures = "; ".join(
            f"{name} {value_text(value)}"
            for name, value in zip(chart.categories, series.values, strict=True)
            if value is not None
        )
        parts.append(f"{series.name}: {figures}.")
    unit = f" ({chart.unit})" if chart.unit else ""
    return one_line(f"Biểu đồ: {chart.title}{unit}. {' '.join(parts)}")


def _picture_paragraph(picture: str, properties: str) -> str:
    return paragraph(TABLE_CENTER, properties=properties).replace("</w:p>", f"{picture}</w:p>")


def _emu(points: float) -> int:
    """Return a length in English metric units, at least one."""
    return max(round(points * _EMU_PER_POINT), 1)
