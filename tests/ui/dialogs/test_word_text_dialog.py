import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.word_text import WordReading, WordSection
from ui.dialogs.word_text_dialog import WordTextDialog
from ui.widgets.difference_view import DifferenceView

CHANGED = WordSection(
    "a", "I.1. Lãnh đạo", "Họp 04 cuộc.", "Họp 05 cuộc.", "Họp 05 cuộc.", remarks=("Có bảng.",)
)
OTHER = WordSection("b", "I.2. Kinh phí", "Chi 12 triệu.", "", "")
SAME = WordSection("c", "II. Kết quả", "Tốt.", "Tốt.", "Tốt.")
GONE = WordSection("d", "III. Đánh giá", "Đạt.", None)


@pytest.fixture
def shown(qtbot: QtBot):
    def show(*sections: WordSection, notes: tuple[str, ...] = ()) -> WordTextDialog:
        made = WordTextDialog(WordReading("BaoCao.docx", sections, notes=notes))
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def labels(dialog: WordTextDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def test_each_section_that_differs_has_its_box_and_both_texts(shown) -> None:
    dialog = shown(CHANGED, OTHER, SAME, notes=("Một điều cần biết.",))
    assert dialog.summary().startswith("02 mục")
    assert dialog.chosen() == {"a", "b"}
    views = dialog.findChildren(DifferenceView)
    assert [one.toPlainText() for one in views] == ["Họp 04 05 cuộc.", "Chi 12 triệu."]
    assert {"Có bảng.", "Một điều cần biết.", "I.1. Lãnh đạo"} <= set(labels(dialog).split("\n"))
    assert dialog.boxes["a"].accessibleName() == "Lấy mục I.1. Lãnh đạo"


def test_only_what_is_ticked_is_taken(shown) -> None:
    dialog = shown(CHANGED, OTHER)
    dialog.boxes["b"].click()
    assert dialog.chosen() == {"a"}
    assert dialog.done_button.isEnabled()
    dialog.boxes["a"].click()
    assert not dialog.done_button.isEnabled()


def test_nothing_changed_says_so(shown) -> None:
    dialog = shown(SAME)
    assert "không có gì để lấy" in dialog.summary()
    assert not dialog.done_button.isVisible()
    assert dialog.cancel_button.text() == "Đóng"


def test_sections_that_were_not_found_are_listed(shown) -> None:
    dialog = shown(CHANGED, GONE)
    assert "Không tìm thấy trong tệp Word (giữ nguyên trong sổ):\nIII. Đánh giá" in labels(dialog)
    assert "Không tìm thấy mục nào" in shown(GONE).summary()
