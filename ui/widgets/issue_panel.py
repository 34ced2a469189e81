"""The step Phát hành và gửi: how far the report is, what is next, and all that happened so far."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import bare_layout, label
from ui.widgets.next_action import NextActionBox
from ui.widgets.package_card import PackageCard
from ui.widgets.state_line import StateLine
from ui.widgets.story_list import StoryList

_NO_SENDING = "Chưa ghi lần gửi nào. Gửi xong thì bấm “Ghi nhận đã gửi…”."
_NO_REPLY = "Chưa có phản hồi. Tệp phản hồi của tỉnh có thể kéo thả vào đây."


class IssuePanel(QWidget):
    """The parts of the step, each shown when it has something to say.

    Attributes:
        states, box, package: where the report is, what is next, the closed package.
        sendings, replies, revisions, steps: what happened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("issue_panel")
        self.states = StateLine("Trạng thái báo cáo")
        self.box = NextActionBox()
        self.package = PackageCard()
        self.sendings = StoryList("sendings", "Các lần gửi", _NO_SENDING, "Ghi lần gửi")
        self.replies = StoryList("replies", "Phản hồi của tỉnh", _NO_REPLY, "Mở tệp phản hồi")
        self.revisions = StoryList("revisions", "Các lần đã phát hành", "")
        self.steps = StoryList("steps", "Diễn biến", "")
        self.code_button = make_button("Kiểm tra mã…", "check_code_link_button", kind=LINK)
        head = QHBoxLayout()
        head.addWidget(label("Phát hành và gửi", strong=True))
        head.addStretch()
        head.addWidget(self.code_button)
        layout = bare_layout(self)
        layout.setSpacing(12)
        layout.addLayout(head)
        for part in (self.states, self.box, self.package, *self.lists()):
            layout.addWidget(part)
        layout.addStretch()

    def lists(self) -> tuple[StoryList, ...]:
        """Return the lists in their order."""
        return (self.sendings, self.replies, self.revisions, self.steps)
