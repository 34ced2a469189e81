from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.page_header import PageHeader


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
