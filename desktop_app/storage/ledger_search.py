"""The search box: one text looked for in all registers at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.domain.query import Query
from desktop_app.storage.register_store import RegisterStore


@dataclass(frozen=True)
class SearchHit:
    """One record that the search box finds; `kind` is the name of its register."""

    kind: str
    id: str
    title: str
    date: date | None


def search_registers(stores: Iterable[RegisterStore[Any]], text: str, limit: int) -> list[SearchHit]:
    """Return the records that hold all typed words, accents ignored, newest first."""
    if not text.strip():
        return []
    hits = [
        SearchHit(
            store.register.name,
            record.id,
            getattr(record, store.register.naming_field),
            getattr(record, store.register.date_field) if store.register.date_field else None,
        )
        for store in stores
        for record in store.fetch(Query(text=text), 0, limit)
    ]
    return sorted(hits, key=lambda hit: (hit.date or date.min, hit.id), reverse=True)[:limit]
