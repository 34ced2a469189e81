from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.tab_order import order_tabs


def holder(name: str) -> QWidget:
    made, line = QWidget(), QLineEdit()
    line.setObjectName(name)
    QHBoxLayout(made).addWidget(line)
    made.setFocusProxy(line)
    return made


def test_what_is_made_later_gets_its_place_and_tab_goes_on_from_it(qtbot) -> None:
    window, add, last = QWidget(), QPushButton("Thêm"), QPushButton("Lưu")
    add.setObjectName("add")
    last.setObjectName("last")
    column = QVBoxLayout(window)
    column.addWidget(add)
    column.addWidget(last)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rows = [holder("one"), holder("two")]
    for row in rows:
        column.insertWidget(column.count() - 2, row)
    QApplication.processEvents()  # shows them
    order_tabs(add, *rows, add)
    rows[0].setFocus()
    reached = []
    for _ in range(5):
        reached.append(QApplication.focusWidget().objectName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached == ["one", "two", "add", "last", "one"]
