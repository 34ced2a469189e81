"""One thing to mend before an export, and a report as it stands with all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.checking import ProblemKind, Reason
from desktop_app.report.build import ReportSource, TextSection


class Severity(StrEnum):
    """An error blocks the export; a warning asks for a reason."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing to mend.

    Attributes:
        sentence: what is wrong and where, in Vietnamese.
        place: name of the register, or OFFICE, or REPORT.
        record_id: the record, "" for OFFICE and REPORT.
        field: attribute of the record or office, key of the section of the report.
        rule: which check found it.
        kind: the group in which it is listed.
    """

    severity: Severity
    sentence: str
    place: str
    record_id: str = ""
    field: str = ""
    rule: str = ""
    kind: ProblemKind = ProblemKind.MISSING

    @property
    def key(self) -> str:
        """What stays the same of the problem from one check to the next: place, record, field and rule."""
        return "/".join((self.place, self.record_id, self.field, self.rule))

    @property
    def is_error(self) -> bool:
        """Whether it blocks the export."""
        return self.severity is Severity.ERROR


def explained_by(problem: Problem, reasons: Mapping[str, Reason]) -> Reason | None:
    """Return the reason of a warning, None where it has none, or only one for other words than it says now."""
    reason = None if problem.is_error else reasons.get(problem.key)
    return reason if reason and reason.explains(problem.sentence) else None


@dataclass(frozen=True)
class Review:
    """A report as it stands now, from one read.

    Attributes:
        source: what it is made of.
        problems: what is to be mended, errors first.
        reasons: why warnings are passed over, by the key of their problem, old ones too.
    """

    source: ReportSource
    sections: Sequence[TextSection]
    problems: Sequence[Problem]
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    def reason_of(self, problem: Problem) -> Reason | None:
        """Return the reason of a warning, None where it must be asked for."""
        return explained_by(problem, self.reasons)

    def unsettled(self) -> list[Problem]:
        """Return what is still to be done: the errors, and the warnings that have no reason yet."""
        return [one for one in self.problems if one.is_error or self.reason_of(one) is None]
