"""OCOP products whose stars, day and decision do not fit each other."""

from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.domain.registers import OCOP_PRODUCTS
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

THREE_STARS_BY_DISTRICT = date(2023, 2, 24)
"""From here on a district recognises three stars (QĐ 148/QĐ-TTg); before, the province did."""
_NO_DISTRICTS = date(2025, 7, 1)
_FEWEST_STARS = 3
_VALID_DAYS = 36 * 365 // 12
_SLACK_DAYS = 40
_DISTRICT, _PROVINCE, _CENTRAL = "huyện", "tỉnh", "trung ương"


def product_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield contradictions within the recognised OCOP products whose recognition is not long over."""
    for one in records.of(OCOP_PRODUCTS.name):
        if one.kind is not ProductKind.OCOP or not one.stars or not one.recognized_on:
            continue
        if one.expires_on and one.expires_on < records.period.data_from:
            continue
        yield from _found(one, records)


def _found(one: OcopProduct, records: PeriodRecords) -> Iterator[Remark]:
    stars, day = one.stars or 0, one.recognized_on or date.min
    if stars < _FEWEST_STARS:
        yield _remark(
            one,
            f"ghi {stars} sao, nhưng chỉ sản phẩm từ 3 sao mới được công nhận OCOP; hãy xem lại.",
            "stars",
        )
    elif wrong := _wrong_authority(stars, _level(one.recognized_by), day):
        yield _remark(
            one,
            f"sản phẩm {stars} sao công nhận ngày {format_date(day)} thuộc thẩm quyền cấp {wrong}, khác cơ quan công "
            f"nhận đã ghi “{shorten(one.recognized_by, 40)}”; hãy xem lại hạng sao, ngày hoặc cơ quan.",
            "recognized_by",
        )
    if not one.decision_number and records.period.holds(day):
        yield _remark(
            one, "đã công nhận trong kỳ nhưng chưa ghi số quyết định.", "decision_number", ProblemKind.MISSING
        )
    if one.expires_on and abs(one.expires_on - day - timedelta(days=_VALID_DAYS)) > timedelta(
        days=_SLACK_DAYS
    ):
        yield _remark(
            one,
            f"công nhận {format_date(day)}, hết hạn {format_date(one.expires_on)}, không phải 36 tháng như quy định; "
            "hãy xem lại hai ngày.",
            "expires_on",
        )


def _level(body: str) -> str:
    """Return the level of a body as far as its name tells it; a "thành phố" may be a province or a district."""
    words = f" {fold(body)} "
    if any(word in words for word in (" bo ", " trung uong ", " quoc gia ")):
        return _CENTRAL
    if any(word in words for word in (" huyen ", " thi xa ", " quan ")):
        return _DISTRICT
    return _PROVINCE if " tinh " in words else ""


def _wrong_authority(stars: int, level: str, day: date) -> str:
    """Return the level that had to recognise a product, "" where the written one fits or is not known."""
    right = {4: _PROVINCE, 5: _CENTRAL}.get(stars, "")
    if stars == _FEWEST_STARS and day < _NO_DISTRICTS:
        right = _DISTRICT if day >= THREE_STARS_BY_DISTRICT else _PROVINCE
    return right if level and right and level != right else ""


def _remark(
    one: OcopProduct, sentence: str, field: str, kind: ProblemKind = ProblemKind.CONTRADICTION
) -> Remark:
    return Remark(f"{shorten(one.name, 60)}: {sentence}", OCOP_PRODUCTS.name, one.id, field, "ocop", kind)
