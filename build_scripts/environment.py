"""The private environment: made from the lock file with nothing but Python and pip, and kept up to date."""

import ctypes
import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "lock.sha256"

# What a bare Debian lacks of what Qt needs: library -> package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def prepare(*, screen: bool) -> None:
    """Make the environment ready; a second call with an unchanged lock file does almost nothing."""
    speak_any_letter()
    if sys.version_info < (3, 11):  # noqa: UP036 - an older python3 may well start this
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    _install_packages()
    _install_libraries(screen=screen)


def speak_any_letter() -> None:
    """Let this script print Vietnamese file names whatever the console or file its output goes to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(*command: str, **environment: str) -> int:
    """Run a command of the private environment in the project's folder; return its exit code.

    Compiled modules may be kept: without them every start pays for compiling, which no user's start does.
    """
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [str(PYTHON), *command], cwd=ROOT, env=settings | environment, check=False
    ).returncode


def _install_packages() -> None:
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Setting up .venv from requirements.lock (once, about a minute) …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    _call(sys.executable, "-m", "venv", "--without-pip", str(VENV))
    _call(
        *(sys.executable, "-m", "pip", "--python", str(PYTHON), "--disable-pip-version-check"),
        # Twice quiet: errors only, not a warning for each package that a further index does not have.
        *("install", "-qq", "--require-hashes", "-r", str(LOCK)),
    )
    STAMP.write_text(wanted, encoding="utf-8")


def _call(*command: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(f"This step failed: {' '.join(command)}")


def _install_libraries(*, screen: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = _missing(QT_LIBRARIES | (SCREEN_LIBRARIES if screen else {}))
    if not missing:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        print(f"Installing {' '.join(missing)} …", flush=True)
        for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *missing]):
            done = subprocess.run(["apt-get", *arguments], env=quiet, check=False, capture_output=True)
            if done.returncode:
                print(done.stderr.decode("utf-8", "replace"), file=sys.stderr)
        missing = _missing(QT_LIBRARIES | (SCREEN_LIBRARIES if screen else {}))
    if missing:
        print(
            f"Qt needs some system libraries. Type once:\n  sudo apt-get install -y {' '.join(missing)}",
            flush=True,
        )


def _missing(libraries: dict[str, str]) -> list[str]:
    return [package for library, package in libraries.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
