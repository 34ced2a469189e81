"""What the report is compared with, on the page of the report."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from ui.dialogs.previous_dialog import PreviousDialog
from ui.operations import Operations
from ui.widgets.comparison_line import ComparisonLine


class ReportPrevious(QObject):
    """What the line of the comparison does.

    Attributes:
        view: the line.
    """

    def __init__(self, ledger: Ledger, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._operations, self._page = ledger, operations, parent
        self._period: ReportPeriod | None = None
        self.view = ComparisonLine()

        self.view.change_requested.connect(self.change)

    def read(self, period: ReportPeriod, compared_with: str) -> None:
        """Show what the report of a period is compared with."""
        self._period = period
        self.view.show_state(compared_with)

    def change(self) -> None:
        """Ask for other figures and keep them."""
        period = self._period
        if period is None:
            return
        choice = PreviousDialog.ask(self._ledger, period, self._page)
        if choice is not None:
            self._operations.run(
                lambda: self._ledger.previous.save(period, choice),
                changed={"report"},
                message="Đã lưu số liệu kỳ trước.",
            )
