"""The build, step by step: what is needed for Wine, then what `packing` does, then the older version for the proof."""

import hashlib
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from packing import installer, portable, self_test
from packing.names import Names

from wine import debian, source, stand_in, windows_python
from wine.machine import CHROOT, Machine
from wine.prefix import Prefix
from wine.products import Products
from wine.steps import Steps
from wine.work_folder import WorkFolder, remove

_FIRST_TIME_GIB = 8.0
_LATER_GIB = 3.0
_FREEZE_SECONDS = 1800


@dataclass(frozen=True)
class Maker:
    """One run of the build.

    Attributes:
        root: The root of the project.
        work: The work folder, locked.
        out: Where the products are put: out/windows.
        mirror: The Debian mirror, or None for the one that apt uses.
        steps: Says and measures what is at work.
    """

    root: Path
    work: WorkFolder
    out: Path
    mirror: str | None
    steps: Steps

    def debian_folder(self) -> None:
        """Make the Debian folder with Wine, unless it is there."""
        with self.steps.step("Debian with Wine"):
            ready = self.work.is_made(CHROOT, debian.key())
            self.work.need_space(_LATER_GIB if ready else _FIRST_TIME_GIB)
            log = self.work.path / "debootstrap.log"
            self.work.made(
                CHROOT,
                debian.key(),
                lambda folder: debian.make(folder, self.mirror or debian.apt_mirror(), log),
            )

    def products(self, machine: Machine) -> Products:
        """Build everything and put it into `out`; what was built from the same source before is taken again."""
        with self.steps.step("Windows of Wine"):
            stand_in.make(machine)
            prefix = machine.prefix("build")
        python = self._python(machine)
        own = self.work.path / "source"
        _copy_source(self.root, own)
        before = self.work.path / "source-older"
        _copy_source(self.root, before)
        source.set_version(before, source.older(Names.read(own).version))
        program = self._frozen("program", own, python, prefix)
        with self.steps.step("self-test of the program"):
            _self_test(machine, prefix, program / Names.read(own).exe, self.work.path / "self-test")
        packed = self._packed("packed", own, program, with_portable=True)
        earlier = self._packed(
            "packed-older", before, self._frozen("program-older", before, python, prefix), with_portable=False
        )
        return self._put_out(packed, earlier, Names.read(own), Names.read(before), program)

    def last_products(self) -> Products:
        """Return what an earlier run has built.

        Raises:
            SystemExit: There is nothing.
        """
        names = Names.read(self.work.path / "source") if (self.work.path / "source").is_dir() else None
        earlier = Names.read(self.work.path / "source-older") if names else None
        if names is None or earlier is None or not (self.out / names.installer).exists():
            sys.exit("Nothing was built yet: start once without --only-proof.")
        return Products(
            names,
            self.work.path / "program" / names.program,
            self.out / names.portable,
            self.out / names.installer,
            self.work.path / "packed-older" / earlier.installer,
            earlier,
        )

    def _python(self, machine: Machine) -> Path:
        lock = (self.root / "requirements.lock").read_text(encoding="utf-8")

        def fill(folder: Path) -> None:
            python = windows_python.unpack(windows_python.fetch(self.work.path / "downloads"), folder)
            signed = windows_python.check_signatures(machine, python)
            print(f"   {signed} files signed by the {windows_python.SIGNER}", flush=True)
            windows_python.install_libraries(python, lock)

        with self.steps.step("Python of Windows and its libraries"):
            return windows_python.program(self.work.made("python", windows_python.key(lock), fill))

    def _frozen(self, name: str, origin: Path, python: Path, prefix: Prefix) -> Path:
        def freeze(folder: Path) -> None:
            script = origin / "build_scripts/packing/freeze.py"
            code, output = prefix.run(
                [
                    *(str(python), "-X", "utf8", prefix.windows(script)),
                    *("--source", prefix.windows(origin), "--out", prefix.windows(folder)),
                ],
                timeout=_FREEZE_SECONDS,
            )
            prefix.stop()
            (self.work.path / f"{name}.log").write_text(output, encoding="utf-8")
            if code or not (folder / names.program / names.exe).is_file():
                sys.exit(f"PyInstaller ended with {code} ({name}.log):\n{output[-3000:]}")
            remove(folder / "work")

        names = Names.read(origin)
        with self.steps.step(f"program {names.version}"):
            return self.work.made(name, self._key(origin, python), freeze) / names.program

    def _packed(self, name: str, origin: Path, program: Path, *, with_portable: bool) -> Path:
        def pack(folder: Path) -> None:
            installer.make(program, folder, names, amd64=True)
            if with_portable:
                portable.pack(program, folder, names)

        names = Names.read(origin)
        with self.steps.step(
            f"installer {names.version}" + (" and portable folder" if with_portable else "")
        ):
            return self.work.made(
                name, self._key(origin, windows_python.program(self.work.path / "python")), pack
            )

    def _put_out(self, packed: Path, earlier: Path, names: Names, older: Names, program: Path) -> Products:
        with self.steps.step("out/windows"):
            self.out.mkdir(parents=True, exist_ok=True)
            for name in (names.installer, names.portable):
                _replace(self.out / name, lambda beside, name=name: shutil.copy(packed / name, beside))
            _replace(self.out / names.program, lambda beside: shutil.copytree(program, beside))
        return Products(
            names,
            self.out / names.program,
            self.out / names.portable,
            self.out / names.installer,
            earlier / older.installer,
            older,
        )

    def _key(self, origin: Path, python: Path) -> str:
        wheels = python.parent / "requirements.txt"
        return f"{source.digest(origin)}\n{hashlib.sha256(wheels.read_bytes()).hexdigest()}\n"


def _copy_source(root: Path, target: Path) -> None:
    remove(target)
    target.mkdir(parents=True)
    source.copy(root, target)


def _replace(target: Path, make: Callable[[Path], object]) -> None:
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


def _self_test(machine: Machine, prefix: Prefix, exe: Path, folder: Path) -> None:
    remove(folder)
    folder.mkdir()
    with machine.screen() as screen:
        result = self_test.run(prefix.outside([str(exe)], screen), folder)
        prefix.stop()
    checks = result["checks"]
    print(f"   {len(checks) if isinstance(checks, list) else 0} checks", flush=True)
