import time

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.report.fonts import load_fonts
from desktop_app.report.lines import wrap

FONT = load_fonts().font()
words = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=300)


@given(words, st.floats(30, 500), st.floats(0, 29))
@settings(deadline=None)
def test_lines_fit_and_nothing_is_lost(text: str, width: float, indent: float) -> None:
    lines = wrap(FONT, 14, text, width, indent)
    assert "".join(line.replace(" ", "") for line, _ in lines) == FONT.drawable(text).replace(" ", "")
    for place, (line, length) in enumerate(lines):
        assert abs(FONT.width(line, 14) - length) < 0.01
        assert length <= width - (indent if place == 0 else 0) + 0.01 or len(line) == 1


def test_words_stay_whole_where_they_can() -> None:
    lines = [line for line, _ in wrap(FONT, 14, "Người Việt Nam ưu tiên dùng hàng Việt Nam", 100)]
    assert " ".join(lines) == "Người Việt Nam ưu tiên dùng hàng Việt Nam"
    assert len(lines) > 2


def test_runs_of_spaces_stay() -> None:
    assert wrap(FONT, 14, "Số:        /BC", 500)[0][0] == "Số:        /BC"


def test_empty_text_is_an_empty_line() -> None:
    assert wrap(FONT, 14, "", 100) == [("", 0.0)]


def test_long_word_is_broken_by_characters_in_no_time() -> None:
    start = time.perf_counter()
    lines = wrap(FONT, 14, "https://" + "a" * 100_000, 400)
    assert time.perf_counter() - start < 2
    assert sum(len(line) for line, _ in lines) == 100_008
