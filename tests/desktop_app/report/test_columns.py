from datetime import date

import pytest

from desktop_app.report.columns import column_widths
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, load_layout
from desktop_app.report.model import CellKind, Column, Table

LAYOUT, FONTS = load_layout(), load_fonts()


def _widths(columns: tuple[Column, ...], rows: tuple = (), total: float = 460.0) -> list[float]:
    return column_widths(LAYOUT, FONTS, Table("t", "T", columns, rows), total)


def test_shares_fill_the_table() -> None:
    widths = _widths((Column("a", "A", width=1), Column("b", "B", width=3)))
    assert widths == pytest.approx([115, 345])


def test_numbers_and_dates_are_not_broken() -> None:
    columns = (
        Column("day", "Ngày", CellKind.DATE, 0.1),
        Column("money", "Tiền", CellKind.MONEY, 0.1),
        Column("text", "Nội dung", CellKind.TEXT, 9),
    )
    widths = _widths(columns, ((date(2023, 12, 28), 5_916_310_067, "x" * 900),))
    pad = 2 * LAYOUT.table.padding_x_mm * POINTS_PER_MM
    size = LAYOUT.styles.table_cell.size_pt
    bold = FONTS.font(bold=True)
    assert widths[0] >= bold.width("28/12/2023", size) + pad
    assert widths[1] >= bold.width("5.916.310.067", size) + pad
    assert sum(widths) == pytest.approx(460)


@pytest.mark.parametrize("share", [0.0, -1.0])
def test_odd_shares_do_no_harm(share: float) -> None:
    widths = _widths((Column("a", "A", width=share), Column("b", "B", width=share)))
    assert sum(widths) == pytest.approx(460)
    assert min(widths) > 20


def test_hostile_heading_leaves_room() -> None:
    widths = _widths((Column("a", "W" * 5000), Column("b", "B"), Column("c", "C")))
    assert sum(widths) == pytest.approx(460)
    assert min(widths) > 20


def test_too_many_columns_share_what_there_is() -> None:
    widths = _widths(tuple(Column(str(n), "TT") for n in range(60)))
    assert sum(widths) == pytest.approx(460)
    assert _widths(()) == []
