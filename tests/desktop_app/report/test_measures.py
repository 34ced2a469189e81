import pytest

from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, load_layout
from desktop_app.report.measures import broken_title, front_measures
from desktop_app.report.wording import MOTTO
from tests.desktop_app.report.sample import make_report

LAYOUT, FONTS = load_layout(), load_fonts()


def test_rule_under_the_motto_is_as_long_as_its_text() -> None:
    style = LAYOUT.styles.motto
    measures = front_measures(LAYOUT, FONTS, make_report())
    assert measures.motto_rule == pytest.approx(FONTS.of(style).width(MOTTO, style.size_pt))


def test_rules_are_a_third_to_a_half_of_the_text() -> None:
    style = LAYOUT.styles.issuer
    text = FONTS.of(style).width("BAN CHỈ ĐẠO CUỘC VẬN ĐỘNG", style.size_pt)
    assert text / 3 <= front_measures(LAYOUT, FONTS, make_report()).issuer_rule <= text / 2


def test_one_short_addressee_is_centred() -> None:
    short = front_measures(LAYOUT, FONTS, make_report(addressees=("Ban Chỉ đạo tỉnh",)))
    assert short.addressee_centred
    assert not front_measures(LAYOUT, FONTS, make_report()).addressee_centred
    assert not front_measures(LAYOUT, FONTS, make_report(addressees=("A", "B"))).addressee_centred
    assert short.below < short.beside


@pytest.mark.parametrize("text", ["cười 😀 “trích dẫn” " * 8, "x" * 300, "Ngắn", ""])
def test_broken_titles_keep_what_was_typed(text: str) -> None:
    style = LAYOUT.styles.subject
    lines = broken_title(FONTS, text, style, 100 * POINTS_PER_MM)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
