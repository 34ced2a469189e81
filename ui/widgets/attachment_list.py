"""The tab with the files of a record: add, caption, order, choose for the report, open, save, take off."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.attachments import Attachment
from ui.widgets.attachment_card import AttachmentCard, Thumbnails
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.low_scroll import ScrolledStack
from ui.widgets.notice_bar import NoticeBar

_HINT = "Kéo thả tệp vào bất kỳ chỗ nào của biểu mẫu cũng được. Ảnh được thu nhỏ và bỏ vị trí chụp."
_EMPTY = (
    "Chưa có tệp nào. Kéo ảnh, văn bản từ thư mục thả vào đây, hoặc bấm Thêm tệp. "
    "Ảnh được thu nhỏ và bỏ vị trí chụp; mỗi tài liệu tối đa 15 MB."
)
_SHOWN_REFUSALS = 3
_LEAST_FILES = 72
"""Height that the files keep below a long refusal, in pixels; the hidden sentences of the stack ask for more."""


class AttachmentList(QWidget):
    """The files of one record.

    Attributes:
        add_requested, paste_requested: files are to be chosen, or taken from the clipboard.
        save_record_requested: the new record is to be saved, so that it can have files.
        shown: the tab came into view.
        caption_changed, chosen, open_requested, save_requested, remove_requested: as of `AttachmentCard`.
        move_requested: (id, place from 0).
    """

    add_requested = Signal()
    paste_requested = Signal()
    save_record_requested = Signal()
    shown = Signal()
    caption_changed = Signal(str, str)
    chosen = Signal(str, bool)
    open_requested = Signal(str)
    save_requested = Signal(str)
    remove_requested = Signal(str)
    move_requested = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachment_list")
        self._cards: dict[str, AttachmentCard] = {}
        self.add_button = make_button("Thêm tệp…", "add_files_button", icon_name="plus")
        self.paste_button = make_button(
            "Dán ảnh", "paste_button", keys="Ctrl+V", help_text="Thêm ảnh hoặc tệp đang nằm trong bộ nhớ tạm"
        )
        self._refused = NoticeBar("circle-alert", "bad")
        self._dismiss_button = self._refused.add("Đã hiểu", "dismiss_button")
        self._empty = EmptyState("file-text", _EMPTY)
        self._unsaved = EmptyState("save", "")
        self.save_record_button = make_button("Lưu", "save_record_button", kind=PRIMARY)
        self._unsaved.add(self.save_record_button)
        self._holder = QWidget()
        self._holder.setProperty("see_through", True)
        self._flow = FlowLayout(self._holder)
        self._stack = ScrolledStack()
        self._lay_out()

        self.add_button.clicked.connect(self.add_requested)
        self.paste_button.clicked.connect(self.paste_requested)
        self.save_record_button.clicked.connect(self.save_record_requested)
        self._dismiss_button.clicked.connect(self._on_dismissed)
        # Shortcuts, for buttons take the arrows themselves to move the focus.
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_move_keys, step))

    def show_unsaved(self, sentence: str) -> None:
        """Say why a new record has no files yet, with the button that saves it."""
        self._remove_cards(())
        self._unsaved.set_text(sentence)
        self._tools.hide()
        self._stack.bring(self._unsaved)

    def show_files(self, files: Sequence[Attachment], picture: Thumbnails) -> None:
        """Show the files; the cards that stay keep their focus and what is typed in them."""
        self._remove_cards([file.id for file in files])
        while self._flow.takeAt(0) is not None:
            pass
        for at, file in enumerate(files):
            card = self._cards.get(file.id)
            if card is None:
                card = self._cards[file.id] = self._made(file, picture(file.sha256))
            elif card.file != file:
                card.show_file(file, picture(file.sha256))
            card.set_ends(first=at == 0, last=at == len(files) - 1)
            self._flow.addWidget(card)
            card.show()
        self._cards = {file.id: self._cards[file.id] for file in files}
        self._order_tabs()
        self._tools.show()
        self._hint.setVisible(bool(files))
        if files:
            self._stack.setCurrentWidget(self._scroll)
        else:
            self._stack.bring(self._empty)

    def show_refused(self, refused: Sequence[tuple[str, str]]) -> None:
        """Say which files were refused and why; none hides the line."""
        lines = [sentence for _name, sentence in refused[:_SHOWN_REFUSALS]]
        if len(refused) > _SHOWN_REFUSALS:
            others = ", ".join(name for name, _sentence in refused[_SHOWN_REFUSALS:][:20])
            lines.append(f"Và {len(refused) - _SHOWN_REFUSALS} tệp khác: {others}.")
        self._refused.say("\n".join(lines))

    def refused(self) -> str:
        """Return what is said of refused files."""
        return self._refused.text()

    def cards(self) -> list[AttachmentCard]:
        """Return the cards in their order."""
        return list(self._cards.values())

    def commit(self) -> None:
        """Tell of captions that were typed and not told of yet."""
        for card in self.cards():
            card.commit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the tab is seen, so that its pictures are read only then."""
        super().showEvent(event)
        self.shown.emit()

    def _made(self, file: Attachment, picture: bytes | None) -> AttachmentCard:
        card = AttachmentCard(file, picture, self._holder)
        card.caption_changed.connect(self.caption_changed)
        card.chosen.connect(self.chosen)
        card.open_requested.connect(self.open_requested)
        card.save_requested.connect(self.save_requested)
        card.remove_requested.connect(self._on_remove)
        card.move_requested.connect(self._on_move)
        card.passed.connect(self._on_passed)
        return card

    def _remove_cards(self, kept: Sequence[str]) -> None:
        for gone in [key for key in self._cards if key not in kept]:
            card = self._cards.pop(gone)
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _order_tabs(self) -> None:
        before: QWidget = self.paste_button
        for card in self.cards():
            for widget in (
                *(card.picture, card.caption, card.in_report, card.up_button, card.down_button),
                *(card.save_button, card.remove_button),
            ):
                QWidget.setTabOrder(before, widget)
                before = widget

    def _on_passed(self, link_id: str) -> None:
        cards = self.cards()
        at = [card.file.id for card in cards].index(link_id) + 1
        if at < len(cards):
            cards[at].caption.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(cards[at])

    def _on_move(self, link_id: str, step: int) -> None:
        self.commit()
        self.move_requested.emit(link_id, list(self._cards).index(link_id) + step)
        if link_id in self._cards:
            self._scroll.ensureWidgetVisible(self._cards[link_id])

    def _on_move_keys(self, step: int) -> None:
        at = next((at for at, card in enumerate(self.cards()) if card.isAncestorOf(self.focusWidget())), -1)
        if at >= 0 and 0 <= at + step < len(self._cards):
            self._on_move(self.cards()[at].file.id, step)

    def _on_remove(self, link_id: str) -> None:
        cards = self.cards()
        at = [card.file.id for card in cards].index(link_id)
        following = (cards[at + 1 :] + cards[:at][::-1])[:1]
        self.remove_requested.emit(link_id)
        target = following[0].picture if following else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_dismissed(self) -> None:
        self.show_refused(())

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("see_through", True)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 2, 4, 12)
        column.addWidget(self._holder)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self._stack.addWidget(self._scroll)
        self._stack.add(self._empty)
        self._stack.add(self._unsaved)
        self._hint = label(_HINT, tone="muted", size="small", wrap=True)
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(16, 12, 16, 8)
        tools.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.paste_button)
        row.addStretch()
        tools.addLayout(row)
        tools.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        notice = QHBoxLayout()
        notice.setContentsMargins(16, 0, 16, 6)
        notice.addWidget(self._refused)
        layout.addLayout(notice)
        self._stack.setMinimumHeight(_LEAST_FILES)
        layout.addWidget(self._stack, 1)
