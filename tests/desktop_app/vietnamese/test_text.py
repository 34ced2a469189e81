"""Stored text: one form, nothing invisible, nothing loose."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.text import clean, shorten

ANY_TEXT = st.text(st.characters(exclude_categories=[]))  # lone surrogates too


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("  Hội chợ  ", "Hội chợ"),
        (unicodedata.normalize("NFD", "Đồng Tháp"), "Đồng Tháp"),
        ("Vi\u00ea\u0323t", "Việt"),  # Windows-1258 writes half-composed letters
        ("e\u200b\u0302", "ê"),  # what stood between letter and mark is gone
        ("Hàng\u00a0Việt\u2003Nam\u3000", "Hàng Việt Nam"),
        ("\ufeffSố\u200b:\u202e 21\x00", "Số: 21"),
        ("a\tb", "a b"),
        ("dòng 1\r\ndòng 2\rdòng 3\u2028dòng 4\x0bdòng 5", "dòng 1 dòng 2 dòng 3 dòng 4 dòng 5"),
        ("xuất\u00adsắc", "xuấtsắc"),
        ("ảnh \ufffc kèm", "ảnh  kèm"),
        ("a\ud800b\ufdd0c\U0001ffffd", "abcd"),
        ("Chúc mừng 🎉", "Chúc mừng 🎉"),
        ("👩\u200d🌾", "👩🌾"),
        ("“Tự hào” – 'K’ Văn'", "“Tự hào” – 'K’ Văn'"),
        ("~ plain ASCII ~", "~ plain ASCII ~"),
    ],
)
def test_a_line_is_cleaned(typed, stored):
    assert clean(typed) == stored


def test_line_breaks_of_every_kind_are_kept_in_long_texts():
    typed = "\n\n a \r\nb\t\rc\u2028d\u2029e\x85  f  \n\n"
    assert clean(typed, multiline=True) == "a\nb\nc\nd\ne\n  f"


@given(ANY_TEXT, st.booleans())
def test_cleaning_twice_changes_nothing_more(text, multiline):
    once = clean(text, multiline=multiline)
    assert clean(once, multiline=multiline) == once


@given(ANY_TEXT)
def test_a_cleaned_line_can_be_stored_and_printed(text):
    stored = clean(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert stored == stored.strip()
    assert not {unicodedata.category(char) for char in stored} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    stored.encode("utf-8")


@given(ANY_TEXT)
def test_a_cleaned_long_text_holds_no_control_but_line_feeds(text):
    stored = clean(text, multiline=True)
    assert {char for char in stored if unicodedata.category(char) in {"Cc", "Zl", "Zp"}} <= {"\n"}
    assert not any(line.endswith(" ") for line in stored.split("\n"))


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Hội nghị", 8, "Hội nghị"),
        ("Hội nghị tuyên truyền", 12, "Hội nghị…"),
        ("Hội nghị tuyên truyền", 9, "Hội nghị…"),
        ("Hội nghị tuyên truyền", 8, "Hội…"),
        ("Hội nghị, tuyên truyền", 12, "Hội nghị…"),
        ("Phiên\nchợ  quê", 20, "Phiên chợ quê"),
        ("Nghiêngngả", 5, "Nghi…"),
        ("Hội nghị", 1, "…"),
    ],
)
def test_shortened_text_ends_between_words(text, length, short):
    assert shorten(text, length) == short


@given(st.text(), st.integers(1, 60))
def test_shortened_text_is_never_too_long(text, length):
    assert len(shorten(text, length)) <= length
