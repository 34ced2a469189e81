"""Điểm bán hàng Việt: one point of sale (product row B7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class OutletKind(StrEnum):
    """The kinds of points of sale (Thanh Hóa (6) names the first two)."""

    PROUD = "proud"
    ESSENCE = "essence"
    OCOP = "ocop"
    MARKET = "market"
    SUPERMARKET = "supermarket"
    MOBILE = "mobile"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class PointOfSale(Record):
    """One point of sale.

    Attributes:
        vietnamese_goods_pct: share of Vietnamese goods, 0-100.
        support_vnd: support given, whole đồng, in kind at its value; it belongs to the period of `supported_on`
            (else of `opened_on`) and is counted there only if no activity tells of it already.
        support_activity: id of the activity whose funds hold the support.
    """

    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    kind: OutletKind = attribute(FieldKind.CHOICE, choices=OutletKind, default=OutletKind.PROUD, half=True)
    commune: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    address: str = attribute(FieldKind.TEXT, suggest=True, searched=True)
    manager: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    area_m2: int | None = attribute(FieldKind.INTEGER, half=True)
    vietnamese_goods_pct: float | None = attribute(FieldKind.DECIMAL, most=100, half=True)
    monthly_revenue_vnd: int | None = attribute(FieldKind.MONEY, half=True)
    opened_on: date | None = attribute(FieldKind.DATE, expected=True, half=True)
    closed_on: date | None = attribute(FieldKind.DATE, half=True)
    support_vnd: int | None = attribute(FieldKind.MONEY, group="support", half=True)
    supported_on: date | None = attribute(FieldKind.DATE, group="support", half=True)
    support_source: str = attribute(FieldKind.TEXT, suggest=True, group="support", half=True)
    support_group: FundGroup = attribute(
        FieldKind.CHOICE, choices=FundGroup, default=FundGroup.STATE_BUDGET, group="support", half=True
    )
    support_in_kind: bool = attribute(FieldKind.FLAG, group="support")
    support_content: str = attribute(FieldKind.TEXT, suggest=True, group="support")
    support_activity: str = attribute(FieldKind.LINK, register="activities", group="support")
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, group="support")

    def is_active_on(self, day: date) -> bool:
        """Tell whether it is open on a day; without an opening day it counts as open before."""
        return (self.opened_on or date.min) <= day and (self.closed_on is None or day < self.closed_on)

    def own_problems(self) -> Mapping[str, str]:
        """Return a closing before the opening."""
        if self.opened_on and self.closed_on and self.closed_on < self.opened_on:
            return {"closed_on": f"Đóng cửa trước khi khai trương ({format_date(self.opened_on)})."}
        return {}
