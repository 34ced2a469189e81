from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.widgets.low_scroll import FirmColumn, ScrolledStack


def page(height: int) -> QWidget:
    made = QWidget()
    column = FirmColumn(made)
    tall = QLabel("Phiên chợ")
    tall.setMinimumHeight(height)
    column.addWidget(tall)
    return made


def test_a_page_without_room_can_be_scrolled_and_another_is_not(qtbot) -> None:
    stack, low, high = ScrolledStack(), page(100), page(900)
    stack.add(low)
    stack.add(high)
    qtbot.addWidget(stack)
    stack.resize(400, 300)
    stack.show()
    bars = [stack.widget(place).verticalScrollBar() for place in range(2)]
    assert stack.page() is low
    assert bars[0].maximum() == 0
    stack.bring(high)
    assert stack.page() is high
    qtbot.waitUntil(lambda: bars[1].maximum() > 600)


def test_a_wrapped_text_does_not_make_a_page_scroll(qtbot) -> None:
    stack, made = ScrolledStack(), page(100)
    text = QLabel("Tổ chức tuyên truyền Cuộc vận động tại các xã, thị trấn. " * 20)
    text.setWordWrap(True)
    text.setMinimumHeight(30)
    made.layout().addWidget(text)
    stack.add(made)
    qtbot.addWidget(stack)
    stack.resize(300, 260)
    stack.show()
    assert isinstance(stack.widget(0), QScrollArea)
    assert made.height() <= 260
