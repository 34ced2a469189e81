"""How a record describes its fields, so that forms, storage, checks and exports need no code of their own."""

import dataclasses
from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from enum import Enum, StrEnum
from typing import Any


class FieldKind(Enum):
    """What a field holds; a form picks the editor by it, storage the column."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT_LIST = "text_list"
    FLAG = "flag"
    PLAN_ITEMS = "plan_items"
    CONTENT = "content"
    FIGURES = "figures"
    FUNDS = "funds"
    DOSSIER = "dossier"
    VOTES = "votes"
    PAST_AWARDS = "past_awards"
    INDICATOR = "indicator"
    LINK = "link"
    ROWS = "rows"

    __hash__ = object.__hash__
    """Members are looked up for each field of each record; Enum's own hash is written in Python."""


STRUCTURED = frozenset(
    {
        FieldKind.CHOICES,
        FieldKind.TEXT_LIST,
        FieldKind.PLAN_ITEMS,
        FieldKind.FIGURES,
        FieldKind.FUNDS,
        FieldKind.DOSSIER,
        FieldKind.VOTES,
        FieldKind.PAST_AWARDS,
        FieldKind.ROWS,
    }
)
"""Kinds kept as JSON in one column."""


@dataclass(frozen=True)
class FieldSpec:
    """What the program knows of a field.

    Attributes:
        group: key of the group (tab) of the form.
        required: the record cannot be saved without it.
        expected: it may be missing; the gap is shown and listed before the export.
        max_length: in characters, for texts and each entry of a list.
        choices: the enum behind CHOICE and CHOICES.
        suggest: offer what was typed in this field before.
        personal: kept apart (side table), never in history, drafts, search, logs or the report package.
        searched: part of the folded search text.
        half: takes half of the form's width.
        register: of LINK, the name of the register whose record's id stands here.
        row: of ROWS, the dataclass of one row; its own fields are described in the same way.
        most: of INTEGER and DECIMAL, the largest value that can be; None for the limit of all numbers.
    """

    kind: FieldKind
    group: str = "general"
    required: bool = False
    expected: bool = False
    max_length: int = 500
    choices: type[StrEnum] | None = None
    suggest: bool = False
    personal: bool = False
    searched: bool = False
    half: bool = False
    register: str = ""
    row: type[Any] | None = None
    most: float | None = None


def attribute(kind: FieldKind, *, default: Any = MISSING, **options: Any) -> Any:  # noqa: ANN401
    """Declare one described field of a record.

    Example: `title: str = attribute(FieldKind.TEXT, required=True)`.

    The default follows from the kind ("" for texts, None for dates and numbers, empty for structures) unless
    one is given.
    """
    spec = FieldSpec(kind, **options)
    if default is not MISSING:
        return dataclasses.field(default=default, metadata={"spec": spec})
    if kind in (FieldKind.FIGURES, FieldKind.DOSSIER):
        return dataclasses.field(default_factory=dict, metadata={"spec": spec})
    return dataclasses.field(default=_EMPTY[kind], metadata={"spec": spec})


_EMPTY: Mapping[FieldKind, Any] = {
    FieldKind.TEXT: "",
    FieldKind.LONG_TEXT: "",
    FieldKind.CONTENT: "",
    FieldKind.DATE: None,
    FieldKind.INDICATOR: "",
    FieldKind.LINK: "",
    FieldKind.INTEGER: None,
    FieldKind.DECIMAL: None,
    FieldKind.MONEY: None,
    FieldKind.VOTES: None,
    FieldKind.FLAG: False,
    FieldKind.CHOICES: (),
    FieldKind.TEXT_LIST: (),
    FieldKind.PLAN_ITEMS: (),
    FieldKind.FUNDS: (),
    FieldKind.PAST_AWARDS: (),
    FieldKind.ROWS: (),
}


_SPECS: dict[type[Any], dict[str, FieldSpec]] = {}


def specs_of(record_type: type[Any]) -> dict[str, FieldSpec]:
    """Return the described fields of a record type, in the order of the form."""
    if record_type not in _SPECS:
        _SPECS[record_type] = {
            entry.name: entry.metadata["spec"]
            for entry in dataclasses.fields(record_type)
            if "spec" in entry.metadata
        }
    return _SPECS[record_type]
