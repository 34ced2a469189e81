"""The file that hands a ledger over: a zip of a plain head, a key locked by the password, and the locked ledger.

`<name>.bangiao` is an ordinary zip whose three parts are stored, not packed, in this order:

- `ban-giao.json`: what it is, for a person and for the program (`Head`), not secret;
- `khoa.age`: a fresh X25519 identity, locked with the password (scrypt); its text also holds the SHA-256 of the head;
- `so.age`: the ledger (an SQLite file), locked to that identity.

Both locked parts are in the format age-encryption.org/v1 (https://age-encryption.org/v1), so any age tool opens them
without this program: unzip the file, then

    age --decrypt --identity khoa.age --output so.sohangviet so.age

(asks for the password in NFC, as Vietnamese keyboards type it; `rage` takes the same options). The comment of the zip
is a seal, the SHA-256 of everything before it: a file that was cut or altered on its way is known as such before
anybody is asked for a password, and a wrong password never looks like a damaged file. What an attacker changes on
purpose, seal included, is refused by age itself: the head by its hash beside the key, the ledger because only who
knows the key could have locked it. Nothing here writes the password anywhere.
"""

import hashlib
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Annotated, Final, Literal

import msgspec

from desktop_app.errors import HandoverFileError
from desktop_app.exchange import age_lock
from desktop_app.exchange.age_lock import Identity
from desktop_app.exchange.byte_streams import CHUNK, Compared, Counted, Tell, Watched
from desktop_app.report.damaged_archive import DAMAGED_ARCHIVE
from desktop_app.vietnamese.text import shorten

SCHEMA: Final = "sohangviet-handover"
VERSION = "1.0"
"""A reader of 1.x passes over keys that it does not know; a change that it could misread is 2.0."""
HEAD_PART, KEY_PART, LEDGER_PART = "ban-giao.json", "khoa.age", "so.age"
_PARTS = (HEAD_PART, KEY_PART, LEDGER_PART)
_SEAL = b"sohangviet-handover sha256 "
_SEAL_BYTES = len(_SEAL) + 64
_MOST_HEAD, _MOST_KEY = 100_000, 20_000
_STAMP = (1980, 1, 1, 0, 0, 0)
_HEAD_HASH = re.compile(r"^# ban-giao\.json sha256 ([0-9a-f]{64})$", re.MULTILINE)

