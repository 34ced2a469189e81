"""What of the lock file belongs on Windows.

pip judges the markers of a lock file by the machine it runs on, also when it fetches for another one; so they are
judged here, and what is left is given to pip without markers.
"""

from packaging.requirements import Requirement

WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
    "extra": "",
}
"""The Python that the program is frozen with, as markers know it."""


def for_windows(lock: str) -> str:
    """Return the requirements of a lock file that Windows needs, one a line, with their hashes and without markers.

    Raises:
        ValueError: One of them is not pinned by hashes.
    """
    kept = []
    for line in lock.replace("\\\n", " ").splitlines():
        words, *hashes = line.partition("#")[0].split(" --hash=")
        if not words.strip():
            continue
        requirement = Requirement(words.strip())
        if requirement.marker is not None and not requirement.marker.evaluate(WINDOWS):
            continue
        if not hashes:
            raise ValueError(f"no hash: {words.strip()}")
        requirement.marker = None
        kept.append(" ".join([str(requirement), *(f"--hash={value.strip()}" for value in hashes)]))
    return "\n".join(kept) + "\n"
