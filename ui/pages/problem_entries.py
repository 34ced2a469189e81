"""The problems of a report as the list of problems shows them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from ui.widgets.problem_list import ProblemEntry

_ERROR = "error"


class Problem(Protocol):
    """A problem as `Ledger.check` returns it."""

    @property
    def severity(self) -> StrEnum:
        """Whether it blocks the export."""
        ...

    @property
    def sentence(self) -> str:
        """What is wrong and where."""
        ...

    @property
    def place(self) -> str:
        """The page where it is mended."""
        ...

    @property
    def record_id(self) -> str:
        """The record, "" for settings and report."""
        ...

    @property
    def field(self) -> str:
        """Attribute of the record or office, or section of the report."""
        ...


def problem_entries(problems: Iterable[Problem]) -> list[ProblemEntry]:
    """Return an entry for each problem, in their order."""
    return [
        ProblemEntry(one.severity.value == _ERROR, one.sentence, one.place, one.record_id or one.field)
        for one in problems
    ]
