from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card_rows import CardRows
from ui.widgets.page_header import PageHeader


def test_cards_take_a_second_row_where_one_has_no_room(qtbot) -> None:
    rows = CardRows([QPushButton(str(number)) for number in range(5)], 100)
    qtbot.addWidget(rows)
    rows.resize(548, 100)
    rows.show()
    assert rows.across() == 5
    rows.resize(547, 100)
    assert rows.across() == 3
    assert rows.minimumSizeHint().width() == 324


def test_buttons_of_a_narrow_header_keep_their_icons_and_their_names(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header = PageHeader("Văn bản", window)
    excel, new = (
        make_button("Excel", "excel_button", icon_name="inbox"),
        make_button("Thêm", "new", kind=PRIMARY),
    )
    header.add(excel)
    header.add(new)
    header.resize(260, 56)
    window.show()
    QApplication.processEvents()
    assert (excel.text(), excel.toolTip(), excel.accessibleName()) == ("", "Excel", "Excel")
    assert new.text() == "Thêm"
    header.resize(600, 56)
    assert excel.text() == " Excel"
