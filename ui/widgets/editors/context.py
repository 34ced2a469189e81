"""What the editors of a form ask of the world around them; the page gives it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.domain.plans import Plan


@dataclass(frozen=True)
class FormContext:
    """The questions that editors have.

    Attributes:
        today: the day.
        suggest: (field, what is typed) -> what was typed there before.
        plan: the plan of the year that is worked on.
        year: that year, for dates typed without one; None takes today's.
        find: (register, typed text) -> (id, name) of the records that a link can name.
        name_of: (register, id) -> name of a record, "" when it is gone.
        follow: (field just left, record as typed) -> what it offers for fields that are still empty.
    """

    today: Callable[[], date]
    suggest: Callable[[str, str], list[str]]
    plan: Callable[[], Plan]
    year: Callable[[], int] | None = None
    find: Callable[[str, str], Sequence[tuple[str, str]]] = lambda _register, _typed: ()
    name_of: Callable[[str, str], str] = lambda _register, _id: ""
    follow: Callable[[str, Any], Mapping[str, object]] = lambda _field, _record: {}
