"""The history of a record in words: which field, what it was, what it became."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop_app.domain.fields import FieldKind, FieldSpec, specs_of
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register
from desktop_app.storage.encoding import Row, from_row
from desktop_app.storage.operations import Image
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer, format_money, format_number

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class HistoryEntry:
    """One operation on a record.

    Attributes:
        at: ISO 8601 local time with offset.
        kind: as in `Operation`.
        changes: (label of the field, old text, new text).
    """

    at: str
    who: str
    kind: str
    label: str
    changes: tuple[tuple[str, str, str], ...]


def entries(register: Register[R], images: list[Image]) -> list[HistoryEntry]:
    """Return the entries of a record's history in the order of its images."""
    return [
        HistoryEntry(
            image.operation.at,
            image.who,
            image.operation.kind,
            image.operation.label,
            _changes(register, image),
        )
        for image in images
    ]


def _changes(register: Register[R], image: Image) -> tuple[tuple[str, str, str], ...]:
    before = _texts(register, image.before)
    after = _texts(register, image.after)
    changes = [
        (register.label(name), before.get(name, ""), after.get(name, ""))
        for name in register.specs
        if before.get(name, "") != after.get(name, "")
    ]
    if image.before and image.after and image.before["personal_ref"] != image.after["personal_ref"]:
        changes.append(("Dữ liệu cá nhân", "", "đã thay đổi"))
    return tuple(changes)


def _texts(register: Register[R], row: Row | None) -> dict[str, str]:
    if row is None:
        return {}
    record = from_row(register, row)
    return {
        name: display_text(register, spec, getattr(record, name))
        for name, spec in register.specs.items()
        if not spec.personal
    }


def display_text(register: Register[R], spec: FieldSpec, value: Any) -> str:  # noqa: ANN401 - any field's value
    """Return a field's value as a person reads it, "" when it is empty."""
    if value is None or value == "" or value == () or value == {}:
        return ""
    kinds: dict[FieldKind, Callable[[Any], str]] = {
        FieldKind.DATE: format_date,
        FieldKind.INTEGER: format_integer,
        FieldKind.MONEY: format_money,
        FieldKind.FLAG: lambda flag: "có" if flag else "không",
        FieldKind.CHOICE: register.words.choice,
        FieldKind.CHOICES: lambda members: "; ".join(map(register.words.choice, members)),
        FieldKind.TEXT_LIST: "; ".join,
        FieldKind.PLAN_ITEMS: "; ".join,
        FieldKind.FIGURES: lambda figures: "; ".join(
            f"{_indicator_label(code)}: {format_integer(n)}" for code, n in figures.items()
        ),
        FieldKind.FUNDS: lambda lines: "; ".join(
            f"{line.source}: {format_money(line.amount_vnd)}" for line in lines
        ),
        FieldKind.DOSSIER: lambda parts: f"{sum(parts.values())}/{len(parts)} thành phần",
        FieldKind.VOTES: lambda votes: f"{votes.agree}/{votes.present}/{votes.total}",
        FieldKind.PAST_AWARDS: lambda past: "; ".join(f"{one.form} ({one.year})" for one in past),
        FieldKind.DECIMAL: format_number,
        FieldKind.INDICATOR: _indicator_label,
        FieldKind.LINK: lambda _: "đã chọn",
        FieldKind.ROWS: lambda rows: "; ".join(_row_text(register, spec, row) for row in rows),
    }
    return kinds[spec.kind](value) if spec.kind in kinds else str(value)


def _indicator_label(code: str) -> str:
    labels = {one.code: one.label for one in load_indicators()}
    return labels.get(code, code)


def _row_text(register: Register[R], spec: FieldSpec, row: Any) -> str:  # noqa: ANN401 - one row of any shape
    if spec.row is None:
        return ""
    texts = (display_text(register, own, getattr(row, name)) for name, own in specs_of(spec.row).items())
    return ", ".join(text for text in texts if text)
