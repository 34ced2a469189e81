import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resources_path import resource
from desktop_app.vietnamese.legacy_fonts import (
    LegacyEncoding,
    encoding_of_font,
    guess,
    is_beyond_latin_1,
    reads_better,
    to_unicode,
)

TCVN3, CAPITALS, VNI = LegacyEncoding.TCVN3, LegacyEncoding.TCVN3_CAPITALS, LegacyEncoding.VNI
TABLES = json.loads(resource("legacy_fonts.json").read_text(encoding="ascii"))

SENTENCES = [
    (TCVN3, "Uû ban nh©n d©n", "Uỷ ban nhân dân"),
    (TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    (TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    (TCVN3, "\xadu tiªn dïng hµng ViÖt", "ưu tiên dùng hàng Việt"),
    (VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    (VNI, "öu tieân duøng haøng Vieät Nam", "ưu tiên dùng hàng Việt Nam"),
    (CAPITALS, "Uû ban nh©n d©n", "UỶ BAN NHÂN DÂN"),
]


@pytest.mark.parametrize(("encoding", "legacy", "text"), SENTENCES)
def test_sentences(encoding, legacy, text):
    assert to_unicode(legacy, encoding) == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", TCVN3),
        (".VnTimeH", CAPITALS),
        (".VnArial", TCVN3),
        (".VnArial NarrowH", CAPITALS),
        (".vntime", TCVN3),
        (".VnTeknical", TCVN3),
        ("VNI-Times", VNI),
        ("VNI-Helve-Condense", VNI),
        ("VNI Times", VNI),
        ("Times New Roman", None),
        ("Arial", None),
        ("UVnTime", None),
        ("", None),
    ],
)
def test_a_font_name_tells_the_encoding(font, encoding):
    assert encoding_of_font(font) is encoding


def _written(text, table):
    """Write Unicode text as the legacy font would: the longest letters first."""
    signs = {}
    for sign, letter in table.items():
        signs.setdefault(letter, sign)
    return "".join(signs.get(char, char) for char in text)


def _letters(table):
    return sorted(set(table.values()) | set("abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY ,.-;:()0123456789"))


@given(st.text(st.sampled_from(_letters(TABLES["tcvn3"])), max_size=60))
def test_every_text_in_tcvn3_comes_back(text):
    assert to_unicode(_written(text, TABLES["tcvn3"]), TCVN3) == text


@given(st.text(st.sampled_from(_letters(TABLES["vni"])), max_size=60))
def test_every_text_in_vni_comes_back(text):
    assert to_unicode(_written(text, TABLES["vni"]), VNI) == text


@given(st.text(max_size=60))
def test_text_beyond_latin_1_stays(text):
    if is_beyond_latin_1(text):
        assert to_unicode(text, TCVN3) == to_unicode(text, VNI) == text


def test_unicode_text_in_a_legacy_font_stays():
    assert to_unicode("Đồng Tháp", TCVN3) == "Đồng Tháp"
    decomposed = unicodedata.normalize("NFD", "Hà Nội")
    assert to_unicode(decomposed, VNI) == decomposed


@pytest.mark.parametrize(("encoding", "legacy", "text"), SENTENCES[:7])
def test_text_without_font_is_guessed(encoding, legacy, text):
    assert guess([legacy]) is encoding
    assert guess(["Báo cáo", text]) is None


SEEDS = [
    "Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”",
    "Hòa, thủy, khỏe, quý, Đắk Lắk, K’ Văn Đoàn",
    "SÁU THÁNG ĐẦU NĂM",
    "Hà, Hà, Há, à, á, cá, là, và, bò, có",
]


@pytest.mark.parametrize(
    "texts",
    [
        SEEDS,
        ["The quick brown fox"] * 20,
        ["café résumé naïve Zürich", "Übergröße Straße für München"],
        ["École française à Paris, déjà vu, garçon"],
        ["x² + y² = 5 m² ± 3°", "© 2023 ® Công ty", "½ ¼ ¾"],
        ["", " ", "12345"],
        [],
        [unicodedata.normalize("NFD", text) for text in SEEDS],
    ],
)
def test_nothing_is_guessed_where_nothing_is_legacy(texts):
    assert guess(texts) is None


def test_every_page_of_a_plan_is_guessed_when_written_in_a_legacy_font():
    text = Path(resource("plans", "BT2023.json")).read_text(encoding="utf-8")
    sentences = [one for one in re.findall(r'"([^"]{20,200})"', text) if not one.isascii()]
    lower = [one.lower() for one in sentences]
    assert guess(lower) is None
    assert guess([_written(one, TABLES["tcvn3"]) for one in lower]) is TCVN3
    assert guess([_written(one, TABLES["vni"]) for one in lower]) is VNI


def test_a_conversion_that_spoils_a_text_is_seen():
    assert reads_better(to_unicode("Uû ban nh©n d©n", TCVN3), "Uû ban nh©n d©n")
    assert not reads_better(to_unicode("Hoà bình", TCVN3), "Hoà bình")
