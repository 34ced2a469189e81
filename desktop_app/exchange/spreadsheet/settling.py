"""What writing the values of a row onto a record would do: new, changed, the same, or impossible."""

import dataclasses
import os
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.import_preview import Change, Problem, RowPreview, RowState
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, problems
from desktop_app.storage.history import display_text
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.text import shorten

HIDDEN_VALUE = "(dữ liệu cá nhân)"
_LONGEST_SHOWN = 300


def settled(register: Register[Any], row: RowPreview, base: Record | None, new_id: str = "") -> RowPreview:
    """Return the row as it stands once it is known which record it means.

    Args:
        register: of the row.
        row: with its values.
        base: the record of the ledger; None for a new one.
        new_id: of a new record; made when empty.
    """
    start = base or register.record(id=new_id or os.urandom(8).hex())
    # The readers of cells give clean values, and the ledger's own are clean: no second cleaning here.
    record = dataclasses.replace(start, **_values(register, start, row.values))
    found = problems(register, record)
    changes = _changes(register, base, record) if base is not None and not found else ()
    if found:
        state = RowState.ERROR
    elif base is None:
        state = RowState.NEW
    else:
        state = RowState.CHANGED if changes else RowState.SAME
    return dataclasses.replace(
        row,
        state=state,
        title=str(getattr(record, register.naming_field)),
        base=base,
        record=record if state in (RowState.NEW, RowState.CHANGED) else None,
        problems=tuple(_problem(register, row, field, sentence) for field, sentence in found.items()),
        changes=changes,
        candidates=(),
    )


def _problem(register: Register[Any], row: RowPreview, field: str, sentence: str) -> Problem:
    if field in row.letters or not register.specs[field].required:
        return Problem(f"{row.letters.get(field, 'A')}{row.row}", register.label(field), sentence)
    return Problem(
        f"A{row.row}",
        register.label(field),
        f"Bảng không có cột “{register.label(field)}” mà mục mới phải có; hãy ghép cột, hoặc thêm cột đó vào tệp.",
    )


def _values(register: Register[Any], start: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values to set: figures join those that are there, all else takes their place."""
    found = dict(values)
    for field, value in values.items():
        if register.specs[field].kind is FieldKind.FIGURES:
            found[field] = {**getattr(start, field), **value}
    return found


def _changes(register: Register[Any], base: Record, record: Record) -> tuple[Change, ...]:
    found: list[Change] = []
    for field, spec in register.specs.items():
        old, new = getattr(base, field), getattr(record, field)
        if old == new or (spec.kind is FieldKind.DOSSIER and _there(old) == _there(new)):
            continue
        if spec.kind is FieldKind.FIGURES:
            found += _figure_changes(old, new)
        else:
            found.append(
                Change(register.label(field), _shown(register, spec, old), _shown(register, spec, new))
            )
    return tuple(found)


def _there(dossier: Mapping[str, bool]) -> set[str]:
    return {key for key, value in dossier.items() if value}


def _figure_changes(old: Mapping[str, int], new: Mapping[str, int]) -> list[Change]:
    labels = {one.code: one.label for one in load_indicators()}

    def shown(part: Mapping[str, int], code: str) -> str:
        return "" if part.get(code) is None else format_integer(part[code])

    return [
        Change(labels.get(code, code), shown(old, code), shown(new, code))
        for code in {**old, **new}
        if old.get(code) != new.get(code)
    ]


def _shown(register: Register[Any], spec: FieldSpec, value: Any) -> str:  # noqa: ANN401 - any field's value
    text = display_text(register, spec, value)
    if spec.personal:
        return HIDDEN_VALUE if text else ""
    return shorten(text, _LONGEST_SHOWN)
