"""Whole files that the ledger keeps by their hash: closed packages, scans, the office's template and layout profile."""

import hashlib
from dataclasses import dataclass

from desktop_app.errors import LedgerFileError
from desktop_app.storage.database import Database
from desktop_app.storage.operations import Clock, timestamp


@dataclass(frozen=True)
class KeptFile:
    """What is known of a kept file without reading it; `size` in bytes, `added_at` ISO 8601."""

    sha256: str
    name: str
    media_type: str
    size: int
    added_at: str


class KeptFiles:
    """Files that belong to no record; nothing cleans them away."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def keep(self, name: str, media_type: str, data: bytes) -> str:
        """Keep a file and return its SHA-256; the same content is kept once, under its first name."""
        sha256 = hashlib.sha256(data).hexdigest()
        with self._database.write():
            if self.about(sha256) is None:
                self._database.insert(
                    "kept_files",
                    {
                        "sha256": sha256,
                        "name": name,
                        "media_type": media_type,
                        "size": len(data),
                        "added_at": timestamp(self._clock),
                        "data": data,
                    },
                )
        return sha256

    def about(self, sha256: str) -> KeptFile | None:
        """Return what is known of a file, None when the ledger does not have it."""
        row = self._database.row(
            "SELECT sha256, name, media_type, size, added_at FROM kept_files WHERE sha256 = ?", [sha256]
        )
        return KeptFile(**row) if row else None

    def of_type(self, media_type: str) -> list[KeptFile]:
        """Return what is known of all files of a type, the oldest first."""
        rows = self._database.rows(
            "SELECT sha256, name, media_type, size, added_at FROM kept_files WHERE media_type = ?"
            " ORDER BY added_at, sha256",
            [media_type],
        )
        return [KeptFile(**row) for row in rows]

    def data(self, sha256: str) -> bytes:
        """Return a file's bytes.

        Raises:
            LedgerFileError: the ledger does not have it, or its bytes are not the ones that were kept.
        """
        found = self._database.value("SELECT data FROM kept_files WHERE sha256 = ?", [sha256])
        data: bytes = found if isinstance(found, bytes) else b""
        if found is None or hashlib.sha256(data).hexdigest() != sha256:
            raise LedgerFileError(
                "Một tệp lưu trong sổ không còn nguyên vẹn; hãy mở bản sao lưu gần nhất của sổ để lấy lại."
            )
        return data

    def forget(self, sha256: str) -> None:
        """Throw a file away; nothing may refer to it any more."""
        with self._database.write():
            self._database.execute("DELETE FROM kept_files WHERE sha256 = ?", [sha256])
