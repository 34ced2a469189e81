"""Write a preview into the ledger: after a backup, as one operation that Hoàn tác takes back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from desktop_app.domain.import_preview import (
    ImportChoices,
    ImportPreview,
    ImportResult,
    RowPreview,
    RowState,
)
from desktop_app.domain.records.base import Record
from desktop_app.errors import ImportProblemsError
from desktop_app.storage.operations import Operations
from desktop_app.vietnamese.text import shorten

KIND = "import"


class Store(Protocol):
    """What an import asks of a register."""

    def add_all(self, operation: int, records: Iterable[Any]) -> None:
        """Add new records."""

    def change_all(self, operation: int, records: Iterable[Any]) -> None:
        """Write new values of records."""


def apply_import(
    preview: ImportPreview,
    choices: ImportChoices,
    stores: Mapping[str, Store],
    operations: Operations,
    back_up: Callable[[], Path],
) -> ImportResult:
    """Write the new and the changed rows, all or none.

    Args:
        preview: what was shown.
        choices: how far the user wants to go.
        stores: the registers by name.
        operations: the journal.
        back_up: makes a copy of the ledger and returns its path; called only when there is something to write.

    Raises:
        ImportProblemsError: questions are open, rows have errors, or nothing is to be written.
        ConflictError: a record changed since the preview was made; nothing was written.
        LedgerFileError: the copy or the ledger cannot be written.
    """
    rows = _rows_to_write(preview, choices)
    added = [row for row in rows if row.state is RowState.NEW]
    changed = [row for row in rows if row.state is RowState.CHANGED]
    copy = back_up()
    label = f"Đã nhập {len(added)} mục mới, sửa {len(changed)} mục từ “{shorten(preview.file, 60)}”"
    with operations.begin(KIND, label) as operation:
        for name, records in _by_register(added).items():
            stores[name].add_all(operation, records)
        for name, records in _by_register(changed).items():
            stores[name].change_all(operation, records)
    return ImportResult(operation, len(added), len(changed), str(copy))


def _rows_to_write(preview: ImportPreview, choices: ImportChoices) -> list[RowPreview]:
    rows = [row for row in preview.rows if row.key not in choices.leave_out]
    open_states = {RowState.ERROR, RowState.DOUBTFUL}
    waiting = sum(row.state in open_states for row in rows)
    if any(sheet.guess for sheet in preview.sheets):
        raise ImportProblemsError(
            "Chưa nhập: chữ trong tệp có vẻ viết bằng phông cũ; hãy xác nhận bảng mã rồi xem trước lại."
        )
    if waiting and not choices.leave_out_errors:
        raise ImportProblemsError(
            f"Chưa nhập: còn {waiting} dòng có lỗi hoặc chưa rõ là mục nào; hãy sửa bảng tính, trả lời, "
            "hoặc chọn bỏ qua các dòng đó."
        )
    wanted = [row for row in rows if row.state in (RowState.NEW, RowState.CHANGED) and row.record is not None]
    if not wanted:
        raise ImportProblemsError("Không có dòng nào mới hoặc thay đổi nên không nhập gì.")
    return wanted


def _by_register(rows: Iterable[RowPreview]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        if row.record is not None:
            found[row.register].append(row.record)
    return found
