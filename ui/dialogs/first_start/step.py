"""What every step of the first start can do."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import label
from ui.widgets.fields import show_problems
from ui.widgets.form_field import FormField


class Step(QWidget):
    """A page of the wizard.

    Attributes:
        advanced: Enter was pressed: on to the next field.
        fields: the layout below title and lead.
    """

    advanced = Signal()

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("see_through", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(title, size="title"))
        layout.addWidget(label(lead, tone="muted", wrap=True))
        layout.addSpacing(10)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(10)
        layout.addLayout(self.fields, 1)

    def take_focus(self) -> None:
        """Put the cursor where this step begins."""

    def check(self) -> bool:
        """Say what is wrong beside its field, put the cursor there, and return whether all is well."""
        return True


def refuse(fields: Mapping[str, FormField], problems: Mapping[str, str]) -> bool:
    """Show the problems, put the cursor into the first bad field, and return whether there are none."""
    show_problems(fields, problems)
    bad = next((name for name in fields if name in problems), None)
    if bad is not None:
        fields[bad].editor.setFocus()
    return not problems
