"""Report packages from anywhere: looked at without a ledger, told apart by one, opened as copies that nobody edits."""

import stat
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.domain.package_view import PackageView as PackageView  # what the window gets
from desktop_app.errors import ExportError
from desktop_app.exchange import package_view
from desktop_app.exchange.folder_files import failure_sentence
from desktop_app.exchange.package_view import OpenedPackage as OpenedPackage  # what the window gets
from desktop_app.ledger.door import Ledger
from desktop_app.ledger.issue_view import CodeMatch

_OWN = "Sổ đang mở đã xuất đúng gói này. {}"
_OLDER = "Sổ đang mở đã xuất gói này, sau đó đã xuất hoặc phát hành lại: số, ngày, người ký có thể khác. {}"
_SAME_DATA = (
    "Mã kiểm tra trùng với một báo cáo của sổ đang mở, nhưng gói không do sổ này xuất: bản in có thể khác. {}"
)
_ALTERED = "Gói mang mã kiểm tra của một báo cáo của sổ đang mở, nhưng nội dung không còn như khi xuất. {}"
_UNKNOWN_OWN = (
    "Gói ghi tên đơn vị của sổ đang mở, nhưng sổ không có lần xuất nào mang mã này: gói được xuất từ một bản sao khác "
    "của sổ, hoặc không do chương trình tạo ra."
)
_OTHER_UNIT = "Gói của đơn vị khác; sổ đang mở là của {}."


@dataclass(frozen=True)
class PackageOrigin:
    """What a ledger knows of a package.

    Attributes:
        match: MATCH for the valid package itself, OTHER_REVISION for another one of a known report.
        is_own_unit: it names the unit of the ledger.
    """

    match: CodeMatch
    is_own_unit: bool
    sentence: str


def open_package(path: Path) -> OpenedPackage:
    """Look at a package, see `package_view.open_package`.

    Raises:
        SheetFileError: no package of this program, damaged beyond reading, newer, or built to do harm.
    """
    return package_view.open_package(path)


def origin_of(opened: OpenedPackage, ledger: Ledger) -> PackageOrigin:
    """Tell whether a ledger made a package, and which revision of which report it is there."""
    view = opened.view
    office = ledger.office_of(view.year)
    is_own = view.unit_code == office.unit_code
    answer = ledger.reporting.issuing.find_code(view.check_code)
    if answer.export is None or not is_own:
        sentence = _UNKNOWN_OWN if is_own else _OTHER_UNIT.format(office.unit_name)
        return PackageOrigin(CodeMatch.UNKNOWN, is_own_unit=is_own, sentence=sentence)
    exports = ledger.reports.exports(answer.export.year, answer.export.period)
    marks = [one.package_hash for one in exports if one.check_code == view.check_code]
    is_newest = view.is_whole and opened.mark in marks[:1]
    words = _words(opened, marks)
    match = answer.kind if is_newest else CodeMatch.OTHER_REVISION
    told = answer.sentence.replace("Khớp: ", "Đây là ", 1)
    return PackageOrigin(match, is_own_unit=is_own, sentence=words.format(told))


def _words(opened: OpenedPackage, marks: Sequence[str]) -> str:
    """Return how a package stands to the exports of its revision, of which `marks` has the newest first."""
    if not opened.view.is_whole:
        return _ALTERED
    if opened.mark not in marks:
        return _SAME_DATA
    return _OWN if opened.mark == marks[0] else _OLDER


def save_documents(opened: OpenedPackage, names: Iterable[str], folder: Path) -> list[Path]:
    """Write sound files of a package into a folder and return them; nothing there is replaced.

    Raises:
        ExportError: the folder cannot be written.
    """
    return package_view.save_documents(opened, names, folder)


def passing_copy(opened: OpenedPackage, name: str) -> Path:
    """Return a copy of a sound file to look at; it cannot be changed, and goes when the program ends.

    Raises:
        ExportError: the computer has no room for it.
    """
    try:
        folder = Path(tempfile.mkdtemp(dir=_passing_folder().name))
    except OSError as error:
        raise ExportError(failure_sentence(Path(tempfile.gettempdir()), error)) from error
    (copy,) = package_view.save_documents(opened, [name], folder)
    # Word would let an officer work on a file that is gone tomorrow.
    copy.chmod(stat.S_IREAD)
    return copy


@cache
def _passing_folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="so_hang_viet_", ignore_cleanup_errors=True)
