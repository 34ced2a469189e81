"""Turn a record into a row of its table and back, by what its fields say of themselves."""

import json
from typing import Any, TypeVar

import msgspec

from desktop_app.domain.fields import STRUCTURED, FieldKind
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, gaps
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.order import person_sort_key, sort_key

R = TypeVar("R", bound=Record)
Row = dict[str, Any]

SORT_KEY_ENDING = "_sort"
HEAD = ("id", "created_at", "updated_at", "save_count", "deleted_at")


# Made once: json.dumps would make a writer for each of the many values of a long import.
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def to_json(value: Any) -> str:  # noqa: ANN401 - any builtin structure
    """Write a structure as JSON text, the same for the same content."""
    return _WRITER.encode(value)


def to_row(register: Register[R], record: R, sorted_texts: tuple[str, ...]) -> Row:
    """Return the row of a record: plain columns, folded search text, sort keys; no personal values."""
    plain = msgspec.to_builtins(record)
    msgspec.convert(
        plain, register.record
    )  # a value of a wrong type fails here, not each time the list is read
    row: Row = {name: plain[name] for name in HEAD}
    row["gap_count"] = len(gaps(register, record))
    row["folded"] = folded_text(register, record)
    for name, spec in register.specs.items():
        if spec.personal:
            continue
        value = plain[name]
        if spec.kind in STRUCTURED:
            value = to_json(value)
        elif spec.kind is FieldKind.FLAG:
            value = int(value)
        row[name] = value
        if name in sorted_texts:
            is_person = name == register.naming_field and record.names_person
            row[name + SORT_KEY_ENDING] = person_sort_key(value) if is_person else sort_key(value)
    return row


def personal_values(register: Register[R], record: R) -> Row:
    """Return the personal values that are filled in, for the side table."""
    plain = msgspec.to_builtins(record)
    return {name: plain[name] for name, spec in register.specs.items() if spec.personal and plain[name]}


def from_row(register: Register[R], row: Row, personal: Row | None = None) -> R:
    """Return the record of a row; `personal` are its values from the side table."""
    plain = row | (personal or {})
    for name in register.structured:
        if name in plain:  # history holds rows from before a column was added
            plain[name] = msgspec.json.decode(plain[name])
    for name in register.flags:
        if name in plain:
            plain[name] = bool(plain[name])
    return msgspec.convert(plain, register.record)  # columns that are no fields are passed over


def stored_columns(register: Register[R]) -> tuple[str, ...]:
    """Return the columns that hold a record's own values, without those made of them (search text, sort keys)."""
    return (*HEAD, *(name for name, spec in register.specs.items() if not spec.personal))


def folded_text(register: Register[R], record: R) -> str:
    """Return the searched texts of a record, folded, each word once."""
    words: dict[str, None] = {}
    for name, spec in register.specs.items():
        if not spec.searched:
            continue
        value = getattr(record, name)
        for text in value if isinstance(value, tuple) else (value,):
            words.update(dict.fromkeys(fold(text).split()))
    for text in record.search_words():
        words.update(dict.fromkeys(fold(text).split()))
    return " ".join(words)
