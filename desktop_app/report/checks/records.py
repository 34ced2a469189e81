"""What a single record lacks, or what is impossible in it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, gaps, problems
from desktop_app.report.checks.problem import Problem, Severity
from desktop_app.vietnamese.text import shorten

R = TypeVar("R", bound=Record)


def record_problems(register: Register[R], records: Sequence[R]) -> Iterator[Problem]:
    """Yield errors for impossible values and warnings for gaps, in the order of the records and of their form."""
    for record in records:
        for field, sentence in problems(register, record).items():
            yield _problem(register, record, field, sentence, Severity.ERROR)
        for field, sentence in gaps(register, record).items():
            yield _problem(register, record, field, sentence, Severity.WARNING)


def _problem(register: Register[R], record: R, field: str, sentence: str, severity: Severity) -> Problem:
    name = shorten(str(getattr(record, register.naming_field)), 60)
    is_error = severity is Severity.ERROR
    return Problem(
        severity,
        f"{name}: {sentence}",
        register.name,
        record.id,
        field,
        "impossible" if is_error else "gap",
        ProblemKind.CONTRADICTION if is_error else ProblemKind.MISSING,
    )
