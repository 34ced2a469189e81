"""The check code that ties paper to data: ten characters over unit, period, revision and data hashes."""

import hashlib
from collections.abc import Mapping

# Crockford's base 32 has no I, L, O, U: nothing to mistake when it is read from paper.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()


def content_hash(files: Mapping[str, bytes]) -> str:
    """Return one hash over the data files of a report, whatever their order."""
    return sha256("\n".join(f"{name} {sha256(content)}" for name, content in sorted(files.items())).encode())


def check_code(unit_code: str, year: int, period: str, revision: int, content: str) -> str:
    """Return the check code of a report; `content` is the `content_hash` of its data files."""
    text = "\n".join((unit_code, str(year), period, str(revision), content))
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    number >>= 256 - 5 * LENGTH
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
