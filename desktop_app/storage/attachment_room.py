"""How much room the attached files take, and giving the room of unused ones back."""

import contextlib

from desktop_app.domain.attachments import AttachmentUsage
from desktop_app.errors import LedgerFileError
from desktop_app.storage.database import Database
from desktop_app.storage.operations import LINKS, PURGE, Operations
from desktop_app.vietnamese.numbers import format_integer

_USED = f"SELECT sha256 FROM {LINKS} WHERE deleted_at IS NULL"
_UNUSED = f"sha256 NOT IN ({_USED})"
_ROOM = "coalesce(sum(size + coalesce(length(thumbnail), 0)), 0) AS size, count(*) AS count FROM attachments"


def usage(database: Database) -> AttachmentUsage:
    """Return how much room the files take; what the records in the trash hold counts as used."""
    with database.read():
        (whole,) = database.rows(f"SELECT {_ROOM}")
        (unused,) = database.rows(f"SELECT {_ROOM} WHERE {_UNUSED}")
        rows = database.rows(
            f"SELECT register, {_ROOM} JOIN (SELECT DISTINCT register, sha256 FROM {LINKS}"
            " WHERE deleted_at IS NULL) USING (sha256) GROUP BY register ORDER BY size DESC, register"
        )
    by_register = tuple((row["register"], row["size"], row["count"]) for row in rows)
    return AttachmentUsage(whole["size"], whole["count"], by_register, unused["size"], unused["count"])


def purge_unused(database: Database, operations: Operations) -> AttachmentUsage:
    """Erase the files that no record holds any more, and give their room back to the disk.

    What had taken them off can be taken back no more. Records in the trash keep their files.

    Returns:
        What was erased, in `unused_size` and `unused_count`.
    """
    before = usage(database)
    if not before.unused_count:
        return AttachmentUsage()
    with operations.begin(PURGE, f"Đã dọn {format_integer(before.unused_count)} tệp không dùng") as own:
        gone = f"SELECT id FROM {LINKS} WHERE {_UNUSED}"
        database.execute(
            "UPDATE operations SET undone_by = ? WHERE undone_by IS NULL AND id IN"
            f" (SELECT operation_id FROM history WHERE register = ? AND record_id IN ({gone}))",
            [own, LINKS],
        )
        database.execute(f"DELETE FROM {LINKS} WHERE {_UNUSED}")
        database.execute(f"DELETE FROM attachments WHERE {_UNUSED}")
    # No room for the copy, or another window reads: then the next files use the free pages.
    with contextlib.suppress(LedgerFileError):
        database.execute("VACUUM")
    return AttachmentUsage(unused_size=before.unused_size, unused_count=before.unused_count)
