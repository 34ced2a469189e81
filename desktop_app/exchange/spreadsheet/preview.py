"""Preview an import: read the file, match its sheets, say for every row what would be done; nothing is written."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from desktop_app.domain.fields import FieldKind
from desktop_app.domain.import_preview import (
    LEAVE_OUT,
    ImportPreview,
    LegacyGuess,
    RowPreview,
    RowState,
    SheetChoice,
    SheetMatch,
    SheetPreview,
)
from desktop_app.domain.plans import Plan
from desktop_app.domain.registers import REGISTERS
from desktop_app.exchange.spreadsheet.book import Book, Sheet
from desktop_app.exchange.spreadsheet.context import Context
from desktop_app.exchange.spreadsheet.headings import IGNORED
from desktop_app.exchange.spreadsheet.known_records import KnownRecords
from desktop_app.exchange.spreadsheet.matching import match_sheet
from desktop_app.exchange.spreadsheet.reading import read_book
from desktop_app.exchange.spreadsheet.settling import settled
from desktop_app.exchange.spreadsheet.sheet_rows import SheetRows
from desktop_app.report.model import Progress
from desktop_app.storage.register_store import RegisterStore
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.legacy_fonts import NAMES, guess, is_beyond_latin_1, to_unicode
from desktop_app.vietnamese.text import clean

GUIDE_SHEET = "Hướng dẫn"
_EVERY = 40
_SAMPLES = 5
_GUESSED_ROWS = 3_000
_UNREAD = SheetMatch("", -1, ())


class LedgerView(Protocol):
    """What a preview asks of a ledger."""

    def today(self) -> date:
        """Return today."""

    @property
    def year(self) -> int:
        """The working year."""

    def plan(self, year: int) -> Plan:
        """Return the plan of a year."""

    def years(self) -> list[int]:
        """Return the years that have a plan."""

    def register(self, name: str) -> RegisterStore[Any]:
        """Return a register."""


def read_import(
    ledger: LedgerView,
    path: Path,
    choices: Mapping[str, SheetChoice] | None = None,
    remembered: Mapping[str, Mapping[str, str]] | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """Return what importing a file would do.

    Args:
        ledger: what the rows are compared with.
        path: an .xlsx, .xls or .ods file.
        choices: name of a sheet -> what the user said of it; "" holds for every sheet without its own.
        remembered: register -> folded heading -> key of a column, chosen before.
        progress: called now and then with rows done and rows in all; may raise `CancelledError`.

    Raises:
        SheetFileError: the file cannot be read.
    """
    return _Reader(ledger, read_book(path), choices or {}, remembered or {}, progress).preview()


def with_answer(preview: ImportPreview, key: tuple[str, int], answer: str) -> ImportPreview:
    """Return the preview after a question about a row was answered.

    Args:
        preview: the preview.
        key: sheet and number of the row.
        answer: id of a candidate, `NEW_RECORD` or `LEAVE_OUT`.
    """
    return dataclasses.replace(
        preview, rows=tuple(_answered(row, answer) if row.key == key else row for row in preview.rows)
    )


def _answered(row: RowPreview, answer: str) -> RowPreview:
    if answer == LEAVE_OUT:
        return dataclasses.replace(
            row, state=RowState.SKIPPED, record=None, remarks=("Bỏ qua theo lựa chọn.",)
        )
    base = row.bases[answer] if answer else None
    return settled(REGISTERS[row.register], row, base)


class _Reader:
    def __init__(
        self,
        ledger: LedgerView,
        book: Book,
        choices: Mapping[str, SheetChoice],
        remembered: Mapping[str, Mapping[str, str]],
        progress: Progress | None,
    ) -> None:
        self._ledger = ledger
        self._book = book
        self._choices = choices
        self._remembered = remembered
        self._progress = progress or (lambda done, total: None)
        self._known: dict[str, KnownRecords] = {}
        self._plan = ledger.plan(ledger.year) if ledger.years() else None
        self._context = Context(
            today=ledger.today(),
            year=ledger.year,
            dates_from_1904=book.dates_from_1904,
            plan_items=self._plan_items(),
            links=lambda register, text: self._records(register).linked(text),
        )

    def preview(self) -> ImportPreview:
        sheets = [self._sheet(sheet) for sheet in self._book.sheets]
        total = sum(
            len(sheet.rows)
            for sheet, one in zip(self._book.sheets, sheets, strict=True)
            if one.match.register
        )
        rows: dict[str, list[RowPreview]] = {}
        done = 0
        for sheet, one in sorted(
            zip(self._book.sheets, sheets, strict=True), key=lambda pair: _depth(pair[1].match.register)
        ):
            if one.match.register:
                rows[sheet.name] = self._rows(sheet, one.match, done, total)
                done += len(sheet.rows)
        self._progress(total, total)
        ordered = tuple(row for sheet in self._book.sheets for row in rows.get(sheet.name, ()))
        return ImportPreview(self._book.name, tuple(sheets), ordered, self._book.notes)

    def _rows(self, sheet: Sheet, match: SheetMatch, done: int, total: int) -> list[RowPreview]:
        reader = SheetRows(sheet, match, self._records(match.register), self._context, self._plan)
        found: list[RowPreview] = []
        for row in reader.read(with_hidden=self._choice(sheet).with_hidden_rows):
            found.append(row)
            if len(found) % _EVERY == 0:
                self._progress(min(done + row.row, total), total)
        return found

    def _choice(self, sheet: Sheet) -> SheetChoice:
        return self._choices.get(sheet.name) or self._choices.get("") or SheetChoice()

    def _sheet(self, sheet: Sheet) -> SheetPreview:
        choice = self._choice(sheet)
        if choice.register == IGNORED:
            return SheetPreview(sheet.name, _UNREAD, notes=("Tờ này được bỏ qua theo lựa chọn.",))
        if sheet.hidden and not choice.register:
            return SheetPreview(sheet.name, _UNREAD, notes=("Tờ đang ẩn nên không nhập.",))
        if fold(sheet.name) == fold(GUIDE_SHEET) or not sheet.rows:
            return SheetPreview(sheet.name, _UNREAD, notes=() if sheet.rows else ("Tờ trống.",))
        question, notes = _settle_encoding(sheet, choice)
        match = match_sheet(sheet, choice, self._remembered)
        if not match.register:
            notes.append("Không tìm thấy dòng tiêu đề cột quen thuộc; hãy chọn sổ, dòng tiêu đề và ghép cột.")
        notes += _missing_columns(match)
        if sheet.hidden_columns & {one.place for one in match.columns}:
            notes.append("Có cột đang ẩn; cột ẩn vẫn được đọc.")
        return SheetPreview(sheet.name, match, question, (*match.notes, *notes))

    def _records(self, name: str) -> KnownRecords:
        if name not in self._known:
            self._known[name] = KnownRecords(REGISTERS[name], self._ledger.register(name).everything())
        return self._known[name]

    def _plan_items(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for year in self._ledger.years():  # the working year's last: its items count where names meet
            for item in self._ledger.plan(year).items:
                found |= {fold(item.title): item.key, fold(item.key): item.key}
        for item in self._plan.items if self._plan else ():
            found |= {fold(item.title): item.key, fold(item.key): item.key}
        return found


def _settle_encoding(sheet: Sheet, choice: SheetChoice) -> tuple[LegacyGuess | None, list[str]]:
    """Set how texts without a legacy font are read; return the question and what is said of it."""
    notes = []
    if any(style.encoding for style in sheet.styles.values()):
        notes.append("Chữ trong phông .Vn… (TCVN3) hoặc VNI được chuyển sang Unicode theo tên phông.")
    if choice.encoding_is_known:
        sheet.assumed = choice.encoding
        return None, notes
    texts = [
        value
        for row, line in enumerate(sheet.rows[:_GUESSED_ROWS])
        for column, value in enumerate(line)
        if isinstance(value, str) and not value.isascii() and not sheet.styles.get((row, column), (None,))[0]
    ]
    encoding = guess(texts)
    if encoding is None:
        return None, notes
    sheet.assumed = encoding
    legacy = [text for text in texts if not is_beyond_latin_1(text)]
    samples = tuple(
        (text, clean(to_unicode(text, encoding))) for text in list(dict.fromkeys(legacy))[:_SAMPLES]
    )
    notes.append(
        f"Chữ có vẻ viết bằng {NAMES[encoding]} mà phông không cho biết; đã tạm chuyển, cần xác nhận."
    )
    return LegacyGuess(encoding, samples), notes


def _missing_columns(match: SheetMatch) -> list[str]:
    notes = []
    if match.register:
        register = REGISTERS[match.register]
        keys = {one.key for one in match.columns}
        missing = [
            register.label(name)
            for name, spec in register.specs.items()
            if spec.required and name not in keys
        ]
        if missing:
            notes.append(f"Chưa có cột {', '.join(f'“{one}”' for one in missing)}; dòng mới cần các cột này.")
    if match.unknown:
        listed = ", ".join(f"{one.letters} “{one.heading}”" for one in match.unknown[:20])
        notes.append(f"Cột chưa nhận ra, sẽ không nhập: {listed}.")
    return notes


def _depth(name: str, seen: tuple[str, ...] = ()) -> int:
    """Return how many registers a register's links lead through, so that what is linked is read before."""
    if not name or name in seen:
        return 0
    linked: list[Any] = [
        spec.register for spec in REGISTERS[name].specs.values() if spec.kind is FieldKind.LINK
    ]
    return max((1 + _depth(one, (*seen, name)) for one in linked if one in REGISTERS), default=0)
