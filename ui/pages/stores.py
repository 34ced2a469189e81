"""What the pages use of a register of the ledger and of its drafts."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register

R = TypeVar("R", bound=Record)


class Draft(Protocol):
    """What stood in a form, and when it was written."""

    @property
    def values(self) -> Mapping[str, Any]:
        """Attribute -> what its editor held."""
        ...

    @property
    def saved_at(self) -> str:
        """ISO 8601 local time."""
        ...


class Store(Protocol[R]):
    """The records of one register, as `Ledger.register` gives them."""

    @property
    def register(self) -> Register[R]:
        """Fields, words and checks."""
        ...

    def get(self, record_id: str) -> R:
        """Return one record."""
        ...

    def fetch(self, query: Query, offset: int = 0, limit: int = 100) -> list[R]:
        """Return a page of a list."""
        ...

    def count(self, query: Query) -> int:
        """Return how many records a list has."""
        ...

    def save(self, record: R) -> R:
        """Save a record."""
        ...

    def delete(self, record_id: str) -> None:
        """Move a record to the trash."""
        ...

    def restore(self, record_id: str) -> None:
        """Take a record out of the trash."""
        ...

    def history(self, record_id: str) -> list[Any]:
        """Return the `Entry`s of a record's history, newest first."""
        ...

    def suggestions(self, field: str, typed: str, limit: int = 20) -> list[str]:
        """Return what was typed in a field before."""
        ...
