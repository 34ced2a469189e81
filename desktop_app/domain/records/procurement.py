"""Mua sắm hàng Việt: what a body using the budget bought, and how much of it is Vietnamese (product row B14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class ProcurementKind(StrEnum):
    """What was bought."""

    ASSETS = "assets"
    SUPPLIES = "supplies"
    SCHOOL = "school"
    MEDICINE = "medicine"
    GIFTS = "gifts"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Procurement(Record):
    """Purchases of one body; they belong to the report period that holds `period_from`.

    Attributes:
        total_vnd: value of all purchases, whole đồng. vietnamese_vnd: the Vietnamese part of it.
        local_vnd: the part from the own province, a part of the Vietnamese one.
        gift_count: number of gifts, for gifts.
        activity: id of the activity that tells of it.
    """

    unit: str = attribute(FieldKind.TEXT, required=True, suggest=True, searched=True)
    kind: ProcurementKind = attribute(
        FieldKind.CHOICE, choices=ProcurementKind, default=ProcurementKind.ASSETS, half=True
    )
    goods: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    period_from: date | None = attribute(FieldKind.DATE, required=True, half=True)
    period_to: date | None = attribute(FieldKind.DATE, half=True)
    total_vnd: int | None = attribute(FieldKind.MONEY, expected=True, half=True)
    vietnamese_vnd: int | None = attribute(FieldKind.MONEY, expected=True, half=True)
    local_vnd: int | None = attribute(FieldKind.MONEY, half=True)
    gift_count: int | None = attribute(FieldKind.INTEGER, half=True)
    supplier: str = attribute(FieldKind.TEXT, suggest=True, searched=True)
    activity: str = attribute(FieldKind.LINK, register="activities")
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000)

    @property
    def share_pct(self) -> float | None:
        """Return the Vietnamese part in percent, None while a part is missing."""
        if not self.total_vnd or self.vietnamese_vnd is None:
            return None
        return 100 * self.vietnamese_vnd / self.total_vnd

    def own_problems(self) -> Mapping[str, str]:
        """Return an end before the beginning, and parts larger than their whole."""
        found: dict[str, str] = {}
        if self.period_from and self.period_to and self.period_to < self.period_from:
            found["period_to"] = f"Kết thúc trước khi bắt đầu ({format_date(self.period_from)})."
        if self.total_vnd is not None and (self.vietnamese_vnd or 0) > self.total_vnd:
            found["vietnamese_vnd"] = "Phần hàng Việt Nam không thể lớn hơn tổng giá trị mua sắm."
        if self.vietnamese_vnd is not None and (self.local_vnd or 0) > self.vietnamese_vnd:
            found["local_vnd"] = "Phần hàng của tỉnh không thể lớn hơn phần hàng Việt Nam."
        return found
