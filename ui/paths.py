"""Where the shipped data files lie, in a checkout and in the built program alike, and where new files go."""

import os
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = RESOURCES / "icons"


def folder_of_before(kept: str, usual: Path) -> str:
    """Return the folder that a ledger remembers, or the usual one when this computer has no such place.

    A ledger that was handed over remembers folders of the other computer.

    Args:
        kept: "" when nothing is remembered.
        usual: beside the ledger.
    """
    is_here = bool(kept) and os.path.isdir(Path(kept).parent)
    return kept if is_here else str(usual)
