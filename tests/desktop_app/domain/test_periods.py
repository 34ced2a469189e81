"""Which days a report tells of."""

from datetime import date

import pytest

from desktop_app.domain.periods import KINDS, checked_period, kind_of, usual_period
from desktop_app.errors import InvalidValueError


def days(period):
    return period.data_from, period.data_to


def test_the_year_ends_on_30_november_and_holds_the_18th():
    year = usual_period(2023)
    assert days(year) == (date(2023, 1, 1), date(2023, 11, 30))
    assert year.holds(date(2023, 11, 18))
    assert year.holds(date(2023, 1, 1))
    assert year.holds(date(2023, 11, 30))
    assert not year.holds(date(2023, 12, 1))
    assert not year.holds(date(2022, 12, 31))
    assert not year.holds(None)


@pytest.mark.parametrize(
    ("last_end", "begins"),
    [
        (date(2022, 11, 30), date(2022, 12, 1)),
        (date(2022, 12, 31), date(2023, 1, 1)),
        (date(2023, 1, 15), date(2023, 1, 16)),
        (date(2022, 1, 1), date(2022, 1, 2)),
        (date(2021, 11, 30), date(2023, 1, 1)),
        (date(2023, 11, 30), date(2023, 1, 1)),
        (None, date(2023, 1, 1)),
    ],
)
def test_the_year_begins_the_day_after_the_last_issued_report(last_end, begins):
    assert days(usual_period(2023, "", last_end)) == (begins, date(2023, 11, 30))


def test_other_kinds_keep_their_calendar():
    assert days(usual_period(2024, "6T", date(2023, 11, 30))) == (date(2024, 1, 1), date(2024, 6, 30))
    quarters = [usual_period(2024, f"Q{n}") for n in (1, 2, 3, 4)]
    assert [one.data_to for one in quarters] == [
        date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31),
    ]  # fmt: skip


def test_names_in_headings():
    assert usual_period(2023).title == "năm 2023"
    assert usual_period(2023, "6T").title == "6 tháng đầu năm 2023"
    assert usual_period(2023, "Q4").title == "quý IV năm 2023"
    assert usual_period(2023).kind.name == "Cả năm"


def test_a_summary_of_many_years_is_named_by_its_days():
    period = usual_period(2024, "GD")
    assert days(period) == (date(2009, 1, 1), date(2024, 12, 31))
    assert period.title == "giai đoạn 2009 - 2024"
    assert (period.next_title, period.next_days[0]) == ("thời gian tới", date(2025, 1, 1))
    chosen = checked_period(2024, "GD", date(2010, 1, 1), date(2024, 6, 30))
    assert chosen.title == "giai đoạn 2010 - 2024"


def test_a_report_out_of_turn_is_named_by_its_days():
    period = checked_period(2023, "DX", date(2023, 3, 1), date(2023, 3, 15))
    assert period.title == "từ ngày 01/03/2023 đến ngày 15/03/2023"


def test_days_inside_a_sentence():
    assert usual_period(2023, "6T").during == "trong 6 tháng đầu năm 2023"
    assert (
        checked_period(2023, "DX", date(2023, 3, 1), date(2023, 3, 15)).during
        == "từ ngày 01/03/2023 đến ngày 15/03/2023"
    )


def test_no_summary_begins_before_the_campaign():
    assert usual_period(2022, "GD").title == "giai đoạn 2009 - 2022"
    assert usual_period(2030, "GD").title == "giai đoạn 2015 - 2030"


def test_codes_are_ascii_for_file_names():
    assert all(one.code.isascii() for one in KINDS)
    assert len({one.code for one in KINDS}) == len(KINDS)


@pytest.mark.parametrize("code", ["q1", "Q5", "6t", "năm", " "])
def test_an_unknown_kind_is_refused_with_the_known_ones(code):
    with pytest.raises(InvalidValueError, match="hãy dùng một trong: 6T, Q1, Q2, Q3, Q4"):
        kind_of(code)


@pytest.mark.parametrize("year", [-1, 0, 1899, 2101, 99_999])
def test_a_year_out_of_the_world_is_refused(year):
    with pytest.raises(InvalidValueError, match="từ 1900 đến 2100"):
        usual_period(year)


def test_an_own_period():
    fifteen_years = checked_period(2024, "", date(2009, 7, 31), date(2024, 7, 31))
    assert days(fifteen_years) == (date(2009, 7, 31), date(2024, 7, 31))
    assert days(checked_period(2024, "", date(2024, 1, 1), date(2024, 1, 1))) == (date(2024, 1, 1),) * 2
    with pytest.raises(InvalidValueError, match=r"kết thúc \(31/12/2023\) trước khi bắt đầu"):
        checked_period(2024, "", date(2024, 1, 1), date(2023, 12, 31))
    with pytest.raises(InvalidValueError, match="dài quá 20 năm"):
        checked_period(2024, "", date(1990, 1, 1), date(2024, 1, 1))
    with pytest.raises(InvalidValueError, match="Không có kỳ báo cáo"):
        checked_period(2024, "X", date(2024, 1, 1), date(2024, 1, 2))


@pytest.mark.parametrize(
    ("code", "title", "first", "last"),
    [
        ("", "năm 2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("6T", "6 tháng cuối năm 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("Q1", "quý II năm 2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("Q3", "quý IV năm 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("Q4", "quý I năm 2024", date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_the_time_after_a_period(code, title, first, last):
    period = usual_period(2023, code)
    assert period.next_title == title
    assert period.next_days == (first, last)
