"""Names of the same file on both sides: as Linux and as the Windows of a Wine prefix call it."""

from pathlib import Path, PureWindowsPath


def to_windows(path: Path, drive_c: Path) -> str:
    """Return how Windows calls `path`: below drive C when it lies there, else below Z, which is the whole disk.

    Args:
        path: An absolute path of Linux.
        drive_c: The folder that is drive C.

    Raises:
        ValueError: The path is not absolute, so it means nothing to Windows.
    """
    if not path.is_absolute():
        raise ValueError(f"not an absolute path: {path}")
    if path.is_relative_to(drive_c):
        return str(PureWindowsPath("C:\\", *path.relative_to(drive_c).parts))
    return str(PureWindowsPath("Z:\\", *path.parts[1:]))


def to_linux(path: str, drive_c: Path) -> Path:
    r"""Return where the file lies that Windows calls `path` ("C:\users\..." or "Z:\...").

    Raises:
        ValueError: There is no such drive.
    """
    windows = PureWindowsPath(path)
    roots = {"c:": drive_c, "z:": Path("/")}
    if windows.drive.lower() not in roots or not windows.root:
        raise ValueError(f"not a path on drive C or Z: {path}")
    return roots[windows.drive.lower()].joinpath(*windows.parts[1:])
