"""Freezes the program into one folder by PyInstaller; run by the Python of Windows (real, or under Wine).

python build_scripts/packing/freeze.py --source ROOT --out FOLDER
"""

import argparse
import shutil
import sys
import sysconfig
from pathlib import Path

import PyInstaller.__main__

# As a script this file has its own folder in the path, not the one of the package.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from packing import file_properties, icons, licences, pruning
from packing.names import Names

_HIDDEN_IMPORTS = ("_rl_accel",)
_HIDDEN_PACKAGES = ("reportlab.graphics.barcode",)
"""reportlab asks for them in texts that are run, which PyInstaller cannot see."""


def freeze(source: Path, out: Path) -> Path:
    """Freeze the program of `source` below `out`; return its folder, pruned and with all licences.

    Args:
        source: The root of the project: the folder of pyproject.toml.
        out: Where `SoHangViet/` (the program), `pictures/` (the installer wants them) and `work/` (what PyInstaller
            notes) are made.

    Returns:
        `out`/SoHangViet with SoHangViet.exe and _internal/, licences in _internal/resources/licences.

    Raises:
        SystemExit: PyInstaller failed, a licence is missing, or something is in that must not be.
    """
    names = Names.read(source)
    pictures = icons.draw(source, out / "pictures")
    properties = out / "work" / "properties.txt"
    properties.parent.mkdir(parents=True, exist_ok=True)
    properties.write_text(file_properties.text(names), encoding="utf-8")
    _write_hooks(out / "work" / "hooks")
    folder = out / names.program
    shutil.rmtree(folder, ignore_errors=True)
    PyInstaller.__main__.run(arguments(source, out, names, pictures, properties))
    inside = folder / "_internal"
    licences.collect(Path(sysconfig.get_path("purelib")), inside / "resources" / "licences", source)
    for pattern, saved in pruning.prune(inside).items():
        print(f"{saved / 1e6:6.1f} MB less: {pattern}")
    if wrong := pruning.wrong(inside):
        sys.exit("These must not be in the program (packing/pruning.py): " + ", ".join(wrong))
    if locked := pruning.locked_in(inside):
        sys.exit("Their licence wants these as files that can be replaced: " + ", ".join(locked))
    return folder


def arguments(source: Path, out: Path, names: Names, pictures: icons.Pictures, properties: Path) -> list[str]:
    """Return the command line of PyInstaller.

    Its own manifest stays: it allows long paths and asks for no rights; Qt makes itself aware of each screen's scale.
    """
    work = out / "work"
    return [
        *("--noconfirm", "--clean", "--log-level=WARN", "--onedir", "--windowed", "--noupx"),
        *(f"--name={names.program}", f"--paths={source}"),
        *(f"--distpath={out}", f"--workpath={work}", f"--specpath={work}"),
        # The first is the program's; the others are numbers 1 and 2 for the file types.
        *(f"--icon={pictures.icon(name)}" for name in icons.ICONS),
        f"--version-file={properties}",
        f"--additional-hooks-dir={work / 'hooks'}",
        f"--add-data={source / 'resources'}:resources",
        *(f"--hidden-import={name}" for name in _HIDDEN_IMPORTS),
        *(f"--collect-submodules={name}" for name in _HIDDEN_PACKAGES),
        *(f"--exclude-module={name}" for name in pruning.EXCLUDED_MODULES),
        str(source / "desktop_app" / "__main__.py"),
    ]


def _write_hooks(folder: Path) -> None:
    """Let libraries stay files beside the program, not parts of it, where their licence wants them replaceable."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in pruning.REPLACEABLE:
        (folder / f"hook-{name}.py").write_text('module_collection_mode = "py"\n', encoding="utf-8")


def main() -> None:
    """Read the command line and freeze."""
    parser = argparse.ArgumentParser(description="Freeze the program into one folder.")
    parser.add_argument("--source", type=Path, required=True, help="the root of the project")
    parser.add_argument("--out", type=Path, required=True, help="the folder that gets the program")
    wishes = parser.parse_args()
    print(freeze(wishes.source.resolve(), wishes.out.resolve()))


if __name__ == "__main__":
    main()
