"""The folder outside the project in which the Windows build works: what is whole stays, what is half is made anew."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

_GIB = 1024**3
_NEXT_TO_NOTHING = 50 * 1024**2
_STAMP = "made-for.txt"


class WorkFolder:
    """The work folder and what is made in it, each thing once and only as a whole.

    Attributes:
        path: Where it lies.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other build out of this folder as long as the `with` lasts, or this process lives.

        Raises:
            SystemExit: Another build is at work in it, or it cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            sys.exit(
                f"The work folder {self.path} cannot be written: {error.strerror}. Give another: --work FOLDER"
            )
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                other = os.read(handle, 20).decode("ascii", "replace").strip() or "unknown"
                sys.exit(
                    f"Another build is at work in {self.path} (process {other}). Wait for it, or give --work FOLDER."
                )
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
            yield
        finally:
            os.close(handle)

    def is_made(self, name: str, key: str) -> bool:
        """Tell whether the folder `name` is there, whole, and was made for `key`."""
        stamp = self.path / name / _STAMP
        return stamp.is_file() and stamp.read_text(encoding="utf-8") == key

    def made(self, name: str, key: str, make: Callable[[Path], None]) -> Path:
        """Return the folder `name`, made by `make` unless it was made for the same `key` before.

        `make` fills an empty folder beside; that one gets the name only when it is whole, so an interrupted run
        leaves nothing that looks ready.

        Args:
            name: Its name in the work folder.
            key: All that it depends on, in one text; another text, and it is made anew.
            make: Fills the folder that it is given.
        """
        target = self.path / name
        if self.is_made(name, key):
            return target
        beside = self.path / f"{name}.new"
        remove(beside)
        beside.mkdir(parents=True)
        make(beside)
        (beside / _STAMP).write_text(key, encoding="utf-8")
        remove(target)
        beside.rename(target)
        return target

    def need_space(self, gib: float) -> None:
        """Make sure that the disk has room.

        Raises:
            SystemExit: It has less than `gib` GiB free.
        """
        free = shutil.disk_usage(self.path).free / _GIB
        if free < gib:
            sys.exit(
                f"About {gib:.0f} GB are needed in {self.path}, {free:.1f} GB are free."
                " Make room, or give a folder on another disk: --work FOLDER"
            )


def is_full(folder: Path) -> bool:
    """Tell whether there is next to no room left on the disk of `folder`, which need not be there yet."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.is_dir())
    return shutil.disk_usage(there).free < _NEXT_TO_NOTHING


def remove(folder: Path) -> None:
    """Delete a folder that builds made, however much of it there is.

    Raises:
        SystemExit: Something is mounted in it: deleting would reach beyond it.
    """
    if not folder.exists():
        return
    mounts = mounted_below(folder.resolve(), Path("/proc/self/mountinfo").read_text(encoding="utf-8"))
    if mounts:
        sys.exit(f"Something is mounted below {folder}: type first\n  umount {' '.join(map(str, mounts))}")
    subprocess.run(["rm", "-rf", "--one-file-system", str(folder)], check=True)


def mounted_below(folder: Path, mountinfo: str) -> list[Path]:
    """Return what is mounted at or below `folder`, innermost first, by the text of /proc/self/mountinfo."""
    points = [
        Path(line.split()[4].encode("latin-1", "backslashreplace").decode("unicode_escape"))
        for line in mountinfo.splitlines()
    ]
    return sorted((point for point in points if point.is_relative_to(folder)), reverse=True)
