"""Where a handover writes: free names, what the system says when it cannot write, what makes a new name last."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path

from desktop_app.errors import HandoverError
from desktop_app.storage.file_sentences import os_sentence
from desktop_app.vietnamese.sizes import format_size


def free_place(path: Path, *, only: bool = False) -> Path:
    """Return the path, or the next one of its kind that no file has.

    Args:
        path: the wanted file.
        only: refuse instead of taking another name.

    Raises:
        HandoverError: there is a file of this name, and only this one is wanted.
    """
    if only:
        if path.exists():
            raise HandoverError(
                f"Đã có tệp “{path}”; hãy chọn tên khác, chương trình không ghi đè lên tệp đã có."
            )
        return path
    later = (path.with_name(f"{path.stem}_{number}{path.suffix}") for number in count(2))
    return next(one for one in chain((path,), later) if not one.exists())


@contextmanager
def in_sentences(path: Path, size: int) -> Iterator[None]:
    """Say what the system says of writing a file.

    Args:
        path: the file as the user named it.
        size: bytes that it needs.

    Raises:
        HandoverError: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise HandoverError(no_room(path, size)) from error
        if error.errno == errno.EFBIG:
            raise HandoverError(
                f"Ổ đĩa của “{path}” không nhận tệp lớn như vậy ({format_size(size)}; thẻ nhớ FAT32 chỉ nhận dưới "
                "4 GB). Hãy chọn ổ đĩa khác; sổ vẫn như cũ."
            ) from error
        raise HandoverError(os_sentence(path, error)) from error


def no_room(path: Path, size: int) -> str:
    """Return the sentence for a disk that is full."""
    return (
        f"Ổ đĩa của “{path}” không đủ chỗ: cần khoảng {format_size(size)}. Hãy xóa bớt tệp hoặc chọn ổ đĩa khác rồi "
        "làm lại; sổ vẫn như cũ."
    )


def folder_kept(folder: Path) -> None:
    """Let a new name in a folder survive a power cut, where the system can be told so (Windows needs no telling)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
