"""The fields of one tab of a form, short ones side by side, scrolled when they are many."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop_app.domain.fields import FieldKind
from ui.widgets.card import label
from ui.widgets.form_field import FormField

_COLUMNS = 12
_HALF = _COLUMNS // 2
_SHORT_WIDTH = 3


class FormGroup(QScrollArea):
    """A tab.

    Attributes:
        fields: in their order.
    """

    def __init__(self, fields: Sequence[FormField], note: str = "", parent: QWidget | None = None) -> None:
        """Build the tab; `note` stands above its fields."""
        super().__init__(parent)
        self.fields = tuple(fields)
        self._note = note
        if len(fields) == 1:
            fields[0].tell_help()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("see_through", True)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(16, 14, 16, 16)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)
        self._place()
        self.setWidget(content)

    def filled(self) -> int:
        """Return how many entries stand here: of a single field its own, else the fields that hold something."""
        if len(self.fields) == 1:
            return self.fields[0].editor.filled()
        return sum(1 for field in self.fields if field.editor.filled())

    def _place(self) -> None:
        row, column = 0, 0
        widths = _widths(self.fields)
        if self._note:
            self._grid.addWidget(label(self._note, tone="muted", size="small", wrap=True), 0, 0, 1, _COLUMNS)
            row = 1
        for field, width in zip(self.fields, widths, strict=True):
            if column + width > _COLUMNS:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, width, Qt.AlignmentFlag(0))
            column += width
        self._grid.setRowStretch(row + 1, 1)


def _widths(fields: Sequence[FormField]) -> list[int]:
    """Return the columns of each field; a short choice left alone stands before the text that follows."""
    widths: list[int] = []
    column = 0
    for field, following in zip_longest(fields, fields[1:]):
        width = _width(field)
        alone = width == _HALF and column == 0 and following is not None and _width(following) == _COLUMNS
        if alone and field.spec.kind is FieldKind.CHOICE and following.spec.kind is FieldKind.TEXT:
            width = _SHORT_WIDTH
        elif widths and widths[-1] == _SHORT_WIDTH and column == _SHORT_WIDTH:
            width = _COLUMNS - _SHORT_WIDTH
        column = width if column + width > _COLUMNS else column + width
        column %= _COLUMNS
        widths.append(width)
    return widths


def _width(field: FormField) -> int:
    if field.spec.kind is FieldKind.PLAN_ITEMS:
        return _COLUMNS - _SHORT_WIDTH
    if field.spec.kind is FieldKind.CONTENT:
        return _SHORT_WIDTH
    return _HALF if field.spec.half else _COLUMNS
