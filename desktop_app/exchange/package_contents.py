"""A report package taken apart within limits: its files, its head, whether its data fit its check code."""

import io
import re
import zipfile
from collections.abc import Mapping
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
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _suspicious(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise SheetFileError(
            f"Không đọc được tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error
    files = unpacked(data, path.name)
    about = _about(files.get(DESCRIPTOR_FILE, b""), path.name)
    content = content_hash({name: part for name, part in files.items() if name.startswith("data/")})
    if check_code(about.unit_code, about.year, about.period, about.revision, content) != about.check_code:
        raise SheetFileError(
            f"Gói “{path.name}” đã bị thay đổi sau khi xuất (số liệu không khớp mã kiểm tra {about.check_code}); "
            "hãy xin đơn vị gửi lại gói gốc."
        )
    return PackageContents(about, files)


def unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Return the files of a package in their order, nothing of it written anywhere.

    Raises:
        SheetFileError: damaged, encrypted, or beyond the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {one.filename for one in entries}
            is_odd = len(names) < len(entries) or not all(map(_SAFE_NAME.fullmatch, names))
            if len(entries) > MOST_ENTRIES or is_odd:
                raise _suspicious(name)
            files: dict[str, bytes] = {}
            room = MOST_UNPACKED
            for entry in entries:
                if entry.file_size > min(room, max(_SMALL, entry.compress_size * MOST_RATIO)):
                    raise _suspicious(name)
                files[entry.filename] = archive.read(entry)
                room -= len(files[entry.filename])
    except (*DAMAGED_ARCHIVE, RuntimeError) as error:  # RuntimeError: an entry needs a password
        raise _damaged(name) from error
    return files


def _about(descriptor: bytes, name: str) -> PackageAbout:
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
