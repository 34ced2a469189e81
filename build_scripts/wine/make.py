"""The build, step by step: what Wine needs, then what `packing` does, also for an older version if a proof follows."""

import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from packing import checksums, installer, limits, portable, self_test
from packing.names import Names

from wine import debian, source, stand_in, windows_python
from wine.machine import CHROOT, Machine
from wine.products import Products
from wine.steps import Steps
from wine.work_folder import WorkFolder, remove

SOURCE = "source"
OLDER = "older"
GUIDE = "huong-dan-cai-dat.html"
"""The help for who installs, beside the installer: one file that needs no other."""

_FIRST_TIME_GIB = 8.0
_LATER_GIB = 3.0
_FREEZE_SECONDS = 1800


def debian_folder(work: WorkFolder, mirror: str | None, steps: Steps) -> None:
    """Make the Debian folder with Wine, unless it is there.

    Args:
        work: The work folder, locked.
        mirror: The Debian mirror, or None for the one that apt uses.
        steps: Says and measures what is at work.
    """

    def fill(folder: Path) -> None:
        debian.make(folder, mirror or debian.apt_mirror(), work.path / "debootstrap.log")

    with steps.step("Debian with Wine"):
        work.need_space(_LATER_GIB if work.is_made(CHROOT, debian.key()) else _FIRST_TIME_GIB)
        work.made(CHROOT, debian.key(), fill)


def take_source(work: WorkFolder, root: Path) -> None:
    """Copy the source that is to be built from the project `root` into the work folder."""
    _copy(work.path / SOURCE, lambda folder: source.copy(root, folder))


@dataclass(frozen=True)
class Version:
    """One version that is built.

    Attributes:
        kind: What its folders in the work folder end with: "" or "-older".
        origin: Its source.
        key: All that it depends on.
    """

    kind: str
    origin: Path
    key: str

    @property
    def names(self) -> Names:
        """Return its names and version."""
        return Names.read(self.origin)


