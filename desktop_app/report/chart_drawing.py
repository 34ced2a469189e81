"""Charts as drawings: the same on paper, in Word and in the preview; greys and hatching that survive a copier."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor, black, white

from desktop_app.report.cells import cell_text
from desktop_app.report.fonts import FontSet
from desktop_app.report.layout import Align
from desktop_app.report.lines import wrap
from desktop_app.report.model import CHART_INK, CellKind, Chart, ChartKind
from desktop_app.report.titles import wrap_title
from desktop_app.report.wording import one_line

_TITLE, _TEXT, _LEAST_TEXT = 12.0, 10.0, 7.0  # font sizes in points
_LEADING_EM, _DESCENT_EM = 1.15, 0.22
_RULE = 0.5
_HATCH = 3.5  # between two lines
_LABEL_SHARE = 0.42  # of the width, at most, for the names beside lying bars
_MOST_LABEL_LINES = 5
_GAP = 4.0
_BAR, _LONE_BAR = 11.0, 14.0
_BETWEEN_GROUPS = 7.0
_COLUMN, _COLUMN_SHARE = 30.0, 0.72  # the widest column, and the share of a group's place that columns take
_PLOT_HEIGHT = 120.0


class _Box(NamedTuple):
    """A bar, in points from the left upper corner of the drawing."""

    x: float
    y: float
    width: float
    height: float


def draw_chart(chart: Chart, fonts: FontSet, width: float) -> Drawing:
    """Draw a chart as high as it needs; `width` and all lengths in points."""
    pen = _Pen(fonts, width, len(chart.series))
    pen.centred(wrap_title(fonts.font(bold=True), _TITLE, _drawn(chart.title), width), _TITLE, bold=True)
    if chart.unit:
        note = wrap(fonts.font(italic=True), _TEXT, f"(Đơn vị tính: {_drawn(chart.unit)})", width)
        pen.centred(note, _TEXT, italic=True)
    if len(chart.series) > 1:
        pen.legend([_drawn(series.name) for series in chart.series])
    pen.y += _GAP
    (_lying if chart.kind is ChartKind.BARS else _standing)(pen, chart)
    drawing = Drawing(width, pen.y)
    drawing.initialFontName = fonts.font().name  # else the file names a Times that is not embedded
    # Everything was placed from the top; a drawing counts from its foot.
    drawing.add(Group(*pen.shapes, transform=(1, 0, 0, 1, 0, pen.y)))
    return drawing


def value_text(value: float | None) -> str:
    """Return a figure as it stands at its bar: whole numbers without decimals, others with one; "" for none."""
    return cell_text(value, CellKind.INTEGER)


def _drawn(text: str) -> str:
    return one_line(text)


class _Pen:
    """Places shapes from the top downwards; `y` is the cursor, in points."""

    def __init__(self, fonts: FontSet, width: float, series: int) -> None:
        self.fonts = fonts
        self.width = width
        self.y = 0.0
        self.shapes: list[Rect | Line | String] = []
        self._fills = [HexColor(CHART_INK)] if series == 1 else [None, HexColor(CHART_INK)]

    def text_width(self, text: str, size: float) -> float:
        """Return the width of an upright text."""
        return self.fonts.font().em_width(text) * size

    def text(
        self, x: float, top: float, text: str, size: float, align: Align = Align.LEFT,
        *, bold: bool = False, italic: bool = False,
    ) -> None:  # fmt: skip
        """Write a line whose upper edge is at `top`; `x` is its left end, middle or right end."""
        font = self.fonts.font(bold=bold, italic=italic)
        drawn = font.drawable(text)
        shift = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}[align] * font.width(drawn, size)
        baseline = top + size * (_LEADING_EM - _DESCENT_EM)
        self.shapes.append(String(x - shift, -baseline, drawn, fontName=font.name, fontSize=size))

    def centred(
        self, lines: Sequence[tuple[str, float]], size: float, *, bold: bool = False, italic: bool = False
    ) -> None:
        """Write lines in the middle, one below the other."""
        for line, _ in lines:
            self.text(self.width / 2, self.y, line, size, Align.CENTER, bold=bold, italic=italic)
            self.y += size * _LEADING_EM

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a thin line."""
        self.shapes.append(Line(x1, -y1, x2, -y2, strokeWidth=_RULE, strokeColor=black))

    def bar(self, box: _Box, series: int) -> None:
        """Draw a bar of a series."""
        fill = self._fills[series % len(self._fills)]
        shape = Rect(
            box.x, -box.y - box.height, box.width, box.height, strokeWidth=_RULE, strokeColor=black,
            fillColor=white if fill is None else fill,
        )  # fmt: skip
        self.shapes.append(shape)
        if fill is None:
            self._hatch(box)

    def _hatch(self, box: _Box) -> None:
        """Draw slanting lines that end at the edges of the box: no clipping, which not every reader honours."""
        start = _HATCH
        while start < box.width + box.height:
            x1, y1 = min(start, box.width), max(start - box.width, 0.0)
            x2, y2 = max(start - box.height, 0.0), min(start, box.height)
            self.line(box.x + x1, box.y + y1, box.x + x2, box.y + y2)
            start += _HATCH

    def legend(self, names: Sequence[str]) -> None:
        """Say which bars are which, beside each other where they fit, else below each other."""
        sample = _TEXT * 1.6
        lengths = [sample + _GAP + self.text_width(name, _TEXT) for name in names]
        whole = sum(lengths) + 4 * _GAP * (len(names) - 1)
        self.y += _GAP
        x = (self.width - whole) / 2
        for place, (name, length) in enumerate(zip(names, lengths, strict=True)):
            left = x if whole <= self.width else 0.0
            self.bar(_Box(left, self.y + 1.5, sample, _TEXT * 0.85), place)
            for line, _ in wrap(self.fonts.font(), _TEXT, name, self.width - sample - _GAP):
                self.text(left + sample + _GAP, self.y, line, _TEXT)
                if whole > self.width:
                    self.y += _TEXT * _LEADING_EM
            x += length + 4 * _GAP
        if whole <= self.width:
            self.y += _TEXT * _LEADING_EM


