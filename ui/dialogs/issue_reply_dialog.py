"""What the province said by telephone or message, noted by hand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.report_issue import REPLY_WORDS, Reply, ReplyKind
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.fields_dialog import FieldsDialog
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import LongTextEditor, TextEditor
from ui.widgets.fields import focus_field

_SIZE = (640, 460)
_HELP = (
    "Dùng khi tỉnh gọi điện, nhắn tin hoặc trả lời bằng văn bản giấy. Nếu tỉnh gửi tệp phản hồi thì bấm "
    "“Mở phản hồi của tỉnh…” để không phải gõ lại."
)
_WORDS = {
    "kind": FieldWords("Tỉnh trả lời"),
    "replied_on": FieldWords("Ngày trả lời", "", "ngày/tháng/năm"),
    "sender": FieldWords(
        "Người trả lời", "Ai gọi, nhắn hoặc ký văn bản.", "Bà Hoa, Ban Phong trào MTTQ tỉnh"
    ),
    "reason": FieldWords("Nội dung", "Điều tỉnh yêu cầu, càng gần lời của tỉnh càng tốt."),
    "due_on": FieldWords("Hạn mới", "Ngày phải gửi lại, nếu tỉnh có nêu.", "ngày/tháng/năm"),
}
_PLACES = {
    "kind": (0, 0, 1),
    "replied_on": (0, 1, 1),
    "sender": (1, 0, 2),
    "reason": (2, 0, 2),
    "due_on": (3, 0, 1),
}


class ReplyDialog(FieldsDialog):
    """The fields of a reply; the new deadline belongs to a correction alone."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("reply_dialog", "Ghi phản hồi của tỉnh", "Ghi nhận", _SIZE, _HELP, parent)
        self._today = today
        self._kind = ChoiceEditor(REPLY_WORDS)
        editors = {
            "kind": self._kind,
            "replied_on": DateEditor(today),
            "sender": TextEditor(),
            "reason": LongTextEditor(),
            "due_on": DateEditor(today),
        }
        self.add_fields(_WORDS, editors, _PLACES)
        self._kind.set_value(ReplyKind.CORRECTION)
        self.fields["replied_on"].editor.set_value(today())
        self.body.addStretch()

        self._kind.edited.connect(self._follow)
        self.go_on(self.done_button.setFocus)
        focus_field(self.fields, "kind")

    @classmethod
    def ask(cls, today: Callable[[], date], parent: QWidget) -> Reply | None:
        """Return what was noted, None when the dialog was left."""
        return answer_of(cls(today, parent), cls.reply)

    def reply(self) -> Reply:
        """Return what stands here."""
        values = {name: field.editor.value() for name, field in self.fields.items()}
        is_correction = values["kind"] is ReplyKind.CORRECTION
        return Reply(
            kind=values["kind"],
            replied_on=values["replied_on"] or self._today(),
            sender=clean(values["sender"]),
            reason=clean(values["reason"], multiline=True),
            due_on=values["due_on"] if is_correction else None,
        )

    def missing(self) -> dict[str, str]:
        """Return what is missing or cannot be."""
        reply, day = self.reply(), self.fields["replied_on"].editor.value()
        found = {}
        if day is None:
            found["replied_on"] = "Hãy ghi ngày tỉnh trả lời."
        elif day > self._today():
            found["replied_on"] = "Ngày trả lời không thể sau hôm nay."
        if reply.kind is ReplyKind.CORRECTION and not reply.reason:
            found["reason"] = "Hãy ghi điều tỉnh đề nghị chỉnh sửa."
        if day and reply.due_on and reply.due_on < day:
            found["due_on"] = "Hạn mới không thể trước ngày trả lời."
        return found

    def _follow(self) -> None:
        self.fields["due_on"].setVisible(self._kind.value() is ReplyKind.CORRECTION)
