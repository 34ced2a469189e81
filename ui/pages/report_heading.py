"""Number, date and signer on the report's page: shown, and kept within two seconds of typing."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from ui.operations import Operations
from ui.pages.report_steps import ReportSteps
from ui.widgets.report_head_form import ReportHeadForm

_LAG_MS = 1500
"""Well below the two seconds that a crash may cost."""


class ReportHeading(QObject):
    """Joins the form of the head, its card and the ledger.

    Attributes:
        saved: the head is another now.
    """

    saved = Signal()

    def __init__(
        self,
        ledger: Ledger,
        operations: Operations,
        steps: ReportSteps,
        form: ReportHeadForm,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ledger, self._operations = ledger, operations
        self._steps, self._form = steps, form
        self._period: ReportPeriod | None = None
        self._timer = QTimer(self, interval=_LAG_MS, singleShot=True)

        self._timer.timeout.connect(self.save_now)
        form.edited.connect(self._timer.start)
        form.left.connect(self.save_now)

    def read(self, period: ReportPeriod) -> None:
        """Show the head of a report; what is typed for another one is kept first."""
        if self._period is not None and (self._period.year, self._period.code) != (period.year, period.code):
            self.save_now()
        self._period = period
        self._show()

    def save_now(self) -> None:
        """Keep what is typed."""
        self._timer.stop()
        head, period = self._form.head(), self._period
        if period is None or head is None or head == self._ledger.reports.head(period):
            return
        self._operations.run(
            lambda: self._ledger.reports.save_head(period, head), changed={"report_text"}, message=""
        )
        self._show()
        self.saved.emit()

    def _show(self) -> None:
        if self._period is None:
            return
        head, office = self._ledger.reports.head(self._period), self._ledger.office
        if not self._timer.isActive():
            self._form.show_head(head, office.signer_name, office.signer_post)
        words = [
            f"Số {head.number}" if head.number else "Chưa ghi số",
            format_date(head.issued_on) if head.issued_on else "chưa ghi ngày",
            head.signer_name or office.signer_name or "chưa ghi người ký",
        ]
        self._steps.show_head(" · ".join(words))
