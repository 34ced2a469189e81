"""A record type describes its fields; defaults follow from the kind."""

from dataclasses import FrozenInstanceError, dataclass

import pytest

from desktop_app.domain.fields import _EMPTY, STRUCTURED, FieldKind, attribute, specs_of
from desktop_app.domain.records.base import Record
from desktop_app.domain.registers import ACTIVITIES, AWARDS


@dataclass(frozen=True, kw_only=True)
class Example(Record):
    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    figures: dict = attribute(FieldKind.FIGURES, group="figures")
    count: int | None = attribute(FieldKind.INTEGER)
    flag: bool = attribute(FieldKind.FLAG, default=True)


def test_described_fields_come_in_the_order_of_the_form():
    assert list(specs_of(Example)) == ["name", "figures", "count", "flag"]
    assert specs_of(Example)["name"].required
    assert specs_of(Example)["figures"].group == "figures"
    assert specs_of(Example) is specs_of(Example)


def test_defaults_follow_from_the_kind():
    one, other = Example(), Example()
    assert (one.name, one.figures, one.count, one.flag) == ("", {}, None, True)
    assert one.figures is not other.figures
    with pytest.raises(FrozenInstanceError):
        one.name = "A"


def test_every_kind_has_a_default():
    own_factory = {FieldKind.FIGURES, FieldKind.DOSSIER}
    given = {FieldKind.CHOICE}
    assert set(_EMPTY) | own_factory | given == set(FieldKind)


def test_a_kind_needs_no_guessing_how_it_is_stored():
    assert {FieldKind.CHOICES, FieldKind.FUNDS, FieldKind.FIGURES} <= STRUCTURED
    assert FieldKind.TEXT not in STRUCTURED


@pytest.mark.parametrize("register", [ACTIVITIES, AWARDS], ids=lambda register: register.name)
def test_every_field_has_its_words(register):
    words = register.words
    assert set(words.fields) == set(register.specs)
    assert {spec.group for spec in register.specs.values()} == set(words.groups)
    for name, spec in register.specs.items():
        assert words.fields[name].label
        if spec.choices:
            assert set(words.choices[spec.choices]) == set(spec.choices)
        assert not (spec.personal and (spec.searched or spec.suggest)), name
