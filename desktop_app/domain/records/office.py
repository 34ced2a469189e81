"""Đơn vị: the office that keeps the ledger, its way of signing and whom it reports to (product row A1)."""

from dataclasses import dataclass
from enum import StrEnum


class UnitLevel(StrEnum):
    """The kind of office; every word of a heading follows from it."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    MEMBER_BODY = "member_body"


class Signing(StrEnum):
    """Who signs: the head, or a deputy for the head (KT.)."""

    HEAD = "head"
    DEPUTY = "deputy"


@dataclass(frozen=True, kw_only=True)
class Office:
    """The reporting unit and what is printed around its report.

    Attributes:
        unit_code: official code, or a free ASCII one for a body that is not in the table of units.
        unit_name: with its kind, as in running text ("huyện Hàm Thuận Bắc").
        short_name: without it ("Hàm Thuận Bắc").
        province_name: "tỉnh Bình Thuận".
        has_committee: a Ban Chỉ đạo exists and issues the report; else the Front's standing board does.
        superior_lines, issuer_lines: block 2 of the report; empty means the usual lines for the unit.
        symbol: behind the number; empty means the usual one.
        place_name: địa danh of the date line.
        addressees: Kính gửi. recipients: Nơi nhận without dashes. Empty means the plan's.
        is_sample: the invented sample unit; exports say so.
    """

    level: UnitLevel = UnitLevel.DISTRICT
    unit_code: str = ""
    unit_name: str = ""
    short_name: str = ""
    province_name: str = ""
    has_committee: bool = True
    superior_lines: tuple[str, ...] = ()
    issuer_lines: tuple[str, ...] = ()
    symbol: str = ""
    place_name: str = ""
    signing: Signing = Signing.HEAD
    signer_name: str = ""
    signer_post: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    recipient_email: str = ""
    is_sample: bool = False
