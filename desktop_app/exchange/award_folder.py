"""One award dossier: a new folder with Tờ trình, list, minutes and an achievement report for each nominee."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from desktop_app.domain.plans import Plan
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.records.office import Office
from desktop_app.errors import ExportError
from desktop_app.report import writers
from desktop_app.report.award_achievement import achievement_report
from desktop_app.report.award_documents import DossierSource
from desktop_app.report.award_minutes import minutes
from desktop_app.report.award_proposal import nominee_list, proposal
from desktop_app.report.award_wording import in_order
from desktop_app.report.layout import Layout
from desktop_app.report.model import Progress
from desktop_app.report.official import OfficialDocument
from desktop_app.storage.award_desk import AwardDesk
from desktop_app.vietnamese.folding import fold

_LONGEST_AUTHORITY = 30


def export_awards(
    desk: AwardDesk,
    office: Office,
    plan: Plan,
    folder: AwardFolder,
    out: Path,
    progress: Progress | None = None,
    *,
    layout: Layout | None = None,
) -> Path:
    """Write the dossier into a new folder and note in the journal that it was made.

    The folder appears under its name only when it is whole; nothing is ever overwritten. Names of folder and files
    name no person.

    Args:
        desk: gives the nominations with their personal values, and keeps the note.
        office: who proposes.
        plan: of the year, cited among the bases.
        folder: the authority, its nominations, number, date and meeting.
        out: the folder that gets the new one.
        progress: called after each file; may raise `CancelledError`.
        layout: the profile to print with; the usual one if None.

    Returns:
        The new folder.

    Raises:
        ExportError: there is nothing to write, or it cannot be written; nothing half written is left.
        ConflictError: a nomination is no longer in the ledger.
    """
    tell = progress or (lambda done, total: None)
    nominations = in_order(desk.whole(folder.ids))
    if not nominations:
        raise ExportError("Chưa chọn đề nghị nào; hãy đánh dấu ít nhất một đề nghị rồi lập hồ sơ.")
    documents = list(_documents(DossierSource(office, plan, folder, nominations)))
    made, mark = _write(documents, out, folder_name(folder), layout, tell)
    try:
        desk.note_export(
            f"Đã lập hồ sơ khen thưởng có dữ liệu cá nhân: {made.name}, {len(nominations)} đề nghị, "
            f"{len(documents)} tệp, SHA-256 {mark}"
        )
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)  # no personal data leave the ledger without a note
        raise
    return made


def _write(
    documents: Sequence[OfficialDocument], out: Path, name: str, layout: Layout | None, tell: Progress
) -> tuple[Path, str]:
    """Write the files into a new folder; return it and the hash of what it holds."""
    building = out / f"{name}.tmp"
    try:
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        for place, document in enumerate(documents, 1):
            writers.write_official(document, building / f"{document.file_name}.docx", layout=layout)
            tell(place, len(documents))
        mark = _mark(building)
        return _put_in_place(building, out, name), mark
    except OSError as error:
        raise ExportError(
            f"Không ghi được hồ sơ vào “{out}” (mã lỗi hệ thống {error.errno}); "
            "hãy kiểm tra ổ đĩa hoặc chọn thư mục khác rồi lập lại."
        ) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def folder_name(folder: AwardFolder) -> str:
    """Return "HoSoKhenThuong_ChuTichUBNDTinh_2023", ASCII, without a person's name."""
    words = fold(folder.authority).split()
    authority = "".join(_capital(word) for word in words)
    plain = "".join(letter for letter in authority if letter.isascii() and letter.isalnum())
    return f"HoSoKhenThuong_{plain[:_LONGEST_AUTHORITY] or 'CoQuan'}_{folder.year}"


def _capital(word: str) -> str:
    return word.upper() if word in ("ubnd", "mttq") else word.capitalize()


def _documents(source: DossierSource) -> Iterator[OfficialDocument]:
    yield proposal(source)
    yield nominee_list(source)
    yield minutes(source)
    for place, one in enumerate(source.nominations, 1):  # the reports bear the numbers of the list
        yield achievement_report(source, one, place)


def _mark(building: Path) -> str:
    """Return the hash of all files together, for the journal."""
    whole = hashlib.sha256()
    for file in sorted(building.iterdir()):
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _put_in_place(building: Path, out: Path, name: str) -> Path:
    """Give the finished folder the first free name: _L1, then _L2, and so on."""
    target = next(path for n in count(1) if not (path := out / f"{name}_L{n}").exists())
    os.replace(building, target)
    return target
