"""What must be mended or explained before the export, wherever the report's page shows it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop_app.domain.checking import Reason
from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import two_digits
from ui.dialogs.reason_dialog import ReasonDialog
from ui.operations import Operations
from ui.pages.problem_entries import Problem, reasoned_entries
from ui.pages.report_detail import ReportDetail
from ui.pages.report_steps import ReportSteps
from ui.worker import Progress

_ENDING = ".docx"


class ReportChecks(QObject):
    """Shows problems in the first step, on its card, in the step of the export and at its button; keeps reasons.

    Attributes:
        errors, warnings: how many there are. unexplained: how many warnings have no reason yet.
    """

    def __init__(
        self,
        ledger: Ledger,
        operations: Operations,
        steps: ReportSteps,
        detail: ReportDetail,
        export_button: QPushButton,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._ledger, self._operations, self._page = ledger, operations, page
        self._steps, self._detail, self._export_button = steps, detail, export_button
        self._period: ReportPeriod | None = None
        self._problems: Sequence[Problem] = ()
        self.errors = self.warnings = self.unexplained = 0
        self._is_exporting: Callable[[], bool] = lambda: False

        panel = detail.checks
        panel.problems.reason_given.connect(self._on_reason_given)
        panel.reason_wanted.connect(self._on_reason_wanted)
        panel.take_back_wanted.connect(self._on_take_back_wanted)
        panel.explanation_wanted.connect(self._on_explanation_wanted)

    def show_problems(
        self,
        period: ReportPeriod,
        problems: Sequence[Problem],
        reasons: Mapping[str, Reason],
        *,
        is_exporting: Callable[[], bool],
    ) -> None:
        """Show what is to be mended or explained in the report of a period."""
        self._period, self._problems, self._is_exporting = period, problems, is_exporting
        entries = reasoned_entries(problems, reasons)
        errors = [entry for entry in entries if entry.is_error]
        self.errors, self.warnings = len(errors), len(entries) - len(errors)
        self.unexplained = sum(not entry.is_error and not entry.reason for entry in entries)
        self._detail.checks.show_entries(entries)
        self._steps.show_checks(self.errors, self.unexplained, self.warnings - self.unexplained)
        first = errors[0].sentence if errors else ""
        self._detail.export.show_checks(self.errors, first, self.unexplained, self.warnings)
        self._export_button.setEnabled(not errors and not is_exporting())
        self._export_button.setToolTip("Còn lỗi nên chưa xuất được." if errors else "")

    def show_anew(self) -> None:
        """Show the same problems with the reasons as they are kept now."""
        if self._period is not None:
            reasons = self._ledger.reporting.reasons.reasons(self._period)
            self.show_problems(self._period, self._problems, reasons, is_exporting=self._is_exporting)

    def _on_reason_given(self, key: str, reason: str) -> None:
        self._keep([key], reason)

    def _on_reason_wanted(self, keys: list[str]) -> None:
        reason = ReasonDialog.ask(self._page, len(keys), self._ledger.reporting.reasons.used())
        if reason:
            self._keep(keys, reason)
            self._detail.checks.problems.untick_all()

    def _keep(self, keys: Sequence[str], reason: str) -> None:
        """Keep a reason for some problems; an empty one takes theirs back."""
        period = self._period
        wanted = set(keys)
        given = {one.key: (one.sentence, reason) for one in self._problems if one.key in wanted}
        if period is None or not given:
            return
        what = f"{two_digits(len(given))} mục cần xem lại"
        self._operations.run(
            lambda: self._ledger.reporting.reasons.keep(period, given),
            changed={"check_reasons"},
            message=f"Đã ghi lý do cho {what}." if reason else f"Đã bỏ lý do của {what}.",
        )
        self.show_anew()

    def _on_take_back_wanted(self, keys: list[str]) -> None:
        self._keep(keys, "")

    def _on_explanation_wanted(self) -> None:
        period = self._period
        if period is None:
            return
        suffix = f"_{period.code}" if period.code else ""
        usual = self._ledger.path.parent / f"GiaiTrinh_{period.year}{suffix}{_ENDING}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, "Lưu bảng giải trình", str(usual), f"Tệp Word (*{_ENDING})"
        )
        if not chosen:
            return
        path = Path(chosen.removesuffix(_ENDING) + _ENDING)

        def work(ledger: Ledger, _progress: Progress) -> Path:
            ledger.reporting.reasons.write(period, path)
            return path

        self._operations.start(
            work, text="Đang tạo bảng giải trình…", on_done=self._on_written, changed=set()
        )

    def _on_written(self, path: Path) -> None:
        self._operations.status.emit(f"Đã lưu bảng giải trình “{path.name}” trong “{path.parent}”.", False)
