"""Phụ lục I: the table of all figures of the period."""

from collections.abc import Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import LEADERSHIP, Indicator
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.report.figures import Figures
from desktop_app.report.model import Cell, CellKind, Column, Table

LEADERSHIP_TITLE = "Công tác lãnh đạo, chỉ đạo"
FUNDS_TITLE = "Kinh phí thực hiện"


def figures_table(figures: Figures, indicators: Sequence[Indicator]) -> Table:
    """Return the table of all figures, grouped by content; registers that do not exist yet are left out."""
    rows: list[tuple[Cell, ...]] = []
    bold: set[int] = set()

    def heading(title: str) -> None:
        bold.add(len(rows))
        rows.append((None, title, "", None, ""))

    groups = {LEADERSHIP: LEADERSHIP_TITLE} | {one.code: one.name for one in load_contents()}
    place = 0
    for home, title in groups.items():
        own = [one for one in indicators if one.home == home and one.code in figures.indicators]
        if not own:
            continue
        heading(title)
        for indicator in own:
            place += 1
            note = "Có số ước" if indicator.code in figures.estimated else ""
            rows.append((place, indicator.label, indicator.unit, figures.indicators[indicator.code], note))
    heading(FUNDS_TITLE)
    for group, amount in figures.funds.items():
        place += 1
        rows.append((place, FUND_GROUPS[group], "đồng", amount, ""))
    bold.add(len(rows))
    rows.append((None, "Tổng kinh phí", "đồng", sum(figures.funds.values()), ""))
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.6),
        Column("indicator", "Nội dung, chỉ tiêu", CellKind.TEXT, 5),
        Column("unit", "Đơn vị tính", CellKind.TEXT, 1.3),
        Column("value", "Kỳ này", CellKind.INTEGER, 1.9),
        Column("note", "Ghi chú", CellKind.TEXT, 1.2),
    )
    return Table("figures", "Biểu tổng hợp số liệu", columns, rows, bold_rows=frozenset(bold))
