"""The Debian folder with Wine 10: taken from the mirror that apt uses here, every package checked by signature."""

import os
import re
import subprocess
import sys
from pathlib import Path

from wine import needs

RELEASE = "trixie"
"""Debian 13: its Wine 10 has what Qt's windows need (WinRT's UISettings); the Wine 8 of Debian 12 has not."""

PACKAGES = (
    # Windows programs, and the little compiler for the stand-in library.
    *("wine", "wine64", "gcc-mingw-w64-x86-64-win32"),
    # A screen that nobody sees, with windows that can be moved, pictured, typed into.
    *("xvfb", "xauth", "openbox", "x11-utils", "xdotool", "xclip", "imagemagick"),
    # Letters with all marks of Vietnamese.
    *("fonts-noto-core", "fonts-dejavu-core"),
    # The Windows of Wine speaks the language of its Linux: with its letters (code page 1258), dates and numbers.
    "locales",
    # Whether an .exe bears the signature that it should.
    *("osslsigncode", "ca-certificates", "openssl"),
)

FONTS = ("truetype/noto/NotoSans-", "truetype/noto/NotoSerif-", "truetype/dejavu/")
"""The fonts that stay, of many for other writings and for printing: a Windows has about a hundred files, too, and every
program looks through them all when it starts."""

LANGUAGE = "vi_VN.UTF-8"
"""As on the users' computers; it stands in LANG."""

_SIGNED = re.compile(r"^I: Valid Release signature \(key id ([0-9A-F]+)\)$", re.MULTILINE)
_FIELDS = "$(REPO_URI) $(RELEASE) $(COMPONENT)"


def key() -> str:
    """Return all that the folder depends on."""
    return f"{RELEASE}\n{' '.join(PACKAGES)}\n{' '.join(FONTS)}\n{LANGUAGE}\n"


def make(folder: Path, mirror: str, log: Path) -> None:
    """Fill an empty folder with Debian and the packages.

    Its mounts and processes live in a room of their own and end with this process, however that ends.

    Args:
        folder: The empty folder.
        mirror: The address of a Debian mirror, see `apt_mirror`.
        log: Gets what debootstrap says.

    Raises:
        SystemExit: debootstrap failed, or did not check the signature of the release.
    """
    with log.open("wb") as output:
        done = subprocess.run(
            [
                *("setpriv", "--pdeathsig", "KILL"),
                *("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"),
                *("debootstrap", "--variant=minbase", "--merged-usr", "--arch=amd64"),
                # Without a signature by a key of this ring nothing is taken.
                *("--force-check-gpg", f"--keyring={needs.KEYRING}"),
                *(f"--include={','.join(PACKAGES)}", RELEASE, str(folder), mirror),
            ],
            env=_settings(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    words = log.read_text(encoding="utf-8", errors="replace")
    if done.returncode:
        last = "\n".join(words.splitlines()[-8:])
        sys.exit(f"debootstrap could not make the folder with Wine ({log}):\n{last}")
    signature = _SIGNED.search(words)
    if not signature:
        sys.exit(f"The signature of Debian {RELEASE} was not checked ({log}); nothing of it is used.")
    _add_language(folder)
    thin_fonts(folder / "usr/share/fonts")
    for package in (folder / "var/cache/apt/archives").glob("*.deb"):
        package.unlink()
    print(f"   Debian {RELEASE}, signed by key {signature[1]}")


def _add_language(folder: Path) -> None:
    name, _, letters = LANGUAGE.partition(".")
    command = ["chroot", str(folder), "localedef", "-i", name, "-f", letters, LANGUAGE]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        sys.exit(f"The language {LANGUAGE} could not be made: {done.stderr.strip()}")


def thin_fonts(folder: Path) -> None:
    """Delete the fonts that are not wanted from the folder that holds them all."""
    for path in folder.rglob("*"):
        is_font = path.suffix in (".ttf", ".otf", ".t1", ".pfb") and not path.is_dir()
        if is_font and not path.relative_to(folder).as_posix().startswith(FONTS):
            path.unlink()


def apt_mirror() -> str:
    """Return the address of the Debian mirror that apt is set to on this machine.

    Raises:
        SystemExit: apt is set to none that could be used.
    """
    release = _own_release()
    for _attempt in range(2):
        found = choose_mirror(
            _apt("get", "indextargets", "--format", _FIELDS, "Created-By: Packages"), release
        )
        if found:
            return found
        needs.apt("update", "-qq")  # apt tells of what it has fetched only.
    sys.exit(f"apt names no Debian mirror for {release or 'this system'}. Give one: --mirror ADDRESS")


def choose_mirror(targets: str, release: str) -> str | None:
    """Return the mirror that has the main part of the machine's own release.

    Args:
        targets: What apt tells: in each line address, release and component, with spaces between.
        release: Such as "bookworm"; releases of security and updates lie elsewhere.

    Returns:
        The address, or None if none is there that debootstrap can use.
    """
    for line in targets.splitlines():
        address, _, rest = line.partition(" ")
        if rest == f"{release} main" and address.startswith(("http://", "https://", "file:")):
            return address
    return None


def _own_release() -> str:
    text = Path("/etc/os-release").read_text(encoding="utf-8")
    found = re.search(r"^VERSION_CODENAME=\"?(\w+)", text, re.MULTILINE)
    return found[1] if found else ""


def _settings() -> dict[str, str]:
    """Return the environment, with the proxy that apt is set to."""
    settings = dict(os.environ)
    for scheme in ("http", "https"):
        answer = _apt("config", "shell", "PROXY", f"Acquire::{scheme}::Proxy").strip()
        proxy = answer.removeprefix("PROXY=").strip("'")
        if proxy and proxy != "DIRECT":
            settings.setdefault(f"{scheme}_proxy", proxy)
    return settings


def _apt(kind: str, *arguments: str) -> str:
    done = subprocess.run(
        [f"apt-{kind}", *arguments], check=False, capture_output=True, encoding="utf-8", errors="replace"
    )
    return done.stdout
