from PySide6.QtWidgets import QLabel

from ui.widgets.figure_line import FigureLine


def test_figures_are_shown_and_replaced(qtbot) -> None:
    line = FigureLine()
    qtbot.addWidget(line)
    line.show_figures([("Tổng", "5"), ("Tỷ lệ", "80%")])
    assert line.isVisible()
    assert line.text() == line.accessibleName() == "Tổng: 5 · Tỷ lệ: 80%"
    line.show_figures([("Tổng", "6")])
    shown = [label.text() for part in line._parts for label in part.findChildren(QLabel)]
    assert shown == ["Tổng", "6"]
    line.show_figures([])
    assert not line.isVisible()
