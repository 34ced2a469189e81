from datetime import date

import pytest

from desktop_app.report.cells import cell_align, cell_text, group_title, kept_rows
from desktop_app.report.layout import Align
from desktop_app.report.model import Cell, CellKind, Column, Table


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (None, CellKind.MONEY, ""),
        (1_234_567, CellKind.MONEY, "1.234.567"),
        (1_234, CellKind.INTEGER, "1.234"),
        (1_234, CellKind.ORDINAL, "1234"),
        (2023, CellKind.TEXT, "2023"),
        (82.4, CellKind.DECIMAL, "82,4"),
        (80.0, CellKind.DECIMAL, "80,0"),
        (80, CellKind.DECIMAL, "80"),
        (80.0, CellKind.INTEGER, "80"),
        (82.4, CellKind.INTEGER, "82,4"),
        (float("nan"), CellKind.DECIMAL, ""),
        (date(2023, 1, 9), CellKind.DATE, "09/01/2023"),
        (date(2023, 1, 9), CellKind.TEXT, "09/01/2023"),
        ("không", CellKind.INTEGER, "không"),
        ("=1+1", CellKind.TEXT, "=1+1"),
        ("a\x00\r\nb", CellKind.TEXT, "a\nb"),
    ],
)
def test_cell_text(cell: Cell, kind: CellKind, text: str) -> None:
    assert cell_text(cell, kind) == text


def test_numbers_stand_on_the_right() -> None:
    right = {kind for kind in CellKind if cell_align(kind) is Align.RIGHT}
    assert right == {CellKind.INTEGER, CellKind.MONEY, CellKind.DECIMAL, CellKind.CHANGE}
    assert cell_align(CellKind.TEXT) is Align.LEFT


def test_changes_have_their_sign() -> None:
    cells = [cell_text(cell, CellKind.CHANGE) for cell in (12.5, -8.0, 0.0, 1234.56, None, "+1,2 điểm %")]
    assert cells == ["+12,5", "-8,0", "0", "+1.234,6", "", "+1,2 điểm %"]


def test_nothing_is_a_plain_zero_in_every_column() -> None:
    for kind in (CellKind.INTEGER, CellKind.MONEY, CellKind.DECIMAL, CellKind.CHANGE):
        assert [cell_text(cell, kind) for cell in (0, 0.0, -0.0)] == ["0", "0", "0"]


ROWS = (
    (None, "A. Tuyên truyền", None),
    (1, "Hội nghị", 3),
    (None, "Tổng", 3),
    (None, "B", "đơn vị"),
    (2, "x", 1),
    (None, "Cộng", None),
)
COLUMNS = (Column("a", "TT", CellKind.ORDINAL), Column("b", "Tên"), Column("c", "Số", CellKind.INTEGER))
GROUPED = Table("t", "T", COLUMNS, ROWS, bold_rows=frozenset({0, 2, 3, 5}))


def test_a_group_is_a_bold_row_with_one_text_alone() -> None:
    titles = [group_title(GROUPED, place) for place in range(len(ROWS))]
    assert titles == ["A. Tuyên truyền", None, None, None, None, None]
    assert group_title(Table("t", "T", COLUMNS[:1], (("A",), ("b",)), bold_rows=frozenset({0})), 0) is None
    assert group_title(Table("t", "T", COLUMNS, ROWS), 0) is None


def test_groups_are_kept_with_their_rows_and_sums_with_the_row_above() -> None:
    assert [kept_rows(GROUPED, place) for place in range(len(ROWS))] == [True, False, True, True, True, False]
