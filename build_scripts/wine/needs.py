"""What this machine must have before anything is built; only the standard library, for it runs before all else."""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")

PROGRAMS = {
    "debootstrap": "debootstrap",
    "makensis": "nsis",
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "setpriv": "util-linux",
}
"""What is called -> the package of Debian that brings it."""


def missing_packages() -> list[str]:
    """Return the packages of Debian that this machine lacks, in the order of the alphabet."""
    packages = {package for program, package in PROGRAMS.items() if shutil.which(program, path=_PATH) is None}
    if not KEYRING.exists():
        packages.add("debian-archive-keyring")
    if importlib.util.find_spec("pip") is None:
        packages.add("python3-pip")
    return sorted(packages)


def ensure() -> None:
    """Make sure that the machine can build; install what is missing.

    Raises:
        SystemExit: It cannot; the sentence says what to do.
    """
    if sys.platform != "linux" or platform.machine() != "x86_64":
        sys.exit("This builds on Linux on a 64-bit PC (x86_64). On Windows: python build_scripts/build.py")
    missing = missing_packages()
    if os.geteuid() != 0:
        first = f"  sudo apt-get install -y {' '.join(missing)}\n" if missing else ""
        sys.exit(
            "Root is needed: Wine runs in a Debian folder of its own, which is entered by mounts. Type:\n"
            f"{first}  sudo python3 build_scripts/build_on_linux.py"
        )
    if missing:
        _install(missing)


def apt(*arguments: str, quiet: bool = False) -> bool:
    """Run apt-get without questions; tell whether it succeeded, and print what it said if not, unless `quiet`."""
    if shutil.which("apt-get") is None:
        return False
    done = subprocess.run(
        ["apt-get", *arguments],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode and not quiet:
        print(done.stderr.strip(), file=sys.stderr)
    return done.returncode == 0


_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


def _install(missing: list[str]) -> None:
    words = ("install", "-y", "-qq", "--no-install-recommends", *missing)
    print(f"Installing {' '.join(missing)} …", flush=True)
    if not (apt(*words, quiet=True) or (apt("update", "-qq") and apt(*words))):
        sys.exit(f"These packages are needed; install them, then start again:\n  {' '.join(missing)}")
    importlib.invalidate_caches()
    still = missing_packages()
    if still:
        sys.exit(f"Installed, but still not found: {' '.join(still)}")
