"""A report folder takes its place only when it is whole; what the officer put into an older one is carried over."""

import errno
import glob
import os
import shutil
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.errors import ExportError

DOCUMENTS = {"pdf": "BaoCao.pdf", "docx": "BaoCao.docx", "xlsx": "SoLieu.xlsx"}
SCAN_FILE = "BanKy.pdf"
DRAFT_FILE = "ThuGui.eml"
_REMAINS_SECONDS = 3_600
"""No export takes so long: what is older was left behind by one that was killed."""
_NO_ROOM = (
    "Không ghi được tệp tạm để dựng báo cáo (mã lỗi hệ thống {}); ổ đĩa của Windows có thể đã đầy. "
    "Hãy xóa bớt tệp rồi làm lại."
)


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to fill, which `put_in_place` then gives its name; whatever happens, nothing half written is left.

    Its name is its own: another window may be writing the same report.

    Raises:
        ExportError: it cannot be written.
    """
    building = folder.with_name(f"{folder.name}.{os.urandom(4).hex()}.tmp")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear_remains(folder)
        building.mkdir()
        yield building
    except OSError as error:
        raise ExportError(failure_sentence(folder.parent, error)) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _clear_remains(folder: Path) -> None:
    """Throw away what killed exports of the same report have half written."""
    for one in folder.parent.glob(f"{glob.escape(folder.name)}*.tmp"):
        if time.time() - one.stat().st_mtime > _REMAINS_SECONDS:
            shutil.rmtree(one, ignore_errors=True)


def _carry_over(older: Path, building: Path) -> None:
    """Copy what the officer added or corrected by hand in an older folder of the same report."""
    if not older.is_dir():
        return
    exported = _exported_documents(older / f"{older.name}.zip")
    ours = {DRAFT_FILE, f"{older.name}.zip"}
    # Documents last: a name given to one must not meet a file that keeps its own name.
    for file in sorted(older.iterdir(), key=lambda file: (file.name in exported, file.name)):
        if file.is_symlink():
            shutil.copy2(file, _free_name(building / file.name), follow_symlinks=False)
        elif file.is_dir():
            shutil.copytree(file, building / file.name, symlinks=True)
        elif file.name not in ours and file.read_bytes() != exported.get(file.name):
            shutil.copy2(file, _free_name(building / file.name))


def _exported_documents(package: Path) -> Mapping[str, bytes | None]:
    try:
        with zipfile.ZipFile(package) as archive:
            documents = {name: archive.read(name) for name in DOCUMENTS.values()}
            scan = {SCAN_FILE: archive.read(SCAN_FILE)} if SCAN_FILE in archive.namelist() else {}
            return documents | scan
    except (OSError, KeyError, zipfile.BadZipFile, zlib.error):
        return dict.fromkeys(DOCUMENTS.values())


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}_sua-tay{n or ''}{path.suffix}") for n in count())
    return next(name for name in chain((path,), names) if not name.exists())


def put_in_place(
    building: Path, folder: Path, note: Callable[[], None], lock: AbstractContextManager[None]
) -> None:
    """Give the finished folder its name; an older one makes way only then, its corrected files are carried over.

    Args:
        building: the finished folder beside it.
        folder: its name.
        note: keeps it in the ledger; when it cannot, nothing is touched.
        lock: the ledger's transaction around it all, so that two windows never replace one folder at a time; when it
            cannot be ended, the older folder comes back.

    Raises:
        ExportError: the folder cannot be replaced; it is as it was before.
    """
    older = building.with_suffix(".cu")
    try:
        with lock:
            note()
            _exchange(building, folder, older)
    except BaseException:
        if not building.exists():
            shutil.rmtree(folder, ignore_errors=True)
        if older.exists():
            os.replace(older, folder)
        raise
    shutil.rmtree(older, ignore_errors=True)


def _exchange(building: Path, folder: Path, older: Path) -> None:
    try:
        _bring_back(folder)
        _carry_over(folder, building)
        if folder.exists():
            os.replace(folder, older)
        os.replace(building, folder)
    except OSError as error:
        raise ExportError(failure_sentence(folder.parent, error)) from error


def _bring_back(folder: Path) -> None:
    """Undo what an export left that was killed between the two names: the older folder had none any more."""
    for older in sorted(folder.parent.glob(f"{glob.escape(folder.name)}*.cu")):
        if folder.exists():  # then it was killed later, and everything of the officer's was carried over
            shutil.rmtree(older, ignore_errors=True)
        else:
            os.replace(older, folder)


@contextmanager
def passing_folder() -> Iterator[Path]:
    """Give a folder for files that nobody keeps; it goes with them.

    Raises:
        ExportError: the computer has no room for it, or for the files.
    """
    try:
        with TemporaryDirectory(prefix="so_hang_viet_", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        raise ExportError(_NO_ROOM.format(error.errno)) from error


def ascii_code(unit_code: str, most: int) -> str:
    """Return the code of a unit for the name of a file, at most so many characters: "60-597", "DV" without one."""
    plain = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter == "-") else "-" for letter in unit_code
    )
    return plain[:most] or "DV"


def failure_sentence(out: Path, error: OSError) -> str:
    """Return what an officer reads when the folder cannot be written."""
    if isinstance(error, PermissionError):
        return (
            f"Không ghi được vào “{out}”: không có quyền ghi, hoặc một tệp báo cáo đang mở trong Word, Excel. "
            "Hãy đóng tệp đó hoặc chọn thư mục khác rồi xuất lại."
        )
    if error.errno == errno.ENOSPC:
        return "Ổ đĩa đã đầy nên chưa xuất được báo cáo. Hãy xóa bớt tệp hoặc chọn ổ đĩa khác rồi xuất lại."
    if isinstance(error, NotADirectoryError | FileExistsError):
        return f"“{out}” là một tệp, không phải thư mục. Hãy chọn một thư mục để chứa báo cáo."
    return f"Không xuất được báo cáo vào “{out}” (mã lỗi hệ thống {error.errno}). Hãy chọn thư mục khác rồi xuất lại."
