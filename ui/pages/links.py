"""Records of other registers that a field can name, for the editors of links."""

from datetime import date

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date

_OFFERED = 20


def find_records(ledger: Ledger, register: str, typed: str) -> list[tuple[str, str]]:
    """Return (id, name) of the newest records whose search text holds what is typed."""
    store = ledger.register(register)
    return [(one.id, _name(store.register, one)) for one in store.fetch(Query(text=typed), 0, _OFFERED)]


def record_name(ledger: Ledger, register: str, record_id: str) -> str:
    """Return how a record is named in lists, "" when it is gone."""
    store = ledger.register(register)
    try:
        return _name(store.register, store.get(record_id))
    except UserError:
        return ""


def _name(register: Register[Record], record: Record) -> str:
    day = getattr(record, register.date_field) if register.date_field else None
    name = str(getattr(record, register.naming_field))
    return f"{format_date(day)} · {name}" if isinstance(day, date) else name
