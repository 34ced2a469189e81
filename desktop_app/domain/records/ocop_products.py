"""Sản phẩm OCOP, sản phẩm đặc trưng: one product (product row B8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class ProductKind(StrEnum):
    """Why the product is kept."""

    OCOP = "ocop"
    KEY = "key"
    SPECIALTY = "specialty"
    CRAFT = "craft"


class OwnerType(StrEnum):
    """What the owner of a product, or an enterprise, is."""

    COOPERATIVE = "cooperative"
    COMPANY = "company"
    HOUSEHOLD = "household"
    COOP_GROUP = "coop_group"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class OcopProduct(Record):
    """One product.

    Attributes:
        stars: OCOP rank 1-5, None for a product that has none.
        expires_on: end of the recognition, 36 months after it as a rule (QĐ 148/QĐ-TTg).
    """

    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    kind: ProductKind = attribute(FieldKind.CHOICE, choices=ProductKind, default=ProductKind.OCOP, half=True)
    product_group: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    owner: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True)
    owner_type: OwnerType = attribute(
        FieldKind.CHOICE, choices=OwnerType, default=OwnerType.COOPERATIVE, half=True
    )
    commune: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    stars: int | None = attribute(FieldKind.INTEGER, most=5, half=True)
    decision_number: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    recognized_on: date | None = attribute(FieldKind.DATE, half=True)
    expires_on: date | None = attribute(FieldKind.DATE, half=True)
    recognized_by: str = attribute(FieldKind.TEXT, suggest=True, half=True)
    annual_revenue_vnd: int | None = attribute(FieldKind.MONEY, half=True)
    on_ecommerce: bool = attribute(FieldKind.FLAG)
    traceability: bool = attribute(FieldKind.FLAG, half=True)
    trademark: str = attribute(FieldKind.TEXT, searched=True, group="details", half=True)
    geographical_indication: str = attribute(FieldKind.TEXT, searched=True, group="details", half=True)
    craft_village: str = attribute(FieldKind.TEXT, suggest=True, searched=True, group="details")
    platforms: tuple[str, ...] = attribute(FieldKind.TEXT_LIST, suggest=True, group="details")
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, group="details")

    def is_valid_on(self, day: date) -> bool:
        """Tell whether the recognition holds on a day."""
        return (self.recognized_on or date.min) <= day and (self.expires_on is None or day < self.expires_on)

    def own_problems(self) -> Mapping[str, str]:
        """Return an end of the recognition before its beginning."""
        if self.recognized_on and self.expires_on and self.expires_on < self.recognized_on:
            return {"expires_on": f"Hết hạn trước ngày công nhận ({format_date(self.recognized_on)})."}
        return {}

    def own_gaps(self) -> Mapping[str, str]:
        """Return what a recognised product still needs."""
        if self.kind is not ProductKind.OCOP:
            return {}
        found: dict[str, str] = {}
        if not self.stars:
            found["stars"] = "Chưa ghi hạng sao của sản phẩm OCOP."
        if not self.recognized_on:
            found["recognized_on"] = "Chưa ghi ngày công nhận."
        elif not self.expires_on:
            found["expires_on"] = "Chưa ghi ngày hết hạn (thường là 36 tháng sau ngày công nhận)."
        return found
