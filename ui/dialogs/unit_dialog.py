"""Picking another unit from the table of administrative units."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.office import LEVELS, OFFICE
from desktop_app.domain.office_setup import office_of, usual_level
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.units import AdminUnit, UnitTable
from ui.dialogs.answer import answer_of
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.fields import make_field
from ui.widgets.unit_picker import UnitPicker

_SIZE = (620, 440)


class UnitDialog(QDialog):
    """A kind of unit, and the units of that kind that exist on a day."""

    def __init__(
        self,
        table: UnitTable,
        level: UnitLevel,
        day: date,
        parent: QWidget | None = None,
        suggested: Sequence[AdminUnit] = (),
    ) -> None:
        """Build the dialog.

        Args:
            table: all units.
            level: kind that is offered first.
            day: on which the units must exist.
            parent: the owner.
            suggested: units shown before anything is typed.
        """
        super().__init__(parent)
        self._table, self._day = table, day
        self.setObjectName("unit_dialog")
        self.setWindowTitle("Chọn đơn vị từ danh mục")
        self.resize(*_SIZE)
        listed = {one: word for one, word in LEVELS.items() if one is not UnitLevel.MEMBER_BODY}
        self._level = ChoiceEditor(listed)
        self._level.set_value(level if level in listed else usual_level(day.year))
        self.picker = UnitPicker(table)
        self.picker.suggest(suggested)
        self.choose_button = make_button("Chọn đơn vị này", "choose_button", kind=PRIMARY)
        self.cancel_button = make_button("Hủy", "cancel_button")
        self._lay_out()
        self._follow()

        self._level.edited.connect(self._follow)
        self.picker.picked.connect(self._on_picked)
        self.picker.accepted.connect(self.accept)
        self.choose_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(
        cls,
        table: UnitTable,
        level: UnitLevel,
        day: date,
        parent: QWidget | None = None,
        suggested: Sequence[AdminUnit] = (),
    ) -> Office | None:
        """Return the names of the unit that was picked, None when none was."""
        dialog = cls(table, level, day, parent, suggested)
        dialog.picker.take_focus()
        return answer_of(dialog, cls.office)

    def office(self) -> Office | None:
        """Return the names of the chosen unit."""
        unit = self.picker.unit()
        return office_of(unit, self._table, self._day) if unit is not None else None

    def _follow(self) -> None:
        self.picker.set_scope(self._level.value(), self._day)
        self._on_picked()

    def _on_picked(self) -> None:
        self.choose_button.setEnabled(self.picker.unit() is not None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(make_field("level", OFFICE["level"], self._level))
        layout.addWidget(self.picker)
        layout.addStretch()
        layout.addLayout(buttons)
