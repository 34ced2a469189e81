"""Numbers and money, printed and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.numbers import (
    format_decimal,
    format_integer,
    format_money,
    format_money_short,
    format_percent,
    parse_integer,
    parse_money,
    two_digits,
)

AMOUNTS = st.integers(0, 10**15 - 1)


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0"), (999, "999"), (1000, "1.000"), (1234567, "1.234.567"), (-1234, "-1.234")]
)
def test_integers_have_points(n, text):
    assert format_integer(n) == text


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [
        (82.4, 1, "82,4"),
        (82.45, 1, "82,5"),
        (0.25, 1, "0,3"),
        (2.675, 2, "2,68"),
        (80, 1, "80,0"),
        (1234567.5, 1, "1.234.567,5"),
        (1234.5, 0, "1.235"),
        (-0.01, 1, "0,0"),
        (-1.25, 1, "-1,3"),
    ],
)
def test_decimals_have_a_comma(x, places, text):
    assert format_decimal(x, places) == text


@pytest.mark.parametrize(("x", "text"), [(82.4, "82,4%"), (80.0, "80%"), (99.96, "100%"), (0.05, "0,1%")])
def test_percentages(x, text):
    assert format_percent(x) == text


@pytest.mark.parametrize(
    ("vnd", "full", "short"),
    [
        (0, "0 đồng", "0 đồng"),
        (950_000, "950.000 đồng", "950.000 đồng"),
        (999_999, "999.999 đồng", "999.999 đồng"),
        (1_500_000, "1.500.000 đồng", "1,5 triệu đồng"),
        (425_000_000, "425.000.000 đồng", "425 triệu đồng"),
        (1_234_567, "1.234.567 đồng", "1,23 triệu đồng"),
        (1_001_000, "1.001.000 đồng", "1 triệu đồng"),
        (999_994_999, "999.994.999 đồng", "999,99 triệu đồng"),
        (999_995_000, "999.995.000 đồng", "1 tỷ đồng"),
        (4_400_000_000, "4.400.000.000 đồng", "4,4 tỷ đồng"),
        (1_200_000_000_000, "1.200.000.000.000 đồng", "1.200 tỷ đồng"),
    ],
)
def test_money(vnd, full, short):
    assert format_money(vnd) == full
    assert format_money_short(vnd) == short


@pytest.mark.parametrize(
    ("n", "text"), [(0, "00"), (5, "05"), (9, "09"), (10, "10"), (1234, "1.234"), (-3, "-3")]
)
def test_single_digits_take_a_zero_in_reports(n, text):
    assert two_digits(n) == text


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("0", 0),
        ("05", 5),
        ("1234", 1234),
        ("1.234", 1234),
        (" 1 234 ", 1234),
        ("1\u00a0234\u202f567", 1234567),
        ("1.234.567", 1234567),
        ("999999999999999", 10**15 - 1),
    ],
)
def test_whole_numbers_are_read(text, n):
    assert parse_integer(text) == n


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Hãy nhập số nguyên"),
        ("1,5", "không phải số nguyên"),
        ("1,0", "không phải số nguyên"),
        ("1.23", "tách từng nhóm ba chữ số"),
        ("1.0", "tách từng nhóm ba chữ số"),
        ("0.000", "tách từng nhóm ba chữ số"),
        ("1234.567", "tách từng nhóm ba chữ số"),
        ("1.234 567", "tách từng nhóm ba chữ số"),
        ("12 34", "Không hiểu số"),
        ("1,234,567", "Không hiểu số"),
        ("mười", "Không hiểu số “mười”"),
        ("5²", "Không hiểu số"),
        ("٣", "Không hiểu số"),
        ("-5", "không được là số âm"),
        ("− 5", "không được là số âm"),
        ("+5", "không cần dấu cộng"),
        ("-", "Không hiểu số"),
        ("1000000000000000", "nhiều hơn 15 chữ số"),
        ("9" * 5000, "Không hiểu số"),
    ],
)
def test_what_is_no_whole_number_is_refused(text, reason):
    with pytest.raises(InvalidValueError, match=reason) as caught:
        parse_integer(text)
    assert str(caught.value).endswith("ví dụ 12 hoặc 1.234.")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("text", "vnd"),
    [
        ("0", 0),
        ("1500000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("1.500.000đ", 1_500_000),
        ("1.500.000 ₫", 1_500_000),
        ("1.500.000 VNĐ", 1_500_000),
        ("1.500.000 vnd", 1_500_000),
        ("1,5 triệu", 1_500_000),
        ("1.5 triệu", 1_500_000),
        ("1,5 TRIỆU ĐỒNG", 1_500_000),
        ("1,5 trieu dong", 1_500_000),
        ("1,5 triê\u0323u", 1_500_000),
        ("1.500 triệu", 1_500_000_000),
        ("0.125 tỷ", 125_000_000),
        ("2 tỷ 300 triệu", 2_300_000_000),
        ("2 tỉ 300 triệu 500 nghìn đồng", 2_300_500_000),
        ("2 tỷ rưỡi", 2_500_000_000),
        ("2 triệu rưỡi đồng", 2_500_000),
        ("2 nghìn tỷ", 2_000_000_000_000),
        ("300 nghìn", 300_000),
        ("300 ngàn", 300_000),
        ("300k", 300_000),
        ("300K", 300_000),
        ("1tr", 1_000_000),
        ("1trđ", 1_000_000),
        ("1tr5", 1_500_000),
        ("1tr500", 1_500_000),
        ("1tr500k", 1_500_000),
        ("1k5", 1_500),
        ("2 tỷ 3", 2_300_000_000),
        ("1 triệu 500.000 đồng", 1_500_000),
        ("1 triệu 500 000", 1_500_000),
        ("999.999.999.999.999", 10**15 - 1),
    ],
)
def test_money_is_read(text, vnd):
    assert parse_money(text) == vnd


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  ", "Hãy nhập số tiền"),
        ("nhiều", "Không hiểu số tiền “nhiều”"),
        ("triệu", "Không hiểu"),
        ("đồng", "Không hiểu"),
        ("1 triệu 50", "Không hiểu"),
        ("1 triệu 500 đồng", "Không hiểu"),
        ("300 triệu 2 tỷ", "Không hiểu"),
        ("2 tỷ 1.300 triệu", "Không hiểu"),
        ("1 triệu 2.000.000", "Không hiểu"),
        ("2 tỷ rưỡi 300 triệu", "Không hiểu"),
        ("2,5 tỷ rưỡi", "Không hiểu"),
        ("5 rưỡi", "Không hiểu"),
        ("2 tỷ đồng 300 triệu", "Không hiểu"),
        ("1.500.000 đồng/người", "Không hiểu"),
        ("5-10 triệu", "Không hiểu"),
        ("1'500'000", "Không hiểu"),
        ("1,500,000", "Không hiểu"),
        ("5² triệu", "Không hiểu"),
        ("100 USD", "Không hiểu"),
        ("-5 triệu", "không được là số âm"),
        ("–5.000", "không được là số âm"),
        ("1,5", "phần lẻ nhỏ hơn một đồng"),
        ("1,500", "phần lẻ nhỏ hơn một đồng"),
        ("1,2345678 triệu", "phần lẻ nhỏ hơn một đồng"),
        ("1.000.000.000.000.000", "nhiều hơn 15 chữ số"),
        ("1000 nghìn tỷ", "nhiều hơn 15 chữ số"),
        ("1" * 5000, "Không hiểu"),
    ],
)
def test_what_is_no_sum_of_money_is_refused(text, reason):
    with pytest.raises(InvalidValueError, match=reason) as caught:
        parse_money(text)
    assert str(caught.value).endswith("ví dụ 1.500.000 hoặc 1,5 triệu.")


@given(AMOUNTS)
def test_what_is_printed_is_read_back(n):
    assert parse_integer(format_integer(n)) == parse_integer(str(n)) == n
    assert parse_money(format_money(n)) == parse_money(str(n)) == n


@given(st.integers(0, 10**14))
def test_a_short_sum_is_at_most_half_a_hundredth_of_its_unit_off(vnd):
    read = parse_money(format_money_short(vnd))
    assert abs(read - vnd) <= (5_000_000 if read >= 10**9 else 5_000)


@given(st.text() | st.text("0123456789., -tyrieuđồngkn", max_size=20))
def test_any_text_gives_a_number_or_a_sentence(text):
    for parse in (parse_integer, parse_money):
        try:
            value = parse(text)
        except InvalidValueError as error:
            sentence = str(error)
        else:
            sentence = "."
            assert 0 <= value < 10**15
        assert sentence.endswith(".")
