"""Kinh phí: money planned, and money spent that no activity tells of (product row B10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.base import Record


class FundKind(StrEnum):
    """Planned, or spent."""

    PLANNED = "planned"
    SPENT = "spent"


@dataclass(frozen=True, kw_only=True)
class FundEntry(Record):
    """One sum from one source; it belongs to the period that holds `entered_on`.

    Money spent on an activity stands in that activity; here stands only what belongs to none, so that nothing is
    counted twice (TT 91/2012/TT-BTC, TT 89/2018/TT-BTC).

    Attributes:
        amount_vnd: whole đồng; goods at their value.
    """

    purpose: str = attribute(FieldKind.TEXT, required=True, suggest=True, searched=True)
    kind: FundKind = attribute(FieldKind.CHOICE, choices=FundKind, default=FundKind.PLANNED, half=True)
    entered_on: date | None = attribute(FieldKind.DATE, required=True, half=True)
    source: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    fund_group: FundGroup = attribute(
        FieldKind.CHOICE, choices=FundGroup, default=FundGroup.STATE_BUDGET, half=True
    )
    amount_vnd: int | None = attribute(FieldKind.MONEY, expected=True, half=True)
    in_kind: bool = attribute(FieldKind.FLAG, half=True)
    content_code: str = attribute(FieldKind.CONTENT)
    voucher: str = attribute(FieldKind.TEXT, searched=True, half=True)
    giver: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000)
