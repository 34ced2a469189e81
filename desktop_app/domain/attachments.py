"""What may be attached to a record, and what is known of an attached file."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.vietnamese.text import clean

MEGABYTE = 1024 * 1024
MOST_DOCUMENT_BYTES = 15 * MEGABYTE
MOST_PHOTO_BYTES = 60 * MEGABYTE
"""Of a photo before it is shrunk; the largest that a phone of today takes."""
LARGE_LEDGER_BYTES = 300 * MEGABYTE
"""From here on the size meter warns: a larger ledger no longer fits well on a stick or into a backup."""
MOST_NAME = 120
MOST_CAPTION = 300

PHOTO_TYPES = {"image/jpeg": ".jpg", "image/png": ".png"}
"""How photos are stored: media type -> ending."""
PHOTO_ENDINGS = (".jpg", ".jpeg", ".jfif", ".png", ".webp", ".bmp", ".gif")
DOCUMENT_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".zip": "application/zip",
    ".rar": "application/vnd.rar",
    ".7z": "application/x-7z-compressed",
}
"""Documents that are taken as they are: ending -> media type. What is not named here is refused."""
MACRO_ENDINGS = frozenset({".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".potm", ".ppsm"})
PROGRAM_ENDINGS = frozenset(
    f".{ending}"
    for group in (
        ("exe", "com", "bat", "cmd", "msi", "msp", "msix", "scr", "pif", "cpl", "dll", "appx", "application"),
        ("js", "jse", "vbs", "vbe", "wsf", "wsh", "ps1", "psm1", "hta", "py", "pyw", "sh", "jar", "apk"),
        ("lnk", "url", "scf", "reg", "inf", "iso", "img", "vhd", "chm", "html", "htm", "mht", "svg"),
    )
    for ending in group
)
"""What a double click would run, or what can hold a script."""

PEOPLE = ("awards", "steering_committee")
"""Registers whose photos show a person: they stay at home (domain research, personal data)."""

_RESERVED_CHARACTERS = '<>:"/\\|?*'
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


@dataclass(frozen=True)
class Attachment:
    """A file that is attached to a record.

    Attributes:
        id: of the link between record and file.
        sha256: of the stored bytes; the same for the same file.
        place: where it stands among the files of its record, from 0.
        in_report: the photo is to be printed in the report.
        size: bytes. width, height: pixels of a photo.
        added_at: ISO 8601 local time.
    """

    id: str
    register: str
    record_id: str
    sha256: str
    file_name: str
    caption: str
    place: int
    in_report: bool
    media_type: str
    size: int
    width: int | None
    height: int | None
    added_at: str

    @property
    def is_printable(self) -> bool:
        """Whether it can be chosen for the report: a photo of an event, not of a person."""
        return self.is_photo and self.register not in PEOPLE

    @property
    def is_photo(self) -> bool:
        """Whether it can be shown and printed."""
        return self.media_type in PHOTO_TYPES


@dataclass(frozen=True)
class FileToAttach:
    """A file that is to be attached.

    Attributes:
        content: where the file is, or its bytes.
        file_name: how it is shown; cleaned of what a file name must not hold.
        caption: what stands below a photo.
    """

    content: Path | bytes
    file_name: str
    caption: str = ""


@dataclass(frozen=True)
class AddedFiles:
    """What became of several files.

    Attributes:
        added: the new attachments, in the order of their files.
        refused: (file name, sentence that says why and what to do).
    """

    added: tuple[Attachment, ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AttachmentUsage:
    """How much room the attached files take.

    Attributes:
        size, count: bytes and number of all files in the ledger, each counted once, thumbnails included.
        by_register: (register, bytes, number) of what its records hold, the largest first.
        unused_size, unused_count: of files that no record holds any more.
    """

    size: int = 0
    count: int = 0
    by_register: tuple[tuple[str, int, int], ...] = ()
    unused_size: int = 0
    unused_count: int = 0

    @property
    def is_large(self) -> bool:
        """Whether the ledger has become too large to be handled with ease."""
        return self.size >= LARGE_LEDGER_BYTES


def ending_of(file_name: str) -> str:
    """Return the ending of a clean name in small letters with its point, "" without one."""
    stem, point, ending = file_name.rpartition(".")
    return f".{ending.lower()}" if point and stem else ""


def clean_file_name(name: str) -> str:
    """Return a name that every system can write and that shows what it is.

    No folders, no invisible or direction-changing characters (they hide the true ending), no names of
    devices, no point or space at the end (Windows drops them, and another ending shows), 120 letters at most.
    """
    name = clean(unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1])
    name = "".join("_" if char in _RESERVED_CHARACTERS else char for char in " ".join(name.split())).strip(
        " ."
    )
    if not name:
        return "tep"
    ending = ending_of(name)
    stem = name[: len(name) - len(ending)].rstrip(" .")
    if stem.split(".")[0].strip().lower() in _DEVICE_NAMES:
        stem = f"_{stem}"
    return stem[: MOST_NAME - len(ending)].rstrip(" .") + ending


def pasted_name(day: date, number: int) -> str:
    """Return the name of a picture that came from the clipboard and has none."""
    return f"Ảnh dán {day:%d-%m-%Y} ({number}).png"
