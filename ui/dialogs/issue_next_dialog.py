"""Mở lần báo cáo tiếp theo: why an issued report is replaced by a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.card import label
from ui.widgets.editors.text import LongTextEditor
from ui.widgets.fields import make_field

_SIZE = (600, 380)
_HELP = (
    "Dùng khi phải sửa nội dung, số liệu của báo cáo đã phát hành. Báo cáo cũ được giữ nguyên trong sổ, lưu lại được "
    "bất cứ lúc nào. Sai lỗi chính tả, thể thức thì chỉ cần công văn đính chính."
)
_REASON = FieldWords(
    "Lý do mở lần báo cáo mới",
    "Được lưu trong sổ cùng lần báo cáo mới.",
    "Ví dụ: tỉnh đề nghị bổ sung số liệu của Hội Phụ nữ",
)


class NextRevisionDialog(DialogFrame):
    """The reason, and what the new report says of the old one."""

    def __init__(self, replaced: str, revision: int, reason: str, parent: QWidget | None = None) -> None:
        """Build the dialog.

        Args:
            replaced: the report that is replaced ("Báo cáo số 21/… ngày 22 tháng 11 năm 2023").
            revision: number of the new one.
            reason: what stands here at first: what the province asked for.
            parent: the owner.
        """
        super().__init__(
            "next_revision_dialog", "Mở lần báo cáo tiếp theo", f"Mở lần {revision}", _SIZE, _HELP, parent
        )
        self._reason = LongTextEditor()
        self._reason.set_value(reason)
        self.field = make_field("reason", _REASON, self._reason, required=True)
        told = (
            f"Báo cáo lần {revision} có số mới, ngày mới và ghi rõ thay thế {replaced}."
            if replaced
            else f"Báo cáo lần {revision} có số mới, ngày mới và ghi rõ thay thế báo cáo trước."
        )
        self._told = label(told, wrap=True)
        self.body.addWidget(self._told)
        self.body.addWidget(self.field)
        self.body.addStretch()

        self._reason.advanced.connect(self.done_button.setFocus)
        self._reason.setFocus(Qt.FocusReason.TabFocusReason)
        self._reason.go_to_end()

    @classmethod
    def ask(cls, replaced: str, revision: int, reason: str, parent: QWidget) -> str | None:
        """Return the reason, None when the dialog was left."""
        return answer_of(cls(replaced, revision, reason, parent), cls.reason)

    def reason(self) -> str:
        """Return what is typed."""
        return clean(str(self._reason.value()), multiline=True)

    def told(self) -> str:
        """Return the sentence about the report that is replaced."""
        return self._told.text()

    def problem(self) -> str:
        """Return that the reason is missing."""
        sentence = "" if self.reason() else "Hãy ghi lý do mở lần báo cáo mới."
        self.field.show_message(sentence, "")
        if sentence:
            self._reason.setFocus(Qt.FocusReason.TabFocusReason)
        return sentence
