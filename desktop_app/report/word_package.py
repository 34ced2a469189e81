"""A Word file from outside as its parts, unpacked with limits; nothing in it is run, fetched or expanded."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.parsers import expat

from desktop_app.errors import WordFileError
from desktop_app.report.damaged_archive import DAMAGED_ARCHIVE

DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"

_MAX_ENTRIES = 2_000
_MAX_UNPACKED = 200 * 2**20
_MAX_RATIO = 250
_SMALL = 2**20
"""Below this no ratio is dangerous."""
_CHUNK = 2**18
_MARKUP = (".xml", ".rels")
_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGED = "Tệp “{}” bị hỏng hoặc không phải tệp Word. Hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại."
_HOSTILE = "Tệp “{}” giải nén ra quá lớn hoặc có cấu trúc bất thường nên không được mở, để bảo vệ máy."
_OLD = (
    "Tệp “{}” là tệp Word đời cũ (.doc) hoặc đang khóa bằng mật khẩu. Hãy mở bằng Word, bỏ mật khẩu nếu có, "
    "chọn Tệp > Lưu thành > Tài liệu Word (.docx) rồi chọn tệp mới."
)
_OTHER = "Tệp “{}” không phải tệp Word (.docx). Hãy mở bằng Word, lưu thành dạng .docx rồi chọn lại."
_MACRO = "Tệp “{}” có chứa macro nên không được nhận. Hãy mở bằng Word, lưu thành “Tài liệu Word (.docx)” rồi chọn lại."
_TOO_LARGE = "Tệp “{}” lớn hơn {} MB nên không được mở. Hãy bỏ bớt ảnh trong tệp rồi chọn lại."


@dataclass(frozen=True)
class WordPackage:
    """The parts of a Word file.

    Attributes:
        name: of the file, for sentences.
        parts: name of each part -> its bytes.
    """

    name: str
    parts: Mapping[str, bytes]

    def xml_parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the parts that are markup."""
        return ((name, data) for name, data in self.parts.items() if name.lower().endswith(_MARKUP))


def read_file(path: Path, most_megabytes: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        WordFileError: it is missing, locked, a folder, or larger than allowed.
    """
    try:
        if path.is_dir():
            raise WordFileError(f"“{path}” là một thư mục; hãy chọn một tệp Word (.docx).")
        if path.stat().st_size > most_megabytes * 2**20:
            raise WordFileError(_TOO_LARGE.format(path.name, most_megabytes))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WordFileError(f"Không tìm thấy tệp “{path}”. Hãy kiểm tra lại ổ đĩa hoặc thư mục.") from error
    except OSError as error:
        raise WordFileError(
            f"Không mở được tệp “{path}”. Nếu tệp đang mở trong Word, hãy đóng lại rồi thử lần nữa."
        ) from error


def open_package(data: bytes, name: str) -> WordPackage:
    """Return the parts of a Word file.

    Raises:
        WordFileError: not a .docx, damaged, locked, with macros, with a document type, or beyond the limits.
    """
    if data.startswith(_OLE):
        raise WordFileError(_OLD.format(name))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _unpacked(archive, name)
    except DAMAGED_ARCHIVE as error:
        raise WordFileError(_DAMAGED.format(name)) from error
    except RuntimeError as error:  # zipfile's way to say that an entry needs a password
        raise WordFileError(_OLD.format(name)) from error
    _refuse_other_kinds(name, parts)
    package = WordPackage(name, parts)
    for _part, markup in package.xml_parts():
        _refuse_document_type(markup, name)
    _refuse_disguised(parts[CONTENT_TYPES], name)
    return package


def _unpacked(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = archive.infolist()
    names = {one.filename.lower() for one in entries}
    odd = any(one.filename.startswith("/") or ".." in one.filename or "\\" in one.filename for one in entries)
    if len(entries) > _MAX_ENTRIES or len(names) < len(entries) or odd:
        raise WordFileError(_HOSTILE.format(name))
    parts: dict[str, bytes] = {}
    room = _MAX_UNPACKED
    for entry in entries:
        if not entry.is_dir():
            parts[entry.filename] = _unpack(archive, entry, name, room)
            room -= len(parts[entry.filename])
    return parts


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, room: int) -> bytes:
    limit = min(room, max(_SMALL, entry.compress_size * _MAX_RATIO))
    if entry.file_size > limit:
        raise WordFileError(_HOSTILE.format(name))
    pieces: list[bytes] = []
    with archive.open(entry) as file:
        for piece in _pieces(file):
            pieces.append(piece)
            limit -= len(piece)
            if limit < 0:
                raise WordFileError(_HOSTILE.format(name))
    return b"".join(pieces)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_CHUNK):
        yield piece


def _refuse_other_kinds(name: str, parts: Mapping[str, bytes]) -> None:
    types = parts.get(CONTENT_TYPES, b"")
    if b"macroEnabled" in types or any("vbaproject" in part.lower() for part in parts):
        raise WordFileError(_MACRO.format(name))
    if DOCUMENT not in parts or CONTENT_TYPES not in parts:
        raise WordFileError(_OTHER.format(name))


def _refuse_document_type(markup: bytes, name: str) -> None:
    """Parse one part: no honest writer declares a document type; it is how entities are blown up."""

    def refuse(*_: object) -> None:
        raise WordFileError(_HOSTILE.format(name))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(markup, True)
    except expat.ExpatError as error:
        raise WordFileError(_DAMAGED.format(name)) from error


def _refuse_disguised(types: bytes, name: str) -> None:
    """Refuse markup under a name that does not say so: it would be read without having been looked at."""

    def look(element: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "").lower()
        called = (
            f".{attributes['Extension']}" if "Extension" in attributes else attributes.get("PartName", "")
        )
        is_picture = kind.startswith("image/")  # SVG
        is_disguised = kind.endswith("xml") and not is_picture and not called.lower().endswith(_MARKUP)
        is_second = kind.endswith("document.main+xml") and called != f"/{DOCUMENT}"
        if element.rpartition(":")[2] in ("Default", "Override") and (is_disguised or is_second):
            raise WordFileError(_HOSTILE.format(name))

    parser = expat.ParserCreate()
    parser.StartElementHandler = look
    parser.Parse(types, True)
