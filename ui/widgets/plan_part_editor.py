"""The editor of one part of the plan's document: what the office wrote, else the usual text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.editors.base import has_left

_TEXT_MARGIN = 8
_USUAL = "Nội dung có sẵn của kế hoạch; gõ vào để sửa cho phù hợp với đơn vị. Mỗi dòng in thành một đoạn."
_OWN = "Nội dung do đơn vị ghi. Mỗi dòng in thành một đoạn."


class _TextInput(QPlainTextEdit):
    """The text; it tells when it is left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if has_left(event):
            self.left.emit()


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
        self._loading = False
        self._heading = label("", strong=True, wrap=True)
        self._hint = label("", tone="muted", size="small", wrap=True)
        self._kept = label("Tự lưu khi gõ", tone="muted", size="small")
        self.text_input = _TextInput()
        self.text_input.setObjectName("part_text")
        self.text_input.setTabChangesFocus(True)
        self.text_input.document().setDocumentMargin(_TEXT_MARGIN)
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

        self.text_input.textChanged.connect(self._on_text_changed)
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
            self._loading = True
            self.text_input.setPlainText(text)
            self._loading = False
        self.show_origin(is_own=is_own)

    def show_origin(self, *, is_own: bool, kept: str = "") -> None:
        """Say where the text comes from and when it was written down."""
        self._hint.setText(_OWN if is_own else _USUAL)
        self.reset_button.setVisible(is_own)
        self._kept.setText(kept or "Tự lưu khi gõ")

    def focus_text(self) -> None:
        """Put the cursor into the text."""
        self.text_input.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.edited.emit()
