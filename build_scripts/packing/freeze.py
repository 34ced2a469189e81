"""Freezes the program into one folder by PyInstaller; run by the Python of Windows (real, or under Wine).

python build_scripts/packing/freeze.py --source ROOT --out FOLDER
"""

from pathlib import Path


def freeze(source: Path, out: Path) -> Path:
    """Freeze the program of `source` (root of the project) below `out`; return its folder, pruned.

    Args:
        source: The root of the project: the folder of pyproject.toml.
        out: Where `SoHangViet/` (the program) and `work/` (what PyInstaller notes) are made.

    Returns:
        `out`/SoHangViet with SoHangViet.exe and _internal/, licences in _internal/resources/licences.
    """
    raise NotImplementedError
