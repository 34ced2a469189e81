"""Turns what SQLite's driver and the system say of a ledger file into sentences that the user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import LedgerFileError
from desktop_app.storage.file_sentences import DAMAGE, damaged, operational_sentence, os_sentence


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn driver errors into sentences that the user can act on; programming errors pass through.

    Args:
        path: how the sentences name the file.

    Raises:
        LedgerFileError: the file is damaged, locked, read-only, gone, or its disk is full.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        sentence = operational_sentence(path, str(error))
        if sentence is None:
            raise
        raise LedgerFileError(sentence) from error
    except sqlite3.IntegrityError:
        raise
    except UnicodeDecodeError as error:  # SQLite quotes a garbled schema in its message
        raise LedgerFileError(damaged(path)) from error
    except sqlite3.DatabaseError as error:
        if any(sign in str(error) for sign in DAMAGE):
            raise LedgerFileError(damaged(path)) from error
        raise
    except OSError as error:
        raise LedgerFileError(os_sentence(path, error)) from error
