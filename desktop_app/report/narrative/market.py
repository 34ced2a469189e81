"""Buying of Vietnamese goods, enterprises, points of sale, products and models in sentences, from their registers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from desktop_app.domain.records.enterprises import Enterprise, Support, SupportKind
from desktop_app.domain.records.models import CampaignModel, ModelKind
from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.domain.records.points_of_sale import OutletKind, PointOfSale
from desktop_app.domain.records.procurement import Procurement, ProcurementKind
from desktop_app.domain.registers import ENTERPRISES, POINTS_OF_SALE
from desktop_app.report.narrative.material import Material, paragraph
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_money_short, format_percent, two_digits
from desktop_app.vietnamese.sentences import listed, lowered, sentence

_MOST_NAMED = 3


def procurement_text(material: Material) -> str:
    """Return the value of Vietnamese goods among all that was bought."""
    purchases: Sequence[Procurement] = material.of("procurement")
    known = [one for one in purchases if one.total_vnd and one.vietnamese_vnd is not None]
    total = sum(one.total_vnd or 0 for one in known)
    vietnamese = sum(one.vietnamese_vnd or 0 for one in known)
    local = sum(one.local_vnd or 0 for one in known)
    if not vietnamese:
        return ""
    own = f"; hàng sản xuất trong tỉnh {format_money_short(local)}" if local else ""
    gifts = [one for one in known if one.kind is ProcurementKind.GIFTS]
    gift_value = sum(one.vietnamese_vnd or 0 for one in gifts)
    count = sum(one.gift_count or 0 for one in gifts)
    number = f"{two_digits(count)} phần quà biếu, quà tặng" if count else "quà biếu, quà tặng"
    return paragraph(
        sentence(
            f"Tổng giá trị mua sắm của các cơ quan, đơn vị là {format_money_short(total)}, trong đó hàng Việt Nam "
            f"{format_money_short(vietnamese)}, chiếm {format_percent(100 * vietnamese / total)}{own}"
        ),
        sentence(f"Đã sử dụng hàng Việt Nam làm {number} trị giá {format_money_short(gift_value)}")
        if gift_value
        else "",
    )


def points_of_sale_text(material: Material) -> str:
    """Return the points of sale that opened, and those open at the end of the period by kind."""
    outlets: Sequence[PointOfSale] = material.of("points_of_sale")
    opened = [one for one in outlets if material.period.holds(one.opened_on)]
    active = [one for one in outlets if one.is_active_on(material.last_day)]
    names: Mapping[StrEnum, str] = POINTS_OF_SALE.words.choices[OutletKind]
    counts = Counter(one.kind for one in active)
    kinds = [f"{two_digits(counts[kind])} {_outlet(names[kind])}" for kind in OutletKind if counts[kind]]
    own = [f"{one.name}{f' tại {lowered(one.commune)}' if one.commune else ''}" for one in opened]
    named = f": {listed(own)}" if len(own) <= _MOST_NAMED else ""
    return paragraph(
        sentence(f"Trong kỳ, đã mở mới {two_digits(len(opened))} điểm bán hàng Việt Nam{named}")
        if opened
        else "",
        sentence(
            f"Đến hết kỳ báo cáo, có {two_digits(len(active))} điểm bán hàng Việt Nam đang hoạt động"
            f"{f', gồm {listed(kinds)}' if len(kinds) > 1 else ''}"
        )
        if active
        else "",
    )


def _outlet(name: str) -> str:
    """Return the kind in running text: a brand in quotation marks, else in small letters."""
    return (
        f"điểm “{name}”"
        if name.endswith("hàng Việt Nam")
        else lowered(name).replace("loại khác", "điểm khác")
    )


def products_text(material: Material) -> str:
    """Return the OCOP products recognised in the period, and those whose recognition holds at its end."""
    products: Sequence[OcopProduct] = material.of("ocop_products")
    ocop = [one for one in products if one.kind is ProductKind.OCOP]
    recognised = [one for one in ocop if material.period.holds(one.recognized_on)]
    valid = [one for one in ocop if one.recognized_on and one.is_valid_on(material.last_day)]
    online = sum(one.on_ecommerce for one in valid)
    named = [one.name for one in recognised] if len(recognised) <= _MOST_NAMED else []
    others: Counter[ProductKind] = Counter(one.kind for one in products if one.kind is not ProductKind.OCOP)
    words = {
        ProductKind.KEY: "sản phẩm chủ lực",
        ProductKind.SPECIALTY: "đặc sản, sản phẩm đặc trưng",
        ProductKind.CRAFT: "sản phẩm làng nghề",
    }
    rest = [f"{two_digits(others[kind])} {word}" for kind, word in words.items() if others[kind]]
    return paragraph(
        sentence(
            f"Trong kỳ, có {two_digits(len(recognised))} sản phẩm OCOP được công nhận{_stars(recognised)}"
            f"{f': {listed(named)}' if named else ''}"
        )
        if recognised
        else "",
        sentence(
            f"Đến hết kỳ báo cáo, có {two_digits(len(valid))} sản phẩm OCOP còn hiệu lực công nhận{_stars(valid)}"
            f"{f'; {two_digits(online)} sản phẩm đã lên sàn thương mại điện tử' if online else ''}"
        )
        if valid
        else "",
        sentence(f"Danh mục sản phẩm của địa phương còn có {listed(rest)}") if rest else "",
    )


def _stars(products: Sequence[OcopProduct]) -> str:
    counts = Counter(one.stars for one in products if one.stars)
    if sum(counts.values()) != len(products) or not counts:
        return ""
    if len(counts) == 1:
        return f" {next(iter(counts))} sao"
    ranks = [f"{two_digits(counts[stars])} sản phẩm {stars} sao" for stars in sorted(counts, reverse=True)]
    return f" ({listed(ranks)})"


def enterprises_text(material: Material) -> str:
    """Return the support that enterprises got in the period, and the commitments that they signed in it."""
    enterprises: Sequence[Enterprise] = material.of("enterprises")
    period = material.period
    supports = [
        [support for support in one.supports if period.holds(support.given_on)] for one in enterprises
    ]
    signed = sum(period.holds(one.signed_commitment_on) for one in enterprises)
    return paragraph(
        _supports([own for own in supports if own]),
        sentence(
            f"Có {two_digits(signed)} doanh nghiệp, hợp tác xã, cơ sở ký cam kết bảo vệ quyền lợi người tiêu dùng"
        )
        if signed
        else "",
    )


def _supports(supported: Sequence[Sequence[Support]]) -> str:
    """Return how often which support was given; one row for each enterprise that got any."""
    if not supported:
        return ""
    names: Mapping[StrEnum, str] = ENTERPRISES.words.choices[SupportKind]
    supports = [support for own in supported for support in own]
    counts = Counter(one.kind for one in supports)
    kinds = [
        f"{lowered(names[kind])} {two_digits(counts[kind])} lượt" for kind in SupportKind if counts[kind]
    ]
    value = sum(one.amount_vnd or 0 for one in supports)
    worth = f", tổng giá trị hỗ trợ {format_money_short(value)}" if value else ""
    return sentence(
        f"Qua theo dõi, đã có {two_digits(len(supports))} lượt hỗ trợ cho {two_digits(len(supported))} "
        f"doanh nghiệp, hợp tác xã, cơ sở ({'; '.join(kinds)}){worth}"
    )


def models_text(material: Material) -> str:
    """Return the models kept up at the end of the period, the new ones, and who is worth following."""
    models: Sequence[CampaignModel] = material.of("models")
    kept = [one for one in models if one.kind is ModelKind.MODEL and one.is_kept_on(material.last_day)]
    new = sum(material.period.holds(one.started_on) for one in kept)
    spread = sum(one.is_replicated for one in kept)
    known = [
        one for one in models if one.kind is ModelKind.GOOD_EXAMPLE and one.is_kept_on(material.last_day)
    ]
    # The officers' own figure holds clubs too; two numbers for one thing would contradict each other.
    is_told = bool(material.figures.indicators.get("models_maintained"))
    number = "" if is_told else f"Đến hết kỳ báo cáo, có {two_digits(len(kept))} mô hình được duy trì"
    news = [
        f"xây dựng mới {two_digits(new)} mô hình" if new else "",
        f"nhân rộng {two_digits(spread)} mô hình" if spread else "",
    ]
    best = sorted(kept, key=lambda one: (-(one.participants or 0), one.name))[:2]
    return paragraph(
        sentence(number) if kept else "",
        sentence(f"Đã {listed(news)}") if any(news) else "",
        sentence(f"Tiêu biểu là {'; '.join(_model(one) for one in best)}") if best else "",
        sentence(
            f"Có {two_digits(len(known))} điển hình được ghi nhận"
            f"{f': {listed(one.name for one in known)}' if len(known) <= _MOST_NAMED else ''}"
        )
        if known
        else "",
    )


def _model(one: CampaignModel) -> str:
    is_called_so = fold(one.name).startswith(("mo hinh", "cau lac bo"))
    quoted = one.name if "“" in one.name else f"“{one.name}”"
    name = lowered(one.name) if is_called_so else f"mô hình {quoted}"
    unit = f" của {one.unit}" if one.unit else ""
    size = f" ({two_digits(one.participants)} người tham gia)" if one.participants else ""
    return f"{name}{unit}{size}"
