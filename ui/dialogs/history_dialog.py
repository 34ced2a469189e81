"""The history of a record: who changed what, when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.answer import show_until_closed
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.empty_state import EmptyState

_SIZE = (640, 520)


class Entry(Protocol):
    """One operation on the record, as the ledger tells it."""

    @property
    def at(self) -> str:
        """ISO 8601 time."""
        ...

    @property
    def who(self) -> str:
        """Who did it."""
        ...

    @property
    def label(self) -> str:
        """What was done."""
        ...

    @property
    def changes(self) -> Sequence[tuple[str, str, str]]:
        """(label of the field, old text, new text)."""
        ...


class HistoryDialog(QDialog):
    """A card for each operation, newest first."""

    def __init__(self, title: str, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_dialog")
        self.setWindowTitle(f"Lịch sử: {title}")
        self.resize(*_SIZE)
        content = QWidget()
        content.setProperty("see_through", True)
        cards = QVBoxLayout(content)
        cards.setContentsMargins(16, 16, 16, 16)
        cards.setSpacing(12)
        for entry in entries:
            cards.addWidget(_EntryCard(entry))
        if not entries:
            cards.addWidget(EmptyState("history", "Chưa có thay đổi nào được ghi lại."))
        cards.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        scroll.setAccessibleName("Các lần thay đổi")
        close = make_button("Đóng", "close_button")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)

        close.clicked.connect(self.accept)

    @classmethod
    def show_history(cls, parent: QWidget, title: str, entries: Sequence[Entry]) -> None:
        """Open the dialog until it is closed."""
        show_until_closed(cls(title, entries, parent))


class _EntryCard(Card):
    """One operation: when, who, and each field with its old and new text."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(margin=12)
        when = datetime.fromisoformat(entry.at)
        who = f" · {entry.who}" if entry.who else ""
        self.content.setSpacing(4)
        self.content.addWidget(label(entry.label, strong=True, wrap=True))
        self.content.addWidget(label(f"{when:%d/%m/%Y %H:%M}{who}", tone="muted", size="small"))
        for field, old, new in entry.changes:
            self.content.addWidget(_change(field, old, new))


def _change(field: str, old: str, new: str) -> QLabel:
    text = f"{field}: {_short(old)} → {_short(new)}" if old else f"{field}: {_short(new)}"
    line = label(text, wrap=True)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return line


def _short(text: str) -> str:
    return f"“{text}”" if text else "(trống)"
