"""The editor of one part of the plan's document: what the office wrote, else the usual text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.part_text import PartText

_USUAL = "Nội dung có sẵn của kế hoạch; gõ vào để sửa cho phù hợp với đơn vị. Mỗi dòng in thành một đoạn."
_OWN = "Nội dung do đơn vị ghi. Mỗi dòng in thành một đoạn."


class PlanPartEditor(QWidget):
    """Shows one part at a time.

    Attributes:
        edited: the user typed. left: the text was left.
        reset_requested: the user wants the usual text again.
    """

    edited = Signal()
    left = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", strong=True, wrap=True)
        self._hint = label("", tone="muted", size="small", wrap=True)
        self._kept = label("Tự lưu khi gõ", tone="muted", size="small")
        self.text_input = PartText("part_text")
        self.reset_button = make_button("Lấy lại nội dung có sẵn", "reset_button", icon_name="undo-2")
        foot = QHBoxLayout()
        foot.addWidget(self.reset_button)
        foot.addStretch()
        foot.addWidget(self._kept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(self.text_input, 1)
        layout.addLayout(foot)

        self.text_input.edited.connect(self.edited)
        self.text_input.left.connect(self.left)
        self.reset_button.clicked.connect(self.reset_requested)

    def text(self) -> str:
        """Return what is typed."""
        return self.text_input.toPlainText()

    def hint(self) -> str:
        """Return the sentence about where the text comes from."""
        return self._hint.text()

    def show_part(self, heading: str, text: str, *, is_own: bool) -> None:
        """Show a part; this is no edit. The same text stays untouched, with its cursor and the blank just typed."""
        self._heading.setText(heading)
        self.text_input.setAccessibleName(heading)
        if clean(self.text(), multiline=True) != text:
            self.text_input.show_text(text)
        self.show_origin(is_own=is_own)

    def show_origin(self, *, is_own: bool, kept: str = "") -> None:
        """Say where the text comes from and when it was written down."""
        self._hint.setText(_OWN if is_own else _USUAL)
        self.reset_button.setVisible(is_own)
        self._kept.setText(kept or "Tự lưu khi gõ")

    def focus_text(self) -> None:
        """Put the cursor into the text."""
        self.text_input.take_focus()
