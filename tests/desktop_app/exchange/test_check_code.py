"""The check code: ten characters that cannot be misread, bound to unit, period, revision and content."""

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.check_code import ALPHABET, check_code, content_hash, sha256

FILES = {"data/a.csv": b"1", "data/b.csv": b"2"}


def test_the_alphabet_is_crockford_s():
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_a_known_code_stays_what_it_is():
    assert check_code("MAU-HTB", 2023, "", 1, "abc") == "EJP77RC3B6"


@given(st.text(), st.integers(1900, 2100), st.integers(1, 99), st.text())
def test_every_code_has_ten_characters_of_the_alphabet(unit, year, revision, content):
    assert re.fullmatch(f"[{ALPHABET}]{{10}}", check_code(unit, year, "6T", revision, content))


def test_everything_it_is_bound_to_changes_it():
    codes = [
        check_code("A", 2023, "", 1, "x"),
        check_code("B", 2023, "", 1, "x"),
        check_code("A", 2024, "", 1, "x"),
        check_code("A", 2023, "6T", 1, "x"),
        check_code("A", 2023, "", 2, "x"),
        check_code("A", 2023, "", 1, "y"),
    ]
    assert len(set(codes)) == len(codes)


def test_the_content_counts_not_the_order_of_files():
    assert content_hash(FILES) == content_hash(dict(reversed(FILES.items())))


def test_any_byte_name_or_missing_file_changes_the_content_hash():
    others = [
        {"data/a.csv": b"1", "data/b.csv": b"3"},
        {"data/a.csv": b"1", "data/c.csv": b"2"},
        {"data/a.csv": b"1"},
        {"data/a.csv": b"2", "data/b.csv": b"1"},
        {},
    ]
    assert len({content_hash(one) for one in (FILES, *others)}) == len(others) + 1


def test_sha256_is_sha256():
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
