"""The one-page form by which other bodies report their figures: what it asks, its code, what came back (row B13)."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.indicators import LEADERSHIP, Indicator, load_indicators
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.reported_figures import ReportedFigures

BODY, REPORT_NUMBER, JOINT_NOTE = "@body", "@report_number", "@joint_note"
"""Keys of the texts of a form, beside the codes of indicators."""

_MARK, _PARTER = "SHV-BIEU-1", "|"
_PARTS = 7


class FormCode(NamedTuple):
    """What stands hidden in a form, so that it is read back without guessing.

    Attributes:
        unit_code: of the office that asks.
        record_id: of the body's row in the register, "" in a form for any body.
        period_from, period_to: the days that the figures are asked for; the first may be open.
        indicators: codes in the order of the lines.
    """

    unit_code: str
    record_id: str
    period_from: date | None
    period_to: date
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class FigureForm:
    """A form as it is written.

    Attributes:
        code: what stands hidden in it.
        asking_lines: the office that asks, as the head of its papers names it.
        asker: the same in a sentence.
        year: of the campaign's title.
        body: who is asked; "" leaves a line to fill in.
        due_on: until when the answer is wanted.
    """

    code: FormCode
    asking_lines: tuple[str, ...]
    asker: str
    year: int
    body: str
    due_on: date | None

    @property
    def lines(self) -> tuple[Indicator, ...]:
        """The indicators that are asked for."""
        known = {one.code: one for one in load_indicators()}
        return tuple(known[code] for code in self.code.indicators)


@dataclass(frozen=True)
class FormRequest:
    """What the officer chose.

    Attributes:
        records: rows of the bodies that are asked; none asks for one empty form.
        indicators: codes.
        formats: "xlsx", "docx".
    """

    records: tuple[ReportedFigures, ...]
    indicators: tuple[str, ...]
    period_from: date | None
    period_to: date
    due_on: date | None
    formats: tuple[str, ...]


class FilledLine(NamedTuple):
    """One line of a form that came back.

    Attributes:
        address: of the cell in Excel, or the line of the table in Word.
        value: None when nothing is written or it cannot be read.
        problem: why it cannot be read.
    """

    code: str
    address: str
    value: int | None
    problem: str = ""


@dataclass(frozen=True)
class FilledForm:
    """A form that came back; texts are "" where nothing is written."""

    code: FormCode
    lines: tuple[FilledLine, ...]
    body: str = ""
    report_number: str = ""
    joint_note: str = ""


class ChangeKind(Enum):
    """What receiving a form does to one value."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


class FormChange(NamedTuple):
    """One value of a form beside what the ledger holds.

    Attributes:
        label: name of the indicator or field.
        before, after: as texts; "" is empty.
        note: of a bad value, where it stands and why it is not taken.
    """

    kind: ChangeKind
    label: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True)
class FormPreview:
    """What one file would do.

    Attributes:
        refused: why nothing of it can be taken; then everything below is empty.
        record: the row of the register as it would be saved.
        changes: all values of the form.
    """

    path: Path
    refused: str = ""
    record: ReportedFigures | None = None
    changes: tuple[FormChange, ...] = ()

    def count(self, kind: ChangeKind) -> int:
        """Return how many values are of a kind."""
        return sum(change.kind is kind for change in self.changes)


def code_text(code: FormCode) -> str:
    """Return the code as it stands in the file, with a checksum."""
    text = _PARTER.join(
        (
            _MARK,
            code.unit_code,
            code.record_id,
            code.period_from.isoformat() if code.period_from else "",
            code.period_to.isoformat(),
            ",".join(code.indicators),
        )
    )
    return f"{text}{_PARTER}{_checksum(text)}"


def read_code(text: str) -> FormCode | None:
    """Return the code that a text holds, None when it is none, is cut, or names unknown indicators."""
    parts = text.strip().split(_PARTER)
    whole, _, checksum = text.strip().rpartition(_PARTER)
    if len(parts) != _PARTS or parts[0] != _MARK or checksum != _checksum(whole):
        return None
    _, unit_code, record_id, first, last, codes, _ = parts
    indicators = tuple(code for code in codes.split(",") if code)
    known = {one.code for one in load_indicators()}
    if not known.issuperset(indicators):
        return None
    try:
        begin = date.fromisoformat(first) if first else None
        return FormCode(unit_code, record_id, begin, date.fromisoformat(last), indicators)
    except ValueError:
        return None


def askable_indicators() -> tuple[Indicator, ...]:
    """Return the indicators that bodies can be asked for: typed by officers, added up over units."""
    return tuple(one for one in load_indicators() if one.is_typed and one.over_units == "sum")


def usual_indicators(plan: Plan) -> tuple[str, ...]:
    """Return the codes that belong to the contents of a plan, with those of leading the campaign."""
    homes = {code for item in plan.items for code in item.content_codes} | {LEADERSHIP}
    return tuple(one.code for one in askable_indicators() if one.home in homes)


def in_form_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes in the order of the annex, unknown ones left out."""
    wanted = set(codes)
    return tuple(one.code for one in askable_indicators() if one.code in wanted)


def merged_figures(before: Mapping[str, int], lines: Iterable[FilledLine]) -> dict[str, int]:
    """Return the figures with those of a form in place of the earlier ones; an empty line takes nothing away."""
    return {**before, **{line.code: line.value for line in lines if line.value is not None}}


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08X}"
