"""Data files of any register, made from the descriptions of its fields; personal fields are in none of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.domain.fields import FieldKind, FieldSpec, specs_of
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register
from desktop_app.exchange.tabular import Dataset, Field, Value

TYPES = {
    FieldKind.DATE: "date",
    FieldKind.FLAG: "boolean",
    FieldKind.MONEY: "integer",
    FieldKind.INTEGER: "integer",
    FieldKind.DECIMAL: "number",
}
"""Kind of a field -> Table Schema type; all others are strings."""

_APART = frozenset({FieldKind.FIGURES, FieldKind.FUNDS, FieldKind.ROWS})
"""Kinds of several columns, each a file of its own."""
_JOINED = "; "
_STAYS_HOME = frozenset({("enterprises", "representative"), ("enterprises", "address")})
"""Fields of open registers that are a person's when the enterprise is a household (E3): kept, but never sent."""


def flat_fields(register: Register[Any]) -> tuple[str, ...]:
    """Return the fields of a register that are one cell and no personal value, in the order of the form."""
    return tuple(
        name
        for name, spec in register.specs.items()
        if spec.kind not in _APART and not spec.personal and (register.name, name) not in _STAYS_HOME
    )


def record_dataset(register: Register[Any], records: Sequence[Record], name: str = "") -> Dataset:
    """Return the records of a register, one row each.

    Args:
        register: describes the fields.
        records: what to write.
        name: of the file; the register's own when empty.
    """
    names = flat_fields(register)
    fields = (
        Field("id", "string", "Mã"),
        *(Field(one, TYPES.get(register.specs[one].kind, "string"), register.label(one)) for one in names),
    )
    rows = [(record.id, *(plain(getattr(record, one)) for one in names)) for record in records]
    return Dataset(name or register.name, register.words.page, fields, rows)


def row_datasets(register: Register[Any], records: Sequence[Record], owner: str) -> list[Dataset]:
    """Return a file for each field of several rows: the record's id, the place of the row, its cells.

    Args:
        register: describes the fields.
        records: whose rows to write.
        owner: begins the names of the files and names the column of the record's id ("activity").
    """
    return [
        _rows_of(register, records, owner, name, spec.row)
        for name, spec in register.specs.items()
        if spec.kind is FieldKind.ROWS and not spec.personal and spec.row is not None
    ]


def figures_dataset(register: Register[Any], records: Sequence[Any], name: str, owner: str) -> Dataset:
    """Return the figures of records: the record's id, the indicator, the value."""
    rows = [(one.id, code, value) for one in records for code, value in one.figures.items()]
    fields = (
        Field(owner, "string", f"Mã {register.words.one}"),
        Field("indicator", "string", "Mã chỉ tiêu"),
        Field("value", "integer", "Giá trị"),
    )
    return Dataset(
        name, f"{register.label('figures')} của {register.words.one}", fields, rows, (owner, "indicator")
    )


def plain(value: object) -> Value:
    """Return a value as one cell; entries of a list are parted by semicolons."""
    if isinstance(value, tuple):
        return _JOINED.join(map(str, value))
    return value  # type: ignore[return-value]


def _rows_of(
    register: Register[Any], records: Sequence[Record], owner: str, name: str, row_type: type[Any]
) -> Dataset:
    words = register.words.rows[name]
    specs = {own: spec for own, spec in specs_of(row_type).items() if not spec.personal}
    rows = [
        (record.id, line, *(plain(getattr(row, own)) for own in specs))
        for record in records
        for line, row in enumerate(getattr(record, name), 1)
    ]
    fields = (
        Field(owner, "string", f"Mã {register.words.one}"),
        Field("line", "integer", "Dòng"),
        *(_row_field(own, spec, words) for own, spec in specs.items()),
    )
    title = f"{register.label(name)} của {register.words.one}"
    return Dataset(f"{owner}_{name}", title, fields, rows, (owner, "line"))


def _row_field(name: str, spec: FieldSpec, words: Mapping[str, FieldWords]) -> Field:
    return Field(name, TYPES.get(spec.kind, "string"), words[name].label)
