"""What the figures of the report mean: the sheet of definitions of the Excel file."""

from collections.abc import Collection, Mapping, Sequence

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.registers import REGISTERS
from desktop_app.report.model import Cell, CellKind, Column, Table

_OVER_TIME: Mapping[str, str] = {
    "sum": "Cộng các số trong kỳ",
    "last": "Lấy số mới nhất trong kỳ",
    "count": "Đếm số mục trong kỳ",
    "computed": "Tính từ hai chỉ tiêu khác",
}
_OVER_UNITS: Mapping[str, str] = {
    "sum": "Cộng",
    "list": "Liệt kê, không cộng",
    "weighted": "Bình quân theo chỉ tiêu gốc",
    "computed": "Tính lại từ hai chỉ tiêu gốc đã cộng, không cộng tỷ lệ",
}
_COLUMNS = (
    Column("order", "TT", CellKind.ORDINAL, 0.5),
    Column("code", "Mã chỉ tiêu", CellKind.TEXT, 1.6),
    Column("label", "Chỉ tiêu", CellKind.TEXT, 2.6),
    Column("unit", "Đơn vị tính", CellKind.TEXT, 1),
    Column("source", "Nguồn số liệu", CellKind.TEXT, 1.4),
    Column("rule", "Cách tính trong kỳ", CellKind.TEXT, 3.2),
    Column("over_units", "Cách tổng hợp nhiều đơn vị", CellKind.TEXT, 1.8),
)


def definitions_table(indicators: Sequence[Indicator], told: Collection[str]) -> Table:
    """Return one row for each indicator that the report tells; `told` are their codes."""
    labels = {one.code: one.label for one in indicators}
    rows: list[tuple[Cell, ...]] = []
    for one in indicators:
        if one.code in told:
            source = (
                f"{labels[one.numerator]} / {labels[one.denominator]}"
                if one.source == "computed"
                else REGISTERS[one.source].words.page
            )
            rule = one.rule or f"{_OVER_TIME[one.over_time]}."
            rows.append(
                (len(rows) + 1, one.code, one.label, one.unit, source, rule, _OVER_UNITS[one.over_units])
            )
    return Table("definitions", "Giải thích chỉ tiêu", _COLUMNS, rows)
