"""Packs the frozen folder into the zip for a USB stick."""

from pathlib import Path

from packing.names import Names


def pack(folder: Path, out: Path, names: Names) -> Path:
    """Write the zip of `folder` with the marker file into `out`; return the zip's path."""
    raise NotImplementedError
