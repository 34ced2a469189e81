"""The files that the program opens by double click, argument or drop: their kinds, and how they are named."""

import os
import re
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote

from desktop_app.long_paths import extended


class FileKind(StrEnum):
    """What a file is, by the ending of its name."""

    LEDGER = ".sohangviet"
    PACKAGE = ".zip"
    REPLY = ".json"
    HANDOVER = ".bangiao"


def kind_of(path: Path | str) -> FileKind | None:
    """Return what a file of this name is, None when the program has no use for it; capitals do not matter."""
    ending = Path(path).suffix.lower()
    return next((kind for kind in FileKind if kind == ending), None)


def names_a_file(word: str) -> bool:
    """Tell whether a word of the command line names a file, and is therefore no command: no command has a point."""
    if word.startswith("-"):
        return False
    path = path_of(word, Path())
    return kind_of(path) is not None or (path.suffix != "" and os.path.isfile(path))


def are_same(first: Path, second: Path) -> bool:
    """Tell whether two paths lead to one file; to none of the two when one is not there any more."""
    try:
        return extended(first).samefile(extended(second))
    except OSError:
        return False


def path_of(word: str, folder: Path) -> Path:
    """Return the whole path of a file as another program names it.

    Args:
        word: a path, relative or whole, a path in quotes (shells leave them sometimes), or a file: address.
        folder: what a relative path begins at.
    """
    text = word.strip().strip('"')
    if text.lower().startswith("file:"):
        text = _of_address(text)
    return Path(os.path.abspath(folder / text))


def _of_address(address: str) -> str:
    """Return the path of a file: address (RFC 8089), with its drive letter or its server."""
    rest = unquote(address[len("file:") :])
    rest = re.sub("^//(localhost)?(?=/)", "", rest, flags=re.IGNORECASE)
    return re.sub("^/(?=[A-Za-z]:)", "", rest)
