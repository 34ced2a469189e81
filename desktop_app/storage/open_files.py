"""Which ledgers this program has open, so that nothing opens and closes one of them past SQLite.

On Linux a program that closes any handle of a file loses every lock that it has on it (fcntl(2)); SQLite does not
notice ("How To Corrupt An SQLite Database File", 2.2). The next program that leaves the ledger then takes itself for
the last one and removes the log into which this program still writes.
"""

import threading
from collections import Counter
from pathlib import Path

_guard = threading.Lock()
_held: Counter[tuple[int, int]] = Counter()
"""How many connections there are to a file, known by its disk and its number there."""


class Hold:
    """One connection to an existing file."""

    def __init__(self, path: Path) -> None:
        """Note it.

        Raises:
            OSError: the file is gone.
        """
        self._key = _key(path)
        self._is_open = True
        with _guard:
            _held[self._key] += 1

    def end(self) -> None:
        """Note that the connection was closed; a second time changes nothing."""
        with _guard:
            if self._is_open:
                _held[self._key] -= 1
            self._is_open = False


def is_held(path: Path) -> bool:
    """Tell whether this program has a connection to this existing file, whatever name it goes by.

    Raises:
        OSError: the file is gone.
    """
    key = _key(path)
    with _guard:
        return _held[key] > 0


def _key(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_dev, about.st_ino
