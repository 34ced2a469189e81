"""Cells that follow from others: what they give, how Excel writes them, and that a wrong one is never written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.formulas import (
    Formula,
    FormulaKind,
    column_sum,
    holds,
    result,
    spreadsheet_text,
)

ROWS = ((1, 20.5, "x"), (2, None, ""), (3, 4, "y"))
SHEET = (2, 3, 5)


def test_a_sum_adds_numbers_and_passes_over_what_is_none():
    formula = column_sum(range(3), 1)
    assert result(formula, ROWS) == 24.5
    assert spreadsheet_text(formula, SHEET) == "=SUM(B2:B3,B5)"
    assert holds(formula, ROWS, 24.5)
    assert not holds(formula, ROWS, 24.4)
    assert not holds(formula, ROWS, "24.5")


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (FormulaKind.SHARE, 512.5, '=IF(B5=0,"",ROUND(B2*100/B5,1))'),
        (FormulaKind.CHANGE, 412.5, '=IF(B5=0,"",ROUND((B2-B5)*100/B5,1))'),
    ],
)
def test_shares_and_changes(kind, value, text):
    formula = Formula(kind, ((0, 1), (2, 1)), 1)
    assert result(formula, ROWS) == value
    assert spreadsheet_text(formula, SHEET) == text


def test_nothing_is_divided_by_nothing():
    assert result(Formula(FormulaKind.SHARE, ((0, 1), (1, 1))), ROWS) is None
    assert not holds(Formula(FormulaKind.SHARE, ((0, 1), (1, 1))), ROWS, 0)


def test_halves_are_rounded_up_as_by_hand():
    assert result(Formula(FormulaKind.SHARE, ((0, 0), (0, 1)), 1), ((1, 800),)) == 0.1  # 0.125
    assert result(Formula(FormulaKind.SHARE, ((0, 0), (0, 1)), 2), ((1, 800),)) == 0.13


@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=30))
def test_a_sum_of_whole_đồng_is_exact(amounts):
    rows = [(amount,) for amount in amounts]
    assert result(column_sum(range(len(rows)), 0), rows) == sum(amounts)


def test_columns_beyond_z_have_two_letters():
    assert spreadsheet_text(column_sum((0,), 26), (2,)) == "=SUM(AA2)"
    assert spreadsheet_text(column_sum((0,), 701), (2,)) == "=SUM(ZZ2)"
