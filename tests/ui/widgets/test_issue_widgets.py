from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.report_issue import ReplyItem
from tests.ui.keys import press
from ui.roles import Tone
from ui.widgets.next_action import NextAction, NextActionBox, Verb
from ui.widgets.package_card import PackageCard, PackageFacts
from ui.widgets.reply_points import ReplyPoints
from ui.widgets.scan_facts import scan_facts
from ui.widgets.scan_list import ScanList
from ui.widgets.state_line import Passed, StateLine
from ui.widgets.story_list import StoryEntry, StoryList

STATES = [
    ("Đang soạn", Passed.DONE),
    ("Trình ký", Passed.DONE),
    ("Đã phát hành", Passed.NOW),
    ("Đã gửi", Passed.LATER),
    ("Tỉnh đã nhận", Passed.LATER),
    ("Đã tiếp nhận", Passed.LATER),
]
A4_200 = QSize(1654, 2339)


def photo(path: Path, size: QSize = A4_200, colour: str = "#B22222") -> Path:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    return [photo(tmp_path / f"trang {number}.jpg") for number in (1, 2, 3)]


@pytest.fixture
def scans(qtbot) -> ScanList:
    made = ScanList()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    made.activateWindow()
    return made


def test_the_line_of_states_goes_on_below_where_it_must(qtbot) -> None:
    line = StateLine("Trạng thái báo cáo")
    qtbot.addWidget(line)
    line.show_states(STATES)
    wide, narrow = line.heightForWidth(1200), line.heightForWidth(460)
    assert narrow == 2 * wide
    widest = max(place.right() for place in line._places(460))
    assert widest < 460, "no word is cut off"


def test_the_line_of_states_can_be_heard(qtbot) -> None:
    line = StateLine("Trạng thái báo cáo")
    qtbot.addWidget(line)
    line.show_states(STATES, Tone.WARNING)
    assert "Đã phát hành (hiện nay)" in line.accessibleName()
    assert "Đã gửi (chưa tới)" in line.accessibleName()


def test_a_photo_says_how_fine_it_is(tmp_path: Path) -> None:
    fine = scan_facts(photo(tmp_path / "ro.png"), QSize(72, 84))
    assert "200 dpi" in fine.detail
    assert (fine.problem, fine.hint) == ("", "")
    assert fine.picture.height() == 84
    coarse = scan_facts(photo(tmp_path / "mo.png", QSize(600, 800)), QSize(72, 84))
    assert "dưới 200 dpi" in coarse.hint


def test_a_grey_photo_is_told(tmp_path: Path) -> None:
    grey = scan_facts(photo(tmp_path / "xam.png", colour="#808080"), QSize(72, 84))
    assert "đen trắng" in grey.hint


def test_a_huge_picture_is_not_drawn_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.widgets.scan_facts._MOST_PIXELS", 1_000_000)
    facts = scan_facts(photo(tmp_path / "lon.png"), QSize(72, 84))
    assert facts.picture.isNull()
    assert facts.problem == "", "it can be taken all the same"


def test_files_that_are_no_scan_are_named_and_the_others_taken(
    scans: ScanList, pages: list[Path], tmp_path: Path
) -> None:
    bad = {"don.docx": b"x", "hong.jpg": b"not a picture", "rong.pdf": b""}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    scans.add([pages[0], *(tmp_path / name for name in bad), tmp_path / "mat.pdf"])
    assert scans.paths() == (pages[0],)
    for name in bad:
        assert name in scans.refused()
    assert "Và 1 tệp khác" in scans.refused()


def test_pages_are_put_in_order_and_taken_away_by_keys(qtbot, scans: ScanList, pages: list[Path]) -> None:
    scans.add(pages)
    listed = scans._list
    listed.setFocus()
    listed.setCurrentRow(2)
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [path.name for path in scans.paths()] == ["trang 1.jpg", "trang 3.jpg", "trang 2.jpg"]
    press(listed, Qt.Key.Key_Delete)
    assert [path.name for path in scans.paths()] == ["trang 1.jpg", "trang 2.jpg"]
    assert "Trang 2: trang 2.jpg" in listed.item(1).text()
    scans.up_button.click()
    assert [path.name for path in scans.paths()] == ["trang 2.jpg", "trang 1.jpg"]


def test_the_same_file_is_not_taken_twice(scans: ScanList, pages: list[Path]) -> None:
    scans.add(pages[:1])
    scans.add(pages[:1])
    assert len(scans.paths()) == 1


def test_a_pdf_and_photos_do_not_go_together(scans: ScanList, pages: list[Path], tmp_path: Path) -> None:
    pdf = tmp_path / "ban ky.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    scans.add([pdf])
    assert scans.problem() == ""
    scans.add(pages[:1])
    assert "một tệp PDF, hoặc chỉ dùng ảnh" in scans.problem()
    other = tmp_path / "hai.pdf"
    other.write_bytes(b"%PDF-1.4")
    scans.add([other])
    assert "một tệp PDF cho cả báo cáo" in scans.problem()


