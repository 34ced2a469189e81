"""Judge a file before it is attached: what it really is, whether it may come in, and what is kept of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.attachments import (
    DOCUMENT_TYPES,
    MACRO_ENDINGS,
    MEGABYTE,
    MOST_DOCUMENT_BYTES,
    MOST_PHOTO_BYTES,
    PHOTO_ENDINGS,
    PHOTO_TYPES,
    PROGRAM_ENDINGS,
    clean_file_name,
    ending_of,
)
from desktop_app.errors import AttachmentError
from desktop_app.long_paths import extended
from desktop_app.storage.file_sentences import os_sentence
from desktop_app.vietnamese.numbers import format_integer

_PHOTO_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_PROGRAM_STARTS = (
    b"MZ", b"\x7fELF", b"#!", b"L\0\0\0\x01\x14\x02\0", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe",
)  # fmt: skip
_STARTS_OF_ENDINGS = {
    ".pdf": (b"%PDF-",),
    **dict.fromkeys(
        (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip"), (b"PK\x03\x04", b"PK\x05\x06")
    ),
    ".rar": (b"Rar!",),
    ".7z": (b"7z\xbc\xaf\x27\x1c",),
}
_START_WITHIN = 1024
"""A PDF may have a few bytes before its mark."""
_PHONE_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif", b"avis")


@dataclass(frozen=True)
class PreparedFile:
    """A file ready to be stored.

    Attributes:
        sha256: of `data`. width, height, thumbnail: of a photo.
    """

    file_name: str
    media_type: str
    sha256: str
    data: bytes
    width: int | None = None
    height: int | None = None
    thumbnail: bytes | None = None


def read_source(source: Path | bytes, file_name: str) -> bytes:
    """Return the bytes of a file that is small enough to come in.

    Raises:
        AttachmentError: it is no file, cannot be read, or is empty or too large.
    """
    name = clean_file_name(file_name)
    _refuse_ending(name)
    limit = MOST_PHOTO_BYTES if ending_of(name) in (*PHOTO_ENDINGS, "") else MOST_DOCUMENT_BYTES
    if isinstance(source, bytes):
        size, content = len(source), source
    else:
        size, content = _read(source, name, limit)
    if not size:
        raise AttachmentError(f"Tệp “{name}” trống (0 byte). Hãy kiểm tra lại tệp gốc rồi thêm lại.")
    if size > limit:
        raise AttachmentError(
            f"Tệp “{name}” nặng {format_integer(-(-size // MEGABYTE))} MB, quá mức {limit // MEGABYTE} MB. "
            "Hãy nén hoặc chia nhỏ tệp rồi thêm lại."
        )
    return content


def prepare_file(content: bytes, file_name: str) -> PreparedFile:
    """Return what is stored of a file: photos shrunk and without metadata, documents as they are.

    What the bytes say counts more than the ending: a photo is never kept as a document with its metadata.

    Raises:
        AttachmentError: it may not come in; the sentence says why and what to do.
    """
    name = clean_file_name(file_name)
    _refuse_ending(name)
    ending = ending_of(name)
    if content.startswith(_PROGRAM_STARTS):
        raise AttachmentError(f"“{name}” là chương trình chạy được, không phải tài liệu, nên không đính kèm.")
    if content[4:8] == b"ftyp" and content[8:12] in _PHONE_BRANDS:
        raise AttachmentError(
            f"Ảnh “{name}” ở dạng HEIC/AVIF chưa đọc được. Hãy lưu lại thành JPEG rồi thêm "
            "(trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất)."
        )
    if _is_photo(content, ending):
        return _prepared_photo(content, name)
    if ending in PHOTO_ENDINGS:
        raise AttachmentError(
            f"“{name}” mang đuôi ảnh nhưng không phải là ảnh đọc được. Hãy kiểm tra lại tệp gốc."
        )
    return _prepared_document(content, name, ending)


def known_file(content: bytes, file_name: str, row: Mapping[str, Any]) -> PreparedFile:
    """Return a file whose very bytes the ledger has already, by its row: it is not shrunk a second time."""
    name = clean_file_name(file_name)
    ending = PHOTO_TYPES.get(row["media_type"], "")
    if ending and ending_of(name) != ending:
        name = _without_ending(name) + ending
    sha256 = hashlib.sha256(content).hexdigest()
    return PreparedFile(
        name, row["media_type"], sha256, content, row["width"], row["height"], row["thumbnail"]
    )


def _without_ending(name: str) -> str:
    ending = ending_of(name)
    return name[: len(name) - len(ending)] if ending in (*PHOTO_ENDINGS, *DOCUMENT_TYPES) else name


def _is_photo(content: bytes, ending: str) -> bool:
    if content.startswith(b"BM"):  # a text may begin so
        return ending in (*PHOTO_ENDINGS, "")
    return content.startswith(_PHOTO_STARTS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _prepared_photo(content: bytes, name: str) -> PreparedFile:
    # Imported only here: Pillow costs the start and every save what only photos need.
    from desktop_app.storage.photos import shrink_photo

    photo = shrink_photo(content, name)
    return PreparedFile(
        _without_ending(name) + PHOTO_TYPES[photo.media_type],
        photo.media_type,
        hashlib.sha256(photo.data).hexdigest(),
        photo.data,
        photo.width,
        photo.height,
        photo.thumbnail,
    )


def _prepared_document(content: bytes, name: str, ending: str) -> PreparedFile:
    if ending not in DOCUMENT_TYPES:
        raise AttachmentError(
            f"Chưa nhận loại tệp của “{name}”. Hãy lưu thành PDF, Word, Excel, ảnh JPEG hoặc PNG, "
            "hoặc nén thành .zip rồi thêm lại."
        )
    starts = _STARTS_OF_ENDINGS.get(ending)
    if starts and not any(start in content[:_START_WITHIN] for start in starts):
        raise AttachmentError(
            f"“{name}” bị hỏng hoặc không đúng loại {ending}. Hãy mở thử trên máy, lưu lại rồi thêm."
        )
    return PreparedFile(name, DOCUMENT_TYPES[ending], hashlib.sha256(content).hexdigest(), content)


def _refuse_ending(name: str) -> None:
    ending = ending_of(name)
    if ending in MACRO_ENDINGS:
        raise AttachmentError(
            f"“{name}” có chứa macro nên không đính kèm. Hãy lưu thành .docx, .xlsx hoặc PDF rồi thêm lại."
        )
    if ending in PROGRAM_ENDINGS:
        raise AttachmentError(
            f"“{name}” là loại tệp có thể chạy lệnh trên máy nên không đính kèm. "
            "Nếu là trang web hoặc bản vẽ, hãy in thành PDF rồi thêm."
        )


def _read(path: Path, name: str, limit: int) -> tuple[int, bytes]:
    """Return the size of a file and its bytes; too large a file is not read at all."""
    path = extended(path)
    try:
        if path.is_dir():
            raise AttachmentError(f"“{name}” là một thư mục. Hãy mở thư mục rồi chọn các tệp bên trong.")
        if not path.exists():
            raise AttachmentError(f"Không tìm thấy tệp “{name}”. Hãy kiểm tra lại ổ đĩa, thẻ nhớ.")
        if not path.is_file():  # a device or a pipe would block for ever
            raise AttachmentError(f"“{name}” không phải là tệp thường nên không đính kèm được.")
        size = path.stat().st_size
        return size, path.read_bytes() if size <= limit else b""
    except OSError as error:
        raise AttachmentError(os_sentence(path, error)) from error
