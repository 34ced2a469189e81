from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ui.widgets.editors.combo import ComboInput


def test_a_choice_without_room_is_told_whole_in_the_tip(qtbot) -> None:
    combo = ComboInput()
    combo.addItem("Rà soát, củng cố Ban Chỉ đạo Cuộc vận động")
    combo.setToolTip("Giúp đỡ")
    combo.resize(120, 32)
    qtbot.addWidget(combo)
    combo.show()
    assert combo.is_cut()
    QApplication.sendEvent(
        combo, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), combo.mapToGlobal(QPoint(5, 5)))
    )
    assert QToolTip.text() == "Rà soát, củng cố Ban Chỉ đạo Cuộc vận động"
    combo.resize(400, 32)
    assert not combo.is_cut()
    QToolTip.hideText()
