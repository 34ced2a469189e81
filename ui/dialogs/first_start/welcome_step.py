"""The first step: a new ledger, one that exists, one that was handed over, or sample data."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.first_start.step import Step
from ui.widgets.action_card import ActionCard
from ui.widgets.card import label

_LEAD = (
    "Sổ ghi hoạt động, đề nghị khen thưởng trong năm và lập báo cáo gửi tỉnh. "
    "Sổ là một tệp trên máy này, không cần mạng."
)


class WelcomeStep(Step):
    """The ways to begin.

    Attributes:
        new_requested, open_requested, take_over_requested, sample_requested: the way that was chosen.
        recent_requested: the ledger that was open before.
    """

    new_requested = Signal()
    open_requested = Signal()
    take_over_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(Path)

    def __init__(self, recent: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        """Build the step.

        Args:
            recent: ledgers that were open on this computer, the last one first.
            parent: the owner.
        """
        super().__init__("Bắt đầu với Sổ Hàng Việt", _LEAD, parent)
        self.new_button = ActionCard("Lập sổ mới", "new_button", "plus")
        self.new_button.set_summary("Ba bước ngắn; mọi câu trả lời đều sửa lại được trong Cài đặt.")
        self.open_button = ActionCard("Mở sổ đã có…", "open_button", "folder-open")
        self.open_button.set_summary("Chọn tệp có đuôi .sohangviet trên máy hoặc trên thẻ nhớ.")
        self.sample_button = ActionCard("Dùng thử với dữ liệu mẫu", "sample_button", "sprout")
        self.sample_button.set_summary("Một năm hư cấu của huyện Hàm Thuận Bắc, để xem và thử mọi chức năng.")
        self.take_over_button = ActionCard("Nhận bàn giao…", "take_over_button", "inbox")
        self.take_over_button.set_summary(
            "Mở tệp .bangiao mà người phụ trách trước đã lập; cần mật khẩu của tệp."
        )
        for card in (self.new_button, self.open_button, self.take_over_button, self.sample_button):
            card.set_low(bool(recent))
            self.fields.addWidget(card)
        self.recent_buttons = [self._recent_card(number, path) for number, path in enumerate(recent, 1)]
        if recent:
            self._offer_recent()
        else:
            self.fields.addStretch()

        self.new_button.clicked.connect(self.new_requested)
        self.open_button.clicked.connect(self.open_requested)
        self.take_over_button.clicked.connect(self.take_over_requested)
        self.sample_button.clicked.connect(self.sample_requested)

    def take_focus(self) -> None:
        """Begin at the ledger that was open last, else at the first way."""
        (self.recent_buttons or [self.new_button])[0].setFocus()

    def _offer_recent(self) -> None:
        cards = QWidget()
        cards.setProperty("see_through", True)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for card in self.recent_buttons:
            column.addWidget(card)
        column.addStretch()
        # On a low screen they are scrolled; the keyboard brings the focused one into view.
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(cards)
        self.fields.addSpacing(4)
        self.fields.addWidget(label("Sổ mở gần đây trên máy này", strong=True))
        self.fields.addWidget(scroll, 1)

    def _recent_card(self, number: int, path: Path) -> ActionCard:
        card = ActionCard(path.stem, f"recent_{number}_button", "history")
        card.set_low(True)
        card.set_summary(str(path.parent))
        card.clicked.connect(partial(self.recent_requested.emit, path))
        return card
