"""What a list page asks of a register: words, filters, order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

NOTHING, SOMETHING = "-", "*"
"""Values of a filter: only records whose field is empty, only those whose field is filled."""


@dataclass(frozen=True)
class Span:
    """The days in which a date field must lie.

    Attributes:
        first, last: both included; None is open.
        or_empty: a record without this date is wanted, too.
    """

    first: date | None = None
    last: date | None = None
    or_empty: bool = False


ANY_OF = "|"
"""Between the values of a choice of which one is enough, as in "open|in_progress"."""


@dataclass(frozen=True)
class Query:
    """Filters and order of a list; an empty value does not filter.

    Attributes:
        text: what was typed in the search box; each word is the beginning of a word, in any order.
        where: attribute -> value that it must have, as it is stored; NOTHING and SOMETHING ask whether it is filled;
            of rows, one row must hold the value; of figures, that of this indicator is not 0. A choice takes several
            values, see ANY_OF.
        spans: date attribute -> the days in which it must lie.
        month: 1–12, of the register's date.
        date_from, date_to: both included.
        gaps_only: only records with something missing.
        sort: attribute of the record; texts sort in Vietnamese order, people by given name.
        deleted: the trash instead of the register.
    """

    text: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    month: int = 0
    date_from: date | None = None
    date_to: date | None = None
    gaps_only: bool = False
    sort: str = ""
    descending: bool = True
    deleted: bool = False
