"""The steps of the schema: applied in one go or one by one they give the same file."""

import sqlite3
from contextlib import closing
from dataclasses import fields

import pytest
import sqlite_utils

from desktop_app.storage.migrations import MIGRATIONS
from desktop_app.storage.schema import SCHEMA_FINGERPRINT, SCHEMA_VERSION, fingerprint
from desktop_app.storage.tables import TABLES
from tests.records import raw


def schema(connection):
    return sorted(
        connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%migrations%'"
        )
    )


def applied(connection, **options):
    MIGRATIONS.apply(sqlite_utils.Database(connection, execute_plugins=False), **options)


def steps():
    with closing(sqlite3.connect(":memory:")) as empty:
        return [one.name for one in MIGRATIONS.pending(sqlite_utils.Database(empty, execute_plugins=False))]


def test_the_version_is_the_number_of_the_newest_step():
    assert len(steps()) == SCHEMA_VERSION
    assert [int(name[1:4]) for name in steps()] == list(range(1, SCHEMA_VERSION + 1))


def test_the_fingerprint_is_that_of_the_newest_schema():
    with closing(sqlite3.connect(":memory:")) as fresh:
        applied(fresh)
        assert fingerprint(fresh) == SCHEMA_FINGERPRINT


def test_step_by_step_is_the_same_as_all_at_once():
    with closing(sqlite3.connect(":memory:")) as fresh, closing(sqlite3.connect(":memory:")) as migrated:
        applied(fresh)
        for name in steps()[1:]:
            applied(migrated, stop_before=name)
        applied(migrated)
        applied(migrated)
        assert schema(migrated) == schema(fresh)


def test_a_new_ledger_has_this_schema(ledger):
    with closing(sqlite3.connect(":memory:")) as fresh, closing(sqlite3.connect(ledger.path)) as file:
        applied(fresh)
        assert schema(file) == schema(fresh)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.register.name)
def test_every_field_has_its_column_but_personal_ones(ledger, table):
    register = table.register
    columns = {row[1] for row in raw(ledger.path, f"PRAGMA table_info({register.name})")}
    own = {name for name, spec in register.specs.items() if not spec.personal}
    head = {one.name for one in fields(register.record)} - set(register.specs)
    keys = {f"{name}_sort" for name in table.sorted_texts}
    assert columns == own | head | keys | {"row", "personal_ref", "gap_count", "folded"}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.register.name)
@pytest.mark.parametrize("direction", ["", " DESC"])
def test_the_usual_list_needs_no_sorting(ledger, table, direction):
    register = table.register
    order = register.date_field or f"{register.naming_field}_sort"
    plan = raw(
        ledger.path,
        f"EXPLAIN QUERY PLAN SELECT * FROM {register.name} WHERE deleted_at IS NULL "
        f"ORDER BY {order}{direction}, row{direction} LIMIT 100 OFFSET 200",
    )
    assert "USING INDEX" in plan[0][3]
    assert not [step for step in plan if "TEMP B-TREE" in step[3]]


def test_the_number_of_erased_personal_data_is_never_used_again(ledger):
    database = ledger._database
    with database.write():
        first = database.insert("personal_data", {"record_id": "a", "data": "{}"})
        database.execute("DELETE FROM personal_data")
        assert database.insert("personal_data", {"record_id": "b", "data": "{}"}) > first
