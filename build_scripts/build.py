"""The Windows program in one command, on Windows: folder, self-test, portable zip and installer, into out/windows.

python build_scripts/build.py                    everything (NSIS is needed for the installer)
python build_scripts/build.py --no-installer     folder and portable zip only

On Linux: python3 build_scripts/build_on_linux.py
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

import environment
from packing import checksums, installer, limits, portable, self_test
from packing.names import Names

OUT = environment.ROOT / "out" / "windows"
GUIDE = environment.ROOT / "resources" / "help" / "cai_dat.html"


def main() -> None:
    """Build everything; ends with 1 and a sentence as soon as something is wrong."""
    parser = argparse.ArgumentParser(
        description="Build the Windows program: folder, portable zip, installer."
    )
    parser.add_argument("--no-installer", action="store_true", help="no installer: NSIS is not needed then")
    wishes = parser.parse_args()
    if os.name != "nt":
        sys.exit("This builds on Windows. On Linux: python3 build_scripts/build_on_linux.py")
    if sys.version_info[:2] != (3, 11) or sys.maxsize < 2**32:
        sys.exit("Build with Python 3.11, 64-bit, from python.org: it goes into the program.")
    if not wishes.no_installer:
        installer.makensis()  # said now, not after five minutes of work
    environment.prepare(screen=True)
    names = Names.read(environment.ROOT)
    folder = _frozen(OUT / "build", names)
    print("== self-test of the program", flush=True)
    self_test.run([str(folder / names.exe)], OUT / "self-test")
    print("== portable folder" + ("" if wishes.no_installer else " and installer"), flush=True)
    products = [portable.pack(folder, OUT, names)]
    if not wishes.no_installer:
        products.append(installer.make(folder, OUT, names, amd64=False))
    print(limits.report(folder, products))
    limits.keep(folder, products)
    shutil.copy(GUIDE, OUT / "huong-dan-cai-dat.html")
    checksums.write(products, OUT)
    _put(folder, OUT / names.program)
    print(f"All in {OUT}")


def _frozen(place: Path, names: Names) -> Path:
    """Freeze by the private environment's Python: the one that runs this may have other libraries."""
    print(f"== program {names.version}", flush=True)
    _delete(place)
    script = environment.ROOT / "build_scripts" / "packing" / "freeze.py"
    words = (str(script), "--source", str(environment.ROOT), "--out", str(place))
    # Into a file or a pipe Python writes in the code page of Windows, which may lack letters of a path.
    code = environment.run(*words, PYTHONUTF8="1")
    if code:
        sys.exit(f"The program could not be made (exit code {code}).")
    return place / names.program


def _put(folder: Path, target: Path) -> None:
    """Put a folder in the place of another one; a rename into one that is still there would put it inside."""
    _delete(target)
    folder.rename(target)


def _delete(folder: Path) -> None:
    """Delete a folder of an earlier build.

    Raises:
        SystemExit: Something in it is open, as Windows says by refusing.
    """
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        sys.exit(f"Close what is open in {folder}, then build again: {error}")


if __name__ == "__main__":
    environment.speak_any_letter()
    main()
