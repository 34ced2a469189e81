"""The versions of a text: difference to now, readable without colour, nothing to restore where nothing differs."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop_app.domain.narrative_changes import difference
from ui.dialogs.versions_dialog import VersionsDialog
from ui.widgets.difference_view import DifferenceView


@dataclass
class Stored:
    text: str | None
    at: str = "2023-11-21T09:42:00+07:00"
    who: str = "Đào"
    exported: bool = False


def formats(view: DifferenceView) -> list[tuple[str, bool, bool]]:
    """Return each run of letters with the same format: text, struck out, underlined."""
    found: list[tuple[str, bool, bool]] = []
    block = view.document().begin()
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        form = fragment.charFormat()
        found.append((fragment.text(), form.fontStrikeOut(), form.fontUnderline()))
        iterator += 1
    return found


def test_words_are_struck_out_and_underlined(qtbot) -> None:
    view = DifferenceView(fits=True)
    qtbot.addWidget(view)
    view.show_pieces(difference("Có 74 hội nghị.", "Có 75 hội nghị."))
    assert formats(view) == [
        ("Có ", False, False), ("74 ", True, False), ("75 ", False, True), ("hội nghị.", False, False),
    ]  # fmt: skip
    assert view.accessibleName() == "Có bỏ: 74; mới: 75; hội nghị."
    assert view.isReadOnly()


def test_markup_in_a_text_is_letters(qtbot) -> None:
    view = DifferenceView()
    qtbot.addWidget(view)
    view.show_pieces(difference("<b>a</b>", "<b>a</b> & <img src=x>"))
    assert view.toPlainText() == "<b>a</b> & <img src=x>"


def test_a_long_difference_is_as_high_as_its_text(qtbot) -> None:
    view = DifferenceView(fits=True)
    qtbot.addWidget(view)
    view.resize(300, 20)
    view.show()
    view.show_pieces(difference("", "Đã tổ chức hội nghị tuyên truyền. " * 20))
    assert view.height() > 100
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert view.cursorRect(cursor).bottom() <= view.height()


def test_versions_tell_when_who_and_first_words(qtbot) -> None:
    versions = [Stored("Bản hai.", exported=True), Stored("Bản một.", who=""), Stored(None), Stored("")]
    dialog = VersionsDialog("II.1", versions, "Bản hai.", "Gợi ý.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.list.item(row).text() for row in range(4)] == [
        "21/11/2023 09:42 · Đào · đã xuất\nBản hai.",
        "21/11/2023 09:42\nBản một.",
        "21/11/2023 09:42 · Đào\n(trở về gợi ý của chương trình)",
        "21/11/2023 09:42 · Đào\n(trống)",
    ]
    assert not dialog.restore_button.isEnabled()
    assert dialog.note() == "Bản này giống bản hiện nay."
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.restore_button.isEnabled()
    assert formats(dialog.view) == [("Bản ", False, False), ("hai.", True, False), ("một.", False, True)]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.view.toPlainText() == "Bản hai.Gợi ý."
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
