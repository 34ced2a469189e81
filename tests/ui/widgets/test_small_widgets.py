from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QPushButton

from tests.ui.keys import press, type_text
from ui.roles import Tone
from ui.theme import SMALL_SIZE, text_font
from ui.widgets.action_card import ActionCard
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.editors.combo import ComboInput
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_card import FigureCard
from ui.widgets.filter_bar import Filter, FilterBar
from ui.widgets.navigation import Navigation, NavigationEntry
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pill import Pill
from ui.widgets.search_box import SearchBox
from ui.widgets.status_line import StatusLine

ARROW_AND_EDGES = 45
"""Padding, frame and arrow of a drop-down list in the style sheet, in pixels."""


def test_search_waits_for_a_pause_and_enter_does_not(qtbot) -> None:
    box = SearchBox("Tìm không dấu")
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.searched) as searched:
        type_text(box, "dong giang")
    assert searched.args == ["dong giang"]
    type_text(box, " 2")
    with qtbot.waitSignal(box.passed), qtbot.waitSignal(box.searched, timeout=0) as searched:
        press(box, Qt.Key.Key_Return)
    assert searched.args == ["dong giang 2"]
    press(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_filters_say_what_is_chosen_and_are_cleared_at_once(qtbot) -> None:
    bar = FilterBar("Tìm", [Filter("status", "Trạng thái", [("", "Mọi"), ("planned", "Dự kiến")])])
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.changed):
        bar._combos["status"].setCurrentIndex(1)
    assert (bar.value("status"), bar.value("content"), bar.is_active()) == ("planned", "", True)
    with qtbot.waitSignals([bar.changed]):
        bar.clear()
    assert not bar.is_active()


