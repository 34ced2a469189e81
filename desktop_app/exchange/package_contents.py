"""A report package taken apart within limits: its files, its head, whether its data fit its check code."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from desktop_app.errors import SheetFileError
from desktop_app.exchange.check_code import check_code, content_hash
from desktop_app.report.damaged_archive import DAMAGED_ARCHIVE
from desktop_app.vietnamese.text import clean, shorten

MOST_BYTES = 40_000_000
MOST_ENTRIES = 200
MOST_UNPACKED = 200_000_000
MOST_RATIO = 300
DESCRIPTOR_FILE = "datapackage.json"
_SAFE_NAME = re.compile(r"(?:data/)?[A-Za-z0-9][A-Za-z0-9_.-]{0,80}")
_SMALL = 1_000_000
"""Below this no ratio is dangerous."""
_READS = 1
"""The major version of the package's format that this program reads."""


_Line = Annotated[str, msgspec.Meta(max_length=500)]


class PackageAbout(msgspec.Struct, frozen=True):
    """What a package says of itself; other keys may stand there."""

    unit_code: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    unit_name: _Line
    year: Annotated[int, msgspec.Meta(ge=1900, le=2100)]
    revision: Annotated[int, msgspec.Meta(ge=1, le=9_999)]
    check_code: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-HJKMNP-TV-Z]{10}\Z")]
    period: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Z]{0,10}\Z")] = ""
    number: _Line = ""
    issued_on: _Line = ""
    signer: _Line = ""
    province_name: _Line = ""
    replaces: _Line = ""
    program_version: _Line = ""
    data_from: _Line = ""
    data_to: _Line = ""
    is_sample: bool = False
    format_version: str = "1.0"


class _Descriptor(msgspec.Struct, frozen=True):
    sohangviet: PackageAbout


class _Version(msgspec.Struct, frozen=True):
    format_version: str = "1.0"


class _Versioned(msgspec.Struct, frozen=True):
    sohangviet: _Version


@dataclass(frozen=True)
class PackageContents:
    """A package whose data fit its check code; `files` are all its parts by their names."""

    about: PackageAbout
    files: Mapping[str, bytes]


def read_package(path: Path) -> PackageContents:
    """Read a package that was received.

    Raises:
        SheetFileError: no package, damaged, altered, newer, or built to do harm.
    """
    files = unpacked(package_bytes(path), path.name)
    about = about_of(files.get(DESCRIPTOR_FILE, b""), path.name)
    if not fits_code(about, files):
        raise SheetFileError(
            f"Gói “{path.name}” đã bị thay đổi sau khi xuất (số liệu không khớp mã kiểm tra {about.check_code}); "
            "hãy xin đơn vị gửi lại gói gốc."
        )
    return PackageContents(about, files)


def package_bytes(path: Path) -> bytes:
    """Return the bytes of a package file.

    Raises:
        SheetFileError: it cannot be read, or no package is so large.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _suspicious(path.name)
        return path.read_bytes()
    except OSError as error:
        raise SheetFileError(
            f"Không đọc được tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error


def fits_code(about: PackageAbout, files: Mapping[str, bytes]) -> bool:
    """Tell whether the data of a package are those that its check code was made of."""
    content = content_hash({name: part for name, part in files.items() if name.startswith("data/")})
    own = check_code(about.unit_code, about.year, about.period, about.revision, content)
    return own == about.check_code


def unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Return the files of a package in their order, nothing of it written anywhere.

    Raises:
        SheetFileError: damaged, encrypted, or beyond the limits.
    """
    files, damaged = readable_parts(data, name)
    if damaged:
        raise _damaged(name)
    return files


def readable_parts(data: bytes, name: str) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of a package in their order, and the names of those that are damaged within.

    Raises:
        SheetFileError: the zip itself is damaged or encrypted, or it is beyond the limits.
    """
    files: dict[str, bytes] = {}
    damaged: list[str] = []
    room = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if entries and min(one.header_offset for one in entries) > 0:
                raise _damaged(name)  # cut short: what was found is the list of a Word or Excel file within
            _refuse_odd_names([one.filename for one in entries], name)
            for entry in entries:
                if entry.file_size > min(room, max(_SMALL, entry.compress_size * MOST_RATIO)):
                    raise _suspicious(name)
                try:
                    files[entry.filename] = archive.read(entry)
                except DAMAGED_ARCHIVE:
                    damaged.append(entry.filename)
                room -= entry.file_size
    except (*DAMAGED_ARCHIVE, RuntimeError) as error:  # RuntimeError: an entry needs a password
        raise _damaged(name) from error
    return files, damaged


def _refuse_odd_names(entries: Sequence[str], name: str) -> None:
    """Raise for names that lead elsewhere, or that would meet on a disk that knows no capitals."""
    is_odd = len({one.lower() for one in entries}) < len(entries) or not all(
        map(_SAFE_NAME.fullmatch, entries)
    )
    if len(entries) > MOST_ENTRIES or is_odd:
        raise _suspicious(name)


def about_of(descriptor: bytes, name: str) -> PackageAbout:
    """Return what a package says of itself.

    Args:
        descriptor: its `datapackage.json`, b"" when there is none.
        name: of the package, for sentences.

    Raises:
        SheetFileError: it is no description of ours, damaged, or of a newer program.
    """
    try:
        version = msgspec.json.decode(descriptor, type=_Versioned).sohangviet.format_version
        if version.split(".")[0] != str(_READS):
            raise SheetFileError(
                f"Gói “{name}” do phiên bản mới hơn của chương trình tạo ra (định dạng {shorten(version, 20)}, "
                f"bản này đọc được {_READS}.x). Hãy cài phiên bản mới nhất rồi mở lại."
            )
        about = msgspec.json.decode(descriptor, type=_Descriptor).sohangviet
        return msgspec.structs.replace(about, unit_name=clean(about.unit_name))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> SheetFileError:
    return SheetFileError(
        f"Tệp “{name}” không phải gói báo cáo của chương trình này, hoặc bị hỏng, bị cắt cụt; hãy xin gửi lại."
    )


def _suspicious(name: str) -> SheetFileError:
    return SheetFileError(
        f"Tệp “{name}” quá lớn hoặc có cấu trúc bất thường nên không được mở, để bảo vệ máy; hãy xin gửi lại."
    )
