"""What a preview of an import shows: sheets with their columns, rows with their state, questions to answer."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.legacy_fonts import LegacyEncoding


@dataclass(frozen=True)
class SheetChoice:
    """What the user has said of a sheet, or what was remembered; an empty value leaves it to the program.

    Attributes:
        register: name of the register; "-" leaves the sheet out.
        columns: folded heading -> key of a column, "-" to leave the column out.
        heading_row: from 1, as the spreadsheet counts; 0 to look for it.
        encoding: of the sheet's texts without a legacy font.
        encoding_is_known: the user has answered; `encoding` None then means Unicode.
        with_hidden_rows: read hidden rows too.
    """

    register: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    heading_row: int = 0
    encoding: LegacyEncoding | None = None
    encoding_is_known: bool = False
    with_hidden_rows: bool = False


@dataclass(frozen=True)
class ColumnMatch:
    """One column of a sheet.

    Attributes:
        place: from 0. letters: "B". heading: as it stands in the sheet; several rows are joined.
        key: of the register's column; "" is unknown, "-" left out.
        unit: what bare numbers are multiplied by.
        folded: the heading under which a choice is remembered.
        sample: the first values below the heading.
    """

    place: int
    letters: str
    heading: str
    key: str
    folded: str
    unit: int = 1
    sample: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetMatch:
    """How a sheet is read.

    Attributes:
        register: "" when no register fits.
        heading_row: the last row of the heading, from 0; -1 when none was found.
        notes: Vietnamese sentences on what was recognised.
    """

    register: str
    heading_row: int
    columns: tuple[ColumnMatch, ...]
    notes: tuple[str, ...] = ()

    @property
    def unknown(self) -> tuple[ColumnMatch, ...]:
        """The columns with a heading that nothing was found for."""
        return tuple(one for one in self.columns if not one.key)


@dataclass(frozen=True)
class ColumnName:
    """What a column of a sheet can be matched with: key, heading of the template, a sentence of help."""

    key: str
    heading: str
    help: str = ""


class RowState(Enum):
    """What would be done with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ERROR = "error"
    DOUBTFUL = "doubtful"
    SKIPPED = "skipped"


NEW_RECORD, LEAVE_OUT = "", "-"
"""Answers to a doubtful row: a record of its own, or not at all; any other answer is a candidate's id."""


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be written: the address of the cell ("B7"), the field's label, a sentence."""

    address: str
    label: str
    sentence: str


@dataclass(frozen=True)
class Change:
    """A value that would change, as people read it."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Candidate:
    """A record that a doubtful row may mean."""

    id: str
    title: str
    date: date | None
    detail: str


@dataclass(frozen=True)
class RowPreview:
    """One row.

    Attributes:
        row: as the spreadsheet counts, from 1.
        title: of the record, for the list.
        problems: of an ERROR. changes: of a CHANGED. candidates: of a DOUBTFUL.
        remarks: what was understood in a way worth a look, or why the row is passed over.
        values: attribute -> value, only what the sheet says. letters: attribute -> letters of its column.
        base: the record that is in the ledger, None for a new one.
        record: as it would be written; None for what is not written.
    """

    sheet: str
    register: str
    row: int
    state: RowState
    title: str = ""
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    remarks: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    base: Record | None = None
    record: Record | None = None
    bases: Mapping[str, Record] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int]:
        """What tells rows apart: name of the sheet and number of the row."""
        return self.sheet, self.row


@dataclass(frozen=True)
class LegacyGuess:
    """Texts that seem to be in a legacy encoding without their font saying so; to be asked.

    Attributes:
        samples: some texts as they stand in the file, and as they would be read.
    """

    encoding: LegacyEncoding
    samples: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SheetPreview:
    """One sheet.

    Attributes:
        match: register, heading row and columns; its register is "" for a sheet that is not read.
        guess: a question that must be answered before anything is written, None when there is none.
        notes: Vietnamese sentences on the whole sheet.
    """

    name: str
    match: SheetMatch
    guess: LegacyGuess | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do; nothing has been written."""

    file: str
    sheets: tuple[SheetPreview, ...]
    rows: tuple[RowPreview, ...]
    notes: tuple[str, ...] = ()

    def count(self, state: RowState) -> int:
        """Return how many rows are in a state."""
        return self.counts[state]

    @property
    def counts(self) -> Counter[RowState]:
        """How many rows are in each state."""
        return Counter(row.state for row in self.rows)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """What must be answered or mended before the import can be written, as Vietnamese sentences."""
        counts = self.counts
        found = [
            f"Tờ “{one.name}”: chữ có vẻ viết bằng phông cũ; hãy xác nhận bảng mã."
            for one in self.sheets
            if one.guess
        ]
        if counts[RowState.ERROR]:
            found.append(f"Còn {counts[RowState.ERROR]} dòng có lỗi.")
        if counts[RowState.DOUBTFUL]:
            found.append(f"Còn {counts[RowState.DOUBTFUL]} dòng chưa rõ là mục nào trong sổ.")
        return tuple(found)

    @property
    def has_something_to_write(self) -> bool:
        """Tell whether any row is new or changed."""
        counts = self.counts
        return bool(counts[RowState.NEW] + counts[RowState.CHANGED])


@dataclass(frozen=True)
class ImportChoices:
    """How far an import goes.

    Attributes:
        leave_out_errors: write the right rows although others have errors or are not answered.
        leave_out: rows (sheet, row) that the user has unticked.
    """

    leave_out_errors: bool = False
    leave_out: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True)
class ImportResult:
    """What was written.

    Attributes:
        operation: its number, for Hoàn tác. backup: the copy of the ledger made before.
    """

    operation: int
    added: int
    changed: int
    backup: str
