"""Công văn đính chính: the faults of form of an issued report, for the letter in Word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.report_issue import Fault
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.fields_dialog import FieldsDialog
from ui.widgets.card import label
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.faults_editor import FaultsEditor

_SIZE = (700, 560)
_HELP = (
    "Chỉ dùng cho lỗi chính tả, thể thức, kỹ thuật trình bày. Sai nội dung, số liệu thì phải mở lần báo cáo tiếp theo "
    "để thay thế báo cáo đã phát hành."
)
_WORDS = {
    "number": FieldWords("Số công văn", "Để trống thì chừa chỗ ghi tay."),
    "issued_on": FieldWords("Ngày công văn", "Để trống thì chừa chỗ ghi ngày, tháng.", "ngày/tháng/năm"),
}
_PLACES = {"number": (0, 0, 1), "issued_on": (0, 1, 1)}


@dataclass(frozen=True)
class LetterAnswer:
    """What the letter says; "" and None leave room for the hand."""

    faults: tuple[Fault, ...]
    number: str = ""
    issued_on: date | None = None


class CorrectionLetterDialog(FieldsDialog):
    """Number, date and the faults."""

    def __init__(
        self, reported: str, today: Callable[[], date], year: int, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            reported: the report that the letter corrects ("Báo cáo số 21/… ngày …").
            today: for “hôm nay”.
            year: for days typed without one.
            parent: the owner.
        """
        super().__init__(
            "correction_letter_dialog", "Công văn đính chính", "Lưu bản Word…", _SIZE, _HELP, parent
        )
        editors = {"number": TextEditor(), "issued_on": DateEditor(today, lambda: year)}
        self.faults = FaultsEditor()
        self.faults.bind("faults", FieldWords("Các lỗi cần đính chính"))
        self.body.addWidget(label(f"Đính chính {reported}", wrap=True))
        self.add_fields(_WORDS, editors, _PLACES)
        self.body.addWidget(label("Các lỗi cần đính chính", strong=True))
        self.body.addWidget(self.faults)
        self.body.addStretch()

        self.go_on(self.faults.focus_first)
        self.faults.focus_first()

    @classmethod
    def ask(cls, reported: str, today: Callable[[], date], year: int, parent: QWidget) -> LetterAnswer | None:
        """Return what the letter is to say, None when the dialog was left."""
        return answer_of(cls(reported, today, year, parent), cls.answer)

    def answer(self) -> LetterAnswer:
        """Return what stands here."""
        number = clean(self.fields["number"].editor.value())
        return LetterAnswer(self.faults.value(), number, self.fields["issued_on"].editor.value())

    def problem(self) -> str:
        """Return what is unread, or missing of the faults."""
        found = super().problem() or self.faults.problem()
        return found or ("" if self.faults.value() else "Hãy ghi ít nhất một lỗi cần đính chính.")
