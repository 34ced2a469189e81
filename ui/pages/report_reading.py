"""What the page of the report shows of a report, read in the worker: with 20,000 records it takes seconds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.checking import Reason
from desktop_app.domain.export_changes import ExportChanges
from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from ui.pages.problem_entries import Problem


class TextSection(Protocol):
    """A section that the officer can write."""

    @property
    def key(self) -> str:
        """Its place in the outline."""
        ...

    @property
    def heading(self) -> str:
        """Number and title."""
        ...

    @property
    def optional(self) -> bool:
        """Whether it may stay empty."""
        ...


@dataclass(frozen=True)
class ReportReading:
    """A report as it was at one moment; nothing of it holds the records.

    Attributes:
        sections: those that the officer can write, in printing order.
        suggested, written, bases: section -> what the figures suggest, his own text, the suggestion it was written on.
        problems: what must be mended or looked at. reasons: why some of it is passed over, by the key of the problem.
        compared_with: a sentence about the figures of the period before.
        changes: since the last export, None without one.
        photos: how many are printed; None when the office prints none.
    """

    period: ReportPeriod
    sections: tuple[TextSection, ...]
    suggested: Mapping[str, str]
    written: Mapping[str, str]
    bases: Mapping[str, str]
    problems: tuple[Problem, ...]
    reasons: Mapping[str, Reason]
    compared_with: str
    changes: ExportChanges | None = None
    photos: int | None = None


def read_report(ledger: Ledger, code: str) -> ReportReading:
    """Return what is to be shown of the report of the working year's period."""
    period = ledger.reports.period(ledger.year, code)
    review = ledger.review(period)
    source = review.source
    state = ledger.previous.state(period)
    return ReportReading(
        period,
        tuple(review.sections),
        dict(source.suggested()),
        dict(source.narrative),
        dict(source.bases),
        tuple(review.problems),
        dict(review.reasons),
        state.label if state.figures else f"{state.label}. {state.problem}",
        ledger.reporting.changes(period, source),
        len(source.photos.photos) if source.office.prints_photos else None,
    )
