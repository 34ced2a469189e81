"""Handing the ledger over: what it means, what happened so far, and the buttons."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label

_NOTE = (
    "Khi đổi người phụ trách: ghi cả sổ vào một tệp có mật khẩu để người sau mở trên máy khác và làm tiếp. Sổ này sau "
    "đó chỉ còn để xem. Để nhận sổ người khác giao, bấm đúp vào tệp .bangiao, hoặc bấm “Mở hoặc lập sổ khác…” ở trên."
)
_NEXT = (
    "Việc còn lại: đưa tệp {} cho người nhận (thẻ nhớ, thư điện tử nội bộ), báo mật khẩu bằng đường khác, và chỉ xóa "
    "sổ này khi người nhận đã mở được."
)


class HandoverCard(Card):
    """The card.

    Attributes:
        give_requested, go_on_requested, folder_requested: the user wants this.
    """

    give_requested = Signal()
    go_on_requested = Signal()
    folder_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bàn giao sổ", parent=parent)
        self._file = Path()
        self._state = label("", strong=True, wrap=True)
        self._state.setObjectName("handover_state")
        self._next = label("", wrap=True)
        self._next.setObjectName("handover_next")
        self._story = label("", tone="muted", size="small", wrap=True)
        self._story.setObjectName("handover_story")
        self._story.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.give_button = make_button("Bàn giao sổ…", "give_button", icon_name="upload")
        self.folder_button = make_button(
            "Mở thư mục của tệp", "open_handover_folder_button", icon_name="folder-open"
        )
        self.go_on_button = make_button("Tiếp tục dùng sổ này…", "go_on_button", icon_name="undo-2")
        for widget in (
            self._state,
            self._next,
            label(_NOTE, tone="muted", size="small", wrap=True),
            self._story,
        ):
            self.content.addWidget(widget)
        row = QHBoxLayout()
        for button in (self.give_button, self.folder_button, self.go_on_button):
            row.addWidget(button)
        row.addStretch()
        self.content.addLayout(row)

        self.give_button.clicked.connect(self.give_requested)
        self.go_on_button.clicked.connect(self.go_on_requested)
        self.folder_button.clicked.connect(lambda: self.folder_requested.emit(self._file.parent))

    def show_state(self, sentence: str, file: str, story: Sequence[str]) -> None:
        """Show how it stands.

        Args:
            sentence: to whom it was given; "" while the ledger is in use.
            file: path of the handover file, "" when it is not known.
            story: what happened so far, oldest first.
        """
        is_given = bool(sentence)
        self._file = Path(file)
        self._state.setText(sentence)
        self._state.setVisible(is_given)
        self._next.setText(_NEXT.format(f"“{file}”" if file else "bàn giao"))
        self._next.setVisible(is_given)
        self._story.setText("\n".join(story))
        self._story.setVisible(bool(story))
        self.give_button.setVisible(not is_given)
        self.go_on_button.setVisible(is_given)
        self.folder_button.setVisible(is_given and bool(file) and self._file.is_file())
