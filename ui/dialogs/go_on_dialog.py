"""Taking a ledger that was handed over back into use: why, and what that means."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain.handover import LONGEST_NOTE, Handover, handed_over_sentence
from desktop_app.domain.labels.words import FieldWords
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.fields_dialog import FieldsDialog
from ui.widgets.card import label
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import focus_field

_SIZE = (600, 330)
_WHAT = (
    "Nếu người nhận đã làm tiếp trên sổ của họ thì sẽ có hai sổ khác nhau, và chương trình không ghép lại được. Chỉ "
    "dùng tiếp khi việc bàn giao không thành, ví dụ tệp bị mất hoặc quên mật khẩu."
)
_WORDS = {"reason": FieldWords("Lý do", "Được giữ trong lịch sử của sổ.", "Người nhận không mở được tệp")}


class GoOnDialog(FieldsDialog):
    """Asks for the reason."""

    def __init__(self, given: Handover, parent: QWidget | None = None) -> None:
        super().__init__("go_on_dialog", "Tiếp tục dùng sổ này", "Tiếp tục dùng", _SIZE, parent=parent)
        self.body.addWidget(label(handed_over_sentence(given), strong=True, wrap=True))
        self.body.addWidget(label(_WHAT, wrap=True))
        self.add_fields(_WORDS, {"reason": TextEditor()}, {"reason": (0, 0, 1)}, required=("reason",))
        self.body.addStretch()
        self.go_on(self.finish)
        focus_field(self.fields, "reason")

    @classmethod
    def ask(cls, given: Handover, parent: QWidget | None) -> str | None:
        """Return the reason, None when the dialog was given up."""
        return answer_of(cls(given, parent), cls.reason)

    def reason(self) -> str:
        """Return what is typed."""
        return clean(str(self.fields["reason"].editor.value()))

    def missing(self) -> dict[str, str]:
        """Return that there is no reason, or that it is too long."""
        if len(self.reason()) > LONGEST_NOTE:
            return {"reason": f"Lý do dài quá {LONGEST_NOTE} ký tự; hãy ghi ngắn lại."}
        return {} if self.reason() else {"reason": "Hãy ghi lý do."}
