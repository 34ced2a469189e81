"""Dates and periods: how they are printed, and how typed ones are read."""

import calendar
import datetime
import re

from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import clean, shorten

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_SHORT_YEAR = 79  # 00–79 are 2000–2079, 80–99 are 1980–1999
_DAYS_BACK = {"hom nay": 0, "hom qua": 1}
_EXAMPLE = "ví dụ 09/01/2023"

_LEADING_WORD = re.compile(r"^ngày ", re.IGNORECASE)
_GAP = r"(?: ?[-–/.] ?| )"
_DATE_FORMS = [
    re.compile(form, re.ASCII)
    for form in (
        rf"(?P<day>\d{{1,2}}){_GAP}(?P<month>\d{{1,2}})(?:{_GAP}(?P<year>\d{{4}}|\d{{2}}))?",
        rf"(?P<year>\d{{4}}){_GAP}(?P<month>\d{{1,2}}){_GAP}(?P<day>\d{{1,2}})",
        r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4}|\d\d)",
    )
]
_LONG_FORM = re.compile(
    r"(?:ngay )?(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?: nam (?P<year>\d{4}))?", re.ASCII
)


def parse_date(text: str, *, today: datetime.date, year: int | None = None) -> datetime.date:
    """Read a date: 9/1/23, 09-01-2023, 9.1, 090123, 2023-01-09, hôm nay, ngày 9 tháng 1 năm 2023.

    Args:
        text: what was typed, day before month.
        today: the day for “hôm nay” and “hôm qua”.
        year: taken when none is typed, the year being worked on; that of `today` if None.

    Raises:
        InvalidValueError: if it is no date, or lies outside the years 1900 to 2100.
    """
    text = " ".join(clean(text).split())
    if not text:
        raise InvalidValueError(f"Hãy nhập ngày, {_EXAMPLE}.")
    folded = fold(text)
    if folded in _DAYS_BACK:
        return today - datetime.timedelta(days=_DAYS_BACK[folded])
    numeric = _LEADING_WORD.sub("", text)
    matches = [form.fullmatch(numeric) for form in _DATE_FORMS]
    match = next(filter(None, [*matches, _LONG_FORM.fullmatch(folded)]), None)
    if match is None:
        raise InvalidValueError(
            f"Không hiểu ngày “{shorten(text, 40)}”; hãy nhập theo thứ tự ngày/tháng/năm, {_EXAMPLE}."
        )
    return _date(_full_year(match["year"], year or today.year), int(match["month"]), int(match["day"]))


def _full_year(digits: str | None, usual: int) -> int:
    if digits is None:
        return usual
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)


def _date(year: int, month: int, day: int) -> datetime.date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidValueError(
            f"Năm {year} không hợp lệ; hãy nhập năm từ {_FIRST_YEAR} đến {_LAST_YEAR}, {_EXAMPLE}."
        )
    if not 1 <= month <= 12:
        raise InvalidValueError(
            f"Không có tháng {month}; hãy nhập theo thứ tự ngày/tháng/năm, tháng từ 1 đến 12, {_EXAMPLE}."
        )
    last_day = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last_day:
        raise InvalidValueError(
            f"Tháng {month} năm {year} không có ngày {day}; hãy nhập ngày từ 1 đến {last_day}, "
            f"ví dụ {format_date(datetime.date(year, month, last_day))}."
        )
    return datetime.date(year, month, day)


def format_date(date: datetime.date) -> str:
    """Return the short form: 09/01/2023."""
    return f"{date.day:02d}/{date.month:02d}/{date.year:04d}"


def long_date(date: datetime.date) -> str:
    """Return the form of official documents: ngày 09 tháng 6 năm 2022.

    Days below 10 and the months 1 and 2 take a zero (Decree 30/2020, Annex I), so that none can be
    changed by hand.
    """
    month = f"{date.month:02d}" if date.month <= 2 else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"


def format_period(date_from: datetime.date, date_to: datetime.date) -> str:
    """Return a period within a sentence: từ ngày 01/01/2023 đến ngày 30/11/2023; one day stands alone."""
    if date_from == date_to:
        return f"ngày {format_date(date_from)}"
    return f"từ ngày {format_date(date_from)} đến ngày {format_date(date_to)}"


def month_end(year: int, month: int) -> datetime.date:
    """Return the last day of a month."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def quarter_end(year: int, quarter: int) -> datetime.date:
    """Return the last day of a quarter, 1 to 4."""
    return month_end(year, 3 * quarter)


def roman(n: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals: IV."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    numeral = ""
    for value, sign in zip(values, signs, strict=True):
        numeral += sign * (n // value)
        n %= value
    return numeral
