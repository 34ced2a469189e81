"""The last step of the report: issued after signing, sent, received."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.pages.report_steps import ReportSteps
from ui.widgets.card import label


class ReportIssue(QObject):
    """What the step Phát hành và gửi does.

    Attributes:
        view: its part of the page.
    """

    def __init__(self, ledger: Ledger, operations: Operations, steps: ReportSteps, page: QWidget) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._steps = ledger, operations, steps
        self.view = QWidget()
        layout = QVBoxLayout(self.view)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label("Phát hành và gửi", strong=True))
        layout.addStretch()

    def read(self, period: ReportPeriod) -> None:
        """Show how far the report of a period is; called whenever the page shows its report anew."""
