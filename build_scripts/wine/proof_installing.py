"""Proves the installer: silent and by its windows, what it leaves in Windows, upgrading, uninstalling."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from packing import names as known
from packing.names import Names

from wine.prefix import Prefix
from wine.proof_desk import Desk
from wine.proof_job import await_state, close
from wine.proof_record import check

UNINSTALL_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall"
CLASSES = r"HKEY_CURRENT_USER\Software\Classes"
RUNNING_CODE = 2
"""What the installer and the uninstaller end with while the program runs."""

_SECONDS = 300


class Installed:
    """The program in one Windows.

    Attributes:
        folder: Where it is installed, as Windows calls it.
    """

    def __init__(self, prefix: Prefix, names: Names, folder: str = "") -> None:
        self._prefix = prefix
        self.names = names
        self.folder = folder or prefix.windows(prefix.local_data / "Programs" / names.program)

    @property
    def exe(self) -> Path:
        """Return the program as Linux sees it."""
        return self._prefix.linux(self.folder) / self.names.exe

    @property
    def link(self) -> Path:
        """Return the link in the Start menu."""
        return self._prefix.start_menu / f"{self.names.product}.lnk"

    @property
    def desktop_link(self) -> Path:
        """Return the link on the desktop."""
        return self._prefix.home / "Desktop" / f"{self.names.product}.lnk"

    def install(self, installer: Path, *, named: bool) -> tuple[int, float]:
        """Install without windows; return the exit code and the seconds it took.

        Args:
            installer: The installer.
            named: Tell it the folder; otherwise it takes its own.
        """
        # NSIS wants the folder as the last word and without quotation marks; Wine puts them around words with spaces.
        folder = f"/D={self.folder}".split(" ") if named else []
        begin = time.monotonic()
        done = self._prefix.run([str(installer), "/S", *folder], timeout=_SECONDS)
        return done.code, time.monotonic() - begin

    def check_there(self) -> None:
        """Make sure that program, links, file types and the entry for uninstalling are there.

        Raises:
            ProofError: One is not, or is not right.
        """
        check(self.exe.is_file(), f"{self.exe} is there")
        check((self.exe.parent / known.UNINSTALLER).is_file(), "the uninstaller is there")
        check(self.link.is_file(), f"{self.link} is there")
        check(self.desktop_link.is_file(), f"{self.desktop_link} is there")
        entry = self._prefix.registry(rf"{UNINSTALL_KEY}\{self.names.program}")
        values = next(iter(entry.values()), {})
        check(values.get("DisplayVersion") == self.names.version, f"Windows knows the version: {values}")
        check(values.get("InstallLocation") == self.folder, f"Windows knows the folder: {values}")
        for suffix, kind in (
            (known.LEDGER_SUFFIX, known.LEDGER_TYPE),
            (known.HANDOVER_SUFFIX, known.HANDOVER_TYPE),
        ):
            types = self._prefix.registry(rf"{CLASSES}\{suffix}")
            check(any(one.get("") == kind for one in types.values()), f"{suffix} is {kind}: {types}")
        command = self._prefix.registry(rf"{CLASSES}\{known.LEDGER_TYPE}\shell\open\command")
        wanted = f'"{PureWindowsPath(self.folder) / self.names.exe}" "%1"'
        check(any(one.get("") == wanted for one in command.values()), f"a double click starts it: {command}")

    def check_gone(self) -> None:
        """Make sure that nothing of the program is left.

        Raises:
            ProofError: Something is.
        """
        check(not self.exe.parent.exists(), f"{self.exe.parent} is gone")
        check(not self.link.exists(), "the link in the Start menu is gone")
        check(not self.desktop_link.exists(), "the link on the desktop is gone")
        for key in (
            rf"{UNINSTALL_KEY}\{self.names.program}",
            *(rf"{CLASSES}\{one}" for one in (known.LEDGER_SUFFIX, known.LEDGER_TYPE, known.HANDOVER_TYPE)),
            *(rf"{CLASSES}\{one}" for one in (known.PACKAGE_TYPE, known.REPLY_TYPE)),
            rf"{CLASSES}\SystemFileAssociations\.zip\shell\{self.names.program}",
        ):
            left = self._prefix.registry(key)
            check(not left, f"{key} is gone from the registry: {left}")

    def refuses_uninstalling(self) -> bool:
        """Tell whether uninstalling without windows ends with the code for "the program is running"."""
        # With _? it works in its own place instead of copying itself away, so that its code is seen.
        words = ["/S", *f"_?={self.folder}".split(" ")]
        done = self._prefix.run([str(self.exe.parent / known.UNINSTALLER), *words], timeout=_SECONDS)
        return done.code == RUNNING_CODE

    def uninstall(self) -> None:
        """Uninstall without windows; wait until nothing is left.

        Raises:
            ProofError: Something is.
        """
        self._prefix.run([str(self.exe.parent / known.UNINSTALLER), "/S"], timeout=_SECONDS)
        await_state(lambda: not self.exe.parent.exists(), f"{self.folder} is gone")
        self.check_gone()


@contextlib.contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Make sure that no file below a folder comes, goes or changes while the `with` lasts.

    Raises:
        ProofError: One did.
    """
    before = _facts(folder)
    yield
    after = _facts(folder)
    changed = sorted(set(before.items()) ^ set(after.items()))
    check(not changed, f"nothing below {folder} is touched: {[name for name, _ in changed[:5]]}")


def setup_by_windows(desk: Desk, installer: Path, product: str) -> None:
    """Upgrade by the installer's windows while the program is open: it asks to close it, then goes on.

    Its last page starts the program.
    """
    desk.prefix.start([str(installer)], desk.screen)
    title = f"Cài đặt {product}"
    desk.find("Retry", "button", title)
    desk.picture("setup_asks_to_close_the_program")
    close(desk)
    desk.click("Retry", "button", title)
    for button, name in (
        ("Tiếp tục", "setup_welcome"),
        ("Cài đặt", "setup_folder"),
        ("Hoàn tất", "setup_done"),
    ):
        desk.find(button, "button", title, _SECONDS)
        desk.picture(name)
        desk.click(button, "button", title)


def uninstall_by_windows(desk: Desk, installed: Installed) -> None:
    """Uninstall as the list of programs in Windows' settings does it: by the command in the registry."""
    entry = desk.prefix.registry(rf"{UNINSTALL_KEY}\{installed.names.program}")
    command = next(iter(entry.values()))["UninstallString"].strip('"')
    desk.prefix.start([command], desk.screen)
    title = f"Gỡ cài đặt {installed.names.product}"
    for button, name in (("Gỡ cài đặt", "uninstall_question"), ("Đóng", "uninstall_done")):
        desk.find(button, "button", title, _SECONDS)
        desk.picture(name)
        desk.click(button, "button", title)
    desk.screen.wait_until_gone(title, 60)
    await_state(lambda: not installed.exe.parent.exists(), f"{installed.folder} is gone")
    installed.check_gone()


def _facts(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def size_mb(folder: Path) -> float:
    """Return how many millions of bytes the files of a folder hold."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
