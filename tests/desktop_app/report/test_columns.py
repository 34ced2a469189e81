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


TEXTS = (Column("a", "Tên", width=1), Column("b", "Kết quả", width=1), Column("c", "Ghi chú", width=1))


def test_idle_room_goes_to_the_columns_that_need_it() -> None:
    short, long, empty = _widths(TEXTS, (("Một", "chữ " * 60, ""),) * 5)
    assert short == pytest.approx(empty) == pytest.approx(460 / 3 * 0.6)
    assert short + long + empty == pytest.approx(460)


def test_a_column_gives_nothing_that_its_own_cells_need() -> None:
    name = "Ban Công tác Mặt trận"
    first, second, _ = _widths(TEXTS, ((name, "chữ " * 60, ""),) * 5)
    size = LAYOUT.styles.table_cell.size_pt
    assert first >= FONTS.font().width(name, size) + 2 * LAYOUT.table.padding_x_mm * POINTS_PER_MM
    assert second > 460 / 3


def test_where_everything_fits_the_shares_stand() -> None:
    assert _widths(TEXTS, (("a", "b", "c"),)) == pytest.approx([460 / 3] * 3)


def test_one_long_cell_of_many_moves_nothing() -> None:
    rows = (*(("a", "b", "c"),) * 19, ("a", "chữ " * 60, "c"))
    assert _widths(TEXTS, rows) == pytest.approx([460 / 3] * 3)


def test_no_usual_word_is_broken_however_narrow_its_share() -> None:
    columns = (Column("a", "Số", width=0.1), Column("b", "Tên", width=9))
    first, _ = _widths(columns, (("118/HD-MTTQ-BTT", "x"), ("9", "chữ " * 90)))
    size = LAYOUT.styles.table_cell.size_pt
    assert (
        first >= FONTS.font().width("118/HD-MTTQ-BTT", size) + 2 * LAYOUT.table.padding_x_mm * POINTS_PER_MM
    )


def test_columns_of_numbers_keep_their_share() -> None:
    columns = (Column("a", "Số", CellKind.INTEGER, 1), Column("b", "Tên", width=1))
    assert _widths(columns, ((1, "chữ " * 90),)) == pytest.approx([230, 230])


def test_the_numbers_at_the_end_of_a_long_table_are_not_broken() -> None:
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.1),
        Column("text", "Nội dung", CellKind.TEXT, 9),
        Column("money", "Tiền", CellKind.MONEY, 0.1),
    )
    rows = [*((place, "Chữ", 5) for place in range(1, 12_346)), (None, "Cộng", 132_330_000_000)]
    widths = _widths(columns, rows)
    pad = 2 * LAYOUT.table.padding_x_mm * POINTS_PER_MM
    bold, size = FONTS.font(bold=True), LAYOUT.styles.table_cell.size_pt
    assert widths[0] >= bold.width("12345", size) + pad
    assert widths[2] >= bold.width("132.330.000.000", size) + pad
