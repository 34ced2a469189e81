from datetime import date

import pytest

from desktop_app.report.cells import cell_align, cell_text
from desktop_app.report.layout import Align
from desktop_app.report.model import Cell, CellKind


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
    assert cells == ["+12,5", "-8,0", "0,0", "+1.234,6", "", "+1,2 điểm %"]
