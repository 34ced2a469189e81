"""A short list of things that happened: day, words, a state, and what can be done with each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.roles import Tone
from ui.widgets.buttons import ICON, LINK, make_button
from ui.widgets.card import bare_layout, label, rule
from ui.widgets.pill import Pill


@dataclass(frozen=True)
class StoryEntry:
    """One thing.

    Attributes:
        key: how the owner knows it.
        title: the first line.
        detail: lines below it, "" for none.
        pill, tone: a short word at the right, "" for none.
        action: a verb for a button with words, "" for none.
        can_edit, can_remove: it can be edited, or taken away.
    """

    key: str
    title: str
    detail: str = ""
    pill: str = ""
    tone: Tone = Tone.NEUTRAL
    action: str = ""
    can_edit: bool = False
    can_remove: bool = False


class StoryRow(QFrame):
    """One entry; Delete takes it away where that can be.

    Attributes:
        edit_requested, remove_requested, action_requested: key of the entry.
    """

    edit_requested = Signal(str)
    remove_requested = Signal(str)
    action_requested = Signal(str)

    def __init__(self, entry: StoryEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.edit_button = make_button(f"Sửa: {entry.title}", "edit_button", kind=ICON, icon_name="pencil")
        self.remove_button = make_button(
            f"Xóa: {entry.title}", "remove_button", kind=ICON, icon_name="trash-2"
        )
        self.action_button = make_button(entry.action, "action_button", kind=LINK)
        self.edit_button.setToolTip("Sửa")
        self.remove_button.setToolTip("Xóa")
        self.action_button.setAccessibleName(f"{entry.action} {entry.title}")
        self.setAccessibleName(". ".join(one for one in (entry.title, entry.pill, entry.detail) if one))
        self._lay_out()

        self.edit_button.clicked.connect(self._on_edit)
        self.remove_button.clicked.connect(self._on_remove)
        self.action_button.clicked.connect(self._on_action)

    def has_focus(self) -> bool:
        """Say whether one of its buttons has the focus."""
        return any(one.hasFocus() for one in (self.action_button, self.edit_button, self.remove_button))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the entry away with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.entry.can_remove:
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def _on_edit(self) -> None:
        self.edit_requested.emit(self.entry.key)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self.entry.key)

    def _on_action(self) -> None:
        self.action_requested.emit(self.entry.key)

    def _lay_out(self) -> None:
        entry = self.entry
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(entry.title, wrap=True))
        if entry.detail:
            words.addWidget(label(entry.detail, tone="muted", size="small", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(6)
        row.addLayout(words, 1)
        if entry.pill:
            row.addWidget(Pill(entry.pill, entry.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        shown = {
            self.action_button: bool(entry.action),
            self.edit_button: entry.can_edit,
            self.remove_button: entry.can_remove,
        }
        for button, is_shown in shown.items():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.setVisible(is_shown)


class StoryList(QWidget):
    """A heading, the entries, a sentence where there is none, and a button for one more.

    Attributes:
        add_requested: the user wants to note one more.
        edit_requested, remove_requested, action_requested: key of an entry.
    """

    add_requested = Signal()
    edit_requested = Signal(str)
    remove_requested = Signal(str)
    action_requested = Signal(str)

    def __init__(
        self, name: str, title: str, nothing: str, add_text: str = "", parent: QWidget | None = None
    ) -> None:
        """Build an empty list.

        Args:
            name: object name.
            title: the heading.
            nothing: what stands where there is no entry.
            add_text: verb of the button for one more, "" for none.
            parent: the owner.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._rows: list[StoryRow] = []
        self._nothing = label(nothing, tone="muted", wrap=True)
        self.add_button = make_button(add_text, f"add_{name}_button", kind=LINK, icon_name="plus")
        head = QHBoxLayout()
        head.addWidget(label(title, strong=True))
        head.addStretch()
        head.addWidget(self.add_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        layout = bare_layout(self)
        layout.setSpacing(4)
        layout.addWidget(rule())
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addLayout(self._lines)
        self.add_button.setVisible(bool(add_text))

        self.add_button.clicked.connect(self.add_requested)

    def entries(self) -> list[StoryEntry]:
        """Return what is shown."""
        return [row.entry for row in self._rows]

    def rows(self) -> list[StoryRow]:
        """Return the rows in their order."""
        return list(self._rows)

    def can_add(self, allowed: bool) -> None:
        """Say whether one more can be noted now."""
        self.add_button.setEnabled(allowed)

    def show_entries(self, entries: Sequence[StoryEntry]) -> None:
        """Show other entries; the focus stays at its place in the list."""
        if [row.entry for row in self._rows] == list(entries):
            return
        focused = self._focused()
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._made(entry) for entry in entries]
        self._nothing.setVisible(not entries)
        if focused >= 0:
            self._focus(min(focused, len(self._rows) - 1))

    def _made(self, entry: StoryEntry) -> StoryRow:
        row = StoryRow(entry)
        row.edit_requested.connect(self.edit_requested)
        row.remove_requested.connect(self.remove_requested)
        row.action_requested.connect(self.action_requested)
        self._lines.addWidget(row)
        return row

    def _focused(self) -> int:
        return next((at for at, row in enumerate(self._rows) if row.has_focus()), -1)

    def _focus(self, at: int) -> None:
        row = self._rows[at] if at >= 0 else None
        target = self.add_button
        if row is not None:
            shown = (row.action_button, row.edit_button, row.remove_button)
            target = next((one for one in shown if one.isVisibleTo(row)), self.add_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