class Maker:
    """Builds what lies as `source` in the work folder; what was built from the same before is taken again.

    Args:
        work: The work folder, locked, with the Debian folder and the source in it.
        machine: The open room.
        steps: Says and measures what is at work.

    Raises:
        SystemExit: There is no source: nothing was built yet.
    """

    def __init__(self, work: WorkFolder, machine: Machine, steps: Steps) -> None:
        self._work = work
        self._machine = machine
        self._steps = steps
        self._source = work.path / SOURCE
        if not self._source.is_dir():
            sys.exit("Nothing was built yet: start once without --only-proof.")

    def products(self, out: Path, *, with_older: bool) -> Products:
        """Build the program in all its forms and put them into `out`.

        Args:
            out: The folder for what users get.
            with_older: Make the installer of an older version too; it stays in the work folder.
        """
        python = self._python()
        version = self._version("", self._source, python)
        older = self._older(python)
        versions = [version, older] if with_older else [version]
        self._windows(versions)
        self._each("program", versions, lambda one: self._freeze(one, python))
        self._self_test(version)
        self._each("installer", versions, self._pack)
        with self._steps.step(out.name):
            self._put(version, out)
        names = version.names
        return Products(
            names=names,
            folder=out / names.program,
            portable=out / names.portable,
            installer=out / names.installer,
            older=self._folder("packed", older) / older.names.installer,
            older_names=older.names,
        )

    def _put(self, version: Version, out: Path) -> None:
        names = version.names
        packed = self._folder("packed", version)
        program = self._folder("program", version) / names.program
        guide = self._source / "resources/help/cai_dat.html"
        for name in (names.installer, names.portable):
            _replace(out / name, lambda beside, name=name: shutil.copy(packed / name, beside))
        _replace(out / names.program, lambda beside: shutil.copytree(program, beside))
        _replace(out / GUIDE, lambda beside: shutil.copy(guide, beside))
        products = (out / names.installer, out / names.portable)
        checksums.write(products, out)
        print(limits.report(program, products), flush=True)
        limits.keep(program, products)

    def _python(self) -> Path:
        lock = (self._source / "requirements.lock").read_text(encoding="utf-8")

        def fill(folder: Path) -> None:
            python = windows_python.unpack(windows_python.fetch(self._work.path / "downloads"), folder)
            signed = windows_python.check_signatures(self._machine, python)
            print(f"   {signed} files signed by the {windows_python.SIGNER}", flush=True)
            windows_python.install_libraries(python, lock)

        with self._steps.step("Python of Windows and its libraries"):
            return windows_python.program(self._work.made("python", windows_python.key(lock), fill))

    def _older(self, python: Path) -> Version:
        origin = self._work.path / f"{SOURCE}-{OLDER}"
        _copy(origin, lambda folder: shutil.copytree(self._source, folder, dirs_exist_ok=True))
        source.set_version(origin, source.older(Names.read(origin).version))
        return self._version(f"-{OLDER}", origin, python)

    def _version(self, kind: str, origin: Path, python: Path) -> Version:
        libraries = (python.parents[1] / "made-for.txt").read_text(encoding="utf-8")
        return Version(kind, origin, f"{source.digest(origin)}\n{libraries}")

    def _folder(self, name: str, version: Version) -> Path:
        return self._work.path / f"{name}{version.kind}"

    def _windows(self, versions: list[Version]) -> None:
        with self._steps.step("Windows of Wine"):
            stand_in.make(self._machine)
            for version in versions:
                self._machine.prefix(f"build{version.kind}")

    def _each(self, what: str, versions: list[Version], make: Callable[[Version], object]) -> None:
        numbers = " and ".join(version.names.version for version in versions)
        with self._steps.step(f"{what} {numbers}"), ThreadPoolExecutor() as pool:
            list(pool.map(make, versions))

    def _freeze(self, version: Version, python: Path) -> None:
        def fill(folder: Path) -> None:
            names = version.names
            prefix = self._machine.prefix(f"build{version.kind}")
            script = version.origin / "build_scripts/packing/freeze.py"
            code, output = prefix.run(
                [
                    *(str(python), "-X", "utf8", prefix.windows(script)),
                    *("--source", prefix.windows(version.origin), "--out", prefix.windows(folder)),
                ],
                timeout=_FREEZE_SECONDS,
            )
            prefix.stop()
            log = self._work.path / f"program{version.kind}.log"
            log.write_text(output, encoding="utf-8")
            if code or not (folder / names.program / names.exe).is_file():
                sys.exit(f"PyInstaller ended with {code} ({log}):\n{output[-3000:]}")
            remove(folder / "work")

        self._work.made(f"program{version.kind}", version.key, fill)

    def _self_test(self, version: Version) -> None:
        def fill(folder: Path) -> None:
            exe = self._folder("program", version) / version.names.program / version.names.exe
            prefix = self._machine.prefix("build")
            with self._machine.screen() as screen:
                result = self_test.run(prefix.outside([str(exe)], screen), folder)
                prefix.stop()
            checks = result["checks"]
            print(f"   {len(checks) if isinstance(checks, list) else 0} checks passed", flush=True)

        with self._steps.step("self-test of the program"):
            self._work.made("self-test", version.key, fill)

    def _pack(self, version: Version) -> None:
        names = version.names
        program = self._folder("program", version) / names.program

        def fill(folder: Path) -> None:
            installer.make(program, folder, names, amd64=True)
            if not version.kind:
                portable.pack(program, folder, names)

        self._work.made(f"packed{version.kind}", version.key, fill)


def _copy(target: Path, fill: Callable[[Path], object]) -> None:
    remove(target)
    target.mkdir(parents=True)
    fill(target)


def _replace(target: Path, make: Callable[[Path], object]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.new")
    _delete(beside)
    make(beside)
    _delete(target)
    beside.rename(target)


def _delete(path: Path) -> None:
    if path.is_dir():
        remove(path)
    else:
        path.unlink(missing_ok=True)
