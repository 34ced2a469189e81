"""The source that is built: a copy outside the project, so that nobody's next keystroke changes it half-way."""

import hashlib
import re
import shutil
from pathlib import Path

PARTS = (
    *("desktop_app", "ui", "resources", "build_scripts/packing"),
    *("pyproject.toml", "requirements.lock", "LICENSE"),
)
"""All that the built program is made of, and what makes it."""

_IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc", "*.sohangviet", "*.sohangviet-*")


def copy(root: Path, folder: Path) -> None:
    """Copy what the program is made of from the project `root` into an empty folder."""
    for part in PARTS:
        target = folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / part).is_dir():
            shutil.copytree(root / part, target, ignore=_IGNORED)
        else:
            shutil.copy(root / part, target)


def digest(folder: Path) -> str:
    """Return the SHA-256 over names and contents of all files of a copied source, but what Python compiled of it."""
    whole = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file())
    for path in sorted(path for path in files if path.parent.name != "__pycache__"):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def older(version: str) -> str:
    """Return a version before `version`: "0.4.0" -> "0.3.9", "1.0.2" -> "1.0.1".

    Raises:
        ValueError: There is none, or it is not numbers with points.
    """
    numbers = [int(part) for part in version.split(".")]
    for place in reversed(range(len(numbers))):
        if numbers[place]:
            numbers[place] -= 1
            return ".".join(map(str, numbers[: place + 1] + [9] * (len(numbers) - place - 1)))
    raise ValueError(f"nothing comes before {version}")


def set_version(folder: Path, version: str) -> None:
    """Write another version into a copied source, at its two places.

    Raises:
        ValueError: One of the places is not there.
    """
    for name, place in (("pyproject.toml", r'^version = "'), ("desktop_app/version.py", r'^VERSION = "')):
        path = folder / name
        text, count = re.subn(
            f'({place})[^"]*', rf"\g<1>{version}", path.read_text(encoding="utf-8"), flags=re.M
        )
        if count != 1:
            raise ValueError(f"the version stands {count} times in {path}")
        path.write_text(text, encoding="utf-8", newline="\n")
