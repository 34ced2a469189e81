"""The columns that a register has in a sheet: one for each field, one for each indicator of its figures."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.registers import REGISTERS
from desktop_app.exchange.spreadsheet.structures import READERS

ID_KEY, ID_HEADING = "id", "Mã"
EXAMPLE_MARK = "VÍ DỤ"
"""Stands in `Mã` of the example rows; the import passes over such rows."""


@dataclass(frozen=True)
class Column:
    """One column of a register's sheet.

    Attributes:
        key: "title", "figures.conferences"; what a remembered mapping keeps.
        heading: as the template writes it.
        field: attribute of the record. part: code of the indicator, for figures.
        spec: of the field; for a figure that of its number.
        help: a sentence for the instruction sheet.
    """

    key: str
    heading: str
    field: str
    spec: FieldSpec
    part: str = ""
    help: str = ""


@cache
def columns_of(name: str, *, personal: bool = True) -> tuple[Column, ...]:
    """Return the columns of a register, in the order of the form, without `Mã`.

    Args:
        name: of the register.
        personal: with the fields of personal data.
    """
    register = REGISTERS[name]
    found: list[Column] = []
    labels = Counter(register.label(field) for field in register.specs)
    for field, spec in register.specs.items():
        if (spec.personal and not personal) or spec.kind not in _IMPORTED:
            continue
        if spec.kind is FieldKind.FIGURES:
            found += _figure_columns(field)
            continue
        words = register.words.fields[field]
        heading = words.label
        if labels[heading] > 1:  # “Ghi chú” of two tabs
            heading = f"{heading} ({register.words.groups[spec.group]})"
        found.append(Column(field, heading, field, spec, help=words.help))
    return tuple(found)


_IMPORTED = frozenset({FieldKind.FIGURES, *READERS})
"""A kind that no cell can hold has no column."""


def _figure_columns(field: str) -> list[Column]:
    return [
        Column(
            key=f"{field}.{one.code}",
            heading=f"{one.label} ({one.unit})",
            field=field,
            spec=FieldSpec(FieldKind.MONEY if one.value_kind == "money" else FieldKind.INTEGER),
            part=one.code,
        )
        for one in load_indicators()
        if one.is_typed
    ]


def value_of(column: Column, record: Any) -> Any:  # noqa: ANN401 - any field's value
    """Return what a record has in a column; None where a figure is not given."""
    value = getattr(record, column.field)
    return value.get(column.part) if column.part else value
