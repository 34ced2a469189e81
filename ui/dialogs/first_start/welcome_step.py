"""The first step: a new ledger, one that exists, or sample data."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.first_start.step import Step
from ui.widgets.action_card import ActionCard

_LEAD = (
    "Sổ ghi hoạt động, đề nghị khen thưởng trong năm và lập báo cáo gửi tỉnh. "
    "Sổ là một tệp trên máy này, không cần mạng."
)


class WelcomeStep(Step):
    """Three ways to begin.

    Attributes:
        new_requested, open_requested, sample_requested: the way that was chosen.
    """

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bắt đầu với Sổ Hàng Việt", _LEAD, parent)
        self.new_button = ActionCard("Lập sổ mới", "new_button", "plus")
        self.new_button.set_summary("Ba bước ngắn; mọi câu trả lời đều sửa lại được trong Cài đặt.")
        self.open_button = ActionCard("Mở sổ đã có…", "open_button", "folder-open")
        self.open_button.set_summary("Chọn tệp có đuôi .sohangviet trên máy hoặc trên thẻ nhớ.")
        self.sample_button = ActionCard("Dùng thử với dữ liệu mẫu", "sample_button", "sprout")
        self.sample_button.set_summary("Một năm hư cấu của huyện Hàm Thuận Bắc, để xem và thử mọi chức năng.")
        for card in (self.new_button, self.open_button, self.sample_button):
            self.fields.addWidget(card)
        self.fields.addStretch()

        self.new_button.clicked.connect(self.new_requested)
        self.open_button.clicked.connect(self.open_requested)
        self.sample_button.clicked.connect(self.sample_requested)

    def take_focus(self) -> None:
        """Begin at the first way."""
        self.new_button.setFocus()
