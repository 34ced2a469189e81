"""The shape of the words for a register: what forms, lists, checks and files call its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class FieldWords:
    """Words of one field.

    Attributes:
        label: above the editor and as a column heading.
        help: a sentence for the tooltip and the screen reader; may be empty.
        example: shown greyed in an empty editor; may be empty.
    """

    label: str
    help: str = ""
    example: str = ""


@dataclass(frozen=True)
class RegisterWords:
    """Words of one register.

    Attributes:
        page: name in the navigation ("Hoạt động").
        one: one record in running text ("hoạt động").
        new_button: the main button of the page.
        empty_hint: what an empty page says to do first.
        fields: attribute -> words, for every described field of the record.
        groups: key -> name of each tab of the form, in order.
        choices: enum type -> member -> word.
        rows: field of several rows -> words of the fields of one row.
        add_row: field of several rows -> the words on its button for one more.
        notes: key of a group -> what must be known before its fields are filled.
    """

    page: str
    one: str
    new_button: str
    empty_hint: str
    search_example: str
    fields: Mapping[str, FieldWords]
    groups: Mapping[str, str]
    choices: Mapping[type[StrEnum], Mapping[StrEnum, str]]
    rows: Mapping[str, Mapping[str, FieldWords]] = field(default_factory=dict)
    add_row: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def choice(self, member: StrEnum) -> str:
        """Return the word for a choice."""
        return self.choices[type(member)][member]
