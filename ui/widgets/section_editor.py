"""The editor of one section of the report: the officer's text, and the suggestion beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.narrative_changes import Change
from ui.theme import mark
from ui.widgets.buttons import ICON, make_button
from ui.widgets.card import label
from ui.widgets.changes_panel import ChangesPanel
from ui.widgets.flow_layout import flow_of
from ui.widgets.part_text import PartText
from ui.widgets.pill import Pill
from ui.widgets.section_list import SectionState
from ui.widgets.tooltip import as_tip

_SUGGESTION_HEIGHT, _LEAST_SUGGESTION = 112, 52
_LEAST_TEXT = 140
"""Pixels: on a low screen the officer's own text has the room, the suggestion is scrolled."""
_HINTS = {
    SectionState.WRITTEN: "Nội dung do đơn vị ghi; chương trình không tự thay đổi.",
    SectionState.CHANGED: "Nội dung do đơn vị ghi, chỉ thay đổi khi bấm nút bên dưới.",
    SectionState.SUGGESTED: "Gợi ý lấy từ số liệu trong sổ; gõ vào để sửa, từ đó chương trình không tự thay đổi nữa.",
    SectionState.EMPTY: "Chưa có số liệu để gợi ý; hãy ghi nội dung của mục này.",
    SectionState.OPTIONAL: "Mục không bắt buộc; để trống thì không in ra báo cáo.",
}
_WORD_TIP = "Lấy phần thuyết minh của cả báo cáo từ tệp Word đã sửa, có so sánh từng mục"
_ERASED = "Mục đã được xóa trống; có thể viết lại hoặc lấy lại gợi ý."


class SectionEditor(QWidget):
    """Shows one section at a time.

    Attributes:
        edited: the user typed. left: the text was left.
        reset_requested: the user wants the suggestion instead of his own text.
        step_requested: the section so many places on.
        versions_requested: the user wants to see earlier texts. word_requested: he wants those of a Word file.
        changes: the panel with what the figures changed, hidden while there is nothing.
    """

    edited = Signal()
    left = Signal()
    reset_requested = Signal()
    step_requested = Signal(int)
    versions_requested = Signal()
    word_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", strong=True, wrap=True)
        self._state = Pill(parent=self)
        self._hint = label("", tone="muted", wrap=True)
        self.text_input = PartText("section_text")
        self._kept = label("", tone="muted")
        self._suggestion_label = label("Gợi ý theo số liệu hiện nay", tone="muted", strong=True)
        self._suggestion = QPlainTextEdit()
        self._suggestion.setObjectName("suggested_text")
        self._suggestion.setAccessibleName("Gợi ý theo số liệu hiện nay")
        self._suggestion.setReadOnly(True)
        self._suggestion.setTabChangesFocus(True)
        self._suggestion.setMaximumHeight(_SUGGESTION_HEIGHT)
        self._suggestion.setMinimumHeight(_LEAST_SUGGESTION)
        self.text_input.setMinimumHeight(_LEAST_TEXT)
        mark(self._suggestion, band="plain")
        self.changes = ChangesPanel()
        self.versions_button = make_button("Các phiên bản", "versions_button", icon_name="history")
        self.word_button = make_button("Lấy từ Word…", "word_button", icon_name="file-text")
        self.word_button.setToolTip(as_tip(_WORD_TIP))
        self.word_button.setAccessibleDescription(_WORD_TIP)
        self.reset_button = make_button("Lấy lại gợi ý", "reset_button", icon_name="undo-2")
        self.previous_button = make_button(
            "Mục trước", "previous_button", kind=ICON, icon_name="arrow-up", keys="Ctrl+PgUp"
        )
        self.next_button = make_button(
            "Mục sau", "next_button", kind=ICON, icon_name="arrow-down", keys="Ctrl+PgDown"
        )
        self._lay_out()

        self.text_input.edited.connect(self.edited)
        self.text_input.left.connect(self.left)
        self.reset_button.clicked.connect(self.reset_requested)
        self.versions_button.clicked.connect(self.versions_requested)
        self.word_button.clicked.connect(self.word_requested)
        self.previous_button.clicked.connect(self._on_previous)
        self.next_button.clicked.connect(self._on_next)

    def text(self) -> str:
        """Return what is typed."""
        return self.text_input.toPlainText()

    def hint(self) -> str:
        """Return the sentence about where the text comes from."""
        return self._hint.text()

    def show_section(self, heading: str, text: str) -> None:
        """Show a section; this is no edit. The same text stays untouched, with its cursor."""
        self._heading.setText(heading)
        self.text_input.setAccessibleName(heading)
        if self.text() != text:
            self.text_input.show_text(text)

    def show_state(
        self, state: SectionState, suggestion: str, kept: str = "", changes: Sequence[Change] = ()
    ) -> None:
        """Show where the text comes from, what is suggested or has changed, and when it was written down."""
        self._state.set(state.word, state.tone)
        erased = state is SectionState.EMPTY and bool(suggestion)
        self._hint.setText(_ERASED if erased else _HINTS[state])
        self._kept.setText(kept or "Tự lưu khi gõ")
        differs = bool(suggestion) and suggestion != self.text()
        if self._suggestion.toPlainText() != suggestion:
            self._suggestion.setPlainText(suggestion)
        # The differences tell the suggestion already, and the room is needed.
        self._suggestion.setVisible(differs and not changes)
        self._suggestion_label.setVisible(differs and not changes)
        self.changes.show_changes(changes)
        self.reset_button.setVisible(differs)

    def replace_text(self, text: str) -> None:
        """Put another text in place of the one shown; Ctrl+Z brings the old one back. This is no edit."""
        self.text_input.replace_text(text)

    def focus_text(self) -> None:
        """Put the cursor into the text."""
        self.text_input.take_focus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._state)
        head.addWidget(self.previous_button)
        head.addWidget(self.next_button)
        foot = QHBoxLayout()
        foot.addWidget(flow_of(self.reset_button, self.versions_button, self.word_button), 1)
        foot.addWidget(self._kept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self.text_input, 1)
        layout.addWidget(self.changes)
        layout.addWidget(self._suggestion_label)
        layout.addWidget(self._suggestion)
        layout.addLayout(foot)
        self.setTabOrder(self.text_input, self.changes)
        self.setTabOrder(self.changes, self._suggestion)
        self.setTabOrder(self._suggestion, self.reset_button)
        self.setTabOrder(self.reset_button, self.versions_button)
        self.setTabOrder(self.versions_button, self.word_button)
        self.setTabOrder(self.word_button, self.previous_button)
        self.setTabOrder(self.previous_button, self.next_button)

    def _on_previous(self) -> None:
        self.step_requested.emit(-1)

    def _on_next(self) -> None:
        self.step_requested.emit(1)
