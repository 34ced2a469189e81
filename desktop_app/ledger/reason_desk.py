"""Reasons of warnings: kept in the ledger, given along with an export, printed as a table."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.periods import ReportPeriod
from desktop_app.errors import ExportError
from desktop_app.exchange.export_result import ExportResult
from desktop_app.report.build import ReportSource
from desktop_app.report.checks import Problem, explained_by
from desktop_app.report.checks.explaining import told_reasons
from desktop_app.report.explanation import FILE_NAME, explanation
from desktop_app.report.writers import write_official
from desktop_app.storage.check_reasons import CheckReasons
from desktop_app.storage.database import Database
from desktop_app.storage.operations import Clock

EXPLANATION_FILE = f"{FILE_NAME}.docx"


class ReasonDesk(CheckReasons):
    """Everything about reasons."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        who: str,
        source: Callable[[ReportPeriod], ReportSource],
        problems: Callable[[ReportSource], list[Problem]],
    ) -> None:
        super().__init__(database, clock, who)
        self._source, self._problems = source, problems

    def told(self, period: ReportPeriod, problems: Sequence[Problem], rest: str) -> str:
        """Return the text that is kept with an export; `rest` is the reason of warnings without one of their own."""
        return told_reasons(problems, self.reasons(period), rest)

    def keep_rest(self, period: ReportPeriod, problems: Sequence[Problem], reason: str) -> None:
        """Keep a reason for all warnings that have none of their own; an empty one changes nothing."""
        given = self.reasons(period)
        open_ones = (one for one in problems if not one.is_error and explained_by(one, given) is None)
        self.keep(period, {one.key: (one.sentence, reason) for one in open_ones} if reason else {})

    def write(self, period: ReportPeriod, path: Path) -> None:
        """Write the warnings of a report with their reasons as a Word file.

        Raises:
            ExportError: the file cannot be written.
        """
        source = self._source(period)
        self._write(source, self._problems(source), path)

    def put_beside(
        self, result: ExportResult, source: ReportSource, problems: Sequence[Problem]
    ) -> ExportResult:
        """Write the table beside an exported report; the export stands even where that cannot be done."""
        path = result.folder / EXPLANATION_FILE
        try:
            self._write(source, problems, path)
        except ExportError as error:
            return replace(result, notes=(*result.notes, f"Chưa ghi được Bảng giải trình: {error}"))
        return replace(result, files=(*result.files, path))

    def _write(self, source: ReportSource, problems: Sequence[Problem], path: Path) -> None:
        given = self.reasons(source.records.period)
        document = explanation(source, problems, given, self._clock().date())
        write_official(document, path, layout=source.layout)
