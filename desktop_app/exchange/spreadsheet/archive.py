"""Spreadsheet files are zips: unpacked with limits, so that no bomb, path or foreign part gets through."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO

from desktop_app.errors import SheetFileError
from desktop_app.report.damaged_archive import DAMAGED_ARCHIVE

MAX_FILE = 60 * 2**20
MAX_ENTRIES = 2_000
MAX_UNPACKED = 300 * 2**20
MAX_RATIO = 250
_SMALL = 2**20
"""Below this no ratio is dangerous."""
_CHUNK = 2**18


def damaged(name: str) -> SheetFileError:
    """Return the error of a file that is cut short or damaged."""
    return SheetFileError(
        f"Tệp “{name}” bị hỏng hoặc bị cắt cụt nên không đọc được. Hãy mở tệp bằng Excel, lưu lại, "
        "hoặc xin lại tệp từ nơi gửi."
    )


def suspicious(name: str) -> SheetFileError:
    """Return the error of a file whose inner size or structure is not that of a table."""
    return SheetFileError(
        f"Tệp “{name}” giải nén ra quá lớn hoặc có cấu trúc bất thường nên không được mở, để bảo vệ máy. "
        "Hãy chép riêng bảng cần nhập sang một tệp Excel mới rồi nhập tệp đó."
    )


def read_parts(path: Path, content: bytes) -> dict[str, bytes]:
    """Return the XML parts of the file, each unpacked within the limits; pictures and macros are left out.

    Raises:
        SheetFileError: damaged, encrypted, or beyond the limits.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES or len({one.filename for one in entries}) < len(entries):
                raise suspicious(path.name)
            parts: dict[str, bytes] = {}
            room = MAX_UNPACKED
            for entry in entries:
                if _is_wanted(entry.filename):
                    parts[entry.filename] = _unpack(archive, entry, path.name, room)
                    room -= len(parts[entry.filename])
    except DAMAGED_ARCHIVE as error:
        raise damaged(path.name) from error
    except RuntimeError as error:  # zipfile's way to say that an entry needs a password
        raise needs_password(path.name) from error
    return parts


def needs_password(name: str) -> SheetFileError:
    """Return the error of a file locked with a password."""
    return SheetFileError(
        f"Tệp “{name}” đang khóa bằng mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > "
        "Bảo vệ sổ làm việc), lưu lại rồi nhập."
    )


def repack(parts: Mapping[str, bytes]) -> BytesIO:
    """Return a zip of just these parts: what the reader sees is what was checked."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    packed.seek(0)
    return packed


def _is_wanted(name: str) -> bool:
    if name.startswith("/") or ".." in name or "\\" in name:
        return False
    return name == "mimetype" or name.endswith((".xml", ".rels", "workbook.bin"))


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, room: int) -> bytes:
    limit = min(room, max(_SMALL, entry.compress_size * MAX_RATIO))
    if entry.file_size > limit:
        raise suspicious(name)
    pieces: list[bytes] = []
    with archive.open(entry) as file:
        for piece in _pieces(file):
            pieces.append(piece)
            limit -= len(piece)
            if limit < 0:
                raise suspicious(name)
    data = b"".join(pieces)
    # No honest writer declares a document type; it is how entities are blown up.
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise suspicious(name)
    return data


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_CHUNK):
        yield piece
