"""An editor for rows of any described shape: each row is a small form of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.fields import FieldKind, FieldSpec, specs_of
from desktop_app.domain.labels.words import FieldWords
from ui.theme import mark
from ui.widgets.buttons import ICON, make_button
from ui.widgets.card import bare_layout, rule
from ui.widgets.editors.base import Editor
from ui.widgets.editors.rows import EntryRow, RowsEditor

Make = Callable[[str, FieldSpec], Editor]

_HALVES = 2


class DescribedRow(EntryRow):
    """One row: a label above each editor, short ones side by side."""

    def __init__(
        self, row_type: type[Any], words: Mapping[str, FieldWords], make: Make, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._type, self._words = row_type, words
        self._specs = specs_of(row_type)
        self._editors = {name: make(name, spec) for name, spec in self._specs.items()}
        self._empty = {name: editor.raw() for name, editor in self._editors.items()}
        self._remove = make_button("Bỏ dòng này", "remove_row", kind=ICON, icon_name="x")
        self._lay_out()
        self.setFocusProxy(next(iter(self._editors.values())))

        editors = list(self._editors.values())
        for editor, following in zip(editors, [*editors[1:], None], strict=True):
            editor.edited.connect(self.edited)
            editor.left.connect(self.left)
            editor.advanced.connect(self.advanced if following is None else following.setFocus)
        self._remove.clicked.connect(self.removed)

    def value(self) -> Any:  # noqa: ANN401 - a row of any shape
        """Return the row."""
        return self._type(**{name: editor.value() for name, editor in self._editors.items()})

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a row."""
        for name, editor in self._editors.items():
            editor.set_value(getattr(value, name))

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        return {name: editor.raw() for name, editor in self._editors.items()}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        for name, editor in self._editors.items():
            if name in raw:
                editor.set_raw(raw[name])

    def is_empty(self) -> bool:
        """Say whether nothing was typed here; a choice that was never touched is nothing."""
        return self.raw() == self._empty

    def problem(self) -> str:
        """Return what cannot be read, or the label of what must be there."""
        for name, editor in self._editors.items():
            if editor.problem():
                return editor.problem()
            if self._specs[name].required and not editor.value():
                return f"Hãy ghi “{self._words[name].label}” của dòng này, hoặc bỏ dòng."
        return ""

    def set_state(self) -> None:
        """Colour the inputs that are not understood."""
        for editor in self._editors.values():
            editor.set_state("bad" if editor.problem() else "")

    def inputs(self) -> list[QWidget]:
        """Return the inputs as they are read, then the button that takes the row away."""
        return [*self._editors.values(), self._remove]

    def _lay_out(self) -> None:
        whole = bare_layout(self)
        whole.setSpacing(10)
        outer = QHBoxLayout()
        outer.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        line, column = 0, 0
        for name, editor in self._editors.items():
            width = 1 if self._specs[name].half else _HALVES
            if column + width > _HALVES:
                line, column = line + 1, 0
            grid.addLayout(self._field(name, editor), line, column, 1, width)
            column += width
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        outer.addLayout(grid, 1)
        side = QVBoxLayout()
        side.addWidget(self._remove)
        side.addStretch()
        outer.addLayout(side)
        whole.addLayout(outer)
        whole.addWidget(rule())

    def _field(self, name: str, editor: Editor) -> QVBoxLayout:
        words = self._words[name]
        editor.bind(name, words)
        field = QVBoxLayout()
        field.setSpacing(2)
        if self._specs[name].kind is not FieldKind.FLAG:
            label = QLabel(words.label.replace("&", "&&"))
            mark(label, size="small", tone="muted")
            label.setBuddy(editor.focus_target())
            field.addWidget(label)
        field.addWidget(editor)
        return field


class DescribedRowsEditor(RowsEditor):
    """Rows of one shape, one below the other."""

    def __init__(
        self,
        row_type: type[Any],
        words: Mapping[str, FieldWords],
        make: Make,
        add_text: str,
        parent: QWidget | None = None,
    ) -> None:
        """Build the editor.

        Args:
            row_type: the described dataclass of a row.
            words: attribute of a row -> its words.
            make: gives the editor of one field of a row.
            add_text: on the button for one more row.
            parent: the owner.
        """
        super().__init__(add_text, "add_row_button", parent)
        self._row_type, self._words, self._make = row_type, words, make

    def make_row(self) -> EntryRow:
        """Return an empty row."""
        row = DescribedRow(self._row_type, self._words, self._make)
        row.setObjectName(f"{self.objectName()}_row")
        return row
