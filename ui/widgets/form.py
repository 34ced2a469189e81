"""A form built from a register's fields: tabs of groups, messages beside the fields, nothing typed is lost."""

import dataclasses
from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.records.awards import AwardLevel, NomineeType
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, cleaned, gaps, problems
from ui.icons import icon
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.context import FormContext
from ui.widgets.editors.dossier import DossierEditor
from ui.widgets.editors.factory import make_editor
from ui.widgets.editors.figures import FiguresEditor
from ui.widgets.editors.plan import ContentEditor, PlanItemsEditor
from ui.widgets.form_field import FormField
from ui.widgets.form_group import FormGroup

R = TypeVar("R", bound=Record)

_TAB_INDENT = 16
"""What the tabs leave free at the left and the right, in pixels."""
_SHORT_TITLES = {"Thông tin chung": "Chung"}
"""Where all tabs do not fit beside each other."""


class Form(QWidget, Generic[R]):
    """The fields of one record.

    Attributes:
        edited: something typed differs from before.
        finished: Enter was pressed in the last field.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, register: Register[R], context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register, self._context = register, context
        self._record: R = register.record()
        self._loading = False
        self._fields = {
            name: FormField(
                name, spec, register.words.fields[name], make_editor(name, spec, register.words, context)
            )
            for name, spec in register.specs.items()
        }
        self._groups = {
            key: FormGroup(self._fields_of(key), register.words.notes.get(key, ""))
            for key in register.words.groups
        }
        self._tabs = QTabWidget()
        self._tabs.setObjectName("form_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for key, group in self._groups.items():
            self._tabs.addTab(group, register.words.groups[key])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self._loaded = self.raw_values()

        for field in self._fields.values():
            field.editor.edited.connect(self._on_edited)
            field.editor.left.connect(self._on_left)
            field.editor.advanced.connect(self._on_advanced)
        self._connect_contents()

    def show_record(self, record: R, typed: Mapping[str, object] | None = None) -> None:
        """Show a record, and on top of it what was typed but not saved."""
        self._record = record
        self._loading = True
        for name, field in self._fields.items():
            field.editor.set_value(getattr(record, name))
            field.touched = bool(record.id)
        self._loaded = self.raw_values()
        for name, raw in (typed or {}).items():
            if name in self._fields:
                self._fields[name].editor.set_raw(raw)
                self._fields[name].touched = True
        self._loading = False
        self._show_messages()

    def accept_saved(self, record: R) -> None:
        """Take the record as saved; what stands in the editors stays as it is."""
        self._record = record
        self._loaded = self.raw_values()
        for field in self._fields.values():
            field.touched = True
        self._show_messages()

    def current_record(self) -> R:
        """Return the record as typed; texts that mean nothing leave their value empty."""
        values = {name: field.editor.value() for name, field in self._fields.items()}
        return cleaned(self._register, dataclasses.replace(self._record, **values))

    def saved_record(self) -> R:
        """Return the record as it was shown, without what is typed."""
        return self._record

    def raw_values(self) -> dict[str, object]:
        """Return what is typed in every editor, finished or not."""
        return {name: field.editor.raw() for name, field in self._fields.items()}

    def is_changed(self) -> bool:
        """Say whether anything differs from the record as it was shown."""
        return self.raw_values() != self._loaded

    def problems(self) -> dict[str, str]:
        """Return what prevents saving: field -> sentence; what cannot be read comes before the rules."""
        unread = {name: text for name, field in self._fields.items() if (text := field.editor.problem())}
        found = problems(self._register, self.current_record()) | unread
        return {name: found[name] for name in self._fields if name in found}

    def show_problems(self, found: dict[str, str] | None = None) -> None:
        """Show every message, and put the cursor into the first bad field."""
        for field in self._fields.values():
            field.touched = True
        self._show_messages(found)
        bad = found or self.problems()
        if bad:
            self.focus_field(next(iter(bad)))

    def focus_field(self, name: str) -> None:
        """Show the tab of a field and put the cursor there."""
        field = self._fields[name]
        group = self._groups[field.spec.group]
        self._tabs.setCurrentWidget(group)
        field.editor.setFocus(Qt.FocusReason.TabFocusReason)
        group.ensureWidgetVisible(field, 0, 24)

    def focus_first(self) -> None:
        """Put the cursor into the field that names the record."""
        self.focus_field(self._register.naming_field)

    def focus_tabs(self) -> None:
        """Put the focus on the tabs: an arrow leads to the next one, Tab into the fields."""
        self._tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)

    def add_tab(self, widget: QWidget, title: str) -> None:
        """Put a tab that is no group of fields after the groups."""
        self._tabs.addTab(widget, title)

    def set_tab_title(self, widget: QWidget, title: str) -> None:
        """Change the title of such a tab."""
        self._tabs.setTabText(self._tabs.indexOf(widget), title)
        self._fit_titles()

    def show_tab(self, widget: QWidget) -> None:
        """Bring such a tab to the front."""
        self._tabs.setCurrentWidget(widget)

    def editor(self, name: str) -> Editor:
        """Return the editor of a field, for a page that lets one field follow another."""
        return self._fields[name].editor

    def message(self, name: str) -> str:
        """Return what stands below a field."""
        return self._fields[name].message()

    def reload_plan(self) -> None:
        """Offer the plan's items as they are now."""
        self._loading = True
        for field in self._fields.values():
            if isinstance(field.editor, PlanItemsEditor):
                field.editor.reload()
        self._loading = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten titles that do not fit."""
        super().resizeEvent(event)
        self._fit_titles()

    def _fit_titles(self) -> None:
        first = self._tab_text(*next(iter(self._groups.items())))
        self._tabs.setTabText(0, first)
        if self._tabs.tabBar().sizeHint().width() > self.width() - _TAB_INDENT:
            self._tabs.setTabText(0, _SHORT_TITLES.get(first, first))

    def _fields_of(self, group: str) -> list[FormField]:
        return [field for field in self._fields.values() if field.spec.group == group]

    def _connect_contents(self) -> None:
        """Let the plan's item set the content, the content the lines of figures, the level the dossier."""
        editors = [field.editor for field in self._fields.values()]
        contents = [editor for editor in editors if isinstance(editor, ContentEditor)]
        for editor in editors:
            for content in contents:
                if isinstance(editor, PlanItemsEditor):
                    editor.codes_offered.connect(content.offer)
                if isinstance(editor, FiguresEditor):
                    content.code_changed.connect(editor.show_content)
        for dossier in (editor for editor in editors if isinstance(editor, DossierEditor)):
            for field in self._fields.values():
                if isinstance(field.editor, ChoiceEditor) and field.spec.choices is AwardLevel:
                    field.editor.chosen.connect(dossier.show_level)
                if isinstance(field.editor, ChoiceEditor) and field.spec.choices is NomineeType:
                    field.editor.chosen.connect(dossier.show_nominee)

    def _on_edited(self) -> None:
        if self._loading:
            return
        self._show_messages()
        self.edited.emit()

    def _on_left(self) -> None:
        field = self._sending_field()
        if field is not None and not self._loading:
            field.touched = True
            self._fill_followers(field)
            self._show_messages()

    def _fill_followers(self, field: FormField) -> None:
        """Put what a changed field offers into fields that are still empty, as if it had been typed."""
        if field.editor.raw() == self._loaded[field.name]:
            return
        for name, value in self._context.follow(field.name, self.current_record()).items():
            editor = self._fields[name].editor
            if not editor.filled() and not editor.problem():
                editor.set_value(value)
                self._on_edited()

    def _on_advanced(self) -> None:
        fields = list(self._fields.values())
        field = self._sending_field()
        if field is None:
            return
        following = fields[fields.index(field) + 1 :]
        if following:
            self.focus_field(following[0].name)
        else:
            self.finished.emit()

    def _sending_field(self) -> FormField | None:
        sender = self.sender()
        return next((field for field in self._fields.values() if field.editor is sender), None)

    def _show_messages(self, found: dict[str, str] | None = None) -> None:
        bad = found if found is not None else self.problems()
        missing = gaps(self._register, self.current_record())
        for name, field in self._fields.items():
            if field.touched:
                field.show_message(bad.get(name, ""), missing.get(name, ""))
            else:
                field.show_message("", "")
        for index, (key, group) in enumerate(self._groups.items()):
            self._tabs.setTabText(index, self._tab_text(key, group))
            shown = any(field.touched and field.name in bad for field in group.fields)
            self._tabs.setTabIcon(index, icon("circle-alert", "bad", on_role="bad") if shown else QIcon())
        self._fit_titles()

    def _tab_text(self, key: str, group: FormGroup) -> str:
        title = self._register.words.groups[key]
        first = key == next(iter(self._groups))
        count = 0 if first else group.filled()
        return f"{title}  {count}" if count else title
