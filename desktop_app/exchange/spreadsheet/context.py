"""What the meaning of a cell depends on beside the cell: date system, working year, plan, other records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


class Reading(NamedTuple):
    """What a cell means for a field.

    Attributes:
        value: of the field; None or empty when the cell is empty, and when there is a problem.
        problem: why the cell is refused, "" when it is not.
        remark: what was understood in a way that the user should look at, "" when nothing is doubtful.
        is_empty: the cell says nothing; the record keeps what it has.
    """

    value: Any = None
    problem: str = ""
    remark: str = ""
    is_empty: bool = False


NOTHING = Reading(is_empty=True)


def no_links(register: str, text: str) -> list[str]:
    """Find no record: for sheets read without a ledger."""
    return []


@dataclass(frozen=True)
class Context:
    """Beside the cell.

    Attributes:
        today: the day of the import. year: taken for dates without one, and said.
        dates_from_1904: the file's system of day numbers.
        unit: what a bare number of the column is multiplied by ("triệu đồng": 1,000,000).
        plan_items: folded key or title of a plan's item -> its key.
        links: (register, text) -> ids of the records that the text names.
    """

    today: date
    year: int
    dates_from_1904: bool = False
    unit: int = 1
    plan_items: Mapping[str, str] = field(default_factory=dict)
    links: Callable[[str, str], list[str]] = no_links
