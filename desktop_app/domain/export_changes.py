"""What changed in a report since its last export: figures, sections, records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.narrative_changes import Piece, difference
from desktop_app.vietnamese.numbers import format_money, format_number, format_percent, two_digits

_MONEY = "đồng"
Number = int | float | None


@dataclass(frozen=True)
class ExportSnapshot:
    """What a report told when it was exported; kept for the last export of each report.

    Attributes:
        exported_at: ISO 8601 local time.
        figures: code of an indicator, or "funds:<group>" -> its total.
        headings, texts: key of a section -> heading, and printed text.
        records: register -> id -> how often the record was saved.
    """

    revision: int
    check_code: str
    exported_at: str
    figures: Mapping[str, Number]
    headings: Mapping[str, str]
    texts: Mapping[str, str]
    records: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class FigureChange:
    """A total that is another now; `old` and `new` as printed, "" where there was or is none."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class SectionChange:
    """A section whose printed text is another now; "" where there was or is none."""

    key: str
    heading: str
    old: str
    new: str

    def pieces(self) -> tuple[Piece, ...]:
        """Return both texts as one run of words, old words before new ones."""
        return difference(self.old, self.new)


class RecordFate(StrEnum):
    """What became of a record of the report."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class RecordChange:
    """A record that came, was saved again, or belongs to the report no longer."""

    fate: RecordFate
    register: str
    record_id: str
    title: str = ""


@dataclass(frozen=True)
class ExportChanges:
    """Everything that is not as it was in the last export.

    Attributes:
        revision, exported_at: of that export.
        is_compared: False for an export made before the ledger kept what it told.
    """

    revision: int
    exported_at: str
    figures: tuple[FigureChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    is_compared: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed, as far as is known."""
        return not (self.figures or self.sections or self.records)

    def counts(self) -> dict[RecordFate, int]:
        """Return how many records had each fate."""
        return {fate: sum(one.fate is fate for one in self.records) for fate in RecordFate}

    def sentence(self) -> str:
        """Return "Từ lần xuất 1: 03 số liệu, 02 mục, 01 bản ghi đã thay đổi."."""
        begin = f"Từ lần xuất {self.revision}"
        if not self.is_compared:
            return f"{begin}: chưa so sánh được, vì lần xuất đó do phiên bản cũ của chương trình tạo."
        parts = [
            f"{two_digits(len(found))} {word}"
            for found, word in ((self.figures, "số liệu"), (self.sections, "mục"), (self.records, "bản ghi"))
            if found
        ]
        return f"{begin}: {', '.join(parts)} đã thay đổi." if parts else f"{begin}: không có gì thay đổi."


def export_changes(
    before: ExportSnapshot, now: ExportSnapshot, indicators: Sequence[Indicator]
) -> ExportChanges:
    """Return what differs between the last export and the report of now, without titles of records.

    Args:
        before: of the last export.
        now: of the report as it would be exported.
        indicators: in the order in which their figures are told.
    """
    return ExportChanges(
        before.revision,
        before.exported_at,
        tuple(_figures(before.figures, now.figures, indicators)),
        tuple(_sections(before, now)),
        tuple(_records(before.records, now.records)),
    )


def _figures(
    before: Mapping[str, Number], now: Mapping[str, Number], indicators: Sequence[Indicator]
) -> Iterator[FigureChange]:
    labels = {one.code: (one.label, one.unit) for one in indicators}
    labels |= {f"funds:{group}": (f"Kinh phí: {name}", _MONEY) for group, name in FUND_GROUPS.items()}
    for code, (label, unit) in labels.items():
        old, new = before.get(code), now.get(code)
        if old != new:
            yield FigureChange(label, _printed(old, unit), _printed(new, unit))


def _printed(value: Number, unit: str) -> str:
    if value is None:
        return ""
    if unit == _MONEY:
        return format_money(round(value))
    return format_percent(value) if unit == "%" else f"{format_number(value)} {unit}"


def _sections(before: ExportSnapshot, now: ExportSnapshot) -> Iterator[SectionChange]:
    headings = {**before.headings, **now.headings}
    in_order = [*now.headings, *(key for key in before.headings if key not in now.headings)]
    for key in in_order:
        old, new = before.texts.get(key, ""), now.texts.get(key, "")
        if old != new:
            yield SectionChange(key, headings[key], old, new)


def _records(
    before: Mapping[str, Mapping[str, int]], now: Mapping[str, Mapping[str, int]]
) -> Iterator[RecordChange]:
    for register, present in now.items():
        known = before.get(register, {})
        for record_id, saves in present.items():
            if record_id not in known:
                yield RecordChange(RecordFate.ADDED, register, record_id)
            elif known[record_id] != saves:
                yield RecordChange(RecordFate.CHANGED, register, record_id)
    for register, known in before.items():
        for record_id in known.keys() - now.get(register, {}).keys():
            yield RecordChange(RecordFate.REMOVED, register, record_id)
