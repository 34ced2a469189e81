"""Makes the installer of the frozen folder by NSIS: tells installer.nsi the names and which files there are."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from packing import names as known
from packing.names import Names

LIST = PurePosixPath("_internal/tep-da-cai.txt")
"""Beside the program: what was installed, so that the next version can take away what it does not have any more."""

_SCRIPTS = Path(__file__).resolve().parent
_SPARE_MB = 50
_UNFIT = "\"'`$*?[]{}\\\r\n"
"""What means something to NSIS in the name of a file that it reads."""
_PLACES = (r"C:\Program Files (x86)\NSIS\makensis.exe", r"C:\Program Files\NSIS\makensis.exe")


def make(folder: Path, out: Path, names: Names, *, amd64: bool) -> Path:
    """Compile the installer of `folder` into `out` by the makensis of this machine; return its path.

    Args:
        folder: The frozen, pruned program; beside it lies `pictures/`, made with it.
        out: The folder that gets `names.installer`.
        names: Names and version of the build.
        amd64: Make a 64-bit installer: only Debian's NSIS has the stubs for that, the official one has not.

    Raises:
        SystemExit: There is no makensis, or it found a fault; its words are printed.
    """
    compiler = makensis()
    out.mkdir(parents=True, exist_ok=True)
    target = out.resolve() / names.installer
    with tempfile.TemporaryDirectory(prefix="installer-") as place:
        work = Path(place)
        files = installed_files(folder)
        (work / LIST.name).write_text(list_text(files), encoding="utf-16-le", newline="")
        (work / "files.nsh").write_text(files_script(folder.resolve(), files, work), encoding="utf-8")
        script = work / "build.nsi"
        script.write_text(build_script(folder.resolve(), target, names, work, amd64=amd64), encoding="utf-8")
        command = [compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8", str(script)]
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        target.unlink(missing_ok=True)
        sys.exit(f"makensis ended with {done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return target


def makensis() -> str:
    """Return the path of the compiler of installers.

    Raises:
        SystemExit: There is none; the words say where to get it.
    """
    found = shutil.which("makensis") or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        sys.exit(
            "NSIS is needed to make the installer: on Windows from https://nsis.sourceforge.io (3.08 or newer),"
            " on Debian: apt-get install nsis"
        )
    return found


def installed_files(folder: Path) -> list[PurePosixPath]:
    """Return every file of `folder`, below it, in a fixed order.

    Raises:
        SystemExit: A name cannot be written into the script of the installer.
    """
    files = sorted(
        PurePosixPath(file.relative_to(folder).as_posix()) for file in folder.rglob("*") if file.is_file()
    )
    if wrong := [str(file) for file in files if set(str(file)) & set(_UNFIT)]:
        sys.exit(f"These names cannot stand in an installer: {wrong}")
    return files


def list_text(files: Iterable[PurePosixPath]) -> str:
    """Return what the list beside the program says, one a line: files, then folders (with a backslash at the end)."""
    every = list(files)
    lines = [_windows(file) for file in every] + [f"{_windows(folder)}\\" for folder in _folders(every)]
    return "".join(f"{line}\r\n" for line in lines)


def files_script(folder: Path, files: list[PurePosixPath], work: Path) -> str:
    """Return the three macros that put, move and delete exactly the given files.

    Args:
        folder: Where they lie on this machine.
        files: Below that folder.
        work: Where the list of what was installed lies; it is one more file.
    """
    every = [*files, LIST]
    folders = _folders(every)
    put, inside = [], None
    for file in every:
        if file.parent != inside:
            inside = file.parent
            put.append(f'  SetOutPath "${{ROOT}}{_below(inside)}"')
        put.append(f'  File "{_quoted(work / LIST.name if file == LIST else folder / file)}"')
    move = [f'  CreateDirectory "$INSTDIR{_below(one)}"' for one in reversed(folders)]
    for file in every:
        move += [f'  StrCpy $R0 "{_escaped(_windows(file))}"', "  Call MoveOne"]
    delete = [f'  Delete "${{ROOT}}{_below(file)}"' for file in every]
    delete += [f'  RMDir "${{ROOT}}{_below(one)}"' for one in folders]
    return _macro("PutFiles ROOT", put) + _macro("MoveFiles", move) + _macro("DeleteFiles ROOT", delete)


def build_script(folder: Path, target: Path, names: Names, work: Path, *, amd64: bool) -> str:
    """Return the script that is compiled: every name as a definition, then installer.nsi."""
    files = installed_files(folder)
    size = sum((folder / file).stat().st_size for file in files)
    definitions = {
        "OUT": target,
        "FILES": work / "files.nsh",
        "SCRIPTS": _SCRIPTS / "nsis",
        "PICTURES": folder.parent / "pictures",
        "PRODUCT": names.product,
        "PROGRAM": names.program,
        "EXE": names.exe,
        "VERSION": names.version,
        "NUMBERS": ".".join(map(str, names.numbers)),
        "PUBLISHER": names.publisher,
        "DESCRIPTION": names.description,
        "SIZE_KB": size // 1024,
        # Once in the folder, and once where temporary files are: what is packed as one piece is unpacked as one.
        "NEEDED_MB": 2 * size // 1024**2 + _SPARE_MB,
        "LONGEST": max(len(str(file)) for file in files),
    }
    for name in ("MARKER", "UNINSTALLER", "MUTEX", "LEDGER_SUFFIX", "HANDOVER_SUFFIX"):
        definitions[name] = getattr(known, name)
    for name in ("LEDGER_TYPE", "HANDOVER_TYPE", "PACKAGE_TYPE", "REPLY_TYPE"):
        definitions[name] = getattr(known, name)
    guide = PurePosixPath("_internal/resources/help/huong_dan_nhanh.html")
    if guide in files:
        definitions["GUIDE"] = _windows(guide)
    lines = [f'!define {name} "{_quoted(value)}"' for name, value in definitions.items()]
    lines += ["!define AMD64"] if amd64 else []
    lines.append(f'!include "{_quoted(_SCRIPTS / "installer.nsi")}"')
    return "\n".join(lines) + "\n"


def _folders(files: Iterable[PurePosixPath]) -> list[PurePosixPath]:
    """Return every folder that the files need, the deepest first, without the top one."""
    every = {parent for file in files for parent in file.parents if parent.name}
    return sorted(every, key=lambda one: (-len(one.parts), str(one)))


def _macro(head: str, lines: list[str]) -> str:
    return "\n".join([f"!macro {head}", *lines, "!macroend", ""])


def _below(path: PurePosixPath) -> str:
    return f"\\{_escaped(_windows(path))}" if path.parts else ""


def _windows(path: PurePosixPath) -> str:
    return str(PureWindowsPath(*path.parts))


def _quoted(value: object) -> str:
    """Return a value as it stands between quotes: a text may be shown, a path is only opened by the compiler."""
    return str(value) if isinstance(value, Path) else _escaped(str(value))


def _escaped(text: str) -> str:
    """Return a text in which NSIS finds no variable and no end of the quotes."""
    return text.replace("$", "$$").replace('"', '$\\"')