def test_the_next_action_has_one_main_button_and_a_menu(qtbot) -> None:
    box = NextActionBox()
    qtbot.addWidget(box)
    asked: list[str] = []
    box.requested.connect(asked.append)
    main, other, more = (
        Verb("issue", "Phát hành…"),
        Verb("withdraw", "Rút về"),
        Verb("check_code", "Kiểm tra mã…"),
    )
    box.show_action(NextAction("Chờ ký", "Ký xong thì phát hành.", main, (other,), (more,)))
    kinds = [button.property("kind") for button in box._buttons]
    assert kinds.count("primary") == 1
    button = box.button("issue")
    assert button is not None
    button.click()
    box.trigger("check_code")
    box.trigger("open_next")
    assert asked == ["issue", "check_code"], "what is not offered cannot be done"


def test_a_running_job_hides_the_buttons_and_a_failure_brings_them_back(qtbot) -> None:
    box = NextActionBox()
    qtbot.addWidget(box)
    box.show()
    box.show_action(NextAction("Chờ ký", "", Verb("issue", "Phát hành…")))
    box.show_progress("Đang đóng gói…", 1, 6)
    assert box.cancel_button.isVisible()
    assert not box._buttons[0].isVisible()
    box.show_idle("Ổ đĩa đã đầy.")
    assert box._buttons[0].isVisible()
    assert box.failure() == "Ổ đĩa đã đầy."


def test_the_focus_stays_in_the_box_while_its_buttons_change(qtbot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    elsewhere, box = QPushButton("Khác"), NextActionBox()
    layout.addWidget(elsewhere)
    layout.addWidget(box)
    qtbot.addWidget(page)
    page.show()
    box.show_action(NextAction("Ký", "", Verb("sign", "Trình ký")))
    box.button("sign").setFocus()
    box.show_progress("Đang đóng gói…", 1, 3)
    assert page.focusWidget() is box.cancel_button
    box.show_idle()
    assert page.focusWidget() is box.button("sign")
    with qtbot.waitExposed(dialog := QDialog(page)):
        dialog.open()  # the window is not the active one when the answer arrives
    box.show_action(NextAction("Gửi", "", Verb("send", "Gửi")))
    dialog.close()
    assert page.focusWidget() is box.button("send")
    elsewhere.setFocus()
    box.show_action(NextAction("Xong", "", Verb("done", "Xong")))
    assert page.focusWidget() is elsewhere


def test_entries_are_edited_confirmed_and_taken_away(qtbot) -> None:
    story = StoryList("sendings", "Các lần gửi", "Chưa có.", "Ghi lần gửi")
    qtbot.addWidget(story)
    told: list[tuple[str, str]] = []
    story.edit_requested.connect(lambda key: told.append(("edit", key)))
    story.remove_requested.connect(lambda key: told.append(("remove", key)))
    story.action_requested.connect(lambda key: told.append(("action", key)))
    story.show_entries([StoryEntry("a", "22/11", action="Ghi xác nhận…", can_edit=True, can_remove=True)])
    row = story.rows()[0]
    row.edit_button.click()
    row.action_button.click()
    press(row, Qt.Key.Key_Delete)
    assert told == [("edit", "a"), ("action", "a"), ("remove", "a")]


def test_an_entry_that_stays_takes_no_delete(qtbot) -> None:
    story = StoryList("steps", "Diễn biến", "Chưa có.")
    qtbot.addWidget(story)
    told: list[str] = []
    story.remove_requested.connect(told.append)
    story.show_entries([StoryEntry("a", "22/11 · Trình ký")])
    press(story.rows()[0], Qt.Key.Key_Delete)
    assert told == []
    assert not story.add_button.isVisibleTo(story)


def test_the_message_can_be_copied_though_the_folder_is_gone(qtbot) -> None:
    card = PackageCard()
    qtbot.addWidget(card)
    card.show_package(PackageFacts("BC.zip", "403 KB", ""))
    assert "không còn ở chỗ cũ" in card._gone.text()
    assert card.message.subject_button.isEnabled()
    assert not card.open_draft_button.isEnabled()
    card.show_package(None)
    assert card.isHidden()


def test_only_points_with_a_record_lead_to_one(qtbot) -> None:
    items = (
        ReplyItem(sentence="Thiếu kinh phí."),
        ReplyItem(sentence="Sai số.", register="activities", record_id="x"),
    )
    points = ReplyPoints(items)
    qtbot.addWidget(points)
    texts = [one.text() for one in points.findChildren(QLabel)]
    assert "Thiếu kinh phí." in texts
    buttons = [one for one in points.children() if one.objectName().startswith("open_point")]
    assert [one.objectName() for one in buttons] == ["open_point_2_button"]
    with qtbot.waitSignal(points.opened) as opened:
        buttons[0].click()
    assert opened.args == [items[1]]
