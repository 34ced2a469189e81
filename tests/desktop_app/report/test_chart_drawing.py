"""Charts as drawings: bars as long as their figures, nothing cut off, nothing on top of something else."""

from dataclasses import replace
from itertools import combinations

import pytest
from reportlab.graphics.shapes import Group, Line, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop_app.report.chart_drawing import draw_chart, value_text
from desktop_app.report.fonts import load_fonts
from desktop_app.report.model import ChartKind, Series
from tests.desktop_app.report.pictured import CONTENTS, FUNDS, LONG, MONTHS

WIDTHS = [220.0, 320.0, 467.0]
TWO_YEARS = replace(
    MONTHS,
    series=(
        Series("6 tháng đầu năm 2022", (1_234_567,) * 11),
        Series("6 tháng đầu năm 2023", (45_678_901,) * 11),
    ),
)
HOSTILE = replace(
    CONTENTS,
    title=f"{LONG}; " * 4,
    categories=("Một từ" * 60, f"{LONG} " * 6, "đ\U0001f600"),
    series=(Series(f"{LONG} năm 2022", (999_999_999_999, 1, 2)), Series(LONG * 2, (0, None, 3))),
)
CHARTS = [CONTENTS, MONTHS, FUNDS, TWO_YEARS, HOSTILE]


def shapes(drawn):
    """Yield the shapes with their place from the foot of the drawing."""
    (group,) = drawn.contents
    for shape in group.contents:
        yield shape, group.transform[4], group.transform[5]


def text_boxes(drawn):
    """Return (x1, y1, x2, y2) of every text, a little smaller than its letters may be."""
    found = []
    for shape, dx, dy in shapes(drawn):
        turned = isinstance(shape, Group)
        text = shape.contents[0] if turned else shape
        if not isinstance(text, String) or not text.text:
            continue
        length, size = stringWidth(text.text, text.fontName, text.fontSize), text.fontSize
        if turned:
            x, y = shape.transform[4] + dx, shape.transform[5] + dy
            found.append((x - 0.6 * size, y, x, y + length))
        else:
            x, y = text.x + dx, text.y + dy
            found.append((x, y, x + length, y + 0.6 * size))
    return found


def bars(chart, drawn):
    """Return value and bar, as (x1, y1, x2, y2), of every figure that has one; samples of the legend are none."""
    boxes = [
        (shape.x + dx, shape.y + dy, shape.x + shape.width + dx, shape.y + shape.height + dy)
        for shape, dx, dy in shapes(drawn)
        if isinstance(shape, Rect)
    ]
    samples = len(chart.series) if len(chart.series) > 1 else 0
    values = [one.values[place] for place in range(len(chart.categories)) for one in chart.series]
    return list(zip([value for value in values if value], boxes[samples:], strict=True))


def overlap(one, other):
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.1
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.1
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("chart", CHARTS, ids=["contents", "months", "funds", "two years", "hostile"])
def test_every_text_is_within_the_drawing_and_no_two_overlap(chart, width):
    drawn = draw_chart(chart, load_fonts(), width)
    boxes = text_boxes(drawn)
    assert len(boxes) > len(chart.categories)
    for x1, y1, x2, y2 in boxes:
        assert -0.1 <= x1 <= x2 <= width + 0.1
        assert 0 <= y1 <= y2 <= drawn.height
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("chart", CHARTS, ids=["contents", "months", "funds", "two years", "hostile"])
def test_bars_are_as_long_as_their_figures_and_in_their_order(chart, width):
    drawn = draw_chart(chart, load_fonts(), width)
    found = bars(chart, drawn)
    lying = chart.kind is ChartKind.BARS
    lengths = {value: box[2] - box[0] if lying else box[3] - box[1] for value, box in found}
    highest = max(lengths)
    for value, length in lengths.items():
        assert length == pytest.approx(lengths[highest] * value / highest, abs=0.01)
    assert all(0 <= box[0] <= box[2] <= width and 0 <= box[1] <= box[3] <= drawn.height for _, box in found)
    starts = [-box[3] if lying else box[0] for _, box in found]
    assert starts == sorted(starts)
    assert len({round(box[0] if lying else box[1], 3) for _, box in found}) == 1, "all begin at one line"
    assert not [pair for pair in combinations([box for _, box in found], 2) if overlap(*pair)]


def test_hatching_stays_within_its_bar():
    drawn = draw_chart(CONTENTS, load_fonts(), 467)
    boxes = [box for _, box in bars(CONTENTS, drawn)]
    legend_foot = max(box[3] for box in boxes)
    within = 0
    for line, dx, dy in shapes(drawn):
        if not isinstance(line, Line) or line.x1 == line.x2 or line.y1 == line.y2:
            continue
        left, right = sorted((line.x1 + dx, line.x2 + dx))
        foot, top = sorted((line.y1 + dy, line.y2 + dy))
        if foot >= legend_foot:
            continue
        within += 1
        assert any(
            box[0] - 0.01 <= left <= right <= box[2] + 0.01 and box[1] - 0.01 <= foot <= top <= box[3] + 0.01
            for box in boxes
        )
    assert within > 10


def test_figures_are_written_as_in_vietnam():
    texts = [
        shape.text
        for shape, _, _ in shapes(draw_chart(MONTHS, load_fonts(), 467))
        if isinstance(shape, String)
    ]
    assert "9.360" in texts
    assert "(Đơn vị tính: lượt người)" in texts
    assert (value_text(556.5), value_text(607.0), value_text(None)) == ("556,5", "607", "")


def test_a_letter_that_the_font_lacks_is_drawn_as_a_box():
    texts = [
        shape.text
        for shape, _, _ in shapes(draw_chart(HOSTILE, load_fonts(), 467))
        if isinstance(shape, String)
    ]
    assert "đ□" in texts
