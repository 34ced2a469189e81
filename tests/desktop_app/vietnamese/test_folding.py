"""The search form: what officers take for the same word gives the same folded text."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.folding import fold, search_terms

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Đồng Tháp", "dong thap"),
        (unicodedata.normalize("NFD", "Đồng Tháp"), "dong thap"),
        ("dong  thap ", "dong thap"),
        ("NGƯỜI VIỆT NAM ƯU TIÊN DÙNG HÀNG VIỆT NAM", "nguoi viet nam uu tien dung hang viet nam"),
        ("Ðồng Nai", "dong nai"),  # eth in place of Đ
        ("“Tự hào hàng Việt Nam”", "tu hao hang viet nam"),
        ('"Tự hào  hàng Việt Nam"', "tu hao hang viet nam"),
        ("«Tự hào» „hàng‟", "tu hao hang"),
        ("Cư M’gar, Đắk R'Lấp, K´ Văn", "cu mgar, dak rlap, k van"),
        ("28-CT–TTg—a−b", "28 ct ttg a b"),
        ("21/BC-MTTQ", "21/bc mttq"),
        ("m²\u00a0ﬁ\tＡＢ\nx\u00ady", "m2 fi ab xy"),
        ("Straße 🎉", "strasse 🎉"),
    ],
)
def test_text_is_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Thuỷ", "Thủy"), ("khoẻ", "khỏe"), ("Uỷ ban", "Ủy ban"), ("HOÁ", "hóa")],
)
def test_old_and_new_tone_placement_fold_the_same(one, other):
    assert fold(one) == fold(other)


def test_every_vietnamese_letter_folds_to_a_plain_one():
    assert fold(VIETNAMESE) == "a" * 18 + "e" * 12 + "i" * 6 + "o" * 18 + "u" * 12 + "y" * 6 + "d"
    assert fold(VIETNAMESE.upper()) == fold(VIETNAMESE)


def test_folding_any_character_twice_changes_nothing_more():
    changed = [code for code in range(sys.maxunicode + 1) if fold(fold(chr(code))) != fold(chr(code))]
    assert changed == []


@given(st.text())
def test_unicode_form_and_case_make_no_difference(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("", []),
        (" – “” / ", []),
        ("Hội nghị  hàng-Việt", ["hoi", "nghi", "hang", "viet"]),
        ("21/BC-MTTQ", ["21", "bc", "mttq"]),
        ('M’gar "OR" a* (b) c_d', ["mgar", "or", "a", "b", "c", "d"]),
    ],
)
def test_a_query_gives_plain_words(query, terms):
    assert search_terms(query) == terms


@given(st.text())
def test_terms_of_a_query_hold_letters_and_digits_alone(query):
    assert all(term and term.isalnum() and fold(term) == term for term in search_terms(query))
