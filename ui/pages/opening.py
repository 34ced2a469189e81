"""Opening a file or a folder in the computer's own program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.long_paths import plain_form
from ui.operations import Operations
from ui.pages.report_export import exported_files, read_message

_NO_MAIL_PROGRAM = (
    "Máy này chưa có chương trình thư mở được thư soạn sẵn. Đã sao chép {}; hãy dán vào thư mới, rồi đính kèm "
    "gói báo cáo trong thư mục {}."
)


def open_outside(path: Path, operations: Operations, refusal: str = "") -> None:
    """Open a file or a folder; the status line says it when the computer has nothing that opens it.

    Args:
        path: of the file or the folder.
        operations: has the status line.
        refusal: the sentence to say; "" says where the file lies.
    """
    plain = Path(plain_form(str(path)))
    if not QDesktopServices.openUrl(_address(path)):
        where = f"Máy này không mở được “{plain.name}”; hãy mở từ thư mục {plain.parent}."
        operations.refused.emit(refusal or where)


def open_draft(folder: Path, operations: Operations) -> None:
    """Open the ready message of an export in the computer's mail program.

    Where there is none the address and the subject are put into the clipboard, one line each.

    Args:
        folder: of the export.
        operations: has the status line.
    """
    draft = next((file for file in exported_files(folder) if file.suffix == ".eml"), None)
    if draft is None or QDesktopServices.openUrl(_address(draft)):
        return
    message = read_message(folder)
    parts = {"địa chỉ người nhận": message.to, "tiêu đề thư": message.subject} if message else {}
    known = {name: text for name, text in parts.items() if text}
    QGuiApplication.clipboard().setText("\n".join(known.values()))
    operations.refused.emit(_NO_MAIL_PROGRAM.format(" và ".join(known), plain_form(str(folder))))


def _address(path: Path) -> QUrl:
    r"""Return how other programs are told a path; an address has no place for the long form of Windows (\\?\…)."""
    return QUrl.fromLocalFile(plain_form(str(path)))
