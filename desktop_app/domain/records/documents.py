"""Văn bản: one document sent, received or used as a legal basis (product row B3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.document_numbers import search_forms

INVITATION = "Giấy mời"
"""A kind of document that is not counted among those issued (domain rule of the yearly report)."""


class Direction(StrEnum):
    """Where a document goes."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    BASIS = "basis"


class NumberSeries(StrEnum):
    """Whose number series an outgoing document has; a committee with the Front's seal keeps its own."""

    COMMITTEE = "committee"
    FRONT = "front"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """One document; it belongs to the report period that holds `issued_on`.

    Attributes:
        number, symbol: "03" and "TB-MTTQ-BCĐ" of 03/TB-MTTQ-BCĐ; a number keeps its leading zero.
        short_name: how a report names a legal basis after the first time.
        is_period_report: the report of the period itself, which is not counted among its documents.
        reply_due_on: until when an incoming document asks for an answer.
    """

    abstract: str = attribute(FieldKind.TEXT, required=True, max_length=1000, searched=True)
    direction: Direction = attribute(
        FieldKind.CHOICE, choices=Direction, default=Direction.OUTGOING, half=True
    )
    series: NumberSeries = attribute(
        FieldKind.CHOICE, choices=NumberSeries, default=NumberSeries.COMMITTEE, half=True
    )
    number: str = attribute(FieldKind.TEXT, max_length=20, expected=True, searched=True, half=True)
    symbol: str = attribute(
        FieldKind.TEXT, max_length=60, expected=True, suggest=True, searched=True, half=True
    )
    issued_on: date | None = attribute(FieldKind.DATE, required=True, half=True)
    doc_type: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    issuer: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True)
    signer: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    signer_title: str = attribute(FieldKind.TEXT, suggest=True, half=True)
    content_code: str = attribute(FieldKind.CONTENT)
    is_period_report: bool = attribute(FieldKind.FLAG)
    received_on: date | None = attribute(FieldKind.DATE, group="details", half=True)
    reply_due_on: date | None = attribute(FieldKind.DATE, group="details", half=True)
    short_name: str = attribute(FieldKind.TEXT, group="details")
    recipients: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, group="details")
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, group="details")

    @property
    def display(self) -> str:
        """Return number and symbol as they are written: 03/TB-MTTQ-BCĐ, 03-CT/TW."""
        if not (self.number and self.symbol):
            return self.number or self.symbol
        return f"{self.number}{'-' if '/' in self.symbol else '/'}{self.symbol}"

    def search_words(self) -> tuple[str, ...]:
        """Return the other ways of writing the number, so that "28/CT-TTg" finds "28/CT-CP" and 3 finds 03."""
        return search_forms(self.display)

    def own_problems(self) -> Mapping[str, str]:
        """Return an arrival before the day of issue."""
        if self.issued_on and self.received_on and self.received_on < self.issued_on:
            return {"received_on": f"Nhận trước ngày ban hành ({format_date(self.issued_on)})."}
        return {}
