"""Whether a ledger file is whole, told fast: the bytes of attached files are not read for it."""

import sqlite3

_BYTES_TABLE = "attachments"


def is_sound(connection: sqlite3.Connection) -> bool:
    """Check the structure of every table but that of the attached files.

    It is checked at every start and by every slow job; with 300 MB of files the whole would cost seconds on a
    slow disk. Each of those files has its own hash, which is compared when it is read.
    """
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name <> ?", [_BYTES_TABLE]
    )
    for name in ("sqlite_schema", *(row[0] for row in names.fetchall())):
        quoted = str(name).replace("'", "''")
        if connection.execute(f"PRAGMA quick_check('{quoted}')").fetchone()[0] != "ok":
            return False
    return True


def is_cut_short(header: bytes, size: int) -> bool:
    """Tell from the first 100 bytes of a file without a log whether its end is missing.

    Args:
        header: the header as https://www.sqlite.org/fileformat.html (1.3) describes it.
        size: bytes of the file.
    """
    said = int.from_bytes(header[16:18], "big")
    page = 65536 if said == 1 else max(said, 512)
    if size % page:
        return True
    counted = header[24:28] == header[92:96]  # else the number of pages was not kept up to date
    return counted and int.from_bytes(header[28:32], "big") * page > size
