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
    """Who signs: the head, a deputy for the head (KT.), by order (TL.), authorised (TUQ.), or acting as head (Q.)."""

    HEAD = "head"
    DEPUTY = "deputy"
    BY_ORDER = "by_order"
    AUTHORISED = "authorised"
    ACTING = "acting"


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
        head_title: how a member body's head is called ("Giám đốc"); other bodies have their usual one.
        signer_title: of a deputy, or of who signs by order or authorised ("Phó Chủ tịch Thường trực", "Chánh Văn
            phòng"); empty means the usual one.
        short_signing: a deputy signs without the line KT. (some offices print only "PHÓ CHỦ TỊCH").
        post_above_name: the signer's other post stands above the name (NĐ 30), not below it (Bình Thuận plan).
        drafter_mark: ký hiệu người soạn (block 12, 11 pt); contact_line: address and phone at the foot of the first
            page (block 13). Both empty as a rule.
        layout_profile: name of a shipped layout profile, or the SHA-256 of one kept in the ledger.
        word_template: SHA-256 of the office's own Word template kept in the ledger; "" is the shipped layout.
        cites_short: a document is cited in full where the report first names it and short afterwards.
        prints_charts, prints_photos: the annexes with charts and with chosen photos.
        prints_code: check code and QR at the foot of the last annex.
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
    head_title: str = ""
    signer_title: str = ""
    short_signing: bool = False
    post_above_name: bool = False
    drafter_mark: str = ""
    contact_line: str = ""
    layout_profile: str = "mttq_nd30"
    word_template: str = ""
    cites_short: bool = True
    prints_charts: bool = True
    prints_photos: bool = True
    prints_code: bool = False
