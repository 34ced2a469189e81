from PySide6.QtWidgets import QPushButton

from ui.widgets.card_rows import CardRows


def test_cards_take_a_second_row_where_one_has_no_room(qtbot) -> None:
    rows = CardRows([QPushButton(str(number)) for number in range(5)], 100)
    qtbot.addWidget(rows)
    rows.resize(548, 100)
    rows.show()
    assert rows.across() == 5
    rows.resize(547, 100)
    assert rows.across() == 3
    assert rows.minimumSizeHint().width() == 324
