"""Totals out of an earlier report: a package, its Excel file, or its figures.csv alone."""

import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.periods import KINDS
from desktop_app.domain.previous_choice import UnitFigures
from desktop_app.domain.records.activities import FundGroup
from desktop_app.errors import SheetFileError
from desktop_app.exchange.spreadsheet.reading import read_book
from desktop_app.exchange.tabular import unguarded
from desktop_app.vietnamese.folding import fold

Number = int | float
_DESCRIPTOR, _FIGURES, _WORKBOOK = "datapackage.json", "data/figures.csv", "SoLieu.xlsx"
_MOST_BYTES = 20_000_000
_LABEL, _VALUE = fold("Nội dung, chỉ tiêu"), fold("Kỳ này")
_FACTS = {fold("Mã đơn vị"): "code", fold("Đơn vị báo cáo"): "name", fold("Năm báo cáo"): "year"}
_PERIOD = fold("Kỳ báo cáo")


class _About(msgspec.Struct, frozen=True):
    """What a package says of itself; other keys may stand there."""

    unit_code: str
    unit_name: str
    year: int
    province_name: str = ""
    period: str = ""


class _Descriptor(msgspec.Struct, frozen=True):
    sohangviet: _About


def read_previous(path: Path) -> UnitFigures:
    """Return the totals of an earlier report.

    Args:
        path: the package (.zip), its SoLieu.xlsx, or figures.csv; the last one does not say whose figures it has.

    Raises:
        SheetFileError: the file cannot be read or has no figures of a report.
    """
    if path.suffix.lower() == ".zip":
        found = _from_package(path)
    elif path.suffix.lower() == ".csv":
        found = UnitFigures(indicators=_csv_figures(_content(path)))
    else:
        found = _from_workbook(path)
    if not found.indicators:
        raise SheetFileError(
            f"Tệp “{path.name}” không có số liệu chỉ tiêu nào đọc được; hãy chọn gói báo cáo (.zip) hoặc SoLieu.xlsx."
        )
    return replace(found, file=path.name)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SheetFileError(f"Tệp “{path.name}” quá lớn, không phải tệp số liệu của báo cáo.")
        return path.read_bytes()
    except OSError as error:
        raise SheetFileError(
            f"Không đọc được tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error


def _from_package(path: Path) -> UnitFigures:
    try:
        with zipfile.ZipFile(io.BytesIO(_content(path))) as archive:
            about = msgspec.json.decode(_part(archive, _DESCRIPTOR), type=_Descriptor).sohangviet
            figures = _csv_figures(_part(archive, _FIGURES))
            funds = _funds_of(_part(archive, _WORKBOOK)) if _WORKBOOK in archive.namelist() else None
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        OSError,
        EOFError,
        KeyError,
        RuntimeError,
    ) as error:
        raise SheetFileError(
            f"Tệp “{path.name}” không phải gói báo cáo của chương trình này, hoặc bị hỏng; hãy xin lại tệp."
        ) from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise SheetFileError(f"Không đọc được số liệu trong gói “{path.name}”; hãy xin lại tệp.") from error
    return UnitFigures(
        unit_code=about.unit_code,
        unit_name=about.unit_name,
        province_name=about.province_name,
        year=about.year,
        period=about.period,
        indicators=figures,
        funds=funds,
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_BYTES:
        raise zipfile.BadZipFile(name)
    return archive.read(name)


def _csv_figures(content: bytes) -> dict[str, Number]:
    known = {one.code for one in load_indicators() if one.source != "computed"}
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return {}
    found: dict[str, Number] = {}
    for row in rows:
        code, number = unguarded(row.get("indicator") or ""), _number(row.get("value"))
        if code in known and number is not None:
            found[code] = number
    return found


def _number(cell: object) -> Number | None:
    """Return a total, which is finite and not negative; None for anything else."""
    if isinstance(cell, bool):
        return None
    try:
        number = float(str(cell))
    except ValueError:
        return None
    if not 0 <= number < 10**15:
        return None
    return int(number) if number.is_integer() else number


def _from_workbook(path: Path) -> UnitFigures:
    facts: dict[str, str] = {}
    totals: dict[str, Number] = {}
    for sheet in read_book(path).sheets:
        rows = [list(row) for row in sheet.rows]
        facts |= _facts(rows)
        totals |= _labelled(rows)
    year = facts.get("year", "")
    return UnitFigures(
        unit_code=facts.get("code", ""),
        unit_name=facts.get("name", ""),
        year=int(year) if year.isdigit() else 0,
        period=facts.get("period", ""),
        indicators={one.code: totals[one.code] for one in load_indicators() if one.code in totals},
        funds=_funds(totals),
    )


def _facts(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """Return unit, year and period out of the sheet "Thông tin"."""
    found: dict[str, str] = {}
    codes = {fold(kind.name): kind.code for kind in KINDS} | {fold(kind.code): kind.code for kind in KINDS}
    for row in rows:
        if len(row) < 2:
            continue
        label, value = fold(str(row[0])), str(row[1]).removesuffix(".0").strip()
        if label in _FACTS:
            found[_FACTS[label]] = value
        elif label == _PERIOD:
            found["period"] = codes.get(fold(value), "?")
    return found


def _labelled(rows: Sequence[Sequence[Any]]) -> dict[str, Number]:
    """Return code -> total of the rows below the heading of Phụ lục I; groups of funds stand under their own name."""
    names = {fold(one.label): one.code for one in load_indicators() if one.source != "computed"}
    names |= {fold(label): group for group, label in FUND_GROUPS.items()}
    label_at = value_at = -1
    found: dict[str, Number] = {}
    for row in rows:
        folded = [fold(str(cell)) for cell in row] if label_at < 0 else []
        if _LABEL in folded and _VALUE in folded:
            label_at, value_at = folded.index(_LABEL), folded.index(_VALUE)
        elif 0 <= label_at < len(row) > value_at:
            code, number = names.get(fold(str(row[label_at]))), _number(row[value_at])
            if code is not None and number is not None:
                found[code] = number
    return found


def _funds(totals: Mapping[str, Number]) -> dict[FundGroup, int] | None:
    found = {group: int(totals[group]) for group in FundGroup if group in totals}
    return found or None


def _funds_of(workbook: bytes) -> dict[FundGroup, int] | None:
    # The data files of a package have no sums of money by group; its Excel file has.
    with TemporaryDirectory(prefix="so_hang_viet_", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / _WORKBOOK
        path.write_bytes(workbook)
        totals: dict[str, Number] = {}
        for sheet in read_book(path).sheets:
            totals |= _labelled([list(row) for row in sheet.rows])
    return _funds(totals)
