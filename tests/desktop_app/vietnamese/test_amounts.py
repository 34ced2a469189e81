"""The grammar of amounts gives exact values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.amounts import read_money, read_number, read_whole


def test_values_are_exact():
    assert read_number("0,1") == Fraction(1, 10)
    assert read_money("1,23456789 tỷ") == 1_234_567_890
    assert read_money("1 tỷ 0,0000000000000000000000000000001 triệu") != 10**9


@pytest.mark.parametrize("text", ["", ".", "1.", "1,", "01.234", "1 .234", "1.234.56", "12.34.567", "a"])
def test_what_is_no_number_gives_none(text):
    assert read_number(text) is None
    assert read_whole(text) is None


def test_a_whole_number_has_no_decimals():
    assert read_whole("1.234") == 1234
    assert read_whole("1.234,0") is None


@given(st.integers(0, 9), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_parts_add_up(ty, trieu, nghin, dong):
    total = ty * 10**9 + trieu * 10**6 + nghin * 1000
    assert read_money(f"{ty} tỷ {trieu} triệu {nghin} nghìn") == total
    assert read_money(f"{ty}ty{trieu}tr{nghin}k") == total
    assert read_money(f"{ty} tỷ {trieu} triệu {nghin:03d}") == total
    assert read_money(f"{total + dong}đ") == total + dong
