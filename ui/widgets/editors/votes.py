"""Editor for the vote of the meeting: members, present, in favour."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.awards import Votes
from ui.widgets.card import label
from ui.widgets.editors.base import Editor
from ui.widgets.editors.parsed import IntegerEditor

_PARTS = {"total": "Tổng số thành viên", "present": "Có mặt", "agree": "Đồng ý"}


class VotesEditor(Editor):
    """Three numbers, all or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = {part: IntegerEditor() for part in _PARTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (part, editor) in enumerate(self._parts.items()):
            caption = label(_PARTS[part], tone="muted", size="small")
            grid.addWidget(editor, 0, column)
            grid.addWidget(caption, 1, column)
            grid.setColumnStretch(column, 1)
            editor.bind(f"votes_{part}", FieldWords(_PARTS[part]))
            editor.edited.connect(self.edited)
            editor.left.connect(self.left)
        self.setFocusProxy(self._parts["total"])

        self._parts["total"].advanced.connect(self._parts["present"].setFocus)
        self._parts["present"].advanced.connect(self._parts["agree"].setFocus)
        self._parts["agree"].advanced.connect(self.advanced)

    def bind(self, name: str, words: FieldWords) -> None:
        """Name the whole; each number has its own name."""
        self.setObjectName(name)
        self.setAccessibleName(words.label)

    def value(self) -> Votes | None:
        """Return the vote, None while a number is missing."""
        numbers = {part: editor.value() for part, editor in self._parts.items()}
        return None if None in numbers.values() else Votes(**numbers)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show a vote."""
        for part, editor in self._parts.items():
            editor.set_value(getattr(value, part) if value else None)

    def raw(self) -> object:
        """Return the three texts."""
        return {part: editor.raw() for part, editor in self._parts.items()}

    def set_raw(self, raw: object) -> None:
        """Show the three texts."""
        typed = raw if isinstance(raw, dict) else {}
        for part, editor in self._parts.items():
            editor.set_raw(typed.get(part, ""))

    def problem(self) -> str:
        """Return what is not understood or missing."""
        for editor in self._parts.values():
            if editor.problem():
                return editor.problem()
        filled = sum(editor.filled() for editor in self._parts.values())
        return "Hãy ghi đủ ba số, hoặc để trống cả ba." if 0 < filled < len(self._parts) else ""

    def set_state(self, state: str) -> None:
        """Colour all three: they are one statement."""
        for editor in self._parts.values():
            editor.set_state(state)
