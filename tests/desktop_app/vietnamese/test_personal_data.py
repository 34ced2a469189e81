"""Personal data are found however they are written; figures, sums and numbers of documents are not taken for them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.dates import format_date, long_date
from desktop_app.vietnamese.numbers import format_integer, format_money
from desktop_app.vietnamese.personal_data import SUSPECT, Trace, find_personal

MOBILE = "0987650001"


def traces(text):
    return [one.trace for one in find_personal(text)]


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("CCCD số 060179004321", Trace.NATIONAL_ID),
        ("060 179 004 321", Trace.NATIONAL_ID),
        ("0601-7900-4321", Trace.NATIONAL_ID),
        ("Số định danh: 999123456789", Trace.NATIONAL_ID),
        ("CMND 261 234 567", Trace.OLD_ID),
        ("261234567", Trace.OLD_ID),
        (MOBILE, Trace.PHONE),
        ("ĐT: 0987.650.001.", Trace.PHONE),
        ("0987 650 001; cảm ơn", Trace.PHONE),
        ("098-765-0001", Trace.PHONE),
        ("+84 987 650 001", Trace.PHONE),
        ("(+84) 987.650.001", Trace.PHONE),
        ("0084987650001", Trace.PHONE),
        ("01687650001", Trace.PHONE),
        ("0252 3821234", Trace.PHONE),
        ("(0252) 3.821.234", Trace.PHONE),
        ("lien.he@gmail.com", Trace.EMAIL),
        ("Nguyễn Thị Đào (28/5/1979)", Trace.BIRTH_DATE),
        ("bà K’ Văn Đoàn, 02-9-1985, đại diện", Trace.BIRTH_DATE),
        ("sinh ngày 28 tháng 5 năm 1979", Trace.BIRTH_DATE),
        ("Ngày sinh: 28/05/1979", Trace.BIRTH_DATE),
    ],
)
def test_personal_data_are_found(text, trace):
    assert traces(f"Đại diện: {text}") == [trace]
    assert SUSPECT.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "kinh phí 1.500.000.000 đồng",
        "125000000 đồng",
        "125000000",
        "123456789 đồng",
        "12 345 678 lượt người",
        "mã số thuế 0312345678",
        "MST: 3400123456",
        "đường dây nóng 1900 1234",
        "18001091",
        "hội nghị ngày 20/5/2023, 21/5/2023",
        "ông Nguyễn Văn A dự họp ngày 28/5/2023",
        "thành lập Đảng (03/02/1930)",
        "Hồ Chí Minh (19/5/1890)",
        "Trần Văn An, 02/9/2023",
        "Số 05/KH-MTTQ-BCĐ ngày 21/02/2022",
        "giai đoạn 2021-2025",
        "từ 01/01/2023 - 30/11/2023",
        "999.060.179.001 đồng",
        "phát thanh 2.241 giờ",
        "học sinh 28/5/2023",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert traces(text) == []


@given(st.integers(0, 10**9 - 1), st.sampled_from("35789"), st.sampled_from(["", " ", ".", "-"]))
def test_every_mobile_number_is_found_and_never_told(number, network, gap):
    digits = f"0{network}{number % 10**8:08d}"
    written = gap.join((digits[:4], digits[4:7], digits[7:]))
    (found,) = find_personal(f"Liên hệ {written}, cảm ơn.")
    assert found.trace is Trace.PHONE
    assert found.masked == f"*******{digits[-3:]}"
    assert SUSPECT.search(written)


@given(st.integers(1, 96), st.integers(0, 10**9 - 1), st.sampled_from(["", " ", "."]))
def test_every_national_id_is_found(province, rest, gap):
    digits = f"0{province:02d}{rest:09d}"
    written = gap.join(digits[place : place + 3] for place in range(0, 12, 3))
    found = traces(f"CCCD {written}")
    assert found == [Trace.NATIONAL_ID]


@given(st.dates(date(1930, 1, 1), date(2005, 12, 31)))
def test_every_birth_date_beside_a_name_is_found(day):
    assert traces(f"bà Trần Thị Mỹ Ái ({format_date(day)})") == [Trace.BIRTH_DATE]
    assert traces(f"sinh ngày {long_date(day).removeprefix('ngày ')}") == [Trace.BIRTH_DATE]


@given(st.integers(0, 10**15 - 1))
def test_no_sum_and_no_count_is_taken_for_personal_data(number):
    assert traces(f"kinh phí {format_money(number)}, tham dự {format_integer(number)} lượt người") == []


@given(st.dates(date(2009, 1, 1), date(2100, 12, 31)))
def test_no_day_of_an_event_is_taken_for_personal_data(day):
    assert traces(f"Ông Nguyễn Văn An dự hội nghị ({format_date(day)}); {long_date(day)}") == []


@given(st.text())
def test_any_text_can_be_looked_at_and_what_is_found_lies_in_it(text):
    for one in find_personal(text):
        assert 0 <= one.start < one.end <= len(text)
        assert SUSPECT.search(text)
