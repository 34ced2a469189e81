"""Closing the package of an issued report: number, date, signer and signed copy go in, the data stay as they were."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.errors import ExportError, IssueError, SheetFileError
from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.email_draft import write_draft
from desktop_app.exchange.export_result import EmailDraft
from desktop_app.exchange.folder_files import (
    DOCUMENTS,
    DRAFT_FILE,
    SCAN_FILE,
    failure_sentence,
    new_folder,
    put_in_place,
)
from desktop_app.exchange.package import descriptor_bytes, document_resource, write_package
from desktop_app.exchange.package_contents import DESCRIPTOR_FILE, unpacked
from desktop_app.report.whole_file import whole_file
from desktop_app.storage.reports import ExportEntry
from desktop_app.vietnamese.sizes import format_size

MOST_BYTES = 18_000_000
"""Of a package: mail adds a third, and many servers refuse messages of 25 MB (product row E1)."""
USUAL_BYTES = 10_000_000
_LEAST_SCAN_ROOM = 1_000_000


@dataclass(frozen=True)
class ClosedPackage:
    """A closed package.

    Attributes:
        files: its parts, `datapackage.json` first. data: the zip. mark: SHA-256 of its `datapackage.json`.
    """

    files: Mapping[str, bytes]
    data: bytes
    mark: str


def exported_package(entry: ExportEntry) -> tuple[str, bytes]:
    """Return name and bytes of the package of an export as it lies in its folder.

    Raises:
        IssueError: it is no longer there, or it is not the one that was exported.
    """
    folder = Path(entry.folder)
    name = f"{folder.name}.zip"
    try:
        data = (folder / name).read_bytes()
    except (OSError, ValueError) as error:
        raise IssueError(
            f"Không còn thấy gói báo cáo đã xuất “{folder / name}”; hãy xuất lại báo cáo rồi trình ký."
        ) from error
    if _mark(data, name) != entry.package_hash:
        raise IssueError(
            f"Gói “{name}” trong thư mục không phải gói của lần xuất mới nhất, hoặc đã hỏng; "
            "hãy xuất lại báo cáo rồi trình ký."
        )
    return name, data


def _mark(data: bytes, name: str) -> str:
    """Return the SHA-256 of a package's `datapackage.json`, "" of what is no package."""
    try:
        return sha256(unpacked(data, name).get(DESCRIPTOR_FILE, b""))
    except SheetFileError:
        return ""


def room_for_scan(files: Mapping[str, bytes]) -> int:
    """Return how many bytes a signed copy may have so that the package stays easy to send."""
    return max(_LEAST_SCAN_ROOM, USUAL_BYTES - len(_zipped(files)))


def closed(
    files: Mapping[str, bytes], facts: Mapping[str, Any], documents: Mapping[str, bytes], scan: bytes
) -> ClosedPackage:
    """Close a package.

    Args:
        files: of the package as it was put up for signing.
        facts: number, day and signer, which replace those in its head.
        documents: drawn anew with them; empty keeps those that were put up for signing.
        scan: the signed copy, b"" where there is none.

    Raises:
        IssueError: the package would be too large to be sent.
    """
    parts = dict(files) | dict(documents) | ({SCAN_FILE: scan} if scan else {})
    package = json.loads(parts.pop(DESCRIPTOR_FILE))
    package["sohangviet"] |= facts
    known = {one["path"] for one in package["resources"]}
    package["resources"] = [
        document_resource(one["path"], parts[one["path"]]) if one["path"] in DOCUMENTS.values() else one
        for one in package["resources"]
    ]
    if scan and SCAN_FILE not in known:
        package["resources"].append(document_resource(SCAN_FILE, scan))
    head = descriptor_bytes(package)
    whole = {DESCRIPTOR_FILE: head, **parts}
    data = _zipped(whole)
    if len(data) > MOST_BYTES:
        raise IssueError(too_large_sentence(len(data), len(scan)))
    return ClosedPackage(whole, data, sha256(head))


def too_large_sentence(size: int, scan: int = 0) -> str:
    """Return what an officer does about a package that cannot be sent by mail."""
    own = f", riêng bản ký {format_size(scan)}" if scan else ""
    remedy = (
        "Hãy quét lại bản ký ở 200 dpi hoặc chỉ quét các trang có chữ ký và dấu"
        if scan
        else "Hãy bỏ bớt ảnh trong báo cáo"
    )
    return (
        f"Gói báo cáo nặng {format_size(size)}{own}, quá 18 MB nên không gửi thư được. {remedy}, rồi làm lại."
    )


def size_note(size: int) -> str:
    """Return a remark on a package that some mailboxes refuse, "" for a usual one."""
    if size <= USUAL_BYTES:
        return ""
    return f"Gói nặng {format_size(size)}; hộp thư nào giới hạn 10 MB thì gửi qua trục văn bản hoặc USB."


def write_folder(
    folder: Path,
    package: ClosedPackage,
    draft: EmailDraft,
    note: Callable[[], None],
    lock: AbstractContextManager[None],
) -> tuple[Path, ...]:
    """Write the closed package with its documents and a draft into its folder; an older one is replaced whole.

    Args:
        folder: bears the package's name.
        package: what to write.
        draft: the message it goes with.
        note: keeps it in the ledger.
        lock: the ledger's transaction around it all, see `put_in_place`.

    Raises:
        ExportError: it cannot be written; nothing was changed.
    """
    documents = {
        name: package.files[name] for name in (*DOCUMENTS.values(), SCAN_FILE) if name in package.files
    }
    written = {
        **documents,
        f"{folder.name}.zip": package.data,
        DRAFT_FILE: write_draft(draft, package.data),
    }
    with new_folder(folder) as building:
        for name, data in written.items():
            (building / name).write_bytes(data)
        put_in_place(building, folder, note, lock)
    return tuple(folder / name for name in written)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    with TemporaryDirectory(prefix="so_hang_viet_", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "goi.zip"
        write_package(path, files)
        return path.read_bytes()


def reopened(data: bytes, name: str) -> ClosedPackage:
    """Return a closed package as the ledger kept it, byte by byte."""
    files = unpacked(data, name)
    return ClosedPackage(files, data, sha256(files[DESCRIPTOR_FILE]))


def save_file(path: Path, data: bytes) -> None:
    """Write a file that appears under its name only when it is whole.

    Raises:
        ExportError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as building:
            building.write_bytes(data)
    except OSError as error:
        raise ExportError(failure_sentence(path.parent, error)) from error
