"""Makes the installer of the frozen folder by NSIS."""

from pathlib import Path

from packing.names import Names


def make(folder: Path, out: Path, names: Names, *, amd64: bool) -> Path:
    """Compile the installer of `folder` into `out` by the makensis of this machine; return its path.

    Args:
        folder: The frozen, pruned program.
        out: The folder that gets `names.installer`.
        names: Names and version of the build.
        amd64: Make a 64-bit installer: only Debian's NSIS has the stubs for that, the official one has not.

    Raises:
        SystemExit: There is no makensis, or it found a fault; its words are printed.
    """
    raise NotImplementedError
