"""How large the program may be, and how large it is, piece by piece."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

FOLDER_MB = 200
PRODUCT_MB = 60
"""A district with a slow line downloads one file of this at most."""

_SHOWN = 15


def pieces(folder: Path) -> dict[str, float]:
    """Return what the parts of a frozen program weigh, in MB (10^6 bytes), the heaviest first.

    Parts are the program itself, packages and libraries; those of PySide6 are told apart file by file.
    """
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file():
            sizes[_piece(file.relative_to(folder))] += file.stat().st_size
    return {name: size / 1e6 for name, size in sizes.most_common()}


def report(folder: Path, products: Iterable[Path]) -> str:
    """Return a table of the sizes: the heaviest pieces, the folder, the files that are given to users."""
    every = pieces(folder)
    rows = list(every.items())[:_SHOWN]
    rows.append(("everything else", sum(list(every.values())[_SHOWN:])))
    rows.append(("the folder", sum(every.values())))
    rows += [(product.name, product.stat().st_size / 1e6) for product in products]
    return "\n".join(f"{size:8.1f} MB  {name}" for name, size in rows)


def keep(folder: Path, products: Iterable[Path]) -> None:
    """Hold the sizes against what was promised.

    Raises:
        SystemExit: Something is too large; it is named.
    """
    whole = sum(pieces(folder).values())
    wrong = [f"the folder has {whole:.0f} MB, more than {FOLDER_MB}"] if whole > FOLDER_MB else []
    for product in products:
        size = product.stat().st_size / 1e6
        if size > PRODUCT_MB:
            wrong.append(f"{product.name} has {size:.0f} MB, more than {PRODUCT_MB}")
    if wrong:
        sys.exit("Too large: " + "; ".join(wrong))


def _piece(file: Path) -> str:
    parts = file.parts
    if parts[0] != "_internal" or len(parts) == 1:
        return parts[0]
    if parts[1] == "PySide6" and len(parts) > 2:
        return "/".join(parts[1:3])
    return parts[1]
