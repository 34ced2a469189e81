r"""Paths longer than Windows takes by itself: 259 letters, 247 for a folder, unless they are written as \\?\C:\….

The switch in the registry that lifts the limit (LongPathsEnabled) is off on most computers and needs an administrator.
"""

import os
from pathlib import Path

_LONGEST = 247
_EXTENDED, _EXTENDED_SHARE = "\\\\?\\", "\\\\?\\UNC\\"


def extended(path: Path, room: int = 0) -> Path:
    r"""Return a path that Windows takes at any length; elsewhere, and where it is short enough, the path itself.

    Args:
        path: relative ones are taken from the working folder, as Windows takes no long relative path.
        room: letters of what will be made below the path or beside it.
    """
    if os.name != "nt":
        return path
    whole = os.path.abspath(path)
    return Path(extended_form(whole)) if len(whole) + room > _LONGEST else path


def extended_form(whole: str) -> str:
    r"""Return a whole Windows path in the form without a limit: \\?\C:\…, for shares \\?\UNC\server\share\…."""
    text = whole.replace("/", "\\")
    if text.startswith("\\\\?\\") or text.startswith("\\\\.\\"):
        return text
    return _EXTENDED_SHARE + text[2:] if text.startswith("\\\\") else _EXTENDED + text


def real_path(path: Path) -> Path:
    """Return where a file lies, whatever links lead to it: one file has one such path."""
    try:
        return Path(os.path.realpath(path))
    except OSError:  # Windows does not follow every very long path
        return Path(os.path.abspath(path))


def plain_form(path: str) -> str:
    """Return a path as people write it."""
    if path.startswith(_EXTENDED_SHARE):
        return "\\\\" + path.removeprefix(_EXTENDED_SHARE)
    return path.removeprefix(_EXTENDED)
