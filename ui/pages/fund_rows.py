"""What the summary of funds shows: a row for each source, and the records behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.records.base import Record
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.rules import Register
from desktop_app.ledger import Ledger
from desktop_app.ledger.reporting import FundRow
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer, format_percent
from ui.roles import Tone
from ui.widgets.table_model import Column

_INDENT = "\u2003"
_ALL, _UNNAMED = "Tổng cộng", "Chưa ghi tên nguồn"


@dataclass(frozen=True, kw_only=True)
class SummaryRow(Record):
    """A row of the summary, in the shape that the table of records takes."""

    row: FundRow

    @property
    def title(self) -> str:
        """The source, the group, or the words for everything."""
        if self.row.group is None:
            return _ALL
        return self.row.source or (FUND_GROUPS[self.row.group] if self.is_sum else _UNNAMED)

    @property
    def is_sum(self) -> bool:
        """Whether the row adds others up."""
        return not self.id.startswith("source")


@dataclass(frozen=True, kw_only=True)
class BehindRow(Record):
    """One record behind a figure.

    Attributes:
        register, record_id: where it stands.
        day: of the record in its register; None where it has none.
    """

    register: str
    record_id: str
    what: str
    name: str
    day: date | None
    source: str
    amount_vnd: int
    in_kind: bool


def summary_rows(rows: Sequence[FundRow]) -> list[SummaryRow]:
    """Return the rows; the first of each group is its sum."""
    made: list[SummaryRow] = []
    group: object = ""
    for place, row in enumerate(rows):
        kind = "sum" if row.group is None or row.group is not group else "source"
        group = row.group
        made.append(SummaryRow(id=f"{kind}{place}", row=row))
    return made


def behind_rows(ledger: Ledger, row: FundRow) -> list[BehindRow]:
    """Return the records behind a row, what was planned first."""
    made: list[BehindRow] = []
    for what, lines in (("Dự toán", row.planned), ("Đã chi", row.spent)):
        for line in lines:
            register = REGISTERS[line.register]
            record = ledger.register(line.register).get(line.record_id)
            one = register.words.one
            made.append(
                BehindRow(
                    id=f"{len(made)}",
                    register=line.register,
                    record_id=line.record_id,
                    what=f"{what} · {one}",
                    name=str(getattr(record, register.naming_field)),
                    day=_day(register, record),
                    source=line.source,
                    amount_vnd=line.amount_vnd,
                    in_kind=line.in_kind,
                )
            )
    return made


def summary_columns() -> list[Column[SummaryRow]]:
    """Return the columns of the summary."""
    return [
        Column("Nguồn kinh phí", _title, tone=lambda one: Tone.NEUTRAL if one.is_sum else None),
        Column("Dự toán", lambda one: _money(one.row.planned_vnd), width=128, number=True),
        Column("Đã chi", lambda one: _money(one.row.spent_vnd), width=128, number=True),
        Column(
            "Trong đó hiện vật",
            lambda one: _money(one.row.in_kind_vnd),
            width=128,
            number=True,
            optional=True,
        ),
        Column("Sử dụng", _used, width=128, tone=lambda one: Tone.BAD if one.row.is_overspent else None),
    ]


def behind_columns() -> list[Column[BehindRow]]:
    """Return the columns of the records behind a row."""
    return [
        Column("Ngày", lambda one: format_date(one.day) if one.day else "", width=90),
        Column("Nội dung", lambda one: one.name),
        Column("Ghi ở", lambda one: one.what, width=190, optional=True),
        Column("Nguồn", lambda one: one.source, width=170, optional=True),
        Column("Số tiền (đồng)", lambda one: format_integer(one.amount_vnd), width=118, number=True),
        Column("", lambda one: "Hiện vật" if one.in_kind else "", width=84, tone=lambda _: Tone.NEUTRAL),
    ]


def _title(one: SummaryRow) -> str:
    return one.title if one.is_sum else f"{_INDENT}{one.title}"


def _money(amount: int) -> str:
    return format_integer(amount) if amount else "–"


def _used(one: SummaryRow) -> str:
    share = one.row.used_pct
    if share is None:
        return "Không có dự toán" if one.row.spent_vnd else ""
    return f"Vượt: {format_percent(share)}" if one.row.is_overspent else format_percent(share)


def _day(register: Register[Record], record: Record) -> date | None:
    value = getattr(record, register.date_field) if register.date_field else None
    return value if isinstance(value, date) else None
