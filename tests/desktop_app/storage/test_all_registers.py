"""What holds for every register on disk: nothing is lost, mixed up or leaked; search, trash, history, undo."""

from dataclasses import replace

import pytest

from desktop_app.domain.fields import FieldKind
from desktop_app.domain.query import NOTHING, SOMETHING, Query
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.rules import problems
from tests.filled import DAY, PERSONAL_TEXT, filled
from tests.records import whole_text


@pytest.fixture(params=REGISTERS)
def register(request):
    return REGISTERS[request.param]


@pytest.fixture
def store(ledger, register):
    return ledger.register(register.name)


def test_a_whole_record_is_possible(register):
    assert problems(register, filled(register)) == {}


def test_every_field_comes_back_as_it_went_in(store, register):
    saved = store.save(filled(register))
    wanted = replace(filled(register), id=saved.id, created_at=saved.created_at, updated_at=saved.updated_at)
    assert store.get(saved.id) == saved == replace(wanted, save_count=1)


def test_an_almost_empty_record_can_be_saved(store, register):
    needed = {name: getattr(filled(register), name) for name, spec in register.specs.items() if spec.required}
    assert set(needed) >= {register.naming_field}
    saved = store.save(register.record(**needed))
    assert store.get(saved.id) == saved


def test_a_list_has_no_personal_value(store, register, ledger):
    store.save(filled(register))
    [row] = store.fetch(Query())
    personal = [name for name, spec in register.specs.items() if spec.personal]
    assert all(not getattr(row, name) for name in personal)
    assert PERSONAL_TEXT not in whole_text(ledger.path, but=("personal_data",))


def test_it_is_found_by_its_name_without_accents(store, register):
    saved = store.save(filled(register))
    assert [one.id for one in store.fetch(Query(text=f"duong {register.naming_field[:4]}"))] == [saved.id]
    assert store.fetch(Query(text="khong co chu nay")) == []


def test_every_field_can_be_filtered_by_being_filled(store, register):
    store.save(filled(register))
    for name, spec in register.specs.items():
        if spec.kind is FieldKind.FLAG:
            assert store.count(Query(where={name: str(getattr(filled(register), name))})) == 1, name
        elif not spec.personal:
            assert store.count(Query(where={name: SOMETHING})) == 1, name
            assert store.count(Query(where={name: NOTHING})) == 0, name


def test_every_choice_can_be_filtered_by_its_value(store, register):
    store.save(filled(register))
    for name, spec in register.specs.items():
        if spec.kind is FieldKind.CHOICE and not spec.personal:
            for choice in filter(None, spec.choices):
                held = choice is getattr(filled(register), name)
                assert store.count(Query(where={name: choice.value})) == held


def test_it_sorts_by_every_field_that_a_list_may_show(store, register):
    store.save(filled(register))
    for name, spec in register.specs.items():
        if not spec.personal:
            assert len(store.fetch(Query(sort=name))) == 1


def test_the_period_holds_it_by_its_date(store, register):
    store.save(filled(register))
    if register.date_field:
        assert len(store.between(DAY, DAY)) == 1
        assert store.fetch(Query(date_from=DAY, date_to=DAY, month=DAY.month)) == store.fetch(Query())
    assert len(store.all()) == 1


def test_delete_restore_undo_and_history(store, register, ledger):
    saved = store.save(filled(register))
    changed = store.save(replace(saved, **{register.naming_field: "Tên mới"}))
    assert store.history(saved.id)[0].changes == (
        (register.label(register.naming_field), f"Đường {register.naming_field}", "Tên mới"),
    )
    store.delete(saved.id)
    assert (store.count(Query()), store.count(Query(deleted=True)), store.all()) == (0, 1, [])
    store.restore(saved.id)
    ledger.operations.undo()
    assert store.count(Query(deleted=True)) == 1
    ledger.operations.undo()
    ledger.operations.undo()
    back = store.get(saved.id)
    assert replace(back, updated_at="", save_count=0) == replace(saved, updated_at="", save_count=0)
    assert back.save_count > changed.save_count


def test_what_is_suggested_was_typed_before(store, register):
    saved = store.save(filled(register))
    for name, spec in register.specs.items():
        if spec.suggest and spec.kind is FieldKind.TEXT:
            assert store.suggestions(name, "duong") == [getattr(saved, name)]
