"""Phụ lục VII–IX and that of purchases: points of sale, products, models, buying of Vietnamese goods."""

from desktop_app.domain.legal_bases import cite
from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.domain.records.procurement import Procurement
from desktop_app.domain.registers import MODELS, POINTS_OF_SALE, PROCUREMENT
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.formulas import Formula, FormulaKind, Place, column_sum
from desktop_app.report.model import Cell, CellKind, Column, Table
from desktop_app.report.tables.activity_sums import MILLION, MILLIONS, TOTAL
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.sentences import lowered

_UNIT_NOTE = "ĐVT: triệu đồng"


def points_of_sale_table(records: PeriodRecords) -> Table:
    """Return the points of sale that are open at the end of the period."""
    last = records.period.data_to
    rows = [
        (
            place,
            one.name,
            _at_place(one.address, one.commune),
            POINTS_OF_SALE.words.choice(one.kind),
            one.area_m2,
            one.vietnamese_goods_pct,
            one.opened_on.year if one.opened_on else None,
        )
        for place, one in enumerate(
            (one for one in records.of("points_of_sale") if one.is_active_on(last)), 1
        )
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Tên điểm bán", CellKind.TEXT, 3),
        Column("address", "Địa chỉ", CellKind.TEXT, 3),
        Column("kind", "Loại", CellKind.TEXT, 2),
        Column("area", "Diện tích (m²)", CellKind.INTEGER, 1),
        Column("share", "Tỷ lệ hàng Việt (%)", CellKind.DECIMAL, 1),
        Column("year", "Năm mở", CellKind.ORDINAL, 0.8),
    )
    return Table("points_of_sale", "Điểm bán hàng Việt Nam", columns, rows)


def products_table(records: PeriodRecords) -> Table:
    """Return the OCOP products whose recognition holds at the end of the period, then other products of the place."""
    last = records.period.data_to
    valid: list[OcopProduct] = [one for one in records.of("ocop_products") if one.is_valid_on(last)]
    groups = {
        "Sản phẩm OCOP": [one for one in valid if one.kind is ProductKind.OCOP],
        "Sản phẩm chủ lực, đặc trưng, làng nghề": [one for one in valid if one.kind is not ProductKind.OCOP],
    }
    present = {title: products for title, products in groups.items() if products}
    rows: list[tuple[Cell, ...]] = []
    bold: set[int] = set()
    for title, products in present.items():
        if len(present) > 1:
            bold.add(len(rows))
            rows.append((None, title, "", "", None, "", None))
        ordered = sorted(products, key=lambda one: -(one.stars or 0))
        rows += [_product_row(place, one) for place, one in enumerate(ordered, 1)]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Sản phẩm", CellKind.TEXT, 3),
        Column("owner", "Chủ thể", CellKind.TEXT, 3),
        Column("address", "Địa chỉ", CellKind.TEXT, 2),
        Column("stars", "Số sao", CellKind.ORDINAL, 0.7),
        Column("decision", "Quyết định công nhận", CellKind.TEXT, 2.6),
        Column("expires_on", "Hiệu lực đến", CellKind.DATE, 1.2),
    )
    title = next(iter(present), "Sản phẩm OCOP") if len(present) < 2 else "Sản phẩm OCOP, sản phẩm đặc trưng"
    return Table("products", title, columns, rows, bold_rows=frozenset(bold))


def _product_row(place: int, product: OcopProduct) -> tuple[Cell, ...]:
    by = product.recognized_by if product.decision_number or product.recognized_on else ""
    decision = cite(product.decision_number, None, product.recognized_on, by, "")
    return (
        place,
        product.name,
        product.owner,
        product.commune,
        product.stars,
        decision,
        product.expires_on,
    )


def models_table(records: PeriodRecords) -> Table:
    """Return the models and good examples that are kept up at the end of the period."""
    last = records.period.data_to
    rows = [
        (
            place,
            one.name,
            MODELS.words.choice(one.kind),
            _at_place(one.unit, one.place),
            one.started_on.year if one.started_on else None,
            one.participants,
            " ".join(text for text in (one.description, one.result) if text),
        )
        for place, one in enumerate((one for one in records.of("models") if one.is_kept_on(last)), 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Tên mô hình, điển hình", CellKind.TEXT, 2.6),
        Column("kind", "Loại", CellKind.TEXT, 1.2),
        Column("unit", "Đơn vị, địa điểm", CellKind.TEXT, 2.4),
        Column("year", "Từ năm", CellKind.ORDINAL, 0.8),
        Column("participants", "Số người, hộ", CellKind.INTEGER, 0.9),
        Column("result", "Cách làm, kết quả", CellKind.TEXT, 4.5),
    )
    return Table("models", "Mô hình, điển hình", columns, rows)


def procurement_table(records: PeriodRecords) -> Table:
    """Return the purchases of the period with their sums and the share of Vietnamese goods."""
    bought: list[Procurement] = list(records.of("procurement"))
    rows: list[tuple[Cell, ...]] = [
        (
            place,
            one.unit,
            one.goods or PROCUREMENT.words.choice(one.kind),
            _millions(one.total_vnd),
            _millions(one.vietnamese_vnd),
            one.share_pct,
            _millions(one.local_vnd),
        )
        for place, one in enumerate(bought, 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("unit", "Cơ quan, đơn vị", CellKind.TEXT, 3),
        Column("goods", "Mặt hàng, loại mua sắm", CellKind.TEXT, 2.6),
        Column("total", "Tổng giá trị", CellKind.DECIMAL, 1.2, MILLIONS),
        Column("vietnamese", "Hàng Việt Nam", CellKind.DECIMAL, 1.2, MILLIONS),
        Column("share", "Tỷ lệ (%)", CellKind.DECIMAL, 0.9),
        Column("local", "Hàng của tỉnh", CellKind.DECIMAL, 1.2, MILLIONS),
    )
    bold = frozenset({len(rows)}) if rows else frozenset()
    if rows:
        rows.append(_procurement_total(bought))
    return Table(
        "procurement",
        "Mua sắm hàng Việt Nam",
        columns,
        rows,
        _UNIT_NOTE,
        bold,
        _procurement_formulas(len(bought)),
    )


def _procurement_formulas(count: int) -> dict[Place, Formula]:
    """Return the rules of the last row: sums of all values, and the share of Vietnamese goods in each row."""
    total, vietnamese, share, local = 3, 4, 5, 6
    sums = {
        (count, column): column_sum(range(count), column) for column in (total, vietnamese, local) if count
    }
    shares = {
        (row, share): Formula(FormulaKind.SHARE, ((row, vietnamese), (row, total)))
        for row in range(count + 1 if count else 0)
    }
    return sums | shares


def _procurement_total(bought: list[Procurement]) -> tuple[Cell, ...]:
    total, vietnamese, local = (
        sum(getattr(one, name) or 0 for one in bought)
        for name in ("total_vnd", "vietnamese_vnd", "local_vnd")
    )
    share = 100 * vietnamese / total if total else None
    return (None, TOTAL, "", total / MILLION, vietnamese / MILLION, share, local / MILLION)


def _millions(amount_vnd: int | None) -> float | None:
    return None if amount_vnd is None else amount_vnd / MILLION


def _at_place(unit: str, place: str) -> str:
    """Return "Hội Nông dân huyện, xã Hàm Hiệp"; a place that the unit's name says already is not said again."""
    if not unit or fold(place) in fold(unit):
        return unit or place
    return f"{unit}, {lowered(place)}"
