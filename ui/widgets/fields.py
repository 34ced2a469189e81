"""Fields outside a register: the label, editor and message of forms, built from words alone."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QSizePolicy

from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.labels.words import FieldWords
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import FlagEditor
from ui.widgets.form_field import FormField


def make_field(name: str, words: FieldWords, editor: Editor, *, required: bool = False) -> FormField:
    """Return a field with its label, editor and room for a message."""
    kind = FieldKind.FLAG if isinstance(editor, FlagEditor) else FieldKind.TEXT
    field = FormField(name, FieldSpec(kind, required=required), words, editor)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return field


def show_usual(field: FormField, text: str) -> None:
    """Show in an empty field what is used instead."""
    target = field.editor.focus_target()
    if isinstance(target, QLineEdit | QPlainTextEdit):
        target.setPlaceholderText(text)


def show_problems(fields: Mapping[str, FormField], found: Mapping[str, str]) -> None:
    """Put each sentence below its field and clear the others."""
    for name, field in fields.items():
        field.show_message(found.get(name, ""), "")


def unread(fields: Mapping[str, FormField]) -> dict[str, str]:
    """Return what is typed but means nothing: field -> sentence."""
    return {name: text for name, field in fields.items() if (text := field.editor.problem())}


def raw_of(fields: Mapping[str, FormField]) -> dict[str, object]:
    """Return what is typed, finished or not."""
    return {name: field.editor.raw() for name, field in fields.items()}


def show_raw(fields: Mapping[str, FormField], raw: Mapping[str, object]) -> None:
    """Show again what was typed but not saved."""
    for name, field in fields.items():
        if name in raw:
            field.editor.set_raw(raw[name])


def focus_field(fields: Mapping[str, FormField], name: str) -> bool:
    """Put the cursor into a field and say whether there is one of this name."""
    if name in fields:
        fields[name].editor.setFocus(Qt.FocusReason.TabFocusReason)
    return name in fields


def fields_grid(fields: Mapping[str, FormField], places: Mapping[str, tuple[int, int, int]]) -> QGridLayout:
    """Return a grid of fields; a place is (row, column, columns that it spans)."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    for name, (row, column, span) in places.items():
        grid.addWidget(fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
    return grid