_Line = Annotated[str, msgspec.Meta(max_length=500)]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What can be read of a handover file without its password; the keys are its format.

    Attributes:
        id: 16 hexadecimal digits, of this one file.
        program: version that wrote it. ledger_schema: of the ledger inside.
        ledger_name: file name of the giver's ledger, without its folder. ledger_bytes: its size.
        giver, receiver: names as the giver wrote them; nothing else of a person stands here.
    """

    schema: Literal["sohangviet-handover"] = SCHEMA
    version: _Line = VERSION
    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{16}\Z")]
    program: _Line = ""
    ledger_schema: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    ledger_name: _Line
    ledger_bytes: Annotated[int, msgspec.Meta(ge=1, le=1 << 44)]
    unit_code: _Line = ""
    unit_name: _Line = ""
    years: Annotated[tuple[int, ...], msgspec.Meta(max_length=200)] = ()
    giver: _Line = ""
    receiver: _Line = ""
    handed_over_on: date


class _Version(msgspec.Struct, frozen=True):
    schema: str = ""
    version: str = ""


def write_file(ledger: Path, head: Head, password: str, target: Path, tell: Tell) -> None:
    """Write a handover file and force it onto the disk.

    Args:
        ledger: a closed ledger file that nobody writes; `head.ledger_bytes` is its size.
        head: what stands in the open.
        password: in its normal form (`domain.handover_password.normal_form`).
        target: a name of passing use; what stands there is overwritten.
        tell: (bytes done, bytes in all); may raise `CancelledError`.

    Raises:
        OSError: it cannot be written.
    """
    identity = age_lock.new_identity()
    described = msgspec.json.format(msgspec.json.encode(head), indent=2) + b"\n"
    key = f"# ban-giao.json sha256 {hashlib.sha256(described).hexdigest()}\n{age_lock.secret_of(identity)}\n"
    tell(0, head.ledger_bytes)
    locked = age_lock.lock_with_password(key.encode(), password)
    with target.open("w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(HEAD_PART, _STAMP), described)
            archive.writestr(zipfile.ZipInfo(KEY_PART, _STAMP), locked)
            with (
                ledger.open("rb") as plain,
                archive.open(zipfile.ZipInfo(LEDGER_PART, _STAMP), "w", force_zip64=True) as part,
            ):
                age_lock.lock(Counted(plain, head.ledger_bytes, tell), Watched(part), identity)
            archive.comment = _SEAL + b"0" * 64
        seal = _digest(file, target.stat().st_size - 64)
        file.seek(-64, os.SEEK_END)
        file.write(seal)
        file.flush()
        os.fsync(file.fileno())


def read_head(path: Path) -> Head:
    """Return what a handover file says of itself; fast, the rest of the file is not looked at.

    Raises:
        HandoverFileError: it cannot be read, is no handover file, damaged or newer.
    """
    with _opened(path) as archive:
        return _head(_part(archive, HEAD_PART, path), path.name)


def check_seal(path: Path, tell: Tell) -> None:
    """Read the whole file and compare it with its seal.

    Raises:
        HandoverFileError: it was cut short or altered.
    """
    with _reading(path), path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size <= _SEAL_BYTES:
            raise _damaged(path.name)
        file.seek(-_SEAL_BYTES, os.SEEK_END)
        seal = file.read()
        if not seal.startswith(_SEAL) or _digest(file, size - 64, tell) != seal[-64:]:
            raise _damaged(path.name)


def open_key(path: Path, password: str) -> Identity:
    """Return the key of a file whose seal was checked; takes seconds and some hundred megabytes, on purpose.

    Raises:
        WrongPasswordError: the password is another one.
        HandoverFileError: the head is not the one that the key was made for.
    """
    with _opened(path) as archive:
        described, locked = _part(archive, HEAD_PART, path), _part(archive, KEY_PART, path)
    try:
        text = age_lock.unlock_with_password(locked, password).decode("ascii")
        identity = age_lock.identity_of(text.splitlines()[-1])
    except (ValueError, IndexError, age_lock.UnreadableError) as error:
        raise _damaged(path.name) from error
    said = _HEAD_HASH.search(text)
    if said is None or said[1] != hashlib.sha256(described).hexdigest():
        raise _damaged(path.name)
    return identity


def unlock_ledger(path: Path, identity: Identity, target: IO[bytes] | Compared, tell: Tell) -> None:
    """Write the ledger out of a handover file.

    Args:
        path: the handover file.
        identity: from `open_key`.
        target: gets the bytes; on an error what it got is worth nothing.
        tell: (bytes done, bytes in all); may raise `CancelledError`.

    Raises:
        HandoverFileError: the ledger was altered, or is not as long as the head says.
        OSError: `target` cannot be written.
    """
    with _opened(path) as archive:
        head = _head(_part(archive, HEAD_PART, path), path.name)
        counted = Counted(target, head.ledger_bytes, tell)
        with _reading(path, counted), archive.open(LEDGER_PART) as part:
            age_lock.unlock(Watched(part), counted, identity)
    if counted.done != head.ledger_bytes:
        raise _damaged(path.name)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with _reading(path):
        archive = zipfile.ZipFile(path)
    with archive:
        parts = archive.infolist()
        sizes = {HEAD_PART: _MOST_HEAD, KEY_PART: _MOST_KEY}
        is_ours = [one.filename for one in parts] == list(_PARTS) and all(
            one.compress_type == zipfile.ZIP_STORED
            and one.file_size <= sizes.get(one.filename, one.file_size)
            for one in parts
        )
        if not is_ours:
            raise _damaged(path.name)
        yield archive


def _part(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with _reading(path):
        return archive.read(name)


@contextmanager
def _reading(path: Path, target: Watched | None = None) -> Iterator[None]:
    """Turn what a damaged zip or lock, or a failing disk, makes Python say into a sentence.

    Args:
        path: what is read.
        target: what is written meanwhile; its own errors pass.
    """
    try:
        yield
    except (*DAMAGED_ARCHIVE, KeyError, RuntimeError, age_lock.UnreadableError) as error:
        # RuntimeError: a part needs a zip's own password. Only the system's errors have a number.
        if not isinstance(error, OSError) or error.errno is None:
            raise _damaged(path.name) from error
        if target is not None and error is target.error:
            raise
        raise HandoverFileError(
            f"Không tìm thấy tệp bàn giao “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
            if isinstance(error, FileNotFoundError)
            else f"Không đọc được tệp bàn giao “{path}” (mã lỗi hệ thống {error.errno}). Hãy chép tệp vào ổ đĩa của "
            "máy rồi mở lại."
        ) from error


def _head(described: bytes, name: str) -> Head:
    try:
        told = msgspec.json.decode(described, type=_Version)
        if told.schema == SCHEMA and told.version.split(".")[0] != VERSION.split(".")[0]:
            raise HandoverFileError(
                f"Tệp “{name}” do phiên bản mới hơn của chương trình tạo ra (định dạng {shorten(told.version, 20)}, "
                f"bản này đọc được {VERSION.split('.')[0]}.x). Hãy cài phiên bản mới nhất rồi nhận bàn giao lại."
            )
        return msgspec.json.decode(described, type=Head)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _damaged(name) from error


def _digest(file: IO[bytes], size: int, tell: Callable[[int, int], object] | None = None) -> bytes:
    """Return the SHA-256 of the first bytes of a file in hexadecimal digits."""
    file.seek(0)
    found, left = hashlib.sha256(), size
    while left and (part := file.read(min(CHUNK, left))):
        found.update(part)
        left -= len(part)
        if tell is not None:
            tell(size - left, size)
    return found.hexdigest().encode()


def _damaged(name: str) -> HandoverFileError:
    return HandoverFileError(
        f"Tệp “{name}” không phải tệp bàn giao của chương trình này, hoặc bị hỏng, bị cắt ngắn, bị sửa trên đường "
        "chuyển. Hãy chép hoặc xin gửi lại tệp gốc; sổ của người giao vẫn còn nguyên."
    )
