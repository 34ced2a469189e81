"""Where the shipped data files are: beside the packages, or in the folder of the frozen program."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder below `resources/`; it need not exist."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
