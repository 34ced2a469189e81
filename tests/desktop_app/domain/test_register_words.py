"""Every field, choice and row of every register has its words; every described thing is described whole."""

import pytest

from desktop_app.domain.fields import FieldKind, specs_of
from desktop_app.domain.registers import REGISTERS

REGISTERED = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)


@REGISTERED
def test_every_field_has_words_and_a_tab(register):
    assert set(register.words.fields) == set(register.specs)
    assert {spec.group for spec in register.specs.values()} == set(register.words.groups)
    assert all(words.label for words in register.words.fields.values())


@REGISTERED
def test_every_choice_has_a_word(register):
    specs = list(register.specs.values())
    specs += [own for spec in specs if spec.row for own in specs_of(spec.row).values()]
    for spec in specs:
        if spec.choices:
            assert list(register.words.choices[spec.choices]) == list(spec.choices)


@REGISTERED
def test_every_row_has_words(register):
    rows = {name for name, spec in register.specs.items() if spec.kind is FieldKind.ROWS}
    assert set(register.words.rows) == set(register.words.add_row) == rows
    for name in rows:
        assert set(register.words.rows[name]) == set(specs_of(register.specs[name].row))


@REGISTERED
def test_links_name_a_register(register):
    for spec in register.specs.values():
        assert (spec.kind is FieldKind.LINK) == bool(spec.register)
        assert not spec.register or spec.register in REGISTERS


@REGISTERED
def test_name_and_date_are_needed(register):
    assert register.specs[register.naming_field].required
    if register.date_field:
        assert register.specs[register.date_field].required
        assert register.specs[register.date_field].kind is FieldKind.DATE
