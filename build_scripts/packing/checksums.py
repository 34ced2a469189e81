"""Writes the SHA-256 of the files that are given to users, as `sha256sum --check` and people read it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = "SHA256.txt"


def write(files: Iterable[Path], out: Path) -> Path:
    """Write one line for each file into `out`/SHA256.txt and return that file."""
    lines = [f"{_digest(path)}  {path.name}\n" for path in files]
    target = out / NAME
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
