"""The mark of a ledger that was handed over to a successor, as `Database.write` meets it: it refuses every write."""

import sqlite3
from datetime import date

import msgspec

from desktop_app.domain.handover import Handover, refusal
from desktop_app.errors import HandedOverError

MARK = "handed_over"
"""Key of the setting that holds the `Handover` as JSON; no such setting: the ledger is in use."""


def refuse_handed_over(connection: sqlite3.Connection) -> None:
    """Raise when the ledger behind this connection was handed over.

    Called inside the transaction that is about to write. It knows nothing but the mark, because `Database` itself needs
    it; a mark that cannot be read refuses as well.

    Raises:
        HandedOverError: with the sentence that says to whom and when.
    """
    found = connection.execute("SELECT value FROM settings WHERE key = ?", [MARK]).fetchone()
    if found is not None:
        raise HandedOverError(refusal(read_mark(found[0])))


def read_mark(text: str) -> Handover:
    """Return what the mark says; one that was garbled still is a mark."""
    try:
        return msgspec.json.decode(text, type=Handover)
    except (msgspec.MsgspecError, ValueError):
        return Handover(receiver="", on=date.min)
