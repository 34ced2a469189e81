"""The schema that this program reads: its number, and the mark of its tables and columns."""

import hashlib
import sqlite3

SCHEMA_VERSION = 8
"""Number of the newest migration; stands in the file's user_version."""

SCHEMA_FINGERPRINT = "3600b53ab2ffbce7"
"""`fingerprint` of a new ledger; a test compares them and prints the new one after a migration was added."""


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return a mark over the names of our tables and columns, the same for a new and an upgraded file.

    Tables that SQLite or sqlite-utils make for themselves are left out: they may differ between versions.
    """
    names = connection.execute(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
        " AND m.name NOT LIKE '%\\_search%' ESCAPE '\\' AND m.name NOT GLOB '_sqlite_*' AND m.name NOT GLOB 'sqlite_*'"
        " ORDER BY m.name, c.name"
    )
    return hashlib.sha256("\n".join(f"{table}.{column}" for table, column in names).encode()).hexdigest()[:16]
