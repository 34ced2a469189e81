"""What a list page asks of a register: words, filters, order."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Query:
    """Filters and order of a list; an empty value does not filter.

    Attributes:
        text: what was typed in the search box; each word is the beginning of a word, in any order.
        content: common code C1–C8; "-" for records without one.
        month: 1–12, of the register's date.
        status: value of the status enum.
        date_from, date_to: both included.
        gaps_only: only records with something missing.
        sort: attribute of the record; texts sort in Vietnamese order, people by given name.
        deleted: the trash instead of the register.
    """

    text: str = ""
    content: str = ""
    month: int = 0
    status: str = ""
    date_from: date | None = None
    date_to: date | None = None
    gaps_only: bool = False
    sort: str = ""
    descending: bool = True
    deleted: bool = False
