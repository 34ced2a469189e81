"""Numbers of documents: every way of writing one that the plans hold, and hostile ones."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.document_numbers import (
    DocumentNumber,
    canonical,
    find_numbers,
    number_value,
    parse,
    same_document,
    search_forms,
    written_number,
)

WRITTEN = {
    "264-TB/TW": ("264", "TB/TW"),
    "30-CT/TW": ("30", "CT/TW"),
    "03-CT/TW": ("03", "CT/TW"),
    "03/CT-TW": ("03", "CT-TW"),
    "28/CT-TTg": ("28", "CT-TTg"),
    "28/CT-CP": ("28", "CT-CP"),
    "326 /KH-MTTW-BCĐTWCVĐ": ("326", "KH-MTTW-BCĐTWCVĐ"),
    "710/KH - MTTW-BCĐTWCVĐ": ("710", "KH-MTTW-BCĐTWCVĐ"),
    "18-CT/TU": ("18", "CT/TU"),
    "1621/KH-UBND": ("1621", "KH-UBND"),
    "91/2012/TT-BTC": ("91/2012", "TT-BTC"),
    "80/2021/NĐ-CP": ("80/2021", "NĐ-CP"),
    "06/2022/QH15": ("06/2022", "QH15"),
    "1505/KH-SKHĐT": ("1505", "KH-SKHĐT"),
    "33-KH/TU": ("33", "KH/TU"),
    "744/KH-MTTQ-BCĐ": ("744", "KH-MTTQ-BCĐ"),
    "968-QĐ/TU": ("968", "QĐ/TU"),
    "41/MTTQ-BTT": ("41", "MTTQ-BTT"),
    "12a/KH-UBND": ("12a", "KH-UBND"),
    "Số: 05/BC-MTTQ-BTT": ("05", "BC-MTTQ-BTT"),
    "số 03/TB-MTTQ-BCĐ.": ("03", "TB-MTTQ-BCĐ"),
    "SỐ 21 / BC – MTTQ – BCĐ": ("21", "BC-MTTQ-BCĐ"),
    "  “386/QĐ-TTg”; ": ("386", "QĐ-TTg"),
    "07-HD/BTGTW": ("07", "HD/BTGTW"),
    "15/2025/TT-BNV": ("15/2025", "TT-BNV"),
}

NO_NUMBERS = [
    "",
    "   ",
    "Kế hoạch",
    "15/3",
    "15/3/2023",
    "18-11",
    "2009-2024",
    "12",
    "/KH-UBND",
    "05/",
    "05/-",
    "05 KH",
    "Kế hoạch số 05/KH-MTTQ-BCĐ ngày 21/02/2023",
    "1234567/KH-UBND",
    "=cmd|'/c calc'!A1",
    "05/KH\x00-UBND\n; DROP TABLE documents",
    "٠٥/KH-UBND",
    "5" * 5000,
    "05/" + "K-" * 4000,
    "\ud800/KH",
]


@pytest.mark.parametrize(("text", "parts"), WRITTEN.items())
def test_every_way_of_writing_is_taken_apart(text, parts):
    assert parse(text) == DocumentNumber(*parts)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_left_alone(text):
    assert parse(text) is None
    assert search_forms(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("28/CT-CP", "28/CT-TTg"),
        ("03-CT/TW", "03/CT-TW"),
        ("03-CT/TW", "3/ct-tw"),
        ("326 /KH-MTTW-BCĐTWCVĐ", "326/KH-MTTW-BCDTWCVD"),
        ("710/KH - MTTW-BCĐTWCVĐ", "Số: 710/kh-mttw-bcđtwcvđ"),
        ("80/2021/NĐ-CP", unicodedata.normalize("NFD", "80/2021/nđ-cp")),
        ("386/QĐ-TTg", "386/qd-ttg"),
        ("744/KH–MTTQ–BCĐ", "744/KH-MTTQ-BCĐ"),
    ],
)
def test_two_ways_of_writing_are_one_document(one, other):
    assert same_document(one, other)
    assert same_document(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("03-CT/TW", "30-CT/TW"),
        ("28/CT-TTg", "28/QĐ-TTg"),
        ("91/2012/TT-BTC", "91/2013/TT-BTC"),
        ("91/2012/TT-BTC", "91/TT-BTC"),
        ("12a/KH-UBND", "12/KH-UBND"),
        ("05/KH-MTTQ-BCĐ", "05/KH-MTTQ-BTT"),
        ("80/2021/NĐ-CP", "80/2021/NĐ-TTg"),
        ("", ""),
        ("", "03-CT/TW"),
    ],
)
def test_other_documents_stay_apart(one, other):
    assert not same_document(one, other)


def test_what_is_searched_for_is_among_the_forms():
    assert set(search_forms("28/CT-CP")) >= {"28", "ct-cp", "28/ct-ttg"}
    assert set(search_forms("3/CT-TW")) >= {"3", "03"}
    assert set(search_forms("03-CT/TW")) >= {"3", "03"}


def test_numbers_of_a_running_text_are_found():
    text = (
        "Trả lời Công văn số 12/UBND-KT ngày 15/3/2023; thực hiện CT 03-CT/TW, KH 326 /KH-MTTW-BCĐTWCVĐ, "
        "NĐ 80/2021/NĐ-CP và giai đoạn 2021-2025, tỷ lệ 15/17 xã."
    )
    assert list(find_numbers(text)) == [
        "12/ubnd-kt",
        "3/ct-tw",
        "326/kh-mttw-bcdtwcvd",
        "80/2021/nd-cp",
    ]
    assert list(find_numbers("/" * 50_000 + "5-" * 50_000)) == []


def test_numbers_count_and_are_written_with_a_zero():
    assert [number_value(text) for text in ("03", "3a", " 12/2023", "", "a3")] == [3, 3, 12, None, None]
    assert [written_number(value) for value in (5, 12, 118)] == ["05", "12", "118"]


SYMBOLS = st.lists(
    st.sampled_from(["KH", "MTTQ", "BCĐ", "UBND", "TW", "QĐ", "TTg", "ct"]), min_size=1, max_size=4
)


@given(st.integers(1, 99_999), SYMBOLS, st.booleans(), st.data())
def test_writing_otherwise_changes_nothing(number, parts, party, data):
    signs = ["-", *"/" * (len(parts) - 1)] if party else ["/", *"-" * (len(parts) - 1)]
    text = str(number) + "".join(sign + part for sign, part in zip(signs, parts, strict=True))
    assert parse(text) == DocumentNumber(str(number), text[len(str(number)) + 1 :])
    other = data.draw(st.sampled_from([str.lower, str.upper, lambda one: unicodedata.normalize("NFD", one)]))(
        text
    )
    zeros = data.draw(st.sampled_from(["", "0", "00"]))
    spaced = "".join(f" {sign} " if sign in "-/" else sign for sign in f"{zeros}{other}")[:110]
    if len(f"{zeros}{number}") <= 6:
        assert same_document(text, f"Số: {spaced}")
        assert same_document(f"Số: {spaced}", text)


@given(st.text(max_size=200))
def test_any_text_has_one_canonical_form(text):
    once = canonical(text)
    assert canonical(once) == once
    found = parse(text)
    if found is not None:
        assert number_value(found.number) is not None
        assert parse(f"{found.number}/{found.symbol}") is not None
    list(find_numbers(text))
