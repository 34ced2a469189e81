"""Cards of attached files: what they show, in how many columns, and that none is a window of its own."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.attachments import Attachment
from tests.photos import jpeg, picture
from ui.widgets.attachment_list import AttachmentList

THUMBNAIL = jpeg(picture(240, 180), private=False)


def file(number: int, **values: object) -> Attachment:
    usual = {
        "id": f"id{number}",
        "register": "activities",
        "record_id": "a",
        "sha256": f"{number}",
        "file_name": f"IMG_{number}.jpg",
        "caption": "",
        "place": number,
        "in_report": False,
        "media_type": "image/jpeg",
        "size": 350_000,
        "width": 1600,
        "height": 1200,
        "added_at": "2023-11-21T09:42:00+07:00",
    }
    return Attachment(**{**usual, **values})


def document(number: int) -> Attachment:
    return file(number, file_name=f"{number}.pdf", media_type="application/pdf", width=None, height=None)


@pytest.fixture
def view(qtbot) -> AttachmentList:
    view = AttachmentList()
    qtbot.addWidget(view)
    view.resize(426, 500)
    view.show()
    return view


def picture_of(sha256: str) -> bytes | None:
    return THUMBNAIL if sha256 != "9" else None


def test_no_card_is_ever_a_window_of_its_own(view) -> None:
    before = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    view.show_files([file(1), document(9)], picture_of)
    assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} == before


@pytest.mark.parametrize(("width", "columns"), [(380, 1), (426, 1), (840, 2), (1250, 3)])
def test_cards_stand_side_by_side_where_there_is_room_and_never_beyond_it(
    qtbot, view, width, columns
) -> None:
    view.resize(width, 500)
    view.show_files([file(number) for number in range(6)], picture_of)
    qtbot.waitUntil(lambda: len({card.x() for card in view.cards()}) == columns)
    assert all(card.geometry().right() < card.parentWidget().width() for card in view.cards())
    for card in view.cards():
        assert card.remove_button.geometry().right() < card.width()
        assert card.in_report.geometry().right() < card.up_button.x()


def test_cards_that_stay_are_the_same_and_those_gone_go(view) -> None:
    view.show_files([file(1), file(2), file(3)], picture_of)
    kept = view.cards()[2]
    view.show_files([file(3, caption="Khai mạc"), file(1)], picture_of)
    assert [card.file.id for card in view.cards()] == ["id3", "id1"]
    assert view.cards()[0] is kept
    assert kept.caption.text() == "Khai mạc"
    view.show_files([], picture_of)
    assert view.cards() == []


def test_the_facts_of_a_file_are_told(view) -> None:
    view.show_files([file(1), document(9)], picture_of)
    photo, paper = view.cards()
    assert photo._facts.text() == "342 KB · 1600 × 1200"
    assert paper._facts.text() == "342 KB"
    assert paper.picture.accessibleName() == "Mở tệp 9.pdf"
    assert photo.grab().toImage() != paper.grab().toImage()
