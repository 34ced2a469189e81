"""A Windows of Wine: its drive C, its user, and running Windows programs in it."""

import hashlib
import shutil
import typing
from collections.abc import Mapping, Sequence
from pathlib import Path

from wine import debian, paths, registry

if typing.TYPE_CHECKING:
    from wine.machine import Machine, Result, Running
    from wine.screen import Screen

STAND_IN = "icuuc.dll"
"""A library of every Windows since 2017 that Wine lacks and Qt asks for; ours says that it knows nothing."""

_STAMP = "made-for.txt"


class Prefix:
    r"""One Windows with its own drive C; made by `Machine.prefix`.

    Attributes:
        folder: Where it lies.
        drive_c: Drive C.
        user: The name of the Windows user.
        home: `C:\users\\<user>`.
    """

    def __init__(self, machine: "Machine", folder: Path, user: str) -> None:
        self._machine = machine
        self._shown_on: str | None = None
        self.folder = folder
        self.drive_c = folder / "drive_c"
        self.user = user
        self.home = self.drive_c / "users" / user

    @property
    def documents(self) -> Path:
        """Return the user's folder Documents."""
        return self.home / "Documents"

    @property
    def local_data(self) -> Path:
        """Return the user's folder of local application data (%LOCALAPPDATA%)."""
        return self.home / "AppData" / "Local"

    @property
    def start_menu(self) -> Path:
        """Return the user's folder of programs in the Start menu."""
        return self.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

    def windows(self, path: Path) -> str:
        """Return how this Windows calls a file of Linux."""
        return paths.to_windows(path, self.drive_c)

    def linux(self, path: str) -> Path:
        """Return the file of Linux that this Windows calls so."""
        return paths.to_linux(path, self.drive_c)

    def make(self, *, fresh: bool = False) -> None:
        """Make it if it is not there, or not whole, or not of this user; about ten seconds.

        Raises:
            SystemExit: Wine could not make it.
        """
        stand_in = self._machine.work / STAND_IN
        inside = (stand_in, self._machine.root / "var/lib/dpkg/status")  # The second tells which Wine it was.
        wanted = "\n".join([self.user, *(hashlib.sha256(path.read_bytes()).hexdigest() for path in inside)])
        stamp = self.folder / _STAMP
        if not fresh and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "home").mkdir(parents=True)
        code, output = self._wine(["wineboot", "--init"], None, None).wait(300)
        self.stop()
        if code or not self.documents.is_dir():
            raise SystemExit(f"Wine could not make a Windows (wineboot ended with {code}).\n{output[-2000:]}")
        shutil.copy(stand_in, self.drive_c / "windows/system32")
        stamp.write_text(wanted, encoding="utf-8")

    def start(
        self, command: Sequence[str], screen: "Screen | None" = None, env: Mapping[str, str] | None = None
    ) -> "Running":
        r"""Start a Windows program; it goes on by itself.

        Args:
            command: The program (as Windows or as Linux calls it, or a name such as "cmd") and its arguments. Paths
                in the arguments must be those of Windows: see `windows`. "start" with "/unix" and a path of Linux,
                or with a Windows path, opens a file as a double click does.
            screen: Where its windows are shown; none is needed for a program without windows.
            env: More variables of its environment.
        """
        self._show_on(screen)
        return self._wine(["wine", *command], self._shown_on, env)

    def outside(self, command: Sequence[str], screen: "Screen | None" = None) -> list[str]:
        """Return the command that, typed outside of the room, runs a Windows program; see `start`.

        Its standard streams must be pipes or nothing: a Windows Python fails when one is a file.
        """
        self._show_on(screen)
        return self._machine.outside(["wine", *command], self._settings(self._shown_on))

    def run(
        self,
        command: Sequence[str],
        screen: "Screen | None" = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
    ) -> "Result":
        """Run a Windows program to its end: `start`, then `wait`.

        Raises:
            TimeoutError: It took longer than `timeout` seconds; it was killed.
        """
        return self.start(command, screen, env).wait(timeout)

    def stop(self) -> None:
        """End every program of this Windows and its server; what was written to the registry is on the disk then."""
        self._wine(["wineserver", "--kill"], None, None).wait(60)
        self.settle(60)
        self._shown_on = None

    def settle(self, timeout: float = 60) -> None:
        """Wait until every program of this Windows has ended by itself.

        Raises:
            TimeoutError: One still runs after `timeout` seconds.
        """
        self._wine(["wineserver", "--wait"], None, None).wait(timeout)

    def registry(self, key: str) -> dict[str, dict[str, str]]:
        r"""Return a registry key and all below it: full key -> name -> value; empty if there is no such key.

        Args:
            key: Such as "HKEY_CURRENT_USER\Software\Classes\.sohangviet". The value without a name stands under "".
        """
        file = self.folder / "registry.reg"
        file.unlink(missing_ok=True)
        self.run(["reg", "export", key, self.windows(file), "/y"], timeout=60)
        return registry.read_export(file.read_text(encoding="utf-16")) if file.exists() else {}

    def _show_on(self, screen: "Screen | None") -> None:
        # Without a screen it runs beside what is shown on one: nothing is ended for it.
        display = screen.display if screen else self._shown_on or ""
        if self._shown_on not in (None, display):
            self.stop()  # Wine's server keeps the screen it was started with: windows on another one fail.
        self._shown_on = display

    def _wine(self, command: Sequence[str], display: str | None, env: Mapping[str, str] | None) -> "Running":
        return self._machine.start(command, self._settings(display) | dict(env or {}))

    def _settings(self, display: str | None) -> dict[str, str]:
        return {
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # No question whether .NET and a browser should be downloaded.
            "USER": self.user,
            "LANG": debian.LANGUAGE,
            "HOME": str(self.folder / "home"),
            "DISPLAY": display or "",
        }
