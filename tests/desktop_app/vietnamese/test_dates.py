"""Dates and periods, printed and read."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.dates import (
    format_date,
    format_period,
    long_date,
    parse_date,
    roman,
)

TODAY = datetime.date(2023, 11, 22)
DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "9/1/23", "09/01/2023", "9-1-2023", "9.1.2023", "9–1–2023", "9 / 1 / 2023", "9 1 2023", "090123",
        "09012023", "9/1", " 9.1 ", "2023-01-09", "2023/1/9", "ngày 9/1/2023", "ngày 09 tháng 01 năm 2023",
        "Ngày 9 tháng 1", "9 thang 1 nam 2023", "9/1/\u200b2023",
    ],
)  # fmt: skip
def test_a_date_may_be_typed_in_many_ways(text):
    assert parse_date(text, today=TODAY) == datetime.date(2023, 1, 9)


@pytest.mark.parametrize("text", ["hôm nay", "Hôm  nay", "HOM NAY"])
def test_today(text):
    assert parse_date(text, today=TODAY) == TODAY


def test_yesterday():
    assert parse_date("hôm qua", today=datetime.date(2024, 3, 1)) == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("digits", "year"), [("00", 2000), ("23", 2023), ("79", 2079), ("80", 1980), ("99", 1999)]
)
def test_short_years(digits, year):
    assert parse_date(f"01/02/{digits}", today=TODAY).year == year
    assert parse_date(f"0102{digits}", today=TODAY).year == year


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Hãy nhập ngày, ví dụ 09/01/2023."),
        (
            "31/02",
            "Tháng 2 năm 2023 không có ngày 31; hãy nhập ngày từ 1 đến 28, ví dụ 28/02/2023.",
        ),
        ("29/2/2100", "Tháng 2 năm 2100 không có ngày 29; hãy nhập ngày từ 1 đến 28, ví dụ 28/02/2100."),
        ("0/1/2023", "Tháng 1 năm 2023 không có ngày 0; hãy nhập ngày từ 1 đến 31, ví dụ 31/01/2023."),
        (
            "01/13/2023",
            "Không có tháng 13; hãy nhập theo thứ tự ngày/tháng/năm, tháng từ 1 đến 12, ví dụ 09/01/2023.",
        ),
        ("1/1/1899", "Năm 1899 không hợp lệ; hãy nhập năm từ 1900 đến 2100, ví dụ 09/01/2023."),
        ("2101-01-01", "Năm 2101 không hợp lệ; hãy nhập năm từ 1900 đến 2100, ví dụ 09/01/2023."),
        (
            "tháng sau",
            "Không hiểu ngày “tháng sau”; hãy nhập theo thứ tự ngày/tháng/năm, ví dụ 09/01/2023.",
        ),
    ],
)
def test_a_refusal_says_what_to_type(text, sentence):
    with pytest.raises(InvalidValueError) as caught:
        parse_date(text, today=TODAY)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "2023",
        "11/2023",
        "9/1/2",
        "9/1/023",
        "9//1",
        "0901",
        "9/1/2023 8:00",
        "-9/1",
        "٩/١/2023",
        "4" * 9999,
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InvalidValueError, match="Không hiểu ngày"):
        parse_date(text, today=TODAY)


@given(DATES)
def test_what_is_printed_is_read_back(date):
    for text in (
        format_date(date),
        long_date(date),
        date.isoformat(),
        f"{date.day}.{date.month}.{date.year}",
    ):
        assert parse_date(text, today=TODAY) == date


@given(st.text() | st.text("0123456789/-. ", max_size=12))
def test_any_text_gives_a_date_or_a_sentence(text):
    try:
        year = parse_date(text, today=TODAY).year
    except InvalidValueError as error:
        sentence = str(error)
    else:
        sentence = "."
        assert 1900 <= year <= 2100
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (datetime.date(2022, 6, 9), "ngày 09 tháng 6 năm 2022"),
        (datetime.date(2023, 11, 22), "ngày 22 tháng 11 năm 2023"),
        (datetime.date(2023, 1, 10), "ngày 10 tháng 01 năm 2023"),
        (datetime.date(2023, 2, 1), "ngày 01 tháng 02 năm 2023"),
        (datetime.date(2023, 3, 3), "ngày 03 tháng 3 năm 2023"),
    ],
)
def test_official_dates_have_zeros_where_the_decree_wants_them(date, text):
    assert long_date(date) == text


def test_periods():
    start, end = datetime.date(2023, 1, 1), datetime.date(2023, 11, 30)
    assert format_period(start, end) == "từ ngày 01/01/2023 đến ngày 30/11/2023"
    assert format_period(start, start) == "ngày 01/01/2023"


@pytest.mark.parametrize(
    ("n", "numeral"),
    [(1, "I"), (4, "IV"), (8, "VIII"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")],
)
def test_roman_numerals(n, numeral):
    assert roman(n) == numeral


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_roman_numeral_are_refused(n):
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(n)


def test_a_date_without_a_year_takes_the_year_being_worked_on():
    today = datetime.date(2026, 11, 21)
    assert parse_date("9/1", today=today, year=2023) == datetime.date(2023, 1, 9)
    assert parse_date("9/1", today=today) == datetime.date(2026, 1, 9)
    assert parse_date("9/1/24", today=today, year=2023) == datetime.date(2024, 1, 9)
    assert parse_date("hôm nay", today=today, year=2023) == today
