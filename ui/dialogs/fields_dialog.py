"""A dialog of fields: Enter goes on to the next one, what is missing is said below its field."""

from collections.abc import Callable, Collection, Mapping

from desktop_app.domain.labels.words import FieldWords
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.editors.base import Editor
from ui.widgets.fields import fields_grid, focus_field, make_field, show_problems, unread
from ui.widgets.form_field import FormField


class FieldsDialog(DialogFrame):
    """A frame with fields of its own.

    Attributes:
        fields: by the attribute that they ask for.
    """

    fields: Mapping[str, FormField]

    def add_fields(
        self,
        words: Mapping[str, FieldWords],
        editors: Mapping[str, Editor],
        places: Mapping[str, tuple[int, int, int]],
        required: Collection[str] = (),
    ) -> None:
        """Put fields into the body.

        Args:
            words: label and help of each.
            editors: in the order in which Enter goes through them.
            places: of each, see `fields_grid`.
            required: those marked as needed.
        """
        self.fields = {
            name: make_field(name, words[name], editor, required=name in required)
            for name, editor in editors.items()
        }
        self.body.addLayout(fields_grid(self.fields, places))

    def go_on(self, last: Callable[[], object]) -> None:
        """Let Enter lead from each field to the next, and from the last one to `last`."""
        editors = [field.editor for field in self.fields.values()]
        for editor, following in zip(editors, [*(one.setFocus for one in editors[1:]), last], strict=True):
            editor.advanced.connect(following)

    def missing(self) -> dict[str, str]:
        """Return what is missing or cannot be: field -> sentence; a dialog overrides this."""
        return {}

    def problem(self) -> str:
        """Return the first thing that is unread or missing; its field is coloured and gets the cursor."""
        found = unread(self.fields) or self.missing()
        show_problems(self.fields, found)
        if not found:
            return ""
        focus_field(self.fields, next(iter(found)))
        return next(iter(found.values()))
