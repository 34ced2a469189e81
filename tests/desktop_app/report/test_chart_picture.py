"""Charts for the window: the picture, and which records a click on it means."""

from io import BytesIO

import pytest
from PIL import Image

from desktop_app.report.chart_picture import chart_picture
from tests.desktop_app.report.pictured import CONTENTS, MONTHS


@pytest.mark.parametrize("ratio", [1.0, 1.5])
@pytest.mark.parametrize("chart", [CONTENTS, MONTHS], ids=["bars", "columns"])
def test_bars_are_where_they_are_said_to_be(chart, ratio):
    shown = chart_picture(chart, 480, ratio=ratio, ink="#1f5fa8")
    image = Image.open(BytesIO(shown.png)).convert("RGB")
    assert image.size == (pytest.approx(480 * ratio, abs=1), pytest.approx(shown.height * ratio, abs=2))
    checked = 0
    for (_, series), box in shown.bars.items():
        if series < len(chart.series) - 1 or min(box.width, box.height) < 4:
            continue
        middle = ((box.x + box.width / 2) * ratio, (box.y + box.height / 2) * ratio)
        assert image.getpixel(middle) == (0x1F, 0x5F, 0xA8)
        checked += 1
    assert checked >= 3


def test_a_click_on_a_bar_or_its_name_means_its_records():
    shown = chart_picture(CONTENTS, 480)
    for category, place in enumerate(shown.places):
        at = shown.category_at(place.x + 3, place.y + place.height / 2)
        assert at == category
        assert shown.chart.targets[at] == CONTENTS.targets[category]
    assert shown.category_at(240, 2) is None, "the title"
    assert shown.category_at(240, shown.height + 5) is None


def test_the_door_gives_charts_and_their_pictures(sample):
    charts = sample.reporting.charts(sample.reports.period(2023))
    shown = sample.reporting.chart_picture(charts[0], 400, ratio=2.0, titled=False)
    assert shown.chart is charts[0]
    assert shown.png.startswith(b"\x89PNG")
    assert shown.height < sample.reporting.chart_picture(charts[0], 400).height
