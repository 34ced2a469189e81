"""What must be mended before the export, wherever the report's page shows it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from ui.pages.problem_entries import Problem, problem_entries
from ui.pages.report_detail import ReportDetail
from ui.pages.report_steps import ReportSteps


class ReportChecks(QObject):
    """Shows problems in the first step, on its card, in the step of the export and at its button.

    Attributes:
        errors, warnings: how many there are.
    """

    def __init__(
        self,
        steps: ReportSteps,
        detail: ReportDetail,
        export_button: QPushButton,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps, self._detail, self._export_button = steps, detail, export_button
        self.errors = self.warnings = 0

    def show_problems(self, problems: Iterable[Problem], *, is_exporting: bool) -> None:
        """Show what is to be mended."""
        entries = problem_entries(problems)
        errors = [entry for entry in entries if entry.is_error]
        self.errors, self.warnings = len(errors), len(entries) - len(errors)
        self._detail.show_problems(entries)
        self._steps.show_checks(self.errors, self.warnings)
        self._detail.export.show_checks(self.errors, errors[0].sentence if errors else "", self.warnings)
        self._export_button.setEnabled(not errors and not is_exporting)
        self._export_button.setToolTip("Còn lỗi nên chưa xuất được." if errors else "")
