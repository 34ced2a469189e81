"""What a screen reader is given: roles, names, values and states as Qt hands them on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from ui.widgets import status_line
from ui.widgets.card import label
from ui.widgets.charts import base as charts
from ui.widgets.charts.base import Bar
from ui.widgets.charts.column_chart import ColumnChart
from ui.widgets.speech import announce
from ui.widgets.status_line import StatusLine

TEXT = QAccessible.Text


@pytest.fixture
def page(sample_session, qtbot) -> QWidget:
    sample_session.window.show_page("activities")
    qtbot.waitUntil(lambda: not sample_session.operations.is_reading(), timeout=60_000)
    return sample_session.window.current_page()


@pytest.fixture
def heard(monkeypatch) -> list[tuple[str, bool]]:
    """What was announced, and whether it interrupted."""
    words: list[tuple[str, bool]] = []

    def hear(_widget: QWidget, text: str, *, urgent: bool = False) -> None:
        words.append((text, urgent))

    monkeypatch.setattr(status_line, "announce", hear)
    monkeypatch.setattr(charts, "announce", hear)
    return words


def test_a_row_of_a_list_is_read_whole(page: QWidget) -> None:
    table = page.findChild(QTableView, "table")
    view = QAccessible.queryAccessibleInterface(table)
    assert (view.role(), view.text(TEXT.Name)) == (QAccessible.Role.Table, "Hoạt động")
    first = view.child(
        table.model().columnCount() + 2
    )  # behind the corner, the headings, and that of the row
    assert first.text(TEXT.Name) == "20/11/2023"
    rest = first.text(TEXT.Description)
    assert rest.startswith("Tên hoạt động: Hội nghị tổng kết")
    assert rest.endswith("Trạng thái: Hoàn thành")
    assert first.state().selected


def test_a_field_tells_its_label_its_text_and_what_is_wrong(page: QWidget) -> None:
    line = page.findChild(QWidget, "title")
    field = QAccessible.queryAccessibleInterface(line)
    assert field.role() == QAccessible.Role.EditableText
    assert field.text(TEXT.Name) == "Tên hoạt động"
    assert field.text(TEXT.Value).startswith("Hội nghị tổng kết")
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert "Tên hoạt động" in field.text(TEXT.Description)


def test_the_list_of_pages_tells_where_one_is_and_what_is_urgent(sample_session, page: QWidget) -> None:
    find = sample_session.window.navigation.findChild
    here = QAccessible.queryAccessibleInterface(find(QPushButton, "go_activities"))
    assert (here.text(TEXT.Name), bool(here.state().checked)) == ("Hoạt động", True)
    report = QAccessible.queryAccessibleInterface(find(QPushButton, "go_report"))
    assert report.text(TEXT.Description) == "Báo cáo (Ctrl+B): 8 ngày"


def test_a_long_word_is_read_without_the_places_where_it_may_break(qtbot) -> None:
    made = label("C:/Users/NguyenThiDao/Documents/SoHangViet/so.sohangviet", wrap=True)
    qtbot.addWidget(made)
    assert "\u200b" not in QAccessible.queryAccessibleInterface(made).text(TEXT.Name)


def test_messages_are_announced_and_refusals_interrupt(qtbot, heard: list[tuple[str, bool]]) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Đã lưu “Phiên chợ”")
    line.refuse("Ổ đĩa đã đầy.")
    assert heard == [("Đã lưu “Phiên chợ”", False), ("Ổ đĩa đã đầy.", True)]


def test_bars_are_announced_as_the_arrows_come_to_them(qtbot, heard: list[tuple[str, bool]]) -> None:
    chart = ColumnChart("Hoạt động theo tháng", "months", "hoạt động")
    qtbot.addWidget(chart)
    chart.show_bars([Bar("1", "T1", 3, "Tháng 1/2023"), Bar("2", "T2", 5, "Tháng 2/2023")])
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert [words for words, _ in heard] == ["Tháng 1/2023: 3 hoạt động", "Tháng 2/2023: 5 hoạt động"]
    spoken = QAccessible.queryAccessibleInterface(chart)
    assert spoken.text(TEXT.Description) == "Tháng 1/2023: 3; Tháng 2/2023: 5"


@pytest.mark.parametrize("urgent", [True, False])
def test_an_announcement_is_handed_to_qt_when_somebody_listens(qtbot, urgent: bool) -> None:
    made = label("Đã lưu")
    qtbot.addWidget(made)
    QAccessible.setActive(True)
    try:
        announce(made, "Đã lưu", urgent=urgent)
        assert QAccessible.isActive()
    finally:
        QAccessible.setActive(False)
