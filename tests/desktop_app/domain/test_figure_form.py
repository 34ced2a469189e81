"""The hidden code of a form says all that is needed to read it back, and a damaged one says nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.figure_form import (
    FilledLine,
    FormCode,
    askable_indicators,
    code_text,
    in_form_order,
    merged_figures,
    read_code,
    usual_indicators,
)
from desktop_app.domain.plans import load_plan

CODES = [one.code for one in askable_indicators()]


@given(
    st.builds(
        FormCode,
        st.sampled_from(["60.597", "BT-HTB", ""]),
        st.text("0123456789abcdef", max_size=16),
        st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)),
        st.dates(date(1900, 1, 1), date(2100, 12, 31)),
        st.lists(st.sampled_from(CODES), unique=True).map(tuple),
    )
)
def test_a_code_reads_back_as_it_was(code):
    assert read_code(f" {code_text(code)}\n") == code


@pytest.mark.parametrize("place", [0, 5, 20, 40, -1])
def test_a_changed_letter_is_noticed(place):
    text = code_text(FormCode("60.597", "ab12", None, date(2023, 11, 15), ("stalls", "gifts")))
    letters = list(text)
    letters[place] = "x" if letters[place] != "x" else "y"
    assert read_code("".join(letters)) is None


@pytest.mark.parametrize("text", ["", "TT", "|||||", "SHV-BIEU-1|a|b||2023-11-15|stalls|0"])
def test_other_texts_are_no_code(text):
    assert read_code(text) is None


def test_codes_of_unknown_indicators_are_refused():
    assert read_code(code_text(FormCode("60.597", "", None, date(2023, 11, 15), ("no_such",)))) is None


def test_the_usual_indicators_are_those_of_the_plan():
    office_plan = load_plan("DT2022")
    homes = {code for item in office_plan.items for code in item.content_codes}
    chosen = usual_indicators(office_plan)
    assert chosen
    assert "committee_meetings" in chosen
    known = {one.code: one for one in askable_indicators()}
    assert {known[code].home for code in chosen} <= homes | {"LEADERSHIP"}
    assert set(usual_indicators(load_plan("BT2023"))) == set(CODES)


def test_the_choice_is_kept_in_the_order_of_the_annex():
    assert in_form_order(["gifts", "no_such", "conferences"]) == ("conferences", "gifts")


def test_an_empty_line_takes_no_figure_away():
    lines = [FilledLine("stalls", "E9", 5), FilledLine("gifts", "E10", None), FilledLine("panels", "E11", 0)]
    assert merged_figures({"stalls": 1, "gifts": 7}, lines) == {"stalls": 5, "gifts": 7, "panels": 0}
