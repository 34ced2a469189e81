"""The sheet of charts in the Excel file: real charts over cells of their own, which an officer can change."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop_app.report.layout import Align, Layout
from desktop_app.report.model import CHART_INK, Chart, ChartKind, Charts
from desktop_app.report.sheets import CHARTS_SHEET, CellFormats
from desktop_app.report.wording import one_line

_WIDTHS = (40, 18, 18)
_CHARACTER_PX, _ROW_PX = 7, 20
_WIDTH_PX = sum(_WIDTHS) * _CHARACTER_PX
_FRAME_PX, _CATEGORY_PX, _COLUMNS_PX = 120, 26, 280
_FEWEST_PX = 220
_HEADING_PT = 32
_PAGE_PX = 880
"""Height of an upright page on which the columns are as wide as the text."""
_WHOLE, _DECIMAL = "#,##0", "#,##0.0"


def write_charts(workbook: Workbook, formats: CellFormats, content: Charts, layout: Layout) -> Worksheet:
    """Add the sheet: for each chart its title, its figures, and the chart below them."""
    sheet = workbook.add_worksheet(CHARTS_SHEET)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    row = page_begins = 0
    breaks = []
    for chart in content.charts:
        block = _Block(workbook, sheet, formats, chart, layout)
        if page_begins < row and (row - page_begins + block.rows) * _ROW_PX > _PAGE_PX:
            breaks.append(row)  # no chart is cut by the end of a printed page
            page_begins = row
        block.write(row)
        row += block.rows
    sheet.set_h_pagebreaks(breaks)
    return sheet


class _Block:
    """One chart with its cells."""

    def __init__(
        self, workbook: Workbook, sheet: Worksheet, formats: CellFormats, chart: Chart, layout: Layout
    ) -> None:
        self._workbook, self._sheet, self._formats, self._chart = workbook, sheet, formats, chart
        self._font = {"name": layout.font_family, "size": 10, "bold": False}

    @property
    def rows(self) -> int:
        """How many rows it takes, with a blank one behind it."""
        return len(self._chart.categories) + 2 + -(-self._height() // _ROW_PX) + 1

    def write(self, top: int) -> None:
        """Write cells and chart from a row on."""
        chart, formats = self._chart, self._formats
        unit = f" ({chart.unit})" if chart.unit else ""
        self._sheet.set_row(top, _HEADING_PT)
        self._sheet.write_string(top, 0, one_line(f"{chart.title}{unit}"), formats.heading)
        for place, series in enumerate(chart.series, 1):
            self._sheet.write_string(top, place, one_line(series.name), formats.heading)
        for line, category in enumerate(chart.categories, 1):
            self._sheet.write_string(top + line, 0, one_line(category), formats.of("", Align.LEFT))
            for place, series in enumerate(chart.series, 1):
                self._write_value(top + line, place, series.values[line - 1])
        below = top + len(chart.categories) + 2
        height = self._height()
        made = self._made(top, height)
        self._sheet.insert_chart(below, 0, made, {"description": one_line(f"{chart.title}{unit}")})

    def _write_value(self, row: int, column: int, value: float | None) -> None:
        if value is None:
            self._sheet.write_blank(row, column, None, self._formats.of("", Align.RIGHT))
            return
        number_format = _WHOLE if float(value).is_integer() else _DECIMAL
        self._sheet.write_number(row, column, value, self._formats.of(number_format, Align.RIGHT))

    def _height(self) -> int:
        """Return the height of the chart in pixels."""
        if self._chart.kind is ChartKind.COLUMNS:
            return _COLUMNS_PX
        bars = len(self._chart.categories) * len(self._chart.series)
        return max(_FRAME_PX + bars * _CATEGORY_PX, _FEWEST_PX)

    def _made(self, top: int, height: int) -> Any:  # noqa: ANN401 (XlsxWriter has no type for it)
        chart = self._chart
        lying = chart.kind is ChartKind.BARS
        made = self._workbook.add_chart({"type": "bar" if lying else "column"})
        first, last = top + 1, top + len(chart.categories)
        whole = all(float(value).is_integer() for one in chart.series for value in one.values if value)
        for place, series in enumerate(chart.series, 1):
            is_now = place == len(chart.series)
            made.add_series(
                {
                    "name": one_line(series.name),
                    "categories": [CHARTS_SHEET, first, 0, last, 0],
                    "values": [CHARTS_SHEET, first, place, last, place],
                    # The workbook is written row by row: its charts cannot look their cells up again.
                    "categories_data": [one_line(name) for name in chart.categories],
                    "values_data": ["" if value is None else value for value in series.values],
                    "data_labels": {
                        "value": True,
                        "num_format": _WHOLE if whole else _DECIMAL,
                        "font": self._font,
                    },
                    "border": {"color": "black", "width": 0.5},
                    "gap": 60,
                    **_look(is_now=is_now),
                }
            )
        title_font = {**self._font, "size": 12, "bold": True}
        made.set_title({"name": one_line(chart.title), "name_font": title_font, "overlay": False})
        made.set_legend(
            {"none": True} if len(chart.series) == 1 else {"position": "bottom", "font": self._font}
        )
        names = {"num_font": self._font, "reverse": lying, "major_gridlines": {"visible": False}}
        values = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
        # XlsxWriter means the axis that lies by x, whatever stands on it.
        made.set_x_axis(values if lying else names)
        made.set_y_axis(names if lying else values)
        made.set_size({"width": _WIDTH_PX, "height": height})
        return made


def _look(*, is_now: bool) -> dict[str, Any]:
    """Return the fill of a series: greys and hatching that survive a copier, as on paper."""
    if is_now:
        return {"fill": {"color": CHART_INK}}
    return {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "black", "bg_color": "white"},
    }
