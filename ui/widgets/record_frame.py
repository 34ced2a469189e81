"""The card around a form: title, notice, and the buttons for one record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.roles import Tone
from ui.theme import mark
from ui.widgets.buttons import DANGER, ICON, PRIMARY, QUIET, make_button
from ui.widgets.card import Card, label, rule
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pill import Pill


class RecordFrame(Card):
    """Head, notice, form, foot.

    Attributes:
        back_requested: the user wants to return to the table.
    """

    back_requested = Signal()

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, parent=parent)
        self.back_button = make_button("Về danh sách", "back_button", kind=ICON, icon_name="arrow-left")
        self._title = ElidedLabel()
        self._title.setObjectName("record_title")
        mark(self._title, strong=True)
        self._badge = Pill("", parent=self)
        self.history_button = make_button("Lịch sử", "history_button", kind=QUIET, icon_name="history")
        self._remark = label("", tone="muted", wrap=True)
        self._remark.setObjectName("record_remark")
        self._remark.setContentsMargins(16, 0, 16, 6)
        self._remark.hide()
        self._notice = NoticeBar()
        self.recover_button = self._notice.add("Lấy lại", "recover_button")
        self.drop_button = self._notice.add("Bỏ", "drop_button")
        self.reload_button = self._notice.add("Xem bản mới", "reload_button")
        self.save_button = make_button("Lưu", "save_button", kind=PRIMARY, keys="Ctrl+S")
        self.copy_button = make_button("Tạo bản sao", "copy_button", keys="Ctrl+D")
        self.delete_button = make_button("Xóa", "delete_button", kind=DANGER)
        self._lay_out(form)
        self.back_button.hide()

        self.back_button.clicked.connect(self.back_requested)

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def remark(self) -> str:
        """Return the line under the title."""
        return self._remark.text()

    def show_remark(self, text: str) -> None:
        """Show a line under the title: what follows from the values typed; an empty one hides it."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def notice(self) -> str:
        """Return what the notice says."""
        return self._notice.text()

    def say(self, text: str, *, recover: bool = False, drop: str = "", reload: bool = False) -> None:
        """Show a notice with the buttons that it needs, `drop` with these words; an empty one hides it."""
        self.recover_button.setVisible(recover)
        self.drop_button.setText(drop)
        self.drop_button.setVisible(bool(drop))
        self.reload_button.setVisible(reload)
        self._notice.say(text)

    def show_state(self, title: str, *, changed: bool, is_new: bool, savable: bool) -> None:
        """Show the title and what can be done with the record."""
        self._title.setText(title)
        self._badge.set("Chưa lưu" if changed else "", Tone.WARNING)
        self.save_button.setEnabled(savable)
        self.copy_button.setEnabled(not is_new)
        self.delete_button.setText("Bỏ" if is_new else "Xóa")
        self.delete_button.setAccessibleName("Bỏ nội dung đang nhập" if is_new else "Xóa")
        self.delete_button.setEnabled(changed or not is_new)
        self.history_button.setVisible(not is_new)

    def put_foot_after(self, last: QWidget) -> None:
        """Let Tab reach the buttons at the foot after everything above them, `last` being the end of that."""
        for before, after in zip(
            (last, self.save_button, self.copy_button),
            (self.save_button, self.copy_button, self.delete_button),
            strict=True,
        ):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the table on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self, form: QWidget) -> None:
        self.content.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 4)
        head.setSpacing(8)
        # As high with a title alone as with the buttons beside it.
        head.addStrut(32)
        for widget in (self.back_button, self._title, self._badge):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self.history_button)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.copy_button)
        foot.addStretch()
        foot.addWidget(self.delete_button)
        self.content.addLayout(head)
        self.content.addWidget(self._remark)
        self.content.addWidget(self._notice)
        self.content.addWidget(form, 1)
        self.content.addWidget(rule())
        self.content.addLayout(foot)
        self.put_foot_after(form)
