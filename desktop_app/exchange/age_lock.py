"""Locking with age (https://age-encryption.org/v1) by pyrage: the one place that knows the library and its faults."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

import pyrage

from desktop_app.domain.handover_password import WRONG
from desktop_app.errors import HandoverFileError, WrongPasswordError
from desktop_app.exchange.byte_streams import Watched

Identity: TypeAlias = "pyrage.x25519.Identity"
MOST_WORK = 21
"""Logarithm of scrypt's work that is done for a file: 2^21 takes 2 GB of memory.

pyrage picks what takes the giver's computer a second, 18 to 20.
"""
_WORK = re.compile(rb"\Aage-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")


class UnreadableError(Exception):
    """Not in the format of age, or altered."""


def new_identity() -> Identity:
    """Return a fresh key."""
    return pyrage.x25519.Identity.generate()


def identity_of(secret: str) -> Identity:
    """Return the key of its text (AGE-SECRET-KEY-1…).

    Raises:
        UnreadableError: it is none.
    """
    try:
        return pyrage.x25519.Identity.from_str(secret.strip())
    except pyrage.IdentityError as error:
        raise UnreadableError from error


def secret_of(identity: Identity) -> str:
    """Return a key as text."""
    return str(identity)


def lock_with_password(data: bytes, password: str) -> bytes:
    """Lock a few bytes; takes a second, measured by pyrage, and 256 MB."""
    locked: bytes = pyrage.passphrase.encrypt(data, password)
    return locked


def unlock_with_password(data: bytes, password: str) -> bytes:
    """Unlock what `lock_with_password` made; the bytes are known to be unaltered.

    Raises:
        WrongPasswordError: the password is another one.
        UnreadableError: not locked with a password at all.
        HandoverFileError: made to use up the computer's memory.
    """
    work = _WORK.match(data)
    if work is None:
        raise UnreadableError
    if int(work[1]) > MOST_WORK:
        raise HandoverFileError(
            "Tệp bàn giao đòi quá nhiều bộ nhớ để mở nên không được mở, để bảo vệ máy; hãy xin người giao lập lại tệp."
        )
    try:
        plain: bytes = pyrage.passphrase.decrypt(data, password)
    except pyrage.DecryptError as error:
        raise WrongPasswordError(WRONG) from error
    return plain


def lock(plain: Watched, locked: Watched, identity: Identity) -> None:
    """Lock a stream; memory stays the same however long it is.

    Raises:
        Exception: what reading or writing raised.
    """
    with _own_errors(plain, locked):
        pyrage.encrypt_io(plain, locked, [identity.to_public()])


def unlock(locked: Watched, plain: Watched, identity: Identity) -> None:
    """Unlock a stream.

    Raises:
        UnreadableError: it was altered or cut, or is locked to another key.
        Exception: what reading or writing raised.
    """
    with _own_errors(locked, plain):
        pyrage.decrypt_io(locked, plain, [identity])


@contextmanager
def _own_errors(*streams: Watched) -> Iterator[None]:
    """Raise what went wrong in our streams instead of what the library makes of it."""
    try:
        yield
    except (pyrage.EncryptError, pyrage.DecryptError, OSError, ValueError) as error:
        own = [stream.error for stream in streams if stream.error is not None]
        if own:
            raise own[0] from error
        raise UnreadableError from error
