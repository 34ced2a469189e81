"""Files attached to records: each file stored once, linked from any record; every change can be taken back."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.attachments import (
    AddedFiles,
    Attachment,
    AttachmentUsage,
    FileToAttach,
    clean_file_name,
)
from desktop_app.errors import AttachmentError, ConflictError, LedgerFileError
from desktop_app.storage.attachment_files import PreparedFile, known_file, prepare_file, read_source
from desktop_app.storage.attachment_links import AttachmentLinks
from desktop_app.storage.attachment_room import purge_unused, usage
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json
from desktop_app.storage.operations import LINKS, timestamp

Progress = Callable[[int, int, str], None]
"""(files done, files in all, name of the next file); may raise `CancelledError`."""


def stored_bytes(database: Database, sha256: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        ConflictError: the ledger has it no more.
        LedgerFileError: the bytes are not those that were stored.
    """
    found = database.value("SELECT data FROM attachments WHERE sha256 = ?", [sha256])
    if found is None:
        raise ConflictError("Tệp này không còn trong sổ (đã dọn). Hãy mở lại mục để xem danh sách mới.")
    data = bytes(found)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise LedgerFileError(
            "Tệp đính kèm này bị hỏng trong sổ. Hãy lấy lại từ bản sao lưu, hoặc gỡ ra rồi thêm lại tệp gốc."
        )
    return data


class AttachmentStore(AttachmentLinks):
    """The attached files of the ledger."""

    def add(
        self, register: str, record_id: str, source: Path | bytes, file_name: str, caption: str = ""
    ) -> Attachment:
        """Attach one file to a record.

        Args:
            register: name of the record's register.
            record_id: a saved record that is not in the trash.
            source: where the file is, or its bytes.
            file_name: how it is shown; cleaned of what a file name must not hold.
            caption: what stands below a photo.

        Raises:
            AttachmentError: the file may not come in or cannot be read.
            ConflictError: the record is gone.
        """
        self._require_record(register, record_id)
        file = self._prepare(FileToAttach(source, file_name, caption))
        self._refuse_twice(file, {one.sha256 for one in self.of(register, record_id)})
        with self._database.write():
            self._store_bytes(file)
            return self._link(register, record_id, [(file, caption)])[0]

    def add_all(
        self, register: str, record_id: str, sources: Sequence[FileToAttach], progress: Progress | None = None
    ) -> AddedFiles:
        """Attach several files as one operation; a file that cannot come in does not stop the others.

        The slow part, shrinking photos, holds no lock: the window goes on saving meanwhile. The ledger takes
        the bytes file by file and the links at the end, so that stopping leaves nothing attached.

        Raises:
            ConflictError: the record is gone. CancelledError: what `progress` raises; nothing is attached.
        """
        self._require_record(register, record_id)
        prepared: list[tuple[PreparedFile, str]] = []
        refused: list[tuple[str, str]] = []
        fresh: list[str] = []
        held = {one.sha256 for one in self.of(register, record_id)}
        try:
            for at, source in enumerate(sources):
                name = clean_file_name(source.file_name)
                if progress is not None:
                    progress(at, len(sources), name)
                try:
                    file = self._prepare(source)
                    self._refuse_twice(file, held)
                except AttachmentError as error:
                    refused.append((name, str(error)))
                    continue
                held.add(file.sha256)
                with self._database.write():
                    fresh += self._store_bytes(file)
                prepared.append((replace(file, data=b""), source.caption))
            added = self._link(register, record_id, prepared) if prepared else []
        except BaseException:
            self._forget(fresh)
            raise
        return AddedFiles(tuple(added), tuple(refused))

    def thumbnail(self, sha256: str) -> bytes | None:
        """Return the small picture of a photo (JPEG), None for a document or a file that is gone."""
        found = self._database.value("SELECT thumbnail FROM attachments WHERE sha256 = ?", [sha256])
        return bytes(found) if found else None

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            ConflictError: the ledger has it no more.
            LedgerFileError: the bytes are not those that were stored.
        """
        return stored_bytes(self._database, sha256)

    def usage(self) -> AttachmentUsage:
        """Return how much room the files take; what the records in the trash hold counts as used."""
        return usage(self._database)

    def purge_unused(self) -> AttachmentUsage:
        """Erase the files that no record holds any more, and give their room back to the disk.

        What had taken them off can be taken back no more. Records in the trash keep their files.

        Returns:
            What was erased, in `unused_size` and `unused_count`.
        """
        return purge_unused(self._database, self._operations)

    def _prepare(self, source: FileToAttach) -> PreparedFile:
        content = read_source(source.content, source.file_name)
        # A file that came out of a ledger ("Lưu ra tệp") is not shrunk a second time.
        sha256 = hashlib.sha256(content).hexdigest()
        known = self._database.row(
            "SELECT media_type, width, height, thumbnail FROM attachments WHERE sha256 = ?", [sha256]
        )
        if known is not None:
            return known_file(content, source.file_name, known)
        return prepare_file(content, source.file_name)

    def _store_bytes(self, file: PreparedFile) -> list[str]:
        """Store a file that is not in the ledger yet, inside `write()`; return its hash if it was new."""
        known = self._database.value("SELECT 1 FROM attachments WHERE sha256 = ?", [file.sha256])
        if known:
            return []
        self._database.insert(
            "attachments",
            {
                "sha256": file.sha256,
                "media_type": file.media_type,
                "size": len(file.data),
                "added_at": timestamp(self._clock),
                "width": file.width,
                "height": file.height,
                "thumbnail": file.thumbnail,
                "data": file.data,
            },
        )
        return [file.sha256]

    def _refuse_twice(self, file: PreparedFile, held: set[str]) -> None:
        if file.sha256 in held:
            raise AttachmentError(f"“{file.file_name}” đã có trong các tệp kèm theo của mục này.")

    def _forget(self, fresh: Sequence[str]) -> None:
        """Erase bytes that were stored a moment ago and that nothing is linked to."""
        with self._database.write():
            self._database.execute(
                "DELETE FROM attachments WHERE sha256 IN (SELECT value FROM json_each(?))"
                f" AND sha256 NOT IN (SELECT sha256 FROM {LINKS})",
                [to_json(list(fresh))],
            )
