"""What every record has: identity, times, and the counter that tells two windows apart."""

import dataclasses
from dataclasses import dataclass
from typing import Self


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

    def as_copy(self) -> Self:
        """Return the same content as a record that was never saved."""
        return dataclasses.replace(self, id="", created_at="", updated_at="", save_count=0, deleted_at=None)
