"""Vietnamese order, compared as SQLite compares: character by character."""

import sqlite3
import unicodedata
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.order import person_sort_key, sort_key

NAMES = st.text("aàảãáạăâậbcdđeêệghioôơuưứyAÀĐÊ 019-’ñ", max_size=8)


@pytest.mark.parametrize(
    "in_order",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        list("aàảãáạăằẳẵắặâầẩẫấậb"),
        list("dđeèẻẽéẹêềểễếệf"),
        list("oòỏõóọôồổỗốộơờởỡớợpuùủũúụưừửữứựvyỳỷỹýỵz"),
        ["d", "dz", "đ", "đa"],
        ["ma", "Ma", "MA", "mà", "Mà", "mả", "mã", "má", "mạ"],
        [
            "hoa",
            "hòa",
            "hoả",
            "hoá",
            "hoạ",
            "hoa a",
            "hòa a",
            "hoa b",
            "hoan",
        ],  # tones only where letters are equal
        ["An Bình", "Anh", "Ánh", "Ảnh hưởng"],
        ["", "1", "2", "9", "09", "10", "100", "a"],
        ["Mẫu 2", "Mẫu 02", "Mẫu 2a", "Mẫu 10", "Mẫu số"],
        ["Xã Bình An", "Xã Bình Ân", "Xã Bình Đức", "Xã Ea Bá", "Xã Hàm Đức", "Xã Hàm Thắng"],
        ["7" * 98, "1" + "0" * 98, "8" * 120, "a"],
        ["z", "д"],  # other alphabets follow
    ],
)
def test_words_stand_in_order(in_order):
    keys = [sort_key(word) for word in in_order]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Tự hào” hàng Việt", "Tự hào hàng Việt"),
        ("21/BC-MTTQ", "21 BC MTTQ"),
        ("M’gar", "Mgar"),
        ("M´gar", "Mgar"),
        ("Ðồng Nai", "Đồng Nai"),
        ("Hàng\u00a0 Việt\u200b", "Hàng Việt"),
        ("m²", "m2"),
        ("- Hoà", "Hòa"),
    ],
)
def test_punctuation_only_parts_words(one, other):
    assert sort_key(one) == sort_key(other)


def test_letters_of_other_languages_follow_their_base():
    assert sort_key("n") < sort_key("ñ") < sort_key("nh")
    assert sort_key("e") < sort_key("ë") < sort_key("ê")
    assert sort_key("u") < sort_key("ǘ") < sort_key("ư")
    assert sort_key("straße") == sort_key("strasse")
    assert sort_key("İ").isascii()
    assert sort_key("٣") == sort_key("3")


def test_keys_of_vietnamese_text_are_plain_ascii():
    assert sort_key("Đồng Tháp – 5").isascii()
    assert sort_key("Đồng Tháp – 5").isprintable()


@given(st.text())
def test_unicode_form_makes_no_difference(text):
    key = sort_key(unicodedata.normalize("NFC", text))
    assert key == sort_key(unicodedata.normalize("NFD", text))
    key.encode("utf-8")


@given(NAMES, NAMES)
def test_an_addition_at_the_end_never_moves_a_text_forward(text, addition):
    assert sort_key(text) <= sort_key(f"{text} {addition}")


@given(st.integers(0, 10**20), st.integers(0, 10**20))
def test_numbers_follow_their_value(one, other):
    assert (sort_key(f"Số {one}") < sort_key(f"Số {other}")) == (one < other)


@given(st.lists(NAMES, min_size=2, max_size=6))
def test_sqlite_sorts_the_keys_as_python_does(names):
    keys = [sort_key(name) for name in names]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (k TEXT)")
        connection.executemany("INSERT INTO t VALUES (?)", [(key,) for key in keys])
        assert [row[0] for row in connection.execute("SELECT k FROM t ORDER BY k")] == sorted(keys)


def test_people_are_ordered_by_given_name_then_by_the_rest():
    people = [
        "Nguyễn Văn An",
        "Trần Thị An",
        "Lê Thị Ân",
        "Bình",
        "Nguyễn Thị Bình",
        "K’ Văn Đoàn",
        "Nguyễn Văn Sáu Đời",
        "Mang Thị Hoa",
        "Lê Văn Hòa",
        "Mang Thị Hòa",
    ]
    keys = [person_sort_key(name) for name in people]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_a_name_without_words_comes_first():
    assert person_sort_key("") == person_sort_key(" – ") < person_sort_key("A")


@given(NAMES, NAMES, NAMES, NAMES)
def test_the_given_name_weighs_more_than_all_others(given_one, rest_one, given_two, rest_two):
    one, two = given_one.replace(" ", ""), given_two.replace(" ", "")
    if any(map(str.isalnum, one)) and any(map(str.isalnum, two)) and sort_key(one) < sort_key(two):
        assert person_sort_key(f"{rest_one} {one}") < person_sort_key(f"{rest_two} {two}")
