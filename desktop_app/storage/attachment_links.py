"""Which file belongs to which record: captions, order, choice for the report; every change can be taken back."""

import os
from collections.abc import Sequence

from desktop_app.domain.attachments import MOST_CAPTION, PHOTO_TYPES, Attachment
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import ConflictError
from desktop_app.storage.attachment_files import PreparedFile
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import Row, to_json
from desktop_app.storage.operations import LINKS, Clock, Operations, overwrite, timestamp
from desktop_app.vietnamese.text import clean, shorten

_COLUMNS = (
    "l.id, l.register, l.record_id, l.sha256, l.file_name, l.caption, l.place, l.in_report, a.media_type, a.size,"
    f" a.width, a.height, l.created_at AS added_at FROM {LINKS} l JOIN attachments a ON a.sha256 = l.sha256"
)


def chosen_photos(database: Database, register: str, record_ids: Sequence[str]) -> list[Attachment]:
    """Return the photos to be printed, in the order of the given records and of the files of each."""
    kinds = ", ".join(f"'{kind}'" for kind in PHOTO_TYPES)
    rows = database.rows(
        f"SELECT {_COLUMNS} JOIN json_each(?) wanted ON wanted.value = l.record_id"
        f" WHERE l.register = ? AND l.deleted_at IS NULL AND l.in_report = 1 AND a.media_type IN ({kinds})"
        " ORDER BY wanted.key, l.place, l.created_at, l.id",
        [to_json(list(record_ids)), register],
    )
    return [_attachment(row) for row in rows]


class AttachmentLinks:
    """The links between records and files; a part of `AttachmentStore`."""

    def __init__(self, database: Database, operations: Operations, clock: Clock) -> None:
        self._database = database
        self._operations = operations
        self._clock = clock

    def of(self, register: str, record_id: str) -> list[Attachment]:
        """Return the files of a record in their order."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} WHERE l.register = ? AND l.record_id = ? AND l.deleted_at IS NULL"
            " ORDER BY l.place, l.created_at, l.id",
            [register, record_id],
        )
        return [_attachment(row) for row in rows]

    def count(self, register: str, record_id: str) -> int:
        """Return how many files a record has."""
        return int(
            self._database.value(
                f"SELECT count(*) FROM {LINKS} WHERE register = ? AND record_id = ? AND deleted_at IS NULL",
                [register, record_id],
            )
        )

    def chosen(self, register: str, record_ids: Sequence[str]) -> list[Attachment]:
        """Return the photos to be printed, in the order of the given records and of the files of each."""
        return chosen_photos(self._database, register, record_ids)

    def save_caption(self, link_id: str, caption: str) -> None:
        """Keep the caption of a file; the same words as before are no operation."""
        text = clean(caption)[:MOST_CAPTION]
        self._change(link_id, {"caption": text}, "Đã ghi chú thích của")

    def set_in_report(self, link_id: str, in_report: bool) -> None:
        """Say whether a photo is to be printed in the report."""
        verb = "Đã chọn in vào báo cáo:" if in_report else "Đã bỏ khỏi báo cáo:"
        self._change(link_id, {"in_report": int(in_report)}, verb)

    def move(self, link_id: str, to: int) -> None:
        """Put a file at another place among those of its record, from 0; the others make room."""
        with self._database.write():
            moved = self._row(link_id)
            rows = self._rows_of(moved["register"], moved["record_id"])
            ids = [row["id"] for row in rows]
            ids.remove(link_id)
            ids.insert(max(0, min(to, len(ids))), link_id)
            changes = [
                (row, {**row, "place": ids.index(row["id"])})
                for row in rows
                if row["place"] != ids.index(row["id"])
            ]
            if changes:
                self._write("save", f"Đã đổi chỗ “{_short(moved['file_name'])}”", changes)

    def remove(self, link_id: str) -> None:
        """Take a file off its record; the bytes stay until `purge_unused`, so that it can be taken back."""
        with self._database.write():
            row = self._row(link_id)
            label = f"Đã gỡ tệp “{_short(row['file_name'])}”"
            self._write("detach", label, [(row, {**row, "deleted_at": timestamp(self._clock)})])

    def _link(
        self, register: str, record_id: str, files: Sequence[tuple[PreparedFile, str]]
    ) -> list[Attachment]:
        """Link stored files to a record as one operation."""
        with self._database.write():
            self._require_record(register, record_id)
            rows = self._rows_of(register, record_id)
            first = max((row["place"] for row in rows), default=-1) + 1
            links = [
                self._new_link(register, record_id, file, caption, first + at)
                for at, (file, caption) in enumerate(files)
            ]
            names = f"“{_short(links[0]['file_name'])}”" if len(links) == 1 else f"{len(links)} tệp"
            with self._operations.begin("attach", f"Đã đính kèm {names}") as operation:
                for link in links:
                    self._database.insert(LINKS, link)
                    self._operations.note(operation, LINKS, None, link)
            made = {link["id"] for link in links}
            return [one for one in self.of(register, record_id) if one.id in made]

    def _new_link(self, register: str, record_id: str, file: PreparedFile, caption: str, place: int) -> Row:
        if not self._database.value("SELECT 1 FROM attachments WHERE sha256 = ?", [file.sha256]):
            raise ConflictError(f"Tệp “{file.file_name}” vừa bị dọn ở cửa sổ khác. Hãy thêm lại.")
        now = timestamp(self._clock)
        return {
            "id": os.urandom(8).hex(),
            "register": register,
            "record_id": record_id,
            "sha256": file.sha256,
            "file_name": file.file_name,
            "caption": clean(caption)[:MOST_CAPTION],
            "place": place,
            "in_report": 0,
            "created_at": now,
            "updated_at": now,
            "save_count": 1,
            "deleted_at": None,
        }

    def _require_record(self, register: str, record_id: str) -> None:
        words = REGISTERS[register].words
        found = self._database.value(
            f'SELECT 1 FROM "{register}" WHERE id = ? AND deleted_at IS NULL', [record_id]
        )
        if not found:
            raise ConflictError(
                f"{words.one.capitalize()} này không còn trong sổ nên chưa đính kèm tệp nào. Hãy làm mới danh sách."
            )

    def _change(self, link_id: str, values: Row, verb: str) -> None:
        with self._database.write():
            row = self._row(link_id)
            changed = {**row, **values}
            if changed != row:
                self._write("save", f"{verb} “{_short(row['file_name'])}”", [(row, changed)])

    def _write(self, kind: str, label: str, changes: Sequence[tuple[Row, Row]]) -> None:
        with self._operations.begin(kind, label) as operation:
            for before, changed in changes:
                after = {
                    **changed,
                    "updated_at": timestamp(self._clock),
                    "save_count": before["save_count"] + 1,
                }
                overwrite(self._database, LINKS, after)
                self._operations.note(operation, LINKS, before, after)

    def _row(self, link_id: str) -> Row:
        row = self._database.row(f"SELECT * FROM {LINKS} WHERE id = ? AND deleted_at IS NULL", [link_id])
        if row is None:
            raise ConflictError("Tệp này đã được gỡ ở nơi khác. Hãy mở lại mục để xem danh sách mới.")
        return row

    def _rows_of(self, register: str, record_id: str) -> list[Row]:
        return self._database.rows(
            f"SELECT * FROM {LINKS} WHERE register = ? AND record_id = ? AND deleted_at IS NULL"
            " ORDER BY place, created_at, id",
            [register, record_id],
        )


def _attachment(row: Row) -> Attachment:
    return Attachment(**{**row, "in_report": bool(row["in_report"])})


def _short(name: str) -> str:
    return shorten(name, 60)
