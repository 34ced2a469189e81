"""Rows that were worked out, given to the table of records as a register would give them."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record

R = TypeVar("R", bound=Record)


class RowSource(Generic[R]):
    """A list in the order in which it was given."""

    def __init__(self) -> None:
        self._rows: Sequence[R] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Take other rows; the table must be told to read again."""
        self._rows = rows

    def fetch(self, query: Query, offset: int = 0, limit: int = 100) -> list[R]:
        """Return a page of the rows."""
        return list(self._rows[offset : offset + limit])

    def count(self, query: Query) -> int:
        """Return the number of rows."""
        return len(self._rows)
