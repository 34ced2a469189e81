"""What the tables of all registers share: their first columns, and their search index."""

RECORD_COLUMNS = """
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    save_count INTEGER NOT NULL,
    deleted_at TEXT,
    personal_ref INTEGER,
    gap_count INTEGER NOT NULL,
    folded TEXT NOT NULL,
"""
"""What every register's table begins with; `row` is the stable key of the search index."""


def search_index(table: str) -> list[str]:
    """Return the statements that keep a full-text index over `folded` in step with a register's table."""
    return [
        f"""CREATE VIRTUAL TABLE {table}_search USING fts5(
            folded, content='{table}', content_rowid='row', tokenize='unicode61', prefix='1 2 3')""",
        f"""CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN
            INSERT INTO {table}_search(rowid, folded) VALUES (new.row, new.folded); END""",
        f"""CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN
            INSERT INTO {table}_search({table}_search, rowid, folded) VALUES ('delete', old.row, old.folded); END""",
        f"""CREATE TRIGGER {table}_search_update AFTER UPDATE OF folded ON {table}
            WHEN old.folded <> new.folded BEGIN
            INSERT INTO {table}_search({table}_search, rowid, folded) VALUES ('delete', old.row, old.folded);
            INSERT INTO {table}_search(rowid, folded) VALUES (new.row, new.folded); END""",
    ]
