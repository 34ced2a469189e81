import pytest
from PySide6.QtCore import QPoint, Qt

from ui.widgets.charts.bar_chart import BarChart
from ui.widgets.charts.base import Bar, Chart
from ui.widgets.charts.column_chart import ColumnChart

BARS = [Bar("C1", "C1  Tuyên truyền", 9, "Công tác tuyên truyền"), Bar("C2", "C2", 0), Bar("C3", "C3", 3)]


@pytest.fixture(params=[BarChart, ColumnChart])
def chart(qtbot, request) -> Chart:
    made = request.param("Hoạt động theo nội dung", "content_chart", "hoạt động")
    qtbot.addWidget(made)
    made.show_bars(BARS)
    made.resize(400, 160)
    made.show()
    return made


def middle(chart: Chart, at: int) -> QPoint:
    return chart.areas()[at].center().toPoint()


def test_the_screen_reader_hears_every_figure(chart: Chart) -> None:
    assert chart.accessibleName() == "Hoạt động theo nội dung"
    assert chart.accessibleDescription() == "Công tác tuyên truyền: 9; C2: 0; C3: 3"


def test_a_click_opens_the_bar(qtbot, chart: Chart) -> None:
    with qtbot.waitSignal(chart.opened) as asked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 2))
    assert asked.args == ["C3"]


def test_keys_walk_over_the_bars(qtbot, chart: Chart) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(5):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.opened) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert asked.args == ["C3"]


def test_bars_are_as_long_as_their_share(chart: Chart) -> None:
    assert [round(chart.share(bar), 2) for bar in chart.bars()] == [1.0, 0.0, 0.33]


def test_it_is_drawn(chart: Chart) -> None:
    colours = {
        chart.grab().toImage().pixelColor(x, y).name() for x in range(0, 400, 4) for y in range(0, 160, 4)
    }
    assert len(colours) > 2


def test_no_bars_are_no_fault(chart: Chart) -> None:
    chart.show_bars([])
    chart.grab()
    assert chart.areas() == []
