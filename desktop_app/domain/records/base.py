"""What every record has: identity, times, and the counter that tells two windows apart."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Record:
    """The common part of all records.

    Attributes:
        id: random, given at the first save, never changed; "" before.
        created_at, updated_at: ISO 8601 local time with offset; "" before the first save.
        save_count: how often it was saved; a save from an older count is refused.
        deleted_at: when it went to the trash, else None.
    """

    id: str = ""
    created_at: str = ""
    updated_at: str = ""
    save_count: int = 0
    deleted_at: str | None = None

    def own_problems(self) -> Mapping[str, str]:
        """Return impossible combinations of values: field -> sentence; a record overrides this."""
        return {}

    def own_gaps(self) -> Mapping[str, str]:
        """Return what is missing beyond the expected fields: field -> sentence; a record overrides this."""
        return {}

    @property
    def names_person(self) -> bool:
        """Whether the record's name is a person's, which sorts by given name; a record overrides this."""
        return False

    def search_words(self) -> tuple[str, ...]:
        """Return texts that find the record beside its searched fields; a record overrides this."""
        return ()
