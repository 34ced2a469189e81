"""What giving and taking share: how far they are, free names, the system's refusals, names that last."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import Protocol

from desktop_app.errors import HandoverError
from desktop_app.exchange.byte_streams import Tell
from desktop_app.long_paths import plain_form
from desktop_app.storage.file_sentences import os_sentence
from desktop_app.vietnamese.sizes import format_size

ROOM = 40
"""Letters of the passing files beside a new one, see `long_paths.extended`."""


class Telling(Protocol):
    """Gets (bytes done, bytes in all, what is being done); may raise `CancelledError`."""

    def __call__(self, done: int, total: int, text: str = "") -> object:
        """Hear how far the work is."""


def stretch(telling: Telling, begin: int, total: int, text: str) -> Tell:
    """Tell of a part of the work as of the whole."""

    def tell(done: int, _part: int) -> None:
        telling(min(begin + done, total), total, text)

    return tell


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
    # `Path.exists` raises for a name that is too long; who writes it then hears the sentence.
    return next(one for one in chain((path,), later) if not os.path.exists(one))


@contextmanager
def in_sentences(path: Path, size: int) -> Iterator[None]:
    """Say what the system says of writing a file.

    Args:
        path: the file as the user named it.
        size: bytes that it needs.

    Raises:
        HandoverError: it cannot be written.
    """
    shown = Path(plain_form(str(path)))
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise HandoverError(no_room(shown, size)) from error
        if error.errno == errno.EFBIG:
            raise HandoverError(
                f"Ổ đĩa của “{shown}” không nhận tệp lớn như vậy ({format_size(size)}; thẻ nhớ FAT32 chỉ nhận dưới "
                "4 GB). Hãy chọn ổ đĩa khác; sổ vẫn như cũ."
            ) from error
        raise HandoverError(os_sentence(shown, error)) from error


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
