"""What the own unit was before and what it became, and the way to the unit that reports now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.office_units import OfficeUnit
from ui.widgets.card import Card, label
from ui.widgets.notice_bar import NoticeBar


class UnitStory(Card):
    """Hidden for a unit of which the table tells nothing.

    Attributes:
        new_unit_requested: the user wants to choose the unit of the working year.
    """

    new_unit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Trước và sau khi sắp xếp đơn vị", parent=parent)
        self._warning = NoticeBar("triangle-alert", "warning")
        self.new_unit_button = self._warning.add("Chọn đơn vị mới…", "new_unit_button")
        self._before, self._since = label("", wrap=True), label("", wrap=True)
        self._before.setObjectName("unit_before")
        self._since.setObjectName("unit_since")
        for part in (self._warning, self._before, self._since):
            self.content.addWidget(part)
        self.hide()

        self.new_unit_button.clicked.connect(self.new_unit_requested)

    def text(self) -> str:
        """Return all that is told."""
        return "\n".join(filter(None, (self._warning.text(), self._before.text(), self._since.text())))

    def show_unit(self, unit: OfficeUnit) -> None:
        """Tell of a unit."""
        self._warning.say(unit.warning)
        for part, text in ((self._before, unit.before), (self._since, unit.since)):
            part.setText(text)
            part.setVisible(bool(text))
        self.setVisible(bool(unit.warning or unit.before or unit.since))
