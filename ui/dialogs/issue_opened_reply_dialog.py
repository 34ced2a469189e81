"""A reply of the province as it is read: kind, who, when, reason, new deadline, and the points to correct."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.domain.report_issue import REPLY_WORDS, Reply, ReplyItem, ReplyKind
from desktop_app.vietnamese.dates import format_date
from ui.dialogs.answer import executed
from ui.dialogs.dialog_frame import DialogFrame
from ui.roles import Tone
from ui.widgets.card import label
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pill import Pill
from ui.widgets.reply_points import ReplyPoints

_SIZE = (680, 540)
_TONES = {
    ReplyKind.RECEIPT: Tone.NEUTRAL,
    ReplyKind.CORRECTION: Tone.WARNING,
    ReplyKind.ACCEPTED: Tone.GOOD,
}
_NOTED = "Phản hồi này đã có trong sổ."
_POINTS = "Các điểm cần chỉnh sửa"


@dataclass(frozen=True)
class OpenedAnswer:
    """What the officer wants: note the reply, and see the record of a point."""

    notes: bool = False
    item: ReplyItem | None = None


class OpenedReplyDialog(DialogFrame):
    """What the file says; done notes it. Opening a point notes it, too."""

    def __init__(self, reply: Reply, about: str, *, is_noted: bool, parent: QWidget | None = None) -> None:
        """Build the dialog.

        Args:
            reply: what the province said.
            about: the report that it speaks of ("Báo cáo năm 2023, lần 1").
            is_noted: the ledger has it already.
            parent: the owner.
        """
        super().__init__("opened_reply_dialog", "Phản hồi của tỉnh", "Ghi vào sổ", _SIZE, "", parent)
        self._is_noted = is_noted
        self._item: ReplyItem | None = None
        notice = NoticeBar("info", "plain")
        notice.say(_NOTED if is_noted and reply.source else "")
        self.body.addWidget(Pill(REPLY_WORDS[reply.kind], _TONES[reply.kind]))
        self.body.addLayout(_facts(reply, about))
        self.body.addWidget(notice)
        self.points = ReplyPoints(reply.items)
        if reply.items:
            self.body.addWidget(label(_POINTS, strong=True))
            self.body.addWidget(self.points)
        self.body.addStretch()
        if is_noted:
            self.done_button.hide()
            self.cancel_button.setText("Đóng")
            self.cancel_button.setAccessibleName("Đóng")
        # After: a hidden button takes no focus.
        (self.cancel_button if is_noted else self.done_button).setFocus(Qt.FocusReason.OtherFocusReason)

        self.points.opened.connect(self._on_point_opened)

    @classmethod
    def ask(cls, reply: Reply, about: str, parent: QWidget, *, is_noted: bool) -> OpenedAnswer:
        """Return what the officer wants; nothing when the dialog was left."""
        with executed(cls(reply, about, is_noted=is_noted, parent=parent)) as dialog:
            return dialog.answer()

    def answer(self) -> OpenedAnswer:
        """Return what the officer wants."""
        accepted = self.result() == self.DialogCode.Accepted
        return OpenedAnswer(accepted and not self._is_noted, self._item if accepted else None)

    def _on_point_opened(self, item: ReplyItem) -> None:
        self._item = item
        self.accept()


def _facts(reply: Reply, about: str) -> QGridLayout:
    facts = {
        "Về": about,
        "Ngày": format_date(reply.replied_on),
        "Người gửi": reply.sender,
        "Tệp": reply.source,
        "Hạn mới": format_date(reply.due_on) if reply.due_on else "",
        "Nội dung": reply.reason,
    }
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (name, text) in enumerate((name, text) for name, text in facts.items() if text):
        grid.addWidget(label(name, tone="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_selectable(text), row, 1)
    return grid


def _selectable(text: str) -> QLabel:
    shown = label(text, wrap=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