def _lying(pen: _Pen, chart: Chart) -> None:
    """Draw bars that lie, their names on the left."""
    font, leading = pen.fonts.font(), _TEXT * _LEADING_EM
    natural = max((pen.text_width(_drawn(name), _TEXT) for name in chart.categories), default=0.0)
    label_width = min(natural, pen.width * _LABEL_SHARE)
    values = [value_text(value) for series in chart.series for value in series.values]
    room = max((pen.text_width(value, _TEXT) for value in values), default=0.0) + 2 * _GAP
    left = label_width + _GAP
    scale = max(pen.width - left - room, 0.0) / _highest(chart)
    thickness = _BAR if len(chart.series) > 1 else _LONE_BAR
    top = pen.y
    for category, name in enumerate(chart.categories):
        lines = _label_lines(wrap(font, _TEXT, _drawn(name), label_width))
        bars = thickness * len(chart.series)
        height = max(bars, len(lines) * leading) + _BETWEEN_GROUPS
        for at, line in enumerate(lines):
            y = pen.y + (height - len(lines) * leading) / 2 + at * leading
            pen.text(label_width, y, line, _TEXT, Align.RIGHT)
        for series, one in enumerate(chart.series):
            value = one.values[category]
            if value is None:
                continue
            y = pen.y + (height - bars) / 2 + series * thickness
            box = _Box(left, y, max(value, 0) * scale, thickness)
            if box.width > 0:
                pen.bar(box, series)
            pen.text(left + box.width + _GAP, y + (thickness - leading) / 2, value_text(value), _TEXT)
        pen.y += height
    pen.line(left, top, left, pen.y)


def _standing(pen: _Pen, chart: Chart) -> None:
    """Draw bars that stand, their names below; a figure wider than its column is turned."""
    slot = pen.width / len(chart.categories)
    own = min(slot * _COLUMN_SHARE / len(chart.series), _COLUMN)
    values = [value_text(value) for series in chart.series for value in series.values]
    widest = max((pen.text_width(value, 1.0) for value in values), default=0.0) or 1.0
    size = min(_TEXT, slot / len(chart.series) * 0.94 / widest)
    turned = size < _LEAST_TEXT
    size = min(_TEXT - 1, own * 1.2) if turned else size
    pen.y += widest * size + _GAP if turned else size * _LEADING_EM
    foot = pen.y + _PLOT_HEIGHT
    scale = _PLOT_HEIGHT / _highest(chart)
    for category in range(len(chart.categories)):
        for series, one in enumerate(chart.series):
            value = one.values[category]
            if value is None:
                continue
            x = slot * (category + 0.5) + own * (series - len(chart.series) / 2)
            box = _Box(x, foot - max(value, 0) * scale, own, max(value, 0) * scale)
            if box.height > 0:
                pen.bar(box, series)
            _write_on_top(pen, box, value_text(value), size, turned=turned)
    pen.line(0.0, foot, pen.width, foot)
    pen.y = foot + 2
    _names_below(pen, chart, slot)


def _write_on_top(pen: _Pen, box: _Box, text: str, size: float, *, turned: bool) -> None:
    middle = box.x + box.width / 2
    if not turned:
        pen.text(middle, box.y - size * _LEADING_EM, text, size, Align.CENTER)
        return
    font = pen.fonts.font()
    string = String(0, 0, font.drawable(text), fontName=font.name, fontSize=size)
    x, y = middle + size * (_LEADING_EM / 2 - _DESCENT_EM), -box.y + 2
    pen.shapes.append(Group(string, transform=(0, 1, -1, 0, x, y)))


def _names_below(pen: _Pen, chart: Chart, slot: float) -> None:
    font = pen.fonts.font()
    words = [word for name in chart.categories for word in _drawn(name).split(" ")]
    widest = max(pen.text_width(word, 1.0) for word in words) or 1.0
    size = max(min(_TEXT, slot * 0.94 / widest), _LEAST_TEXT - 1)
    most = 1
    for category, name in enumerate(chart.categories):
        lines = _label_lines(wrap(font, size, _drawn(name), slot * 0.96))
        most = max(most, len(lines))
        for at, line in enumerate(lines):
            pen.text(slot * (category + 0.5), pen.y + at * size * _LEADING_EM, line, size, Align.CENTER)
    pen.y += most * size * _LEADING_EM


def _label_lines(lines: Sequence[tuple[str, float]]) -> list[str]:
    texts = [text for text, _ in lines]
    if len(texts) > _MOST_LABEL_LINES:
        # As many letters as the mark needs are given up for it.
        texts = [*texts[: _MOST_LABEL_LINES - 1], f"{texts[_MOST_LABEL_LINES - 1][:-3].rstrip()}…"]
    return texts


def _highest(chart: Chart) -> float:
    return max((value for series in chart.series for value in series.values if value), default=1) or 1
