"""The mark of the schema: of a new ledger, the same for an upgraded one, another when a name changes."""

import sqlite3
from contextlib import closing

import pytest

from desktop_app.storage.schema import SCHEMA_FINGERPRINT, fingerprint


def test_the_mark_of_a_new_ledger(ledger):
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert fingerprint(connection) == SCHEMA_FINGERPRINT, "write the new mark into storage/schema.py"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ("ALTER TABLE narratives RENAME COLUMN section TO sectiom", False),
        ("ALTER TABLE drafts RENAME TO draftt", False),
        ("DROP TABLE exports", False),
        ("ALTER TABLE awards ADD COLUMN extra TEXT", False),
        ("DROP INDEX exports_period", True),
        ("ANALYZE", True),
    ],
)
def test_names_of_tables_and_columns_make_the_mark(ledger, change, same):
    with closing(sqlite3.connect(ledger.path)) as connection:
        connection.execute(change)
        assert (fingerprint(connection) == SCHEMA_FINGERPRINT) == same
