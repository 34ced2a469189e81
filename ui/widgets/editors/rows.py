"""The base of editors that hold several entries of one shape, each in a row that can be removed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from ui.widgets.buttons import make_button
from ui.widgets.editors.base import Editor
from ui.widgets.tab_order import order_tabs


class EntryRow(QWidget):
    """One entry.

    Attributes:
        edited, left, advanced: as in `Editor`.
        removed: the user takes this entry away.
    """

    edited = Signal()
    left = Signal()
    advanced = Signal()
    removed = Signal()

    def value(self) -> Any:  # noqa: ANN401 - one entry of the record's attribute
        """Return the entry."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - one entry of the record's attribute
        """Show an entry."""
        raise NotImplementedError

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        raise NotImplementedError

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Say whether nothing is typed here."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why the entry cannot be, "" when it can."""
        return ""

    def set_state(self) -> None:
        """Colour the inputs that are not understood."""

    def inputs(self) -> list[QWidget]:
        """Return what Tab visits in this row, in its order; a row of several inputs overrides this."""
        return [self]


class RowsEditor(Editor):
    """Entries below each other, and a button for one more."""

    def __init__(self, add_text: str, add_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[EntryRow] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self._add = make_button(add_text, add_name, icon_name="plus")
        outer.addLayout(self._lines)
        outer.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

        self._add.clicked.connect(self._on_add)

    def make_row(self) -> EntryRow:
        """Return an empty row; the editor of a kind overrides this."""
        raise NotImplementedError

    def bind(self, name: str, words: FieldWords) -> None:
        """Name the whole."""
        self.setObjectName(name)
        self.setAccessibleName(words.label)

    def value(self) -> tuple[Any, ...]:
        """Return the entries that hold something."""
        return tuple(row.value() for row in self._entries if not row.is_empty() and not row.problem())

    def focus_target(self) -> QWidget:
        """Return the button: no focus proxy, which would lead Tab past the entries."""
        return self._add

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show the entries."""
        self._set_count(len(value))
        for row, entry in zip(self._entries, value, strict=True):
            row.set_value(entry)

    def add(self, entries: Sequence[Any]) -> None:
        """Put entries below those that stand here, as if they were typed."""
        for entry in entries:
            self._append().set_value(entry)
        if entries:
            self.edited.emit()

    def raw(self) -> object:
        """Return what is typed in each row that is not empty."""
        return [row.raw() for row in self._entries if not row.is_empty()]

    def set_raw(self, raw: object) -> None:
        """Show what was typed."""
        typed = [entry for entry in raw if isinstance(entry, dict)] if isinstance(raw, list) else []
        self._set_count(len(typed))
        for row, entry in zip(self._entries, typed, strict=True):
            row.set_raw(entry)

    def problem(self) -> str:
        """Return the sentence of the first entry that cannot be."""
        return next((row.problem() for row in self._entries if not row.is_empty() and row.problem()), "")

    def filled(self) -> int:
        """Count the entries."""
        return len(self.value())

    def set_state(self, _state: str) -> None:
        """Colour the inputs that are not understood."""
        for row in self._entries:
            row.set_state()

    def _set_count(self, count: int) -> None:
        while len(self._entries) > count:
            self._drop(self._entries[-1])
        while len(self._entries) < count:
            self._append()

    def _append(self) -> EntryRow:
        row = self.make_row()
        self._entries.append(row)
        self._lines.addWidget(row)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.advanced.connect(self._on_row_advanced)
        row.removed.connect(self._on_removed)
        # The button gives the row its place and goes behind it.
        order_tabs(self._add, row, self._add)
        order_tabs(*row.inputs())
        return row

    def _drop(self, row: EntryRow) -> None:
        self._entries.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        self._append().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_removed(self) -> None:
        self._drop(next(row for row in self._entries if row is self.sender()))
        self._add.setFocus()
        self.edited.emit()
        self.left.emit()

    def _on_row_advanced(self) -> None:
        here = next(index for index, row in enumerate(self._entries) if row is self.sender())
        if here + 1 < len(self._entries):
            self._entries[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._add.setFocus(Qt.FocusReason.TabFocusReason)
