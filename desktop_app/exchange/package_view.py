"""A report package looked at by an officer: every file held against its size and hash, totals read, copies made."""

import csv
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from desktop_app.domain.contents import load_contents
from desktop_app.domain.package_view import ContentTotal, PackagePart, PackageView, PartState
from desktop_app.domain.periods import ReportPeriod
from desktop_app.errors import ExportError, InvalidValueError, SheetFileError
from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.folder_files import DOCUMENTS, SCAN_FILE, failure_sentence
from desktop_app.exchange.package_contents import (
    DESCRIPTOR_FILE,
    PackageAbout,
    about_of,
    fits_code,
    package_bytes,
    readable_parts,
)
from desktop_app.report.whole_file import whole_file
from desktop_app.vietnamese.text import clean, shorten

_TITLES = {
    DOCUMENTS["pdf"]: "Bản để in, đọc",
    DOCUMENTS["docx"]: "Bản Word",
    DOCUMENTS["xlsx"]: "Bảng số liệu Excel",
    SCAN_FILE: "Bản ký có dấu",
}
"""The files for people: only these ever leave a package for the disk, under these names."""
_BEGINNINGS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}
_HASH = "sha256:"
_LONGEST = 200
_MOST_ROWS = 100_000
_SOURCE_MARK = ":Zone.Identifier"
"""Where Windows notes that a file came from outside: Word and Excel open such a file protected."""


class _Resource(msgspec.Struct, frozen=True):
    path: Annotated[str, msgspec.Meta(max_length=_LONGEST)]
    hash: Annotated[str, msgspec.Meta(max_length=_LONGEST)] = ""
    bytes: int = -1
    title: str = ""


class _Resources(msgspec.Struct, frozen=True):
    resources: Annotated[tuple[_Resource, ...], msgspec.Meta(max_length=400)] = ()


@dataclass(frozen=True)
class OpenedPackage:
    """A package that was looked at.

    Attributes:
        path: where it lies. documents: the sound files for people by their names.
        mark: SHA-256 of its `datapackage.json`, which tells closed packages apart.
    """

    path: Path
    view: PackageView
    documents: Mapping[str, bytes]
    mark: str


def open_package(path: Path) -> OpenedPackage:
    """Read a package and hold every file of it against what it says; nothing is written anywhere.

    Raises:
        SheetFileError: no package of this program, damaged beyond reading, newer, or built to do harm.
    """
    data = package_bytes(path)
    files, damaged = readable_parts(data, path.name)
    descriptor = files.get(DESCRIPTOR_FILE, b"")
    about = about_of(descriptor, path.name)
    parts = tuple(_parts(_resources(descriptor, path.name), files, damaged))
    fits = fits_code(about, files)
    view = PackageView(
        file_name=path.name,
        size=len(data),
        unit_code=_line(about.unit_code),
        unit_name=_line(about.unit_name),
        province_name=_line(about.province_name),
        year=about.year,
        period=_period(about),
        revision=about.revision,
        check_code=about.check_code,
        number=_line(about.number),
        issued_on=_day(about.issued_on),
        signer=_line(about.signer),
        replaces=_line(about.replaces),
        is_sample=about.is_sample,
        parts=parts,
        fits_code=fits,
        contents=_totals(files) if fits else (),
        awards=len(_rows(files, "awards")) if fits else None,
    )
    sound = {one.name for one in parts if one.is_sound}
    documents = {name: files[name] for name in _TITLES if name in sound}
    return OpenedPackage(path, view, documents, sha256(descriptor))


