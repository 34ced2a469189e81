"""Progress of a writer, counted in rows and sections."""

from desktop_app.report.model import Progress, Report

_EVERY = 50


class Steps:
    """Counts what is written and tells it now and then; the listener may raise `CancelledError`."""

    def __init__(self, report: Report, progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        rows = sum(len(table.rows) for _, table in report.tables())
        pictures = len(report.annexes) - len(report.tables())
        self._total = sum(1 for _ in report.walk()) + rows + pictures

    def step(self) -> None:
        """Count one row or section."""
        self._done += 1
        if self._progress is not None and self._done % _EVERY == 0:
            self._progress(min(self._done, self._total), self._total)

    def finish(self) -> None:
        """Tell that all is written."""
        if self._progress is not None:
            self._progress(self._total, self._total)
