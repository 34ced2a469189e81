"""The problems of a report as the list of problems shows them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop_app.domain.checking import ProblemKind, Reason
from desktop_app.vietnamese.dates import format_date
from ui.widgets.problem_list import ProblemEntry

_ERROR = "error"
_ERRORS = "Lỗi phải sửa"
_EXPLAINED = "Đã ghi lý do"


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

    @property
    def key(self) -> str:
        """What a reason is kept under."""
        ...

    @property
    def kind(self) -> ProblemKind:
        """The group in which it is listed."""
        ...


def problem_entries(problems: Iterable[Problem]) -> list[ProblemEntry]:
    """Return an entry for each problem, in their order; it only leads to its place."""
    return [
        ProblemEntry(one.severity.value == _ERROR, one.sentence, one.place, _target(one)) for one in problems
    ]


def reasoned_entries(problems: Sequence[Problem], reasons: Mapping[str, Reason]) -> list[ProblemEntry]:
    """Return errors, warnings by their kind, and at the end those with a reason for the words that they say now."""
    kinds = list(ProblemKind)
    found = [_reasoned(one, reasons) for one in sorted(problems, key=lambda one: kinds.index(one.kind))]
    return sorted(found, key=lambda entry: (not entry.is_error, bool(entry.reason)))


def _reasoned(one: Problem, reasons: Mapping[str, Reason]) -> ProblemEntry:
    if one.severity.value == _ERROR:
        return ProblemEntry(True, one.sentence, one.place, _target(one), group=_ERRORS)
    reason = reasons.get(one.key)
    if reason is None or not reason.explains(one.sentence):
        return ProblemEntry(
            False, one.sentence, one.place, _target(one), key=one.key, group=f"Cần xem lại: {one.kind.label}"
        )
    by = f"{reason.who}, {format_date(datetime.fromisoformat(reason.at).date())}"
    return ProblemEntry(
        False,
        one.sentence,
        one.place,
        _target(one),
        key=one.key,
        group=_EXPLAINED,
        reason=reason.reason,
        by=by,
    )


def _target(one: Problem) -> str:
    """Return what the page opens; a register's page has no single field to go to."""
    return one.record_id or (one.field if one.place in ("report", "settings") else "")
