"""The office's own Word template: which one is in force, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.flow_layout import flow_of

_NOTE = (
    "Xuất mẫu, sửa trong Word (đầu trang, chữ cố định, kiểu chữ, thứ tự các khối, lô-gô), lưu dạng .docx rồi chọn lại; "
    "chương trình kiểm tra trước khi nhận. Mẫu chỉ dùng cho bản Word, bản PDF in theo “Bố cục văn bản”. "
    "Nếu mẫu hỏng, báo cáo vẫn xuất được theo mẫu của chương trình."
)
_SHIPPED = "Đang dùng mẫu của chương trình."


class WordTemplateCard(Card):
    """A card with the state and its buttons.

    Attributes:
        export_requested, choose_requested, save_own_requested, drop_requested, help_requested: the user wants this.
    """

    export_requested = Signal()
    choose_requested = Signal()
    save_own_requested = Signal()
    drop_requested = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Mẫu Word của báo cáo", parent=parent)
        self._state = label("", wrap=True)
        self._state.setObjectName("word_template_state")
        self._problem = label("", tone="bad", wrap=True)
        self._problem.setObjectName("word_template_problem")
        self.export_button = make_button("Xuất mẫu Word…", "export_template_button", icon_name="download")
        self.choose_button = make_button("Chọn mẫu Word…", "choose_template_button", icon_name="upload")
        self.help_button = make_button("Các từ khóa…", "help_template_button", icon_name="info")
        self.save_own_button = make_button("Lưu mẫu đang dùng…", "save_template_button", icon_name="save")
        self.drop_button = make_button(
            "Dùng mẫu của chương trình", "drop_template_button", icon_name="undo-2"
        )
        buttons = flow_of(
            self.export_button, self.choose_button, self.help_button, self.save_own_button, self.drop_button
        )
        for widget in (
            self._state,
            self._problem,
            label(_NOTE, tone="muted", size="small", wrap=True),
            buttons,
        ):
            self.content.addWidget(widget)

        self.export_button.clicked.connect(self.export_requested)
        self.choose_button.clicked.connect(self.choose_requested)
        self.help_button.clicked.connect(self.help_requested)
        self.save_own_button.clicked.connect(self.save_own_requested)
        self.drop_button.clicked.connect(self.drop_requested)

    def text(self) -> str:
        """Return which template is in force."""
        return self._state.text()

    def problem(self) -> str:
        """Return why it cannot be used, "" when it can."""
        return self._problem.text()

    def show_state(self, name: str, at: str, problem: str) -> None:
        """Show which template is in force; without a name it is the shipped one. `at` is ISO 8601."""
        since = f", nhận ngày {datetime.fromisoformat(at).astimezone():%d/%m/%Y}" if at else ""
        self._state.setText(f"Đang dùng mẫu của đơn vị: “{name}”{since}." if name else _SHIPPED)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.save_own_button.setVisible(bool(name))
        self.drop_button.setVisible(bool(name))
