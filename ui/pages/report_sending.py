"""Opening and sending an exported report: its files, its folder, the ready message and the parts of it to copy."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.operations import Operations
from ui.pages.opening import open_draft, open_outside
from ui.pages.report_export import read_message

_PARTS = {"to": "người nhận", "subject": "tiêu đề thư", "body": "nội dung thư"}


class ReportSending(QObject):
    """What the buttons below the exported files do.

    Attributes:
        folder: of the export that is shown.
    """

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.folder = Path()

    def open_folder(self) -> None:
        """Show the files in the computer's own window."""
        open_outside(self.folder, self._operations)

    def open_file(self, file: Path) -> None:
        """Open one of its files in the program that the computer has for it."""
        open_outside(file, self._operations)

    def open_draft(self) -> None:
        """Open the ready message in the computer's mail program."""
        open_draft(self.folder, self._operations)

    def copy(self, part: str) -> None:
        """Put a part of the message ("to", "subject", "body") into the clipboard."""
        message = read_message(self.folder)
        text = getattr(message, part) if message else ""
        if not text:
            self._operations.refused.emit(
                f"Chưa có {_PARTS[part]} để sao chép; hãy ghi trong Cài đặt rồi xuất lại."
            )
            return
        QGuiApplication.clipboard().setText(text)
        self._operations.status.emit(f"Đã sao chép {_PARTS[part]}.", False)
