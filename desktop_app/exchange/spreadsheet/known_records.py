"""The records that a row of a sheet may mean: those of the ledger, and those of the sheets read before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from desktop_app.domain.import_preview import Candidate
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold

KEYS: Mapping[str, tuple[str, ...]] = {
    "activities": ("title", "date_start", "place"),
    "documents": ("abstract", "issued_on", "number", "symbol"),
    "points_of_sale": ("name", "commune"),
    "ocop_products": ("name", "owner"),
    "enterprises": ("name", "commune"),
    "steering_committee": ("full_name", "body", "role"),
    "procurement": ("unit", "period_from", "kind", "goods"),
    "funds": ("purpose", "entered_on", "source", "amount_vnd"),
}
"""What tells the records of a register apart in a sheet without `Mã`, the name first; else name and date."""


def key_fields(register: Register[Any]) -> tuple[str, ...]:
    """Return the fields by which a row without `Mã` is matched, the naming field first."""
    usual = tuple(filter(None, (register.naming_field, register.date_field)))
    return tuple(one for one in KEYS.get(register.name, usual) if one in register.specs)


def key_of(register: Register[Any], values: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the folded key that some values of a record have; None stands for what is not said."""
    return tuple(_folded(values.get(field)) for field in key_fields(register))


def _folded(value: Any) -> object:  # noqa: ANN401 - any field's value
    if isinstance(value, str):
        return fold(value) or None
    return value


class KnownRecords:
    """The records of one register, found by id and by key."""

    def __init__(self, register: Register[Any], records: Iterable[Record]) -> None:
        self.register = register
        self.by_id: dict[str, Record] = {}
        self._by_name: dict[str, list[Record]] = defaultdict(list)
        self._names: dict[str, list[str]] = defaultdict(list)
        self._in_trash: set[str] = set()
        for record in records:
            self.by_id[record.id] = record
            name = fold(getattr(record, register.naming_field))
            if record.deleted_at:
                self._in_trash.add(name)
            else:
                self._by_name[name].append(record)
                self._names[name].append(record.id)

    def matching(self, values: Mapping[str, Any]) -> list[Record]:
        """Return the records that have every part of the key that the values give."""
        wanted = key_of(self.register, values)
        if wanted[0] is None:
            return []
        return [
            record
            for record in self._by_name.get(str(wanted[0]), ())
            if all(
                part is None or part == _folded(getattr(record, field))
                for part, field in zip(wanted, key_fields(self.register), strict=True)
            )
        ]

    def is_in_trash(self, values: Mapping[str, Any]) -> bool:
        """Tell whether the trash holds a record of this name."""
        return fold(values.get(self.register.naming_field) or "") in self._in_trash

    def announce(self, record: Record) -> None:
        """Let later sheets link to a record that this import would add."""
        name = fold(getattr(record, self.register.naming_field))
        if record.id not in self._names[name]:
            self._names[name].append(record.id)
        self.by_id.setdefault(record.id, record)

    def linked(self, text: str) -> list[str]:
        """Return the ids of the records that a text names: an id, or a name."""
        if text in self.by_id:
            return [text]
        return list(self._names.get(fold(text), ()))

    def candidate(self, record: Record) -> Candidate:
        """Return how a question names a record."""
        register = self.register
        day: date | None = getattr(record, register.date_field) if register.date_field else None
        parts = [getattr(record, field) for field in key_fields(register)[1:]]
        detail = ", ".join(format_date(one) if isinstance(one, date) else str(one) for one in parts if one)
        return Candidate(record.id, getattr(record, register.naming_field), day, detail)