def test_status_line_speaks_and_offers_undo(qtbot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.say("Đã lưu “Phiên chợ”", True)
    undo = line.findChild(QPushButton, "undo_button")
    assert undo.isVisible()
    with qtbot.waitSignal(line.undo_requested):
        undo.click()
    line.refuse("Không còn thao tác nào để hoàn tác.")
    assert line.message() == "Không còn thao tác nào để hoàn tác."
    assert not undo.isVisible()
    line.set_fact("draft", "Bản nháp tự lưu 09:42")
    assert line.fact("draft") == "Bản nháp tự lưu 09:42"


def test_status_line_shows_slow_work_and_its_end(qtbot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    cancel = line.findChild(QPushButton, "cancel_button")
    assert not cancel.isVisible()
    line.show_busy("Đang xuất báo cáo…", 3, 10)
    assert cancel.isVisible()
    with qtbot.waitSignal(line.cancel_requested):
        cancel.click()
    line.show_busy("", 0, 0)
    assert not cancel.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make",
    [
        lambda: make_button("Lưu", "save_button"),
        lambda: ActionCard("Lưu", "save_button"),
        lambda: FigureCard("Lưu", "save_button"),
    ],
)
def test_enter_presses_a_button_as_space_does(
    qtbot, make: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    button = make()
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        press(button, key)


def test_navigation_is_walked_by_arrows(qtbot) -> None:
    entries = [
        NavigationEntry("overview", "Tổng quan", "layout-dashboard", keys="Ctrl+1"),
        NavigationEntry("trash", "Thùng rác", "trash-2", at_foot=True),
    ]
    navigation = Navigation(entries)
    qtbot.addWidget(navigation)
    navigation.show()
    qtbot.waitExposed(navigation)
    navigation.activateWindow()
    navigation.set_current("overview")
    first = navigation.findChild(QPushButton, "go_overview")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(navigation.chosen) as chosen:
        press(first, Qt.Key.Key_Down)
    assert chosen.args == ["trash"]
    with qtbot.waitSignal(navigation.chosen) as chosen:
        press(first, Qt.Key.Key_Return)
    assert chosen.args == ["overview"]
    navigation.set_badge("overview", "7 ngày")
    navigation.set_narrow(True)
    assert (first.text(), first.accessibleName()) == ("", "Tổng quan")
    assert first.toolTip() == "Tổng quan (Ctrl+1): 7 ngày"


def test_a_notice_hides_when_it_has_nothing_to_say(qtbot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.add("Lấy lại", "recover_button")
    bar.say("Có bản nháp.")
    assert bar.isVisible()
    bar.say("")
    assert not bar.isVisible()


def test_a_pill_without_words_is_not_there(qtbot) -> None:
    holder = EmptyState("inbox", "Chưa có gì.")
    qtbot.addWidget(holder)
    pill = Pill("Chưa lưu", Tone.WARNING, holder)
    holder.show()
    assert pill.accessibleName() == "Chưa lưu"
    assert not pill.grab().toImage().isNull()
    pill.set("")
    assert not pill.isVisible()


def test_a_long_line_ends_with_dots_and_tells_the_whole(qtbot) -> None:
    label = ElidedLabel("Tuyên truyền Cuộc vận động trên mạng xã hội")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    label.grab()
    assert label.toolTip() == "Tuyên truyền Cuộc vận động trên mạng xã hội"


@pytest.mark.parametrize("word", ["W" * 500, "à\u0323" * 250, "/rất/dài" * 60])
def test_a_word_without_an_end_is_broken_and_stays_the_same_text(qtbot, word: str) -> None:
    shown = label(word, wrap=True)
    qtbot.addWidget(shown)
    assert shown.minimumSizeHint().width() < 400
    assert shown.text() == word
    assert label("Đề nghị bổ sung số liệu", wrap=True).minimumSizeHint().width() < 100


def test_four_lines_below_a_figure_are_not_cut(qtbot) -> None:
    card = FigureCard("Kinh phí", "funds")
    qtbot.addWidget(card)
    assert 4 * QFontMetrics(text_font(SMALL_SIZE)).lineSpacing() <= card.sizeHint().height() - 68 - 10


def test_a_narrow_card_grows_for_its_remark(qtbot) -> None:
    card = FigureCard("Hạn gửi báo cáo", "deadline")
    qtbot.addWidget(card)
    remark = "Báo cáo đã xuất. Trước ngày 30/11/2023; ngày gửi cuối cùng: 29/11/2023"
    card.show_figure("Đã qua hạn", remark)
    card.resize(142, card.minimumHeight())
    card.show()
    words = QFontMetrics(text_font(SMALL_SIZE)).boundingRect(
        QRect(0, 0, 142 - 32, 1000), Qt.TextFlag.TextWordWrap, remark
    )
    assert card.minimumHeight() >= 12 + 56 + words.height()
    assert card.minimumHeight() > card.sizeHint().height()


def test_a_narrow_row_of_filters_leaves_the_search_box_room(qtbot) -> None:
    choices = [("", "Mọi nội dung của kế hoạch")]
    bar = FilterBar("Tìm", [Filter(name, name, choices) for name in ("content", "status", "month")])
    qtbot.addWidget(bar)
    bar.show_found("Ngày ↓ · 45 kết quả")
    bar.resize(815, 40)
    bar.show()
    gaps = bar.findChild(QPushButton, "gaps_button")
    assert (gaps.text(), bar.search_box.width() >= 168) == ("", True)
    bar.resize(1126, 40)
    assert gaps.text() == " Cần xem lại"


@pytest.mark.parametrize("width", [84, 100, 112, 120, 130, 168])
def test_a_closed_list_shows_whole_words_or_dots(qtbot, width: int) -> None:
    combo = ComboInput()
    qtbot.addWidget(combo)
    combo.addItem("Mọi hình thức khen")
    combo.resize(width, 32)
    combo.show()
    room = width - ARROW_AND_EDGES
    assert QFontMetrics(combo.font()).horizontalAdvance(combo.shown_words()) <= room
    assert combo.shown_words() == "Mọi hình thức khen" or combo.shown_words().endswith("…")


def test_a_badge_is_in_the_tip_where_there_is_no_room_for_it(qtbot) -> None:
    navigation = Navigation([NavigationEntry("report", "Báo cáo", "file-text", keys="Ctrl+B")])
    qtbot.addWidget(navigation)
    navigation.show()
    button = navigation.findChild(QPushButton, "go_report")
    navigation.set_narrow(True)
    navigation.set_badge("report", "7 ngày")
    assert not button.badge.isVisible()
    assert button.toolTip() == "Báo cáo (Ctrl+B): 7 ngày"
    navigation.set_narrow(False)
    assert button.badge.isVisible()
    assert button.toolTip() == "Báo cáo (Ctrl+B)"
