"""Opening a file or a folder in the computer's own program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.operations import Operations


def open_outside(path: Path, operations: Operations, refusal: str = "") -> None:
    """Open a file or a folder; the status line says it when the computer has nothing that opens it.

    Args:
        path: of the file or the folder.
        operations: has the status line.
        refusal: the sentence to say; "" says where the file lies.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        where = f"Máy này không mở được “{path.name}”; hãy mở từ thư mục {path.parent}."
        operations.refused.emit(refusal or where)