def save_documents(
    opened: OpenedPackage, names: Iterable[str], folder: Path, *, on_windows: bool = sys.platform == "win32"
) -> list[Path]:
    """Write sound files of a package into a folder; a file that lies there already is never replaced.

    Args:
        opened: the package.
        names: of `opened.documents`.
        folder: gets them; it is made when it is not there.
        on_windows: carry over what Windows notes of files from outside.

    Returns:
        The files as they are named there.

    Raises:
        ExportError: the folder cannot be written.
    """
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            path = _free_name(folder / name)
            with whole_file(path) as building:
                building.write_bytes(opened.documents[name])
            made.append(path)
            if on_windows:
                _carry_mark(opened.path, path)
    except OSError as error:
        raise ExportError(failure_sentence(folder, error)) from error
    return made


def _carry_mark(source: Path, made: Path) -> None:
    try:
        Path(f"{made}{_SOURCE_MARK}").write_bytes(Path(f"{source}{_SOURCE_MARK}").read_bytes())
    except OSError:
        return  # the package came from this computer, or the disk (a stick) keeps no such notes


def _free_name(path: Path) -> Path:
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, 10_000))
    return path if not os.path.lexists(path) else next(one for one in numbered if not os.path.lexists(one))


def _resources(descriptor: bytes, name: str) -> Sequence[_Resource]:
    try:
        return msgspec.json.decode(descriptor, type=_Resources).resources
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise SheetFileError(
            f"Danh mục tệp của gói “{name}” bị hỏng hoặc đã bị sửa; hãy xin gửi lại."
        ) from error


def _parts(
    resources: Sequence[_Resource], files: Mapping[str, bytes], damaged: Sequence[str]
) -> Iterator[PackagePart]:
    """Yield the files, those for people first, then those that the package names, then those that it does not."""
    named = {one.path: one for one in resources}
    order = [*(name for name in _TITLES if name in named), *(name for name in named if name not in _TITLES)]
    for name in order:
        one = named[name]
        content = files.get(name)
        title = _TITLES.get(name) or _line(one.title)
        size = len(content) if content is not None else max(0, one.bytes)
        yield PackagePart(_line(name), title, size, _state(one, content, name in damaged))
    strange = (name for name in (*files, *damaged) if name not in named and name != DESCRIPTOR_FILE)
    for name in strange:
        yield PackagePart(name, "", len(files.get(name, b"")), PartState.STRANGE)


def _state(one: _Resource, content: bytes | None, is_damaged: bool) -> PartState:
    if content is None:
        return PartState.DAMAGED if is_damaged else PartState.MISSING
    beginning = _BEGINNINGS.get(Path(one.path).suffix, b"")
    is_same = one.hash == f"{_HASH}{sha256(content)}" and one.bytes == len(content)
    return PartState.SOUND if is_same and content.startswith(beginning) else PartState.ALTERED


def _totals(files: Mapping[str, bytes]) -> tuple[ContentTotal, ...]:
    """Return activities and attendees by content; a content without either is left out."""
    activities = Counter(row.get("content_code") or "" for row in _rows(files, "activities"))
    attendees: Counter[str] = Counter()
    for row in _rows(files, "content_figures"):
        number = row.get("value") or ""
        if row.get("indicator") == "attendees" and number.isascii() and number.isdigit():
            attendees[row.get("content") or ""] += int(number[:15])
    return tuple(
        ContentTotal(f"{one.code} {one.short_name}", activities[one.code], attendees[one.code])
        for one in load_contents()
        if activities[one.code] or attendees[one.code]
    )


def _rows(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    """Return the rows of a data file, none where it cannot be read."""
    try:
        text = files.get(f"data/{name}.csv", b"").decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""))
        return [row for row, _ in zip(reader, range(_MOST_ROWS), strict=False)]
    except (csv.Error, UnicodeDecodeError):
        return []


def _period(about: PackageAbout) -> str:
    first, last = _day(about.data_from), _day(about.data_to)
    try:
        period = ReportPeriod(
            about.year, about.period, first or date(about.year, 1, 1), last or date(about.year, 12, 31)
        )
        return period.title
    except (InvalidValueError, KeyError, StopIteration):
        return f"kỳ {about.period} năm {about.year}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _line(text: str) -> str:
    return shorten(clean(text), _LONGEST)
