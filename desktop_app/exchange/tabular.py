"""Data tables as CSV that spreadsheets cannot take for formulas, and their Table Schema."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Value = str | int | float | bool | date | None

GUARDED = ("=", "+", "-", "@", "'", "\t", "\r")
"""A text that begins so gets one leading apostrophe, which a reader takes away."""


@dataclass(frozen=True)
class Field:
    """A column: ASCII name, Table Schema type, Vietnamese title."""

    name: str
    type: str
    title: str


@dataclass(frozen=True)
class Dataset:
    """One CSV file of a package.

    Attributes:
        name: ASCII; the file is `data/<name>.csv`.
        key: names of the columns that tell rows apart; rows are sorted by them.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Sequence[Sequence[Value]]
    key: tuple[str, ...] = ("id",)

    def sorted_rows(self) -> list[Sequence[Value]]:
        """Return the rows in the order of their key."""
        places = [[field.name for field in self.fields].index(name) for name in self.key]
        return sorted(self.rows, key=lambda row: tuple(_order(row[place]) for place in places))

    def to_csv(self) -> bytes:
        """Return the file: UTF-8, RFC 4180, heading row, rows in the order of the key."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow([field.name for field in self.fields])
        writer.writerows([written(value) for value in row] for row in self.sorted_rows())
        return buffer.getvalue().encode("utf-8")

    def schema(self) -> dict[str, Any]:
        """Return the Table Schema (Frictionless Data) of the file."""
        return {
            "fields": [
                {"name": field.name, "type": field.type, "title": field.title} for field in self.fields
            ],
            "missingValues": [""],
            "primaryKey": list(self.key),
        }


def _order(value: Value) -> tuple[int, float, str]:
    if isinstance(value, int | float):
        return (0, value, "")
    return (1, 0, "" if value is None else str(value))


def written(value: Value) -> str:
    """Return a cell as it stands in the file: ISO dates, plain numbers, guarded text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(GUARDED) else value
    return str(value)


def unguarded(text: str) -> str:
    """Return a text cell as it was before it was written."""
    return text[1:] if text.startswith("'") else text
