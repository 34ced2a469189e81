"""The reasons of a report's warnings as one text, which is kept with its export."""

from collections.abc import Mapping, Sequence

from desktop_app.domain.checking import Reason
from desktop_app.report.checks.problem import Problem, explained_by


def told_reasons(problems: Sequence[Problem], reasons: Mapping[str, Reason], rest: str = "") -> str:
    """Return why the warnings were passed over; one reason for all of them stands alone.

    Args:
        problems: of the report.
        reasons: what was given for single warnings.
        rest: the reason for all others; "" where none was given.
    """
    groups: dict[str, list[str]] = {}
    for problem in problems:
        if problem.is_error:
            continue
        own = explained_by(problem, reasons)
        text = own.reason if own else rest
        groups.setdefault(text, []).append(problem.sentence)
    if len(groups) <= 1:
        return next(iter(groups), rest)
    return "\n".join(
        f"{reason or 'Chưa ghi lý do'}: {' | '.join(sentences)}" for reason, sentences in groups.items()
    )
