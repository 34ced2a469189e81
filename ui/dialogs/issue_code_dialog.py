"""Kiểm tra mã: which report a printed check code belongs to."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.ledger.issue_view import CodeAnswer, CodeMatch
from ui.dialogs.answer import show_until_closed
from ui.dialogs.dialog_frame import DialogFrame
from ui.roles import Tone
from ui.widgets.card import label
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field
from ui.widgets.pill import Pill

_SIZE = (560, 320)
_HELP = (
    "Gõ 10 ký tự ở cuối phụ lục cuối cùng của bản in, hoặc dán nội dung quét được từ mã QR. Chữ hoa hay thường, có "
    "dấu cách, gõ nhầm chữ O với số 0 hay chữ I với số 1 đều được."
)
_CODE = FieldWords("Mã kiểm tra", "Mười ký tự, hoặc nội dung của mã QR.", "Ví dụ: 7K2M 9QXT 4B")
_LENGTH = 10
_MATCHES = {
    CodeMatch.MATCH: ("Khớp", Tone.GOOD),
    CodeMatch.OTHER_REVISION: ("Khác lần báo cáo", Tone.WARNING),
    CodeMatch.UNKNOWN: ("Không có trong sổ", Tone.BAD),
}


class CheckCodeDialog(DialogFrame):
    """A line to type the code into; the answer stands below as soon as the code is whole."""

    def __init__(self, find: Callable[[str], CodeAnswer], parent: QWidget | None = None) -> None:
        """Build the dialog.

        Args:
            find: answers for a code or the text of a QR.
            parent: the owner.
        """
        super().__init__("check_code_dialog", "Kiểm tra mã", "Kiểm tra", _SIZE, _HELP, parent)
        self._find = find
        self._code = TextEditor()
        self._match = Pill()
        self._sentence = label("", wrap=True)
        self._sentence.setObjectName("code_sentence")
        line = QHBoxLayout()
        line.addWidget(self._match)
        line.addStretch()
        self.body.addWidget(make_field("check_code", _CODE, self._code))
        self.body.addLayout(line)
        self.body.addWidget(self._sentence)
        self.body.addStretch()
        self.cancel_button.setText("Đóng")
        self.cancel_button.setAccessibleName("Đóng")

        self._code.edited.connect(self._on_edited)
        self._code.advanced.connect(self.finish)
        self._code.setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def show_box(cls, find: Callable[[str], CodeAnswer], parent: QWidget) -> None:
        """Open the box until it is closed."""
        show_until_closed(cls(find, parent))

    def answer(self) -> tuple[str, str]:
        """Return the word and the sentence that stand here."""
        return self._match.text(), self._sentence.text()

    def problem(self) -> str:
        """Return that no code was typed."""
        return "" if str(self._code.value()).strip() else "Hãy gõ hoặc dán mã kiểm tra."

    def finish(self) -> None:
        """Answer; the box stays open for the next code."""
        sentence = self.problem()
        self._message.setText(sentence)
        if not sentence:
            self._tell(self._find(str(self._code.value())))

    def _on_edited(self) -> None:
        self._message.setText("")
        typed = "".join(filter(str.isalnum, str(self._code.value())))
        if len(typed) >= _LENGTH:
            self._tell(self._find(str(self._code.value())))
        else:
            self._match.set("")
            self._sentence.setText("")

    def _tell(self, answer: CodeAnswer) -> None:
        self._match.set(*_MATCHES[answer.kind])
        self._sentence.setText(answer.sentence)
        self._code.focus_target().setAccessibleDescription(f"{self._match.text()}. {answer.sentence}")
