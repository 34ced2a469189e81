"""The sentences that tell the user what is the matter with a file and what to do."""

import errno
from pathlib import Path

SUFFIX = ".sohangviet"

DISK_FULL = "Ổ đĩa đã đầy nên chưa lưu được. Hãy xóa bớt tệp rồi lưu lại; sổ vẫn nguyên vẹn."
DAMAGE = ("malformed", "not a database", "unsupported file format", "Could not decode to UTF-8")
"""What SQLite and its driver say of a file whose bytes were changed."""


def not_ours(path: Path) -> str:
    """Return the sentence for a file that is no ledger."""
    return f"“{path.name}” không phải là sổ của chương trình Sổ Hàng Việt. Hãy chọn tệp sổ có đuôi {SUFFIX}."


def damaged(path: Path) -> str:
    """Return the sentence for a ledger that cannot be read any more."""
    return (
        f"Sổ “{path.name}” bị hỏng hoặc bị cắt ngắn. Hãy giữ nguyên tệp này, dùng bản sao lưu gần nhất "
        "và báo cho người hỗ trợ."
    )


def os_sentence(path: Path, error: OSError) -> str:
    """Return the sentence for what the operating system says of a file."""
    if isinstance(error, PermissionError):
        return f"Không có quyền đọc, ghi “{path}”. Hãy chọn thư mục khác, ví dụ thư mục Tài liệu."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    if error.errno == errno.EROFS:
        return f"Ổ đĩa chứa “{path}” chỉ cho đọc. Hãy chép sổ sang thư mục ghi được."
    if isinstance(error, NotADirectoryError | FileExistsError):
        return f"“{path.parent}” không phải là thư mục. Hãy chọn một thư mục để chứa sổ."
    if error.errno == errno.ENAMETOOLONG:
        return f"Tên tệp hoặc đường dẫn “{path.name[:60]}…” quá dài. Hãy đặt tên ngắn hơn."
    return f"Không dùng được “{path}” (lỗi hệ thống số {error.errno}). Hãy kiểm tra ổ đĩa và thư mục."


def operational_sentence(path: Path, text: str) -> str | None:
    """Return the sentence for what SQLite says of a file, None when that is a fault of the program."""
    if "locked" in text or "busy" in text:
        return f"Sổ “{path.name}” đang được chương trình khác ghi. Hãy đóng chương trình đó rồi làm lại."
    if "readonly" in text or "read-only" in text:
        return f"Tệp sổ “{path}” chỉ cho đọc. Hãy bỏ thuộc tính chỉ đọc hoặc chép sổ sang thư mục ghi được."
    if "is full" in text:
        return DISK_FULL
    if "unable to open" in text:
        return f"Không mở được “{path}”: thư mục không còn, bị khóa, hoặc không có quyền ghi. Hãy kiểm tra thư mục."
    if "disk I/O" in text:
        return (
            f"Ổ đĩa chứa “{path.name}” không đọc, ghi được. Hãy kiểm tra ổ đĩa, cắm lại thẻ nhớ rồi thử lại."
        )
    if any(sign in text for sign in DAMAGE):
        return damaged(path)
    return None
