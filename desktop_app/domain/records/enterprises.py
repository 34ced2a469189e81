"""Doanh nghiệp, hợp tác xã, hộ kinh doanh and the support they got (product row B9)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.base import Record
from desktop_app.domain.records.ocop_products import OwnerType


class SupportKind(StrEnum):
    """Kinds of support that the plans name."""

    CAPITAL = "capital"
    TECHNOLOGY = "technology"
    START_UP = "start_up"
    INDUSTRY_PROMOTION = "industry_promotion"
    TRADE_PROMOTION = "trade_promotion"
    TRADEMARK = "trademark"
    TRAINING = "training"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Support:
    """One support that an enterprise got.

    Attributes:
        amount_vnd: whole đồng, in kind at its value; None where it is not money.
        activity: id of the activity whose funds hold it; without one it is counted here.
    """

    given_on: date | None = attribute(FieldKind.DATE, required=True, half=True)
    kind: SupportKind = attribute(
        FieldKind.CHOICE, choices=SupportKind, default=SupportKind.CAPITAL, half=True
    )
    content: str = attribute(FieldKind.TEXT)
    amount_vnd: int | None = attribute(FieldKind.MONEY, half=True)
    source: str = attribute(FieldKind.TEXT, half=True)
    group: FundGroup = attribute(
        FieldKind.CHOICE, choices=FundGroup, default=FundGroup.STATE_BUDGET, half=True
    )
    in_kind: bool = attribute(FieldKind.FLAG, half=True)
    activity: str = attribute(FieldKind.LINK, register="activities")


@dataclass(frozen=True, kw_only=True)
class Enterprise(Record):
    """One enterprise, co-operative or household business.

    Attributes:
        signed_commitment_on: when it signed the commitment to protect consumers.
    """

    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    kind: OwnerType = attribute(FieldKind.CHOICE, choices=OwnerType, default=OwnerType.COMPANY, half=True)
    commune: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    address: str = attribute(FieldKind.TEXT, searched=True)
    representative: str = attribute(FieldKind.TEXT, searched=True, half=True)
    field: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    products: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, searched=True)
    signed_commitment_on: date | None = attribute(FieldKind.DATE, half=True)
    website: str = attribute(FieldKind.TEXT, half=True)
    supports: tuple[Support, ...] = attribute(FieldKind.ROWS, row=Support, group="supports")
    phone: str = attribute(FieldKind.TEXT, max_length=20, personal=True, group="details", half=True)
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, group="details")
