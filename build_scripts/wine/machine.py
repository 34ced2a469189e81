"""The room in which Wine runs: the Debian folder entered with processes, mounts and memory of its own, no network.

    with Machine(work) as machine, machine.screen() as screen:
        prefix = machine.prefix("proof", user="Nguyễn Thị Đào")
        prefix.run(["cmd", "/c", "ver"], screen)

What is mounted exists in the room only, and everything in it ends with the room – also when the process that opened
it is killed: nothing has to be cleaned up afterwards. The work folder has the same path inside and outside; /tmp is
the room's own.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from wine.prefix import Prefix
from wine.screen import Screen

CHROOT = "trixie"
"""The Debian folder below the work folder is called as its release."""

_ROOM = r"""
set -e
mount --make-rprivate /
mount -t proc proc "$1/proc"
mount --bind /dev "$1/dev"
mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
mkdir -m 1777 "$1/tmp/.X11-unix"
mkdir -p "$1$2"
mount --bind "$2" "$1$2"
echo ready
while read -r _; do :; done
"""
"""The first process of the room: mounts, says so, then waits until whoever opened the room closes the pipe or dies."""

_LINGER = 3.0
"""Seconds that are waited for the rest of an output once its process has ended: a child of it may hold the pipe."""


class Result(NamedTuple):
    """How a command ended: its exit code (negative: ended by that signal) and what it wrote, both streams in one."""

    code: int
    output: str


class Running:
    """A command that was started and goes on by itself."""

    def __init__(self, process: "subprocess.Popen[bytes]", command: Sequence[str]) -> None:
        self.command = list(command)
        self._process = process
        self._pieces: list[bytes] = []
        self._growing = threading.Lock()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while piece := os.read(stream.fileno(), 65536):
            with self._growing:
                self._pieces.append(piece)

    @property
    def alive(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    @property
    def raw(self) -> bytes:
        """Return what it has written until now, as it is."""
        with self._growing:
            return b"".join(self._pieces)

    @property
    def output(self) -> str:
        """Return what it has written until now, lines ended as on Linux."""
        return self.raw.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, timeout: float) -> Result:
        """Wait up to `timeout` seconds for its end.

        Raises:
            TimeoutError: It still runs; it was killed.
        """
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.stop()
            raise TimeoutError(
                f"after {timeout:.0f} s still not done: {' '.join(self.command)}\n{self.output[-2000:]}"
            ) from None
        self._reader.join(_LINGER)
        return Result(code, self.output)

    def stop(self) -> None:
        """End it at once, with what it started in its own process group; nothing happens when it has ended."""
        if self.alive:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class Machine:
    """The room. Use it in a `with`; see the head of this file.

    Args:
        work: The work folder: holds the Debian folder (`trixie`), the prefixes and what is made.
    """

    def __init__(self, work: Path) -> None:
        self.work = work.resolve()
        self.root = self.work / CHROOT
        self._keeper: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Open the room.

        Raises:
            SystemExit: The system does not allow it (not root, or a container without that right).
        """
        self._keeper = subprocess.Popen(
            [
                *("unshare", "--mount", "--net", "--ipc", "--pid", "--fork", "--kill-child"),
                *("bash", "-c", _ROOM, "room", str(self.root), str(self.work)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert self._keeper.stdout is not None
        if self._keeper.stdout.readline().strip() != b"ready":
            words = self._keeper.stdout.read().decode("utf-8", "replace")
            self.close()
            sys.exit(
                f"The folder with Wine cannot be entered; root and the right to mount are needed.\n{words}"
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the room: every process in it ends, every mount goes."""
        if self._keeper is not None:
            assert self._keeper.stdin is not None
            assert self._keeper.stdout is not None
            self._keeper.stdin.close()
            self._keeper.wait()
            self._keeper.stdout.close()
            self._keeper = None

    def seen_from_outside(self, path: str) -> Path:
        """Return how a path of the room, such as "/tmp/x", is reached from outside as long as the room is open."""
        assert self._keeper is not None, "the room is not open: use `with Machine(work) as machine`"
        return Path(f"/proc/{self._keeper.pid}/root{self.root}{path}")

    def start(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> Running:
        """Start `command` (a program of the Debian folder) in the room.

        Args:
            command: The words of the command; no shell reads them.
            env: More variables of the environment; nothing of the outside's is handed in.
        """
        process = subprocess.Popen(
            self.outside(command, env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        return Running(process, command)

    def outside(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> list[str]:
        """Return the command that, typed outside, runs `command` in the open room; see `start`."""
        inside = str(self.seen_from_outside(""))
        assert self._keeper is not None
        spaces = f"/proc/{self._keeper.pid}/ns"
        settings = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "HOME": "/tmp"} | dict(
            env or {}
        )
        return [
            *("nsenter", f"--mount={spaces}/mnt", f"--net={spaces}/net", f"--ipc={spaces}/ipc"),
            f"--pid={spaces}/pid_for_children",
            *(f"--root={inside}", f"--wd={inside}"),
            *("/usr/bin/env", "-i"),
            *(f"{name}={value}" for name, value in settings.items()),
            *command,
        ]

    def run(
        self, command: Sequence[str], env: Mapping[str, str] | None = None, timeout: float = 120
    ) -> Result:
        """Run `command` in the room to its end, at most `timeout` seconds.

        Raises:
            TimeoutError: It took longer; it was killed.
        """
        return self.start(command, env).wait(timeout)

    def screen(self, size: tuple[int, int] = (1366, 768)) -> Screen:
        """Return a new screen (a window manager on it), to be used in a `with`."""
        return Screen(self, size)

    def prefix(self, name: str, user: str = "Nguyễn Thị Đào", *, fresh: bool = False) -> Prefix:
        r"""Return the Windows of that name: made when it is not there, or anew when `fresh`.

        Args:
            name: The name of its folder below work/prefixes, such as "build" or "proof".
            user: The Windows user; what it writes lies below `C:\users\\<user>`.
            fresh: Throw away what there is of it and begin with an empty Windows.
        """
        prefix = Prefix(self, self.work / "prefixes" / name, user)
        prefix.make(fresh=fresh)
        return prefix
